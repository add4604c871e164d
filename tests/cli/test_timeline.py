"""``jiexu timeline`` as it is called."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main
from jiexu.explanation.columns import width

from tests.conftest import ROOT

JINING = ["--place", "济宁市", "--on", "2026-11-22"]
CASE = str(ROOT / "cases" / "jining" / "flexible-fifth-month.yaml")
YUNZE = ["--policies", str(ROOT / "policies"), "--policies", str(ROOT / "tests" / "provinces" / "yunze" / "policies")]
SVG = "{http://www.w3.org/2000/svg}"


def _run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["timeline", *arguments], input=text, catch_exceptions=False)


def test_one_question_has_a_bar_for_itself_and_each_clause_and_its_stretches_in_words():
    done = _run("待遇起始月", *JINING)

    assert 0 == done.exit_code
    assert re.search(r"^待遇起始月 +#+\++\|\++$", done.stdout, re.MULTILINE)
    assert re.search(r"^济医保发〔2020〕19号 二（三） +#+ +\|$", done.stdout, re.MULTILINE)
    assert "■ 自2025-09-01起    有的情形可能没有规定" in done.stdout
    assert "医保办发〔2021〕43号 第十条 → 下级没有有效的规定" in done.stdout
    assert "二（三） 已于" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        JINING,
        ["待遇起始月", *JINING],
        ["待遇起始月", "--place", "月牙市", *YUNZE],
        ["--place", "成都市", "--lang", "en"],
        ["--ending", "180d", "--as-of", "2025-08-01"],
        ["--case", CASE, "--moving", "首次缴费日"],
        [],
    ],
)
def test_no_line_is_wider_than_a_hundred_columns(arguments):
    assert max(map(width, _run(*arguments).stdout.splitlines())) <= 100


def test_bars_line_up_under_their_years_in_columns_and_not_in_characters():
    lines = _run("待遇起始月", *JINING).stdout.splitlines()
    marks = {width(line[: line.index("|")]) for line in lines[3:12]}

    assert 1 == len(marks)


def test_without_a_question_every_shown_question_and_instrument_has_a_bar_and_gaps_are_listed():
    done = _run(*JINING)

    assert re.search(r"^达到最低缴费年限 +#+\.+\|\.+$", done.stdout, re.MULTILINE)
    assert "期限内接续" not in done.stdout
    assert re.search(r"无有效规定 +应提交材料、", done.stdout)


def test_without_a_place_each_place_that_some_law_was_made_for_is_shown():
    assert ["济宁市", "海西蒙古族藏族自治州"] == [
        one for one in ("济宁市", "海西蒙古族藏族自治州", "成都市") if f"何时由谁规定    {one}" in _run().stdout
    ]


def test_a_question_of_arithmetic_has_no_clauses():
    assert "由算式得出" in _run("中断缴费月数", *JINING).stdout


def test_a_question_on_which_nothing_is_held_says_so():
    assert "在成都市没有入库的规定" in _run("达到最低缴费年限", "--place", "成都市").stdout


def test_the_drawing_is_a_well_formed_file_that_fetches_nothing(tmp_path: Path):
    target = tmp_path / "time.svg"
    done = _run(*JINING, "--svg", str(target))
    drawing = target.read_text("utf-8")
    tree = ElementTree.fromstring(drawing)

    assert (0, f"{target}\n") == (done.exit_code, done.stdout)
    assert {"济医保发〔2020〕19号", "待遇起始月"} <= {text.text for text in tree.iter(f"{SVG}text")}
    assert not re.search(r"(?:href|src)=|url\(|@import", drawing)
    right = float(tree.attrib["width"])
    assert all(
        float(bar.attrib["x"]) + float(bar.attrib["width"]) <= right
        for bar in tree.iter(f"{SVG}rect")
        if "x" in bar.attrib
    )


def test_a_drawing_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path):
    (tmp_path / "file").write_text("", "utf-8")
    done = _run(*JINING, "--svg", str(tmp_path / "file" / "time.svg"))

    assert 1 == done.exit_code
    assert "P133" in done.stderr
    assert ["file"] == [path.name for path in tmp_path.iterdir()]


def test_what_ends_makes_the_status_3_when_a_question_opens():
    done = _run("--ending", "180d", "--as-of", "2025-08-01")

    assert 3 == done.exit_code
    assert "■ 2025-08-31期满    济宁市" in done.stdout
    assert "济医保发〔2020〕19号：全部" in done.stdout
    assert (0, True) == (
        _run("--ending", "1m", "--as-of", "2024-01-01").exit_code,
        "没有规定期满" in _run("--ending", "1m", "--as-of", "2024-01-01").stdout,
    )


def test_the_end_of_the_calendar_is_an_ending_too():
    done = _run("--ending", "2m", "--as-of", "2026-11-22")

    assert 3 == done.exit_code
    assert "2026-12-31    工作日历到头" in done.stdout


def test_what_ends_may_be_asked_for_one_question():
    told = json.loads(_run("达到最低缴费年限", "--ending", "180d", "--as-of", "2025-08-01", "--json").stdout)

    assert [["meets_minimum"]] == [[turn["question"] for turn in one["questions"]] for one in told["endings"]]


@pytest.mark.parametrize("span", ["180d", "180", "180天", "6m", "6个月", "1y", "1年"])
def test_a_span_is_days_months_or_years(span: str):
    assert 3 == _run("--ending", span, "--as-of", "2025-08-01").exit_code


def test_a_case_is_told_on_which_day_its_answers_change():
    done = _run("--case", CASE, "--as-of", "2025-08-30", "--set", "实际缴费月数=102")

    assert 0 == done.exit_code
    assert "■ 2025-09-01" in done.stdout
    assert re.search(r"不足月数 +18个月 → 无有效依据（济医保发〔2020〕19号 三（一）于2025-08-31期满）", done.stdout)
    assert "--moving" in done.stdout


def test_a_case_may_come_from_standard_input_and_one_of_its_days_may_move():
    done = _run("待遇起始月", "--case", "-", "--moving", "首次缴费日", "--json", text=Path(CASE).read_text("utf-8"))
    data = json.loads(done.stdout)

    assert ("jiexu-outlook/1", "first_paid_on") == (data["format"], data["moved"])
    assert ["2021-09-01", "2025-09-01", "2048-05-01"] == [change["day"] for change in data["changes"]]
    assert {"until": "2025-08-31", "value": "2026-02"} == data["changes"][0]["drifts"]


def test_what_was_not_yet_issued_is_left_out():
    asked = ["待遇起始月", *JINING, "--known-as-of", "2021-01-01"]
    known = json.loads(_run(*asked, "--json").stdout)

    assert "2021-01-01" == known["known_as_of"]
    assert _run(*asked).stdout.startswith("待遇起始月    何时由谁规定    济宁市    按2021-01-01所知\n")

    assert ["2020-09-01", "2025-09-01"] == [one["from"] for one in known["places"][0]["questions"][0]["stretches"]]


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["待遇起始", *JINING], 1, "待遇起始月"),
        (["--place", "海南"], 1, "海南藏族自治州"),
        (["--place", "济宁市", "--from", "火星"], 1, "P223"),
        (["--ending", "半年"], 2, "180d"),
        (["--ending", "1m", "--case", CASE], 2, "不能一起用"),
        (["--moving", "首次缴费日"], 2, "--case"),
        (["--case", CASE, "--moving", "参保身份"], 2, "首次缴费日"),
        (["--case", CASE, "--svg", "x.svg"], 2, "--svg"),
        (["--case", CASE, "--place", "济宁市"], 2, "--place 不能同 --case"),
        (["--ending", "1m", "--on", "2025-08-01"], 2, "--on 不能同 --ending"),
        (["--as-of", "2025-08-01"], 2, "--ending 或 --case"),
        (["--case", "no-such.yaml"], 1, "P101"),
    ],
)
def test_what_is_wrong_is_told_with_its_remedy(arguments: list[str], status: int, told: str):
    done = _run(*arguments)

    assert status == done.exit_code
    assert told in done.stderr
