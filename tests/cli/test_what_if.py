"""``jiexu what-if`` as it is called."""

import json
from pathlib import Path

from click.testing import CliRunner, Result
from jiexu.cli.main import main
from jiexu.explanation.columns import width

from tests.conftest import ROOT

LATE = str(ROOT / "cases" / "jining" / "flexible-fifth-month.yaml")
YUNZE = ["--policies", str(ROOT / "policies"), "--policies", str(ROOT / "tests" / "provinces" / "yunze" / "policies")]
SHORT = """\
as_of: 2022-03-31
to: 济宁市
facts: {实际缴费月数: 102, 退休日期: 2022-03-31}
"""


def _run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["what-if", *arguments], input=text, catch_exceptions=False)


def test_the_nearest_change_of_each_fact_is_a_sentence_with_its_clause():
    done = _run(LATE, "中断期费用补缴")

    assert 0 == done.exit_code
    assert "现在  中断期费用补缴：不补缴（济医保发〔2020〕19号 二（三））" in done.stdout
    assert "早35天：不晚于2021-05-31，则可补缴（济医保发〔2020〕19号 二（三））" in done.stdout
    assert "晚1519天：不早于2025-09-01，则无有效依据" in done.stdout
    assert "原因  自减员月起计首次缴费月是第几个月≤接续期限：不成立 → 成立" in done.stdout


def test_months_that_are_missing_are_counted():
    done = _run("-", "达到最低缴费年限", text=SHORT)

    assert 0 == done.exit_code
    assert "还差18个月：不少于120个月，则是（济医保发〔2020〕19号 三（一））" in done.stdout


def test_an_answer_that_only_moves_along_is_told_in_one_line():
    done = _run(LATE, "待遇起始月")

    assert "同一规定，答案随之变动：早5天（2021-06-30）为2021-12；晚27天（2021-08-01）为2022-02" in done.stdout


def test_an_open_question_has_status_3_and_tells_what_each_value_would_give():
    done = _run("-", "达到最低缴费年限", text="as_of: 2022-03-31\nto: 济宁市\nfacts: {退休日期: 2022-03-31}\n")

    assert 3 == done.exit_code
    assert "■ 实际缴费月数（案件没有给出）" in done.stdout
    assert "不多于119个月  否（济医保发〔2020〕19号 三（一））" in done.stdout
    assert "不少于120个月  是（济医保发〔2020〕19号 三（一））" in done.stdout


def test_an_answer_that_no_single_fact_changes_says_so():
    done = _run("-", "中断期补缴基数", text="as_of: 2026-03-31\nto: 济宁市\nfacts: {}\n")

    assert 3 == done.exit_code
    assert "案件没有给出" in done.stdout


def test_a_fact_that_the_case_derives_moves_as_well():
    """The months follow from the periods paid; what would be enough of them is told all the same."""
    case = SHORT.replace("实际缴费月数: 102", "缴费记录: [{place: 济宁市, from: 2010-01, until: 2018-06}]")

    assert "还差18个月：不少于120个月" in _run("-", "达到最低缴费年限", text=case).stdout


def test_another_province_is_asked_the_same_way():
    case = ROOT / "tests" / "provinces" / "yunze" / "cases" / "seven-months-flexible-city.yaml"
    done = _run(str(case), "待遇起始月", *YUNZE)

    assert 0 == done.exit_code
    assert "云泽医保发〔2030〕1号（虚构） 二第一款" in done.stdout


def test_no_line_is_wider_than_a_hundred_columns():
    for question in ("待遇起始月", "中断期医疗费用", "一次性补缴金额", "住院待遇归属地"):
        for language in ("zh", "en"):
            assert max(map(width, _run(LATE, question, "--lang", language).stdout.splitlines())) <= 100


def test_json_gives_values_as_a_case_writes_them():
    data = json.loads(_run(LATE, "gap_back_payment", "--json").stdout)
    told = {one["fact"]: one["alternatives"] for one in data["facts"]}

    assert ("jiexu-what-if/1", "gap_back_payment", "not_allowed") == (
        data["format"],
        data["question"],
        data["now"]["value"],
    )
    assert [("less", "2021-05-31", 35, "allowed"), ("more", "2025-09-01", 1519, None)] == [
        (one["side"], one["value"], one["steps"], one["then"].get("value")) for one in told["first_paid_on"]
    ]
    assert ["employment", "retirement_category"] == data["steady"]


def test_a_wrong_case_or_question_is_refused(tmp_path: Path):
    case = tmp_path / "case.yaml"
    case.write_text("facts: {减员日期: 2021-02-30}\nto: 济宁市\n", "utf-8")
    wrong, unknown = _run(str(case), "待遇起始月", "--json"), _run(LATE, "待遇起始")

    assert (1, "jiexu-error/1") == (wrong.exit_code, json.loads(wrong.stdout)["format"])
    assert 1 == unknown.exit_code
    assert "待遇起始月" in unknown.stderr
