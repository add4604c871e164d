"""The templates: what they may name, whose they are, and what happens to one that is wrong."""

import re
import shutil
from pathlib import Path

import pytest
from jiexu.base.problem import ProblemsError
from jiexu.forms.folder import INDEX, shipped_forms
from jiexu.forms.form import read_index
from jiexu.forms.press import Press

from tests.forms.conftest import OFFLINE

FORMS = Path(shipped_forms())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped forms that a test may spoil."""
    return Path(shutil.copytree(FORMS, tmp_path / "forms"))


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def refused(library, folder: Path, held, form="参保凭证"):
    press = Press(library, str(folder))
    with pytest.raises(ProblemsError) as error:
        press.make(press.index.find(form), held, ".html")
    return error.value.problems


@pytest.mark.parametrize(
    ("new", "name", "nearest"),
    [
        ("{{ person.nmae }}", "nmae", "name"),
        ("{{ facts.个人帐户余额 }}", "个人帐户余额", "个人账户余额"),
        ("{{ findings.待遇起始日.value }}", "待遇起始日", "待遇起始月"),
        ("{{ findings.待遇起始月.valeu }}", "valeu", "value"),
        ("{{ agencies.in.bank.acount }}", "acount", "account"),
        ("{{ persn.name }}", "persn", "person"),
    ],
)
def test_a_name_that_nothing_has_is_told_with_its_line_and_the_nearest(library, sheet, folder, new, name, nearest):
    spoil(folder, "enrolment-certificate.html", "{{ person.name }}", new)
    (problem,) = refused(library, folder, sheet(OFFLINE))
    line = Path(problem.where.file).read_text("utf-8").splitlines()[problem.where.line - 1]
    marked = line[problem.where.column - 1 :][: problem.where.width]

    assert ("P806", name, nearest, name) == (problem.code, marked, problem.values["nearest"], problem.values["name"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{{ person.name }}", "{{ person.name"),
        ("{{ person.name }}", "{% if %}"),
        ("{{ person.name }}", "{{ 1 // 0 }}"),
        ("{{ line.place }}", "{{ line.plase }}"),
        ("{{ case.origin }}", "{{ case.orign }}"),
        ("{{ person.name }}", "{{ person.name | no_such_filter }}"),
    ],
)
def test_a_template_that_cannot_be_filled_is_told_with_its_line(library, sheet, folder, old, new):
    spoil(folder, "enrolment-certificate.html", old, new)
    (problem,) = refused(library, folder, sheet(OFFLINE))
    line = Path(problem.where.file).read_text("utf-8").splitlines()[problem.where.line - 1]

    assert "P807" == problem.code
    assert new in line


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("question: 应出具文书", "question: 应出具文件", "P252"),
        ("value: 基本医疗保险参保凭证", "value: 参保凭证书", "P123"),
        ("fact: 转出地", "fact: 转出", "P251"),
        ("side: out", "side: outside", "P123"),
        ("layout:", "layuot:", "P121"),
        ("id: contact-letter", "id: no-such-letter", "P101"),
        ("jiexu-forms/1", "jiexu-forms/2", "P123"),
        ("name: 联系函", "name: 参保凭证", "P225"),
        ("name: 联系函", "name: ../联系函", "P124"),
    ],
)
def test_a_wrong_index_is_told_at_its_place(library, folder, old, new, code):
    spoil(folder, INDEX, old, new)
    with pytest.raises(ProblemsError) as error:
        read_index(str(folder), library)

    assert code in {problem.code for problem in error.value.problems}
    assert all(problem.where.file.startswith(str(folder)) for problem in error.value.problems)


def test_every_form_says_whose_layout_it_is(press, sheet):
    for form in press.index.forms.values():
        assert "非官方文本" in form.layout


@pytest.mark.parametrize("path", sorted(FORMS.glob("*.html")), ids=lambda path: path.stem)
def test_every_template_remarks_where_its_fields_come_from(path: Path):
    assert re.search(r"\{#.+?#\}", path.read_text("utf-8"), re.DOTALL)


def test_every_template_belongs_to_a_form_or_to_all_of_them(press):
    used = {form.template for form in press.index.forms.values()} | {"base.html", "say.html"}

    assert {path.name for path in FORMS.glob("*.html")} == used
