"""``jiexu table`` as it is called."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main
from jiexu.explanation.columns import width

from tests.conftest import ROOT

BENEFITS = ["待遇起始月", "--place", "济宁市", "--from", "济南市", "--as-of", "2022-06-01"]
YUNZE = ["--policies", str(ROOT / "policies"), "--policies", str(ROOT / "tests" / "provinces" / "yunze" / "policies")]


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["table", *arguments], catch_exceptions=False)


def _sheet() -> list[list[str]]:
    return list(csv.reader(io.StringIO(_run(*BENEFITS, "--format", "csv").stdout.removeprefix("\ufeff"))))


def test_the_rules_are_rows_in_order_with_answer_clause_and_validity():
    sheet = _sheet()

    assert [
        "序",
        "属于省内转移接续人员",
        "参保身份",
        "期限内接续",
        "中断缴费月数",
        "已补缴中断期费用",
        "结论",
        "依据",
        "有效期",
    ] == sheet[0]
    assert [
        "3",
        "—",
        "—",
        "—",
        "＞0，≤3个月",
        "✓",
        "首次缴费月",
        "医保办发〔2021〕43号 第十条",
        "自2021-12-01起",
    ] == sheet[3]
    assert ["✓", "随用人单位参保", "✗", "—", "—", "首次缴费月的次月"] == sheet[7][1:7]
    assert "让于济医保发〔2020〕19号 二（二）" in sheet[8][7]
    assert sheet[10][6].startswith("未规定：")


def test_the_terminal_shows_conditions_under_letters_and_explains_names():
    done = _run(*BENEFITS)

    assert 0 == done.exit_code
    assert "  C  期限内接续\n" in done.stdout
    assert re.search(r"^3 +— +— +— +＞0，≤3个月 +✓ +首次缴费月 ", done.stdout, re.MULTILINE)
    assert "月数起算，按「减员当月计为第1个月」" in done.stdout
    assert "或按「次月计为第1个月」" in done.stdout


QUESTIONS = [
    "待遇起始月", "中断期费用补缴", "中断期医疗费用", "一次性补缴基数", "一次性补缴金额", "达到最低缴费年限", "应提交材料", "可否办理转移接续", "办结期限",
    "期限内接续", "中断缴费月数", "达到年限的途径",
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_a_hundred_columns(question: str, language: str):
    for where, day in (("济宁市", "2022-06-01"), ("月牙市", "2031-01-01"), ("海西州", "2025-06-01")):
        done = _run(question, "--place", where, "--as-of", day, "--lang", language, *YUNZE)

        assert 0 == done.exit_code
        assert max(map(width, done.stdout.splitlines())) <= 100


def test_markdown_has_as_many_cells_in_every_row_as_in_the_heading():
    rows = [line for line in _run(*BENEFITS, "--format", "md").stdout.splitlines() if line.startswith("|")]

    assert 12 == len(rows)
    assert {rows[0].count("|")} == {row.count("|") for row in rows}


def test_the_sheet_begins_with_a_byte_order_mark_and_no_cell_begins_a_formula(tmp_path: Path):
    """Excel reads Chinese in another code without the mark, and would compute what begins with =, +, - or @."""
    target = tmp_path / "表.csv"
    done = _run(*BENEFITS, "--format", "csv", "--output", str(target))

    assert (0, f"{target}\n") == (done.exit_code, done.stdout)
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert {1} == {target.read_bytes().count(b"\xef\xbb\xbf")}
    assert not [cell for row in _sheet() for cell in row if cell[:1] in ("=", "+", "-", "@")]


def test_the_page_stands_alone_and_has_every_row():
    page = _run(*BENEFITS, "--format", "html").stdout

    assert page.startswith("<!doctype html>")
    assert 11 == page.count("<tr>")
    assert "期限内接续" in page
    assert "http" not in page


def test_a_value_never_becomes_markup(tmp_path: Path):
    (tmp_path / "invented-2025-3.yaml").write_text(
        """\
format: jiexu-rules/1
instrument:
  id: invented-2025-3
  number: <b>虚构</b>〔2025〕3号
  title: （虚构，只供测试）
  issued_by: [济宁市医疗保障局]
  place: 济宁市
  rank: municipal
  evidence: official
  validity: {from: 2025-09-01, quote: 自2025年9月1日起施行}
provisions:
- clause: 一|二
  says: 竖线和尖括号。
  rules:
  - quote: 缴费当月
    then:
      待遇起始月: 首次缴费月
""",
        "utf-8",
    )
    also = ["--policies", str(ROOT / "policies"), "--policies", str(tmp_path)]
    found = ["待遇起始月", "--place", "济宁市", "--as-of", "2026-01-01", *also]
    rows = [line for line in _run(*found, "--format", "md").stdout.splitlines() if line.startswith("|")]

    assert "&lt;b&gt;虚构&lt;/b&gt;" in _run(*found, "--format", "html").stdout
    assert 1 == len({len(re.findall(r"(?<!\\)\|", row)) for row in rows})


def test_json_has_rules_as_they_are_written():
    data = json.loads(_run(*BENEFITS, "--json").stdout)

    assert data == json.loads(_run(*BENEFITS, "--format", "json").stdout)
    assert ("jiexu-table/1", "benefits_from") == (data["format"], data["question"])
    assert [{"sign": ">", "against": "0"}, {"sign": "<=", "against": "接续期限"}] == data["rows"][2]["cells"][3]
    assert ["待遇起始月 <= 顺延(首次缴费月, 等待期上限)"] == data["rows"][0]["within"]


def test_a_set_and_a_conjunction_say_how_their_rows_count_together():
    assert "结论合在一起" in _run("应提交材料", "--place", "海西州", "--as-of", "2025-06-01").stdout
    assert "有一项答否即为否" in _run("可否办理转移接续", "--place", "成都市").stdout


def test_a_place_and_day_without_rules_says_so():
    assert "没有有效的规定" in _run("达到最低缴费年限", "--place", "成都市").stdout


@pytest.mark.parametrize("style", ["text", "md", "html"])
def test_without_a_place_there_is_a_table_for_each_that_some_law_was_made_for(style: str):
    told = _run("可否办理转移接续", "--format", style).stdout

    assert [True, True] == [place in told for place in ("济宁市", "海西蒙古族藏族自治州")]


def test_labels_may_be_english():
    done = _run(*BENEFITS, "--lang", "en")

    assert "✓ must hold" in done.stdout
    assert "conditions    ✓ must hold    ✗ must not hold    — any\n  A  in province transferee" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["待遇起始", "--place", "济宁市"], 1, "待遇起始月"),
        (["待遇起始月", "--place", "火星"], 1, "P223"),
        (["待遇起始月", "--format", "csv"], 2, "济宁市"),
        ([*BENEFITS, "--output", f"{__file__}/表.md"], 1, "P133"),
    ],
)
def test_what_is_wrong_is_told_with_its_remedy(arguments: list[str], status: int, told: str):
    done = _run(*arguments)

    assert status == done.exit_code
    assert told in done.stderr
