"""Filling a form: what it needs, what it refuses, what a draft shows."""

import re

import pytest
from jiexu.base.problem import ProblemsError
from jiexu.explanation.problems import spelled
from jiexu.forms.folder import shipped_forms
from jiexu.forms.press import Press

from tests.conftest import ROOT
from tests.forms.conftest import OFFLINE

BARE = ROOT / "cases" / "haixi" / "to-jining-offline.yaml"
"""A case that names neither person nor agencies."""
LUMP_SUM = "lump-sum"


@pytest.fixture(scope="module")
def drafting(library) -> Press:
    return Press(library, shipped_forms(), draft=True)


def refused(press, form, held, ending=".html"):
    with pytest.raises(ProblemsError) as error:
        press.make(press.index.find(form), held, ending)
    return error.value.problems


def page(press, form, held) -> str:
    return press.make(press.index.find(form), held, ".html").data.decode()


def test_everything_that_a_form_lacks_is_told_at_once(press, sheet):
    problems = refused(press, "参保凭证", sheet(BARE))

    assert {"P805"} == {problem.code for problem in problems}
    assert {"姓名", "证件号码", "职工医保制度启动时间", "经办机构名称", "缴费记录"} == {
        problem.values["name"] for problem in problems
    }
    assert all(spelled(problem).help for problem in problems)


def test_what_a_case_does_not_call_for_is_refused_even_as_a_draft(press, drafting, sheet):
    for one in (press, drafting):
        assert ["P802"] == [problem.code for problem in refused(one, "参保凭证", sheet("refused"))]


def test_an_open_finding_is_not_printed_as_if_decided(press, drafting, sheet):
    """The base is missing: the amount is pending, and so is the sheet, unless it is a draft."""
    held = sheet(LUMP_SUM, ("  最后一次缴费基数: 4200.00\n", ""))
    told = refused(press, "一次性补缴核定单", held)
    draft = drafting.make(drafting.index.find("一次性补缴核定单"), held, ".html")

    assert {"P803", "P810"} == {problem.code for problem in told}
    assert any("最后一次缴费基数" in spelled(problem).message for problem in told)
    assert "5,292.00" not in draft.data.decode()
    assert "待核定" in draft.data.decode()
    assert told == draft.open


def test_a_draft_cites_no_clause_for_what_is_not_decided(drafting, sheet):
    held = sheet(LUMP_SUM, ("退休日期: 2022-03-31", "退休日期: 2025-09-01"), ("as_of: 2022-03-31", "as_of: 2025-09-01"))

    assert "济医保发" not in page(drafting, "一次性补缴核定单", held)


def test_a_lapsed_rule_fills_no_form(press, sheet):
    """济医保发〔2020〕19号 ended on 2025-08-31; retired the day after, nothing in force gives an amount."""
    held = sheet(LUMP_SUM, ("退休日期: 2022-03-31", "退休日期: 2025-09-01"), ("as_of: 2022-03-31", "as_of: 2025-09-01"))

    assert {"P803", "P810"} <= {problem.code for problem in refused(press, "一次性补缴核定单", held)}


def test_what_is_only_reported_fills_a_draft_at_most(press, drafting, sheet):
    """After 2022-05-01 the adoption, known by report, would say otherwise; let it decide, and the sheet is a draft."""
    changes = (
        ("退休日期: 2022-03-31", "退休日期: 2023-03-31"),
        ("as_of: 2022-03-31", "as_of: 2023-03-31"),
        ("视同缴费月数: 216", "视同缴费月数: 250"),
    )
    held = sheet(LUMP_SUM, *changes, accept_reported=True)
    problems = refused(press, "一次性补缴核定单", held)
    draft = page(drafting, "一次性补缴核定单", held)

    assert "P811" in {problem.code for problem in problems}
    assert "待核定" in draft
    assert "5,292.00" not in draft


def test_a_form_that_may_be_issued_has_no_watermark(press, drafting, sheet):
    marks = [
        re.search(r'<div class="watermark">', page(one, "参保凭证", sheet(held)))
        for one, held in ((press, OFFLINE), (drafting, BARE))
    ]

    assert (None, True) == (marks[0], bool(marks[1]))


def test_nothing_of_a_case_breaks_out_of_the_page(press, sheet):
    held = sheet(OFFLINE, ("name: 马文清", "name: '</td><script>alert(\"1\")</script>&{{ 7 * 7 }}'"))
    made = page(press, "参保凭证", held)

    assert "<script>" not in made
    assert "&lt;/td&gt;&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&amp;{{ 7 * 7 }}" in made


def test_a_mask_hides_the_middle_of_every_number_of_the_person_and_none_of_the_agency(library, sheet):
    masking = Press(library, shipped_forms(), mask=True)
    made = page(masking, "联系函", sheet(OFFLINE))

    assert "6328**********0035" in made
    assert not {"632802198505120035", "63280000000000010035", "139-0000-0035"} & set(re.split(r"[<>（）：，]", made))
    assert "3700000000000000008" in made


def test_the_certificate_lists_what_the_transfer_out_place_vouches_for(press, sheet):
    """The month paid at Jining is Jining's to certify; a month that is actual and deemed is counted once."""
    made = page(press, "参保凭证", sheet(OFFLINE, ("from: 2008-07, until: 2010-12", "from: 2008-07, until: 2011-02")))
    rows = re.findall(r"<tr><td>(.*?)</td>", made)
    totals = dict(re.findall(r"<th colspan=\"3\">(.*?)缴费合计.*?<td colspan=\"2\">(.*?)</td>", made))

    assert ["海西蒙古族藏族自治州"] * 3 == rows
    assert {"实际": "169个月（14年1个月）", "视同": "30个月（2年6个月）"} == totals


def test_the_sheet_shows_its_arithmetic(press, sheet):
    made = page(press, "一次性补缴核定单", sheet(LUMP_SUM))

    assert "4,200.00元×7%×18个月 ＝ 5,292.00元" in made
    assert "伍仟贰佰玖拾贰元整" in made


def test_a_refusal_gives_each_reason_its_remedy_and_says_where_to_turn(press, sheet):
    made = page(press, "不予受理告知书", sheet("refused"))

    for told in (
        "转出地未暂停参保",
        "转入地未正常参保",
        "请先在转出地办理职工医保关系暂停",
        "0977-8900523",
        "第八十三条",
        "行政复议",
    ):
        assert told in made


def test_the_notice_tells_what_is_not_decided_and_why(drafting, sheet):
    """Nothing held at Jining limits the contact letter: the notice says that, and does not decide it."""
    made = page(drafting, "认定告知书", sheet(BARE))
    decided, _, open_ = made.partition("<h2>尚未认定的事项</h2>")

    assert "联系函发出期限：未规定" in open_
    assert "联系函发出期限" not in decided
