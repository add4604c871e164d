"""A field without a value: whatever is asked of it, and what is remembered when it is printed."""

import pytest
from jiexu.base.location import NOWHERE
from jiexu.base.problem import Problem
from jiexu.forms.blank import Blank, watched
from jiexu.forms.folder import shipped_forms
from jiexu.forms.press import Press

PROBLEM = Problem("P805", NOWHERE, {"name": "银行账号", "under": "person.bank.account"})


def rendered(library, text: str, **values) -> tuple[str, list[Problem]]:
    environment = Press(library, shipped_forms()).templates.environment
    with watched("待核定") as printed:
        page = environment.from_string(text).render(**values)
    return page, [blank.problem for blank in printed]


def test_it_is_false_empty_and_in_no_order(library):
    text = (
        "{% if x or x > 0 or x < 0 or x.y or x[0] %}yes{% else %}no{% endif %}{% for one in x %}{{ one }}{% endfor %}"
    )

    assert ("no", []) == rendered(library, text, x=Blank(PROBLEM))


def test_printed_it_is_open_and_remembered_and_left_blank_it_is_not(library):
    blank = Blank(PROBLEM)

    assert ("待核定", [PROBLEM]) == rendered(library, "{{ x }}", x=blank)
    assert ("待核定", [PROBLEM]) == rendered(library, "{{ (x.account + 1) | capitals }}", x=blank)
    assert ("", []) == rendered(library, "{{ x | blank }}", x=blank)


@pytest.mark.parametrize(
    "text", ["{{ '甲' ~ x }}", "{{ ['甲', x] | join }}", "{{ '甲%s' | format(x) }}", "甲{{ x | upper }}"]
)
def test_joined_to_other_text_it_is_open_and_remembered_too(library, text):
    assert ("甲待核定", [PROBLEM]) == rendered(library, text, x=Blank(PROBLEM))


def test_an_agent_that_the_case_names_is_there_and_another_is_not(press, sheet):
    named = sheet("haixi-to-jining-offline", ("  reason: 跨统筹地区就业", "  agent: {name: 虚构, relation: 配偶}"))
    for held, told in ((named, "虚构"), (sheet("haixi-to-jining-offline"), "")):
        made = press.make(press.index.find("联系函"), held, ".html").data.decode()

        assert f"<th>代办人姓名</th><td>{told}</td>" in made
