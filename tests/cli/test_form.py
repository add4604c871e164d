"""``jiexu form`` as a caseworker uses it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main

from tests.conftest import ROOT

CASES = ROOT / "cases" / "forms"
OFFLINE = CASES / "haixi-to-jining-offline.yaml"
BARE = ROOT / "cases" / "haixi" / "to-jining-offline.yaml"


@pytest.fixture
def form():
    def run(*arguments: object) -> Result:
        return CliRunner().invoke(main, ["form", *map(str, arguments)], catch_exceptions=False)

    return run


def test_the_list_names_every_form_and_with_a_case_what_becomes_of_each(form):
    names = [line.split()[0] for line in form("--list").output.splitlines()]
    listed = form("--list", OFFLINE).output
    told = {line.split()[0]: line.split()[1] for line in listed.splitlines()[1:]}

    assert names == list(told)
    assert ("已出", "不出具", "点名时出") == (told["参保凭证"], told["转出核定单"], told["申请表"])
    assert all(line == line.rstrip() for line in listed.splitlines())


def test_a_form_is_listed_by_the_step_it_comes_from_and_waits_for_its_turn(form, tmp_path: Path):
    """The letter is due, the certificate was given, the sheet comes when the letter is back: only the first two are written."""
    case = tmp_path / "case.yaml"
    text = OFFLINE.read_text("utf-8")
    for fact in ("联系函发出日期: 2025-03-28", "收到联系函日期: 2025-03-31", "信息表发出日期: 2025-04-11"):
        text = text.replace(f"  {fact}\n", "")
    text = text.replace("  收到信息表日期: 2025-04-15\n", "").replace("  资金到账日期: 2025-04-15\n", "")
    case.write_text(text.replace("as_of: 2025-04-20", "as_of: 2025-03-26"), "utf-8")
    told = [line.split() for line in form("--list", case).output.splitlines()[1:4]]
    form("--all", tmp_path / "out", case)

    assert [
        ["参保凭证", "已出", "转出地", "「开具参保凭证」2025-03-21"],
        ["联系函", "要出具", "转入地", "现在「开具联系函」"],
        ["信息表", "以后出", "转出地", "轮到「开具信息表」时"],
    ] == told
    assert {"参保凭证", "联系函", "认定告知书"} == {
        path.stem.removeprefix("case-") for path in (tmp_path / "out").iterdir()
    }


@pytest.mark.parametrize(("side", "name"), [("转出地申请", "海西州医疗"), ("转入地申请", "济宁市医疗")])
def test_the_agency_that_refuses_signs(form, tmp_path: Path, side: str, name: str):
    case = tmp_path / "case.yaml"
    text = (CASES / "refused.yaml").read_text("utf-8")
    case.write_text(text.replace("  办理方式: 线下\n", f"  办理方式: 线上\n  申请端: {side}\n"), "utf-8")
    page = form("不予受理告知书", case).output

    assert f'<p class="right">{name}' in page
    assert f"不予受理告知书    要出具    {side[:3]}" in form("--list", case).output


def test_a_folder_without_a_case_is_told_as_such(form, tmp_path: Path):
    (tmp_path / "cases").mkdir()

    assert (0, "0 个案件\n") == (
        form("--list", tmp_path / "cases").exit_code,
        form("--list", tmp_path / "cases").output,
    )
    assert "0 个案件，写了 0 份\n" == form("--all", tmp_path / "out", tmp_path / "cases").output


def test_a_form_that_waits_is_listed_with_what_it_waits_for(form, tmp_path: Path):
    case = tmp_path / "case.yaml"
    case.write_text(OFFLINE.read_text("utf-8").replace("  办理方式: 线下\n", ""), "utf-8")
    result = form("--list", case)

    assert 3 == result.exit_code
    assert "「应出具文书」待补充（缺办理方式）" in result.output


def test_without_a_file_the_page_is_printed(form):
    result = form("参保凭证", OFFLINE)

    assert 0 == result.exit_code
    assert result.output.lstrip().startswith("<!doctype html>")
    assert "马文清" in result.output


@pytest.mark.parametrize("ending", [".html", ".pdf", ".docx", ".HTML"])
def test_the_ending_of_the_file_is_the_format(form, tmp_path: Path, ending: str):
    if ending == ".pdf":
        pytest.importorskip("weasyprint", exc_type=ImportError)
    target = tmp_path / f"证{ending}"
    result = form("参保凭证", OFFLINE, "-o", target)

    assert (0, f"写了 {target}\n") == (result.exit_code, result.output)
    assert {".html": b"<!doc", ".pdf": b"%PDF-", ".docx": b"PK\x03\x04"}[ending.lower()][
        :4
    ] == target.read_bytes().lstrip()[:4]
    assert [target] == list(tmp_path.iterdir())


def test_what_is_missing_is_told_and_nothing_is_written(form, tmp_path: Path):
    result = form("参保凭证", BARE, "-o", tmp_path / "a.html")

    assert 3 == result.exit_code
    assert result.stderr.count("P805") == 5
    assert [] == list(tmp_path.iterdir())


def test_a_draft_says_how_much_is_open(form, tmp_path: Path):
    result = form("参保凭证", BARE, "--draft", "-o", tmp_path / "a.html")

    assert 0 == result.exit_code
    assert "（草稿，5 项待核定）" in result.output


def test_a_wrong_name_is_told_the_nearest(form):
    result = form("参保凭单", OFFLINE)

    assert 1 == result.exit_code
    assert "P801" in result.stderr
    assert "是不是「参保凭证」？" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("参保凭证",),
        ("--all", "x"),
        ("参保凭证", OFFLINE, "-o", "a.txt"),
        ("参保凭证", OFFLINE, OFFLINE),
        ("参保凭证", OFFLINE, OFFLINE, "-o", "a.pdf"),
    ],
)
def test_a_command_that_makes_no_sense_is_a_misuse(form, arguments, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert 2 == form(*arguments).exit_code
    assert [] == list(tmp_path.iterdir())


def test_a_target_that_cannot_be_written_is_told_and_nothing_is_left(form, tmp_path: Path):
    (tmp_path / "file").write_text("")
    result = form("参保凭证", OFFLINE, "-o", tmp_path / "file" / "a.html")

    assert 1 == result.exit_code
    assert "P133 写不了这个文件" in result.stderr
    assert [tmp_path / "file"] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("old", "new"), [("余额: 16800.00", "余额: -1"), ("120035'", "120036'"), ("person:", "persons:")]
)
def test_a_wrong_case_is_refused_at_its_place(form, tmp_path: Path, old: str, new: str):
    case = tmp_path / "case.yaml"
    case.write_text(OFFLINE.read_text("utf-8").replace(old, new), "utf-8")
    result = form("参保凭证", case, "-o", tmp_path / "a.html")

    assert 1 == result.exit_code
    assert f"{case}:" in result.stderr
    assert [case] == list(tmp_path.iterdir())


def test_everything_a_folder_of_cases_needs_is_written_beside_each_other(form, tmp_path: Path):
    result = form("--all", tmp_path, CASES)
    names = {path.name for path in tmp_path.iterdir()}

    assert (0, "6 个案件，写了 19 份\n") == (result.exit_code, result.output)
    assert {
        "haixi-to-jining-offline-参保凭证.html",
        "refused-不予受理告知书.html",
        "lump-sum-一次性补缴核定单.html",
    } <= names
    assert 19 == len(names)


def test_cases_of_one_name_in_two_folders_do_not_overwrite_each_other(form, tmp_path: Path):
    for folder in ("a", "b"):
        (tmp_path / "cases" / folder).mkdir(parents=True)
        shutil.copy(OFFLINE, tmp_path / "cases" / folder / "case.yaml")
    form("联系函", tmp_path / "cases", "-o", tmp_path / "out")

    assert {"a/case-联系函.html", "b/case-联系函.html"} == {
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.html")
    }


@pytest.mark.parametrize("ending", [("a", "case.yaml"), ("", "case.json")])
def test_cases_whose_forms_would_get_the_same_names_are_a_misuse(form, tmp_path: Path, ending):
    one, other = tmp_path / "case.yaml", tmp_path.joinpath(*ending)
    for path in (one, other):
        path.parent.mkdir(exist_ok=True)
        shutil.copy(OFFLINE, path)
    result = form("联系函", one, other, "-o", tmp_path / "out")

    assert 2 == result.exit_code
    assert not (tmp_path / "out").exists()


def test_the_folder_of_all_forms_may_have_a_dot_in_its_name_and_a_case_may_be_named_twice(form, tmp_path: Path):
    result = form("--all", tmp_path / "2025.04", OFFLINE, OFFLINE)

    assert (0, "1 个案件，写了 4 份\n") == (result.exit_code, result.output)


def test_one_wrong_case_does_not_stop_the_others(form, tmp_path: Path):
    folder = tmp_path / "cases"
    shutil.copytree(CASES, folder)
    wrong = folder / "refused.yaml"
    wrong.write_text("facts: {", "utf-8")
    shutil.copy(BARE, folder / "bare.yaml")
    result = form("--all", tmp_path / "out", folder)

    assert 1 == result.exit_code
    assert "7 个案件，写了 18 份" in result.output
    assert "《基本医疗保险参保凭证》没有出" in result.stderr


def test_an_office_keeps_its_own_forms(form, tmp_path: Path, monkeypatch):
    folder = Path(shutil.copytree(ROOT / "forms", tmp_path / "forms"))
    page = folder / "contact-letter.html"
    page.write_text(page.read_text("utf-8").replace("（盖章）", "（本局章）"), "utf-8")
    by_option = form("联系函", OFFLINE, "--forms", folder).output
    monkeypatch.setenv("JIEXU_FORMS", str(folder))

    assert "（本局章）" in by_option
    assert by_option == form("联系函", OFFLINE).output
