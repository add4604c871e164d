"""Each check finds the one mistake made for it, at its place, and nothing on the shipped law."""

import os
from pathlib import Path

import pytest
from jiexu.base.problem import Problem
from jiexu.checks.numerals import numerals
from jiexu.checks.p403_sentence import accounted
from jiexu.checks.run import run_checks
from jiexu.checks.subject import attach
from jiexu.law.examination import examine
from jiexu.law.folder import gather

from tests.conftest import ROOT

JINING = "jining/jining-2020-19.yaml"
NATIONAL = "national/transfer-2021-43.yaml"


def _copy(folder: Path) -> Path:
    for path in (ROOT / "policies").rglob("*.yaml"):
        copy = folder / "policies" / path.relative_to(ROOT / "policies")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return folder / "policies"


def _problems(policies: Path, sources: Path | None = None) -> list[Problem]:
    library, problems = examine(gather([policies]))
    return problems or run_checks(attach(library, sources)) if library else problems


def _changed(policies: Path, file: str, before: str, after: str, count: int = 1) -> None:
    path = policies / file
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, count), "utf-8")


def test_the_shipped_law_passes_every_check():
    assert [] == _problems(ROOT / "policies")


@pytest.mark.parametrize(
    ("code", "file", "before", "after"),
    [
        ("P211", JINING, "- not 期限内接续\n    then", "- not 期限内接\n    then"),
        ("P212", JINING, "不足月数 > 0", "不足月数 > 首次参保缴费基数"),
        ("P213", JINING, "参保身份 == 灵活就业人员", "参保身份 == 男职工"),
        ("P221", JINING, "待遇起始月: 首次缴费月", "待遇起始: 首次缴费月"),
        ("P202", JINING, "实际缴费月数 >= 最低实际缴费年限", "实际缴费月数 ≥ 最低实际缴费年限"),
        ("P205", JINING, "实际缴费月数 >= 最低实际缴费年限", "实际缴费月数 >= 120"),
        ("P301", JINING, "implements: [shandong-2020-47 二第三款]", "implements: [shandong-2020-47 二第四款]"),
        ("P301", JINING, "overrides: [二（一）]", "overrides: [二（九）]"),
        ("P301", JINING, "same_as: 二（二）", "same_as: 二（九）"),
        ("P303", JINING, "from: 2020-09-01, until: 2025-08-31", "from: 2020-09-01, until: 2019-08-31"),
        (
            "P311",
            JINING,
            "    等待期: {value: 6,",
            "    无用期: {value: 6, unit: 个月, quote: 连续缴费满6个月后}\n    等待期: {value: 6,",
        ),
        ("P402", JINING, "quote: 不计入医疗保险个人账户", "quote: 不计入医疗保险个人账户9个月"),
        ("P405", JINING, "{value: 3, unit: 个月", "{value: 4, unit: 个月"),
        ("P501", JINING, "expect: {待遇起始月: 2022-01", "expect: {待遇起始月: 2022-02"),
        ("P512", NATIONAL, "{value: 6, unit: 个月", "{value: 5, unit: 个月"),
        ("P226", JINING, "unit: 年", "unit: 周年"),
        ("P225", JINING, "- clause: 三（四）", "- clause: 三（三）"),
        ("P224", JINING, "place: 济宁市", "place: 吉林"),
        ("P223", JINING, "place: 济宁市", "place: 济宁城"),
        ("P121", JINING, "  says: 一次性补足的部分", "  say: 一次性补足的部分"),
        ("P122", JINING, "  evidence: official\n", ""),
        ("P123", JINING, "rank: municipal", "rank: city"),
        ("P125", JINING, "quote: 不计入医疗保险个人账户", "quote: " + "不计入" * 14),
    ],
)
def test_a_mistake_is_found_under_its_code_in_its_file(tmp_path: Path, code: str, file: str, before: str, after: str):
    policies = _copy(tmp_path)
    _changed(policies, file, before, after)

    found = _problems(policies)

    assert (code, f"policies/{file}") in {(problem.code, problem.where.file) for problem in found}


def test_a_circle_of_questions_is_shown_whole(tmp_path: Path):
    policies = _copy(tmp_path)
    _changed(policies, JINING, "中断期费用补缴 == 可补缴", "中断期补缴基数 > 0")

    (problem,) = [problem for problem in _problems(policies) if problem.code == "P302"][:1]

    assert "中断期补缴基数 → 中断期补缴基数" == problem.values["circle"]


def test_two_versions_of_one_notice_may_not_overlap(tmp_path: Path):
    policies = _copy(tmp_path)
    text = (policies / JINING).read_text("utf-8")
    later = (
        text.replace("id: jining-2020-19", "id: jining-2020-19-b")
        .replace("from: 2020-09-01", "from: 2025-08-31")
        .replace("until: 2025-08-31", "until: 2030-08-31")
    )
    (policies / "jining" / "later.yaml").write_text(later, "utf-8")

    assert "P304" in {problem.code for problem in _problems(policies)}


def test_a_deciding_clause_needs_an_example(tmp_path: Path):
    policies = _copy(tmp_path)
    path = policies / JINING
    text = path.read_text("utf-8")
    start = text.index("  examples:", text.index("- clause: 三（四）"))
    path.write_text(text[:start] + text[text.index("- clause: 三（五）") :], "utf-8")

    assert ["P510"] == [problem.code for problem in _problems(policies)]


def test_all_problems_come_in_one_run(tmp_path: Path):
    policies = _copy(tmp_path)
    _changed(policies, JINING, "- not 期限内接续\n    then", "- not 期限内接\n    then")
    _changed(policies, NATIONAL, "中断缴费月数 == 0", "中断缴费月数 = 0")
    _changed(policies, "shandong/shandong-2020-47.yaml", "unit: 个月", "unit: 个约")

    files = {problem.where.file for problem in _problems(policies)}

    assert {f"policies/{NATIONAL}", "policies/shandong/shandong-2020-47.yaml"} <= files


@pytest.fixture
def fictional(tmp_path: Path) -> tuple[Path, Path]:
    """A pack with one more instrument, and its text."""
    policies = _copy(tmp_path)
    (policies / "fiction.yaml").write_text(
        "# yaml-language-server: $schema=./instrument.schema.json\n"
        "format: jiexu-rules/1\n"
        "instrument: {id: fiction-1, title: 虚构通知, place: 济宁市, rank: guide, evidence: advice, validity: {from: 2031-01-01}}\n"
        "provisions:\n"
        "- clause: 一\n"
        "  quote: 应当提交材料\n"
        "  not_encoded: 不是规则：虚构\n"
        "excused:\n"
        "- {quote: 虚构通知, why: 标题}\n",
        "utf-8",
    )
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "fiction-1.txt").write_text("**虚构通知。**\n\n一、申请人应当提\n交材料；第二句没有着落。\n", "utf-8")
    return policies, sources


def test_a_sentence_that_went_nowhere_is_found_with_its_line(fictional: tuple[Path, Path]):
    policies, sources = fictional

    found = {problem.code: problem for problem in _problems(policies, sources)}

    assert {"P403", "P404"} == set(found)
    assert 4 == found["P403"].where.line
    assert "第二句没有着落。" in found["P403"].message


def test_every_sentence_tells_where_it_went(fictional: tuple[Path, Path]):
    policies, sources = fictional
    library, _ = examine(gather([policies]))
    assert library is not None
    ((instrument, text),) = attach(library, sources).texted()

    assert ["虚构通知。", "一、申请人应当提交材料;", "第二句没有着落。"] == [
        sentence for sentence, _ in accounted(instrument, text)
    ]
    assert [True, True, False] == [bool(went) for _, went in accounted(instrument, text)]


def test_a_quotation_with_one_word_altered_is_found(fictional: tuple[Path, Path]):
    policies, sources = fictional
    _changed(policies, "fiction.yaml", "应当提交材料", "必须提交材料")

    assert "P401" in {problem.code for problem in _problems(policies, sources)}


@pytest.mark.parametrize(
    ("phrase", "stated"),
    [
        ("自2020年9月1日起实施，有效期至2025年8月31日", ["2020", "9", "1", "2025", "8", "31"]),
        ("3个月内", ["3"]),
        ("7%的比例由单位(灵活就业人员由本人)一次性补足", ["7%"]),
        ("鲁医保发〔2020〕47号 二（三）第二款", []),
        ("每四个月延迟一个月，至六十三周岁", ["4", "1", "63"]),
        ("原则上不超过6个月", ["6"]),
        ("一次性补缴", []),
        ("一百二十个月", ["120"]),
    ],
)
def test_numbers_of_a_phrase_are_read_in_digits_and_in_chinese(phrase: str, stated: list[str]):
    assert stated == list(numerals(phrase))


@pytest.mark.skipif("JIEXU_SOURCES" not in os.environ, reason="the official texts are not part of the repository")
def test_every_sentence_of_the_official_texts_is_accounted_for():
    sources = Path(os.environ["JIEXU_SOURCES"])
    library, _ = examine(gather([ROOT / "policies"]))
    assert library is not None
    subject = attach(library, sources)

    assert {
        "jining-2020-19",
        "shandong-2020-47",
        "haixi-2025-guide",
        "xining-2025-article",
        "general-transfer-article",
    } <= set(subject.texts)
    assert [] == run_checks(subject)
