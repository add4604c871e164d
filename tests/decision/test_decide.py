"""The semantics of a decision, on the shipped law: statuses, precedence, readings, evidence, unknown facts."""

import json
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jiexu.decision.asking import facts_to_ask
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import decide_case, world_of
from jiexu.document.loader import parse
from jiexu.explanation.data import decision_data
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.law.library import Library

from tests.conftest import ROOT

FLEXIBLE = {
    "参保身份": "灵活就业人员",
    "出生年月": "1985-05",
    "退休年龄类别": "男职工",
    "减员日期": "2021-03-20",
    "最后缴费月": "2021-03",
    "首次缴费日": "2021-07-05",
}
EMPLOYED = FLEXIBLE | {"参保身份": "随用人单位参保"}


def _findings(
    library: Library,
    facts: dict[str, Any],
    questions: list[str],
    *,
    origin: str | None = "济南市",
    destination: str = "济宁市",
    as_of: str = "2021-08-15",
    accept_reported: bool = False,
) -> dict[str, Any]:
    case = {"as_of": as_of, "to": destination, "facts": facts, "questions": questions}
    if origin:
        case["from"] = origin
    read = read_case(parse(json.dumps(case, ensure_ascii=False).encode(), "case"), library, date(2026, 1, 1))
    return decision_data(decide_case(library, read, accept_reported=accept_reported))["findings"]


def _finding(library: Library, facts: dict[str, Any], question: str, **options: Any) -> dict[str, Any]:
    (finding,) = _findings(library, facts, [question], **options).values()
    return finding


def test_the_sample_of_the_interface_comes_out_as_written(library: Library):
    finding = _finding(library, FLEXIBLE, "benefits_from")

    assert ("determined", "2022-01", "2021-07-05") == (finding["status"], finding["value"], finding["governing_day"])
    assert ("jining-2020-19", "济医保发〔2020〕19号", "二（三）", "#1") == tuple(
        finding["by"][0][key] for key in ("instrument", "number", "clause", "rule")
    )
    assert {
        "condition": "not 期限内接续",
        "holds": True,
        "values": {"减员月": "2021-03", "首次缴费月": "2021-07", "接续期限": "3"},
    } in finding["because"]
    assert [("delegation", "shandong-2020-47 二第三款")] == [
        (one["principle"], one["over"]) for one in finding["precedence"]
    ]
    assert [
        {"name": "月数起算", "taken": "减员当月计为第1个月", "sensitive": False},
        {
            "name": "满6个月",
            "taken": "缴费当月计入",
            "sensitive": True,
            "instead": [{"take": "缴费当月不计入", "status": "determined", "value": "2022-02"}],
        },
    ] == finding["readings"]
    assert [] == finding["alerts"]


def test_what_is_missing_is_named_most_useful_first(library: Library):
    finding = _finding(library, FLEXIBLE, "lump_sum_amount")

    assert {
        "status": "pending",
        "governing_day": "2021-08-15",
        "missing": ["retirement_stage", "actual_months"],
    } == finding


def test_the_same_case_gives_the_same_bytes(library: Library):
    one, other = (json.dumps(_findings(library, FLEXIBLE, [])) for _ in range(2))

    assert one == other


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, "determined"),
        ({"首次缴费日": "2021-05-05"}, "silent"),
        ({"首次缴费日": "2025-09-01", "最后缴费月": "2025-01", "减员日期": "2025-01-20"}, "not_in_force"),
        ({"首次缴费日": "2020-08-31", "最后缴费月": "2020-01", "减员日期": "2020-01-20"}, "not_in_force"),
    ],
)
def test_expired_silent_and_missing_are_three_answers(library: Library, changed: dict[str, str], status: str):
    assert status == _finding(library, FLEXIBLE | changed, "待遇起始月")["status"]
    assert "pending" == _finding(library, {key: FLEXIBLE[key] for key in ("参保身份",)}, "待遇起始月")["status"]


def test_a_lapse_names_the_last_day_and_what_lapsed(library: Library):
    facts = FLEXIBLE | {"首次缴费日": "2025-09-01", "最后缴费月": "2025-01", "减员日期": "2025-01-20"}
    finding = _finding(library, facts, "待遇起始月")

    assert ("2025-08-31", ["jining-2020-19"]) == (finding["last_in_force"], finding["names"])
    assert "value" not in finding


def test_before_commencement_the_first_day_is_named(library: Library):
    facts = EMPLOYED | {"首次缴费日": "2020-08-31", "最后缴费月": "2020-07", "减员日期": "2020-07-20"}
    finding = _finding(library, facts, "待遇起始月")

    assert ("2020-09-01", ["shandong-2020-47", "jining-2020-19"]) == (finding["first_in_force"], finding["names"])


def test_a_delegation_that_nobody_fills_is_unfilled(library: Library):
    assert "unfilled" == _finding(library, FLEXIBLE, "待遇起始月", destination="青岛市")["status"]


def test_rules_for_transfers_within_shandong_do_not_answer_a_case_from_qinghai(library: Library):
    facts = EMPLOYED | {"首次缴费日": "2021-04-05"}

    assert "not_applicable" == _finding(library, facts, "待遇起始月", origin="海西州")["status"]


@pytest.mark.parametrize("employment", ["随用人单位参保", "灵活就业人员"])
def test_the_window_does_not_depend_on_employment(library: Library, employment: str):
    facts = FLEXIBLE | {"首次缴费日": "2021-05-31", "参保身份": employment}

    assert True is _finding(library, facts, "期限内接续")["value"]


def test_one_value_whatever_the_unknown_choice_is_determined(library: Library):
    """Nobody said which retirement category; born 1985, every category is far from retirement."""
    facts = {key: value for key, value in EMPLOYED.items() if key != "退休年龄类别"} | {"首次缴费日": "2021-04-05"}
    finding = _finding(library, facts, "待遇起始月")

    assert ("determined", "2021-04") == (finding["status"], finding["value"])


def test_an_unknown_choice_that_matters_is_pending(library: Library):
    facts = {key: value for key, value in EMPLOYED.items() if key != "参保身份"}
    finding = _finding(library, facts, "待遇起始月")

    assert ("pending", ["employment"]) == (finding["status"], finding["missing"])


def test_determined_under_unknown_choices_agrees_with_every_complete_case(library: Library):
    """The naive oracle: fill in every combination of the unknown choices and look whether all agree."""
    choices = {
        "参保身份": ["随用人单位参保", "灵活就业人员"],
        "退休年龄类别": ["男职工", "女职工原55周岁", "女职工原50周岁"],
    }
    questions = ["待遇起始月", "中断期费用补缴", "中断期医疗费用", "属于省内转移接续人员", "法定退休年月"]
    for paid in ("2021-04-05", "2021-05-31", "2021-07-05", "2022-02-10"):
        known = {key: value for key, value in FLEXIBLE.items() if key not in choices} | {"首次缴费日": paid}
        partial = _findings(library, known, questions)
        whole = [
            _findings(library, known | dict(zip(choices, combination, strict=True)), questions)
            for combination in product(*choices.values())
        ]
        for name, finding in partial.items():
            answers = {(one[name]["status"], json.dumps(one[name].get("value"))) for one in whole}
            expected = answers if len(answers) == 1 else {("pending", "null")}
            assert expected == {(finding["status"], json.dumps(finding.get("value")))}


def test_the_superior_rule_wins_and_the_loser_says_why(library: Library):
    """Four calendar months after the reduction, three of them unpaid: in time for 43号, late for 19号."""
    facts = EMPLOYED | {
        "减员日期": "2022-01-20",
        "最后缴费月": "2022-01",
        "首次缴费日": "2022-05-10",
        "已补缴中断期费用": "是",
    }
    finding = _finding(library, facts, "待遇起始月", as_of="2022-06-01")

    assert ("2022-05", "transfer-2021-43") == (finding["value"], finding["by"][0]["instrument"])
    (lost,) = finding["precedence"]
    assert ("superior", "jining-2020-19 二（二）", "2022-06", "国家、省、市另有新规定的，从其规定") == tuple(
        lost[key] for key in ("principle", "over", "value", "quote")
    )


def test_a_special_rule_of_the_same_instrument_wins(library: Library):
    finding = _finding(library, EMPLOYED | {"首次缴费日": "2021-06-10"}, "待遇起始月")

    assert "2021-07" == finding["value"]
    assert ("specialis", "jining-2020-19 二（一）") in [
        (one["principle"], one["over"]) for one in finding["precedence"]
    ]


@pytest.mark.parametrize(("paid", "alerts"), [("2022-04-30", []), ("2022-05-01", ["reported"])])
def test_a_reported_instrument_alerts_from_its_first_day_and_never_decides_by_itself(
    library: Library, paid: str, alerts: list[str]
):
    facts = FLEXIBLE | {"减员日期": "2021-10-20", "最后缴费月": "2021-10", "首次缴费日": paid}
    finding = _finding(library, facts, "待遇起始月", as_of="2022-05-20")

    assert "jining-2020-19" == finding["by"][0]["instrument"]
    assert alerts == [alert["kind"] for alert in finding["alerts"]]


def test_accepted_reports_decide_by_the_same_rules(library: Library):
    facts = FLEXIBLE | {"减员日期": "2021-10-20", "最后缴费月": "2021-10", "首次缴费日": "2022-05-01"}
    finding = _finding(library, facts, "待遇起始月", as_of="2022-05-20", accept_reported=True)

    assert ("2022-06", "jining-2022-adoption") == (finding["value"], finding["by"][0]["instrument"])
    assert ("posterior", "jining-2020-19 二（三）") in [
        (one["principle"], one["over"]) for one in finding["precedence"]
    ]


def test_advice_is_shown_against_the_decision_and_never_decides(library: Library):
    facts = {"转出地参保状态": "正常参保", "转入地参保状态": "正常参保", "存在欠费": "否"}
    finding = _finding(library, facts, "可否办理转移接续", origin="西宁市", as_of="2025-05-06")

    assert False is finding["value"]
    assert not {"xining-2025-article", "general-transfer-article"} & {by["instrument"] for by in finding["by"]}
    assert [("advice", ["xining-2025-article 二1缴费状态正常"], True)] == [
        (alert["kind"], alert["by"], alert["value"]) for alert in finding["alerts"]
    ]


@pytest.mark.parametrize(
    ("as_of", "kinds"), [("2025-03-03", []), ("2025-03-04", ["sunset"]), ("2025-08-31", ["sunset"])]
)
def test_a_decider_that_ends_within_180_days_is_announced(library: Library, as_of: str, kinds: list[str]):
    facts = FLEXIBLE | {"减员日期": "2024-01-20", "最后缴费月": "2024-01", "首次缴费日": "2024-07-05"}
    finding = _finding(library, facts, "中断期费用补缴", as_of=as_of)

    assert kinds == [alert["kind"] for alert in finding["alerts"] if alert["kind"] == "sunset"]


def test_a_deadline_in_a_year_not_held_is_never_guessed(library: Library):
    facts = {"办理方式": "线上", "受理日期": "2026-12-25"}
    finding = _finding(library, facts, "信息表与资金期限", as_of="2026-12-25")

    assert ("not_in_force", ["workdays-2027"], "2026-12-31") == (
        finding["status"],
        finding["names"],
        finding["last_in_force"],
    )
    assert "第八条" == finding["by"][0]["clause"]


def test_the_answer_to_ask_for_first_decides_most(library: Library):
    case = {
        "as_of": "2021-08-15",
        "from": "济南市",
        "to": "济宁市",
        "facts": {k: v for k, v in FLEXIBLE.items() if k != "参保身份"},
    }
    read = read_case(parse(json.dumps(case, ensure_ascii=False).encode(), "case"), library, date(2026, 1, 1))
    world = world_of(library, read)

    assert "employment" == facts_to_ask(world, ["待遇起始月", "中断期费用补缴", "住院待遇归属地"])[0]


def test_with_no_transfer_no_question_of_a_transfer_is_asked(library: Library):
    facts = {"出生年月": "1963-06", "退休年龄类别": "男职工", "实际缴费月数": "100", "退休日期": "2023-06-01"}
    asked = set(_findings(library, facts, [], origin=None, as_of="2023-06-01"))

    assert {"meets_minimum", "shortfall_months", "statutory_retirement_month"} <= asked
    assert not {"benefits_from", "gap_back_payment", "hospital_place", "origin_benefits_until"} & asked


def test_a_dated_number_before_its_first_value_is_named_and_not_taken_for_a_calendar(tmp_path: Path):
    """A rule in force from 2020 whose number begins in 2022: nothing is guessed for 2021."""
    (tmp_path / "dated.yaml").write_text(
        "format: jiexu-rules/1\n"
        "instrument: {id: dated-1, title: 虚构, place: 青岛市, rank: municipal, evidence: official, validity: {from: 2020-01-01}}\n"
        "provisions:\n- clause: 一\n  parameters:\n"
        "    虚构月数: {unit: 个月, values: {2022-01-01: 2, 2024-01-01: 3}}\n"
        "  rules:\n  - then:\n      不足月数: 虚构月数\n",
        "utf-8",
    )
    library = read_law(gather([ROOT / "policies", tmp_path]))
    finding = _finding(library, {"退休日期": "2021-06-01"}, "不足月数", destination="青岛市", as_of="2021-06-01")

    assert ("not_in_force", ["虚构月数"], "2022-01-01") == (
        finding["status"],
        finding["names"],
        finding["first_in_force"],
    )
