"""The accepted cases, recomputed by hand: months counted on fingers, money by multiplication, days by another calendar."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import chinese_calendar
import jiexu
import pytest
import yaml

ROOT = Path(__file__).parents[2]
CASES = ROOT / "cases"
FILES = {path.relative_to(CASES).with_suffix("").as_posix(): path for path in sorted(CASES.rglob("*.yaml"))}
# BaseLoader leaves every scalar as written.
WRITTEN = {name: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for name, path in FILES.items()}
ARITHMETIC = ("unpaid_months", "resumption_ordinal")
EITHER_EMPLOYMENT = ("jining/window-whatever-the-employment", "jining/employment-unknown-clear-miss")
MALE, FEMALE_55, FEMALE_50 = "男职工", "女职工原55周岁", "女职工原50周岁"


@pytest.fixture(scope="module")
def law() -> jiexu.Law:
    return jiexu.load(ROOT / "policies")


@pytest.fixture(scope="module")
def findings(law: jiexu.Law) -> dict[str, dict[str, Any]]:
    """What every case comes to: its own questions and every question it pins."""
    terms = {question.name: question.id for question in law.library.vocabulary.questions.values()}
    found = {}
    for name, written in WRITTEN.items():
        plain = {key: value for key, value in written.items() if key != "expect"}
        own = law.decide(plain).data["findings"]
        pinned = [question for question in written["expect"] if terms[question] not in own]
        found[name] = own | (law.decide(plain | {"questions": pinned}).data["findings"] if pinned else {})
    return found


def finding(findings: dict[str, dict[str, Any]], case: str, question: str) -> dict[str, Any]:
    return findings[case][question]


def clauses(found: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys(f"{one['instrument']} {one['clause']}" for one in found.get("by", ())))


# --- the files themselves ---


@pytest.mark.parametrize("name", FILES)
def test_a_case_pins_a_value_or_a_status_of_every_question_it_names(name: str):
    expect = WRITTEN[name].get("expect", {})

    assert expect
    assert [] == [question for question, pin in expect.items() if not {"value", "status"} & set(pin)]


@pytest.mark.parametrize("name", FILES)
def test_a_pinned_value_has_its_clause(name: str):
    without = [question for question, pin in WRITTEN[name]["expect"].items() if "value" in pin and not pin.get("by")]

    assert [] == [question for question in without if question not in ("中断缴费月数", "接续月序")]


@pytest.mark.parametrize("name", [name for name in FILES if name not in EITHER_EMPLOYMENT])
def test_the_clauses_are_those_pinned_and_no_others(law: jiexu.Law, findings, name: str):
    terms = {question.name: question.id for question in law.library.vocabulary.questions.values()}
    pinned = {terms[question]: pin["by"] for question, pin in WRITTEN[name]["expect"].items() if "by" in pin}

    assert pinned == {question: clauses(findings[name][question]) for question in pinned}


@pytest.mark.parametrize("name", FILES)
def test_every_answer_stands_on_a_clause(findings, name: str):
    bare = [id_ for id_, found in findings[name].items() if found["status"] == "determined" and not found["by"]]

    assert [] == [id_ for id_ in bare if id_ not in ARITHMETIC]


@pytest.mark.parametrize("name", FILES)
def test_an_accepted_explanation_names_neither_lines_nor_hashes_nor_files(name: str):
    accepted = FILES[name].with_suffix(".txt").read_text("utf-8")

    assert accepted.startswith(WRITTEN[name]["case"])
    assert [] == [mark for mark in (".yaml", "sha256", "policies/", "line ") if mark in accepted]


@pytest.mark.parametrize("name", EITHER_EMPLOYMENT)
def test_a_fact_that_nobody_gave_is_no_condition_that_held(findings, name: str):
    held = [one["condition"] for found in findings[name].values() for one in found.get("because", ()) if one["holds"]]

    assert [] == [condition for condition in held if condition.startswith("参保身份")]


def test_no_two_cases_share_an_id():
    ids = [written["case"] for written in WRITTEN.values()]

    assert sorted(set(ids)) == sorted(ids)


def test_every_status_that_the_shipped_law_can_give_is_pinned():
    pinned = {pin.get("status", "determined") for written in WRITTEN.values() for pin in written["expect"].values()}

    assert {"determined", "pending", "not_in_force", "silent", "unfilled", "not_applicable"} == pinned


def test_the_placeholder_floors_stand_in_titles_that_say_so():
    using = [
        written["title"]
        for written in WRITTEN.values()
        if written["facts"].get("当年最低缴费基数") in ("4242", "4416") and "按" in written["title"]
    ]

    assert [] == [title for title in using if "假设" not in title and "2019" not in title]


# --- months ---


def number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def month(count: int) -> str:
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def unpaid(last: str, first: str) -> int:
    """Calendar months strictly between, counted one by one."""
    return len(range(number(last) + 1, number(first)))


def ordinal(removed: str, first: str) -> int:
    """Which month it is when the month of removal is the first."""
    return number(first) - number(removed) + 1


@pytest.mark.parametrize(
    "name", [name for name in FILES if {"最后缴费月", "首次缴费日"} <= set(WRITTEN[name]["facts"])]
)
def test_unpaid_months_are_counted_one_by_one(law: jiexu.Law, name: str):
    facts = WRITTEN[name]["facts"]
    found = law.decide({**WRITTEN[name], "expect": {}, "questions": ["中断缴费月数"]}).data["findings"]["unpaid_months"]

    assert str(unpaid(facts["最后缴费月"], facts["首次缴费日"])) == found["value"]


def written_by_jining(employment: str, removed: str, last: str, first: str) -> tuple[str | None, str, str | None]:
    """19号 二 read aloud: benefits from, back-payment, costs; None where the text says nothing. Nothing was back-paid."""
    late, gap = ordinal(removed, first) > 3, unpaid(last, first) > 0
    if late:
        wait = 1 if employment == "随用人单位参保" else 6
        return month(number(first) + wait), "not_allowed", "not_covered"
    start = first[:7] if employment == "随用人单位参保" else None
    return start, "allowed" if gap else "not_needed", None if gap else "none"


@pytest.mark.parametrize("employment", ["随用人单位参保", "灵活就业人员"])
@pytest.mark.parametrize("first", [f"2021-{at:02d}-10" for at in range(4, 12)])
def test_within_shandong_before_december_2021(law: jiexu.Law, employment: str, first: str):
    facts = {
        "参保身份": employment,
        "出生年月": "1985-05",
        "退休年龄类别": MALE,
        "减员日期": "2021-03-20",
        "最后缴费月": "2021-03",
        "首次缴费日": first,
        "已补缴中断期费用": "否",
    }
    case = {"as_of": "2021-12-31", "from": "济南市", "to": "济宁市", "facts": facts}
    found = law.decide(case).data["findings"]
    got = tuple(found[id_].get("value") for id_ in ("benefits_from", "gap_back_payment", "gap_costs"))

    assert written_by_jining(employment, "2021-03", "2021-03", first) == got


@pytest.mark.parametrize("count", range(6))
def test_across_provinces_the_gap_is_the_unpaid_months(law: jiexu.Law, count: int):
    """43号: up to three unpaid months and back-paid, the month of payment; more, whatever the destination says."""
    first = month(number("2024-01") + count + 1)
    facts = {"最后缴费月": "2024-01", "首次缴费日": f"{first}-10", "已补缴中断期费用": "是"}
    case = {"as_of": "2024-12-31", "from": "成都市", "to": "广州市", "facts": facts, "questions": ["待遇起始月"]}
    found = law.decide(case).data["findings"]["benefits_from"]

    assert (("determined", first) if count <= 3 else ("unfilled", None)) == (found["status"], found.get("value"))


def test_overlapping_months_are_counted_once(findings):
    taian = set(range(number("2010-01"), number("2021-05") + 1))
    jining = set(range(number("2021-04"), number("2024-03") + 1))

    assert (137, 36, 2, 171) == (len(taian), len(jining), len(taian & jining), len(taian | jining))
    assert "171" == finding(findings, "jining/overlap-counted-once", "credited_months")["value"]


# --- money ---


def rounded(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def lump_sum(facts: dict[str, str]) -> Decimal:
    """19号 三（二）: one of three bases, the floor only for the last two, seven in a hundred, by the month."""
    floor = Decimal(facts.get("当年最低缴费基数", "0"))
    if facts["办理情形"] == "已退休未补缴":
        base = max(Decimal(facts["补缴上月养老金"]), floor)
    elif facts["按时足额缴费"] == "否":
        base = max(Decimal(facts["退休上月应缴基数"]), floor)
    else:
        base = Decimal(facts["最后一次缴费基数"])
    return rounded(base * 7 * (120 - int(facts["实际缴费月数"])) / 100)


def test_the_lump_sums_of_the_worked_scenarios(findings):
    scenarios = ("jining/retirement-deemed-not-counted", "jining/retirement-route-1-no-floor")
    amounts = [finding(findings, case, "lump_sum_amount")["value"] for case in scenarios]

    assert ["8400.00", "3343.20"] == amounts


def test_every_lump_sum_multiplies_out(findings):
    amounts = {
        name: found["lump_sum_amount"]["value"]
        for name, found in findings.items()
        if found.get("lump_sum_amount", {}).get("status") == "determined"
    }

    assert 8 <= len(amounts)
    assert {name: str(lump_sum(WRITTEN[name]["facts"])) for name in amounts} == amounts


def test_with_a_floor_the_first_route_would_cost_220_08_more(findings):
    (reading,) = finding(findings, "jining/retirement-route-1-no-floor", "lump_sum_amount")["readings"]
    floored = rounded(Decimal(4242) * 7 * 12 / 100)

    assert reading["sensitive"]
    assert [str(floored)] == [other["value"] for other in reading["instead"]]
    assert Decimal("220.08") == floored - Decimal("3343.20")


# --- retirement ---

TABLE = {
    (MALE, "1964-12"): "2024-12",
    (MALE, "1965-01"): "2025-02",
    (MALE, "1965-04"): "2025-05",
    (MALE, "1965-05"): "2025-07",
    (MALE, "1965-08"): "2025-10",
    (MALE, "1965-09"): "2025-12",
    (MALE, "1966-03"): "2026-07",
    (MALE, "1976-08"): "2039-07",
    (MALE, "1976-09"): "2039-09",
    (MALE, "1977-01"): "2040-01",
    (FEMALE_55, "1969-12"): "2024-12",
    (FEMALE_55, "1970-01"): "2025-02",
    (FEMALE_55, "1970-05"): "2025-07",
    (FEMALE_55, "1981-08"): "2039-07",
    (FEMALE_55, "1981-09"): "2039-09",
    (FEMALE_50, "1974-12"): "2024-12",
    (FEMALE_50, "1975-01"): "2025-02",
    (FEMALE_50, "1975-02"): "2025-03",
    (FEMALE_50, "1975-03"): "2025-05",
    (FEMALE_50, "1975-09"): "2026-02",
    (FEMALE_50, "1984-10"): "2039-09",
    (FEMALE_50, "1984-11"): "2039-11",
}


def retires(law: jiexu.Law, category: str, born: str) -> dict[str, Any]:
    facts = {"出生年月": born, "退休年龄类别": category}
    case = {"as_of": "2025-06-01", "to": "济宁市", "facts": facts, "questions": ["法定退休年月"]}
    return law.decide(case).data["findings"]["statutory_retirement_month"]


def counted(category: str, born: str) -> str:
    """One month later for every four (two) months of birth begun after the last that is not late, never beyond the cap."""
    years, step, cap = {MALE: (60, 4, 36), FEMALE_55: (55, 4, 36), FEMALE_50: (50, 2, 60)}[category]
    original = number(born) + years * 12
    late, batch = 0, number("2025-01")
    while batch <= original and late < cap:
        late, batch = late + 1, batch + step
    return month(original + late)


@pytest.mark.parametrize(("category", "born"), TABLE)
def test_the_retirement_table(law: jiexu.Law, category: str, born: str):
    found = retires(law, category, born)
    clause = "retirement-1978-104 第一条" if TABLE[category, born] == "2024-12" else "retirement-2024 第一条"

    assert (TABLE[category, born], counted(category, born), [clause]) == (
        found["value"],
        found["value"],
        clauses(found),
    )


@pytest.mark.parametrize(("category", "start"), [(MALE, 1964), (FEMALE_55, 1969), (FEMALE_50, 1974)])
def test_every_month_of_birth_until_the_cap(law: jiexu.Law, category: str, start: int):
    births = [month(number(f"{start}-01") + late) for late in range(14 * 12)]

    assert [counted(category, born) for born in births] == [retires(law, category, born)["value"] for born in births]


# --- working days ---


def after(day: str, count: int) -> str:
    """The day itself not counted; working days by the calendar of another project."""
    at = date.fromisoformat(day)
    while count:
        at += timedelta(days=1)
        count -= chinese_calendar.is_workday(at)
    return str(at)


STAGES = {
    "信息表与资金期限": ("受理日期", 10),
    "办结期限": ("收到信息表日期", 5),
}


@pytest.mark.parametrize("question", STAGES)
@pytest.mark.parametrize("offset", range(0, 400, 7))
def test_online_deadlines(law: jiexu.Law, question: str, offset: int):
    start, days = STAGES[question]
    day = str(date(2025, 1, 2) + timedelta(days=offset))
    facts = {"办理方式": "线上", start: day}
    case = {"as_of": day, "from": "海西州", "to": "济宁市", "facts": facts, "questions": [question]}
    (found,) = law.decide(case).data["findings"].values()

    assert after(day, days) == found["value"]


def test_the_stages_of_haixi_add_up_to_twenty_working_days(findings):
    incoming, outgoing = findings["haixi/from-jining-offline"], findings["haixi/to-jining-offline"]
    stages = [
        incoming["contact_letter_due"]["value"],
        outgoing["info_sheet_due"]["value"],
        incoming["completion_due"]["value"],
    ]

    assert ["2025-03-31", "2025-04-15", "2025-04-22"] == stages
    assert [after("2025-03-24", 5), after("2025-03-24", 15), after("2025-03-24", 20)] == stages


# --- what stands beside the answers ---


@pytest.mark.parametrize(
    ("case", "question", "told"),
    [
        ("jining/sunset-181-days-before", "gap_back_payment", ["reported"]),
        ("jining/sunset-180-days-before", "gap_back_payment", ["sunset", "reported"]),
        ("jining/employed-no-gap-2025-08-31", "benefits_from", []),
        ("jining/employed-no-gap-2025-09-01", "benefits_from", ["resurfacing"]),
        ("jining/flexible-late-2022-04-30", "benefits_from", []),
        ("jining/flexible-late-2022-05-01", "benefits_from", ["reported"]),
        ("jining/flexible-late-2025-09-01", "benefits_from", ["reported"]),
        ("jining/retirement-deemed-not-counted", "shortfall_months", []),
        ("jining/retirement-2022-04-30-total-316", "meets_minimum", []),
        ("jining/retirement-2022-05-01-total-316", "meets_minimum", ["reported"]),
        ("jining/retirement-2025-12-31", "meets_minimum", ["reported"]),
        ("jining/retirement-2026-01-01", "meets_minimum", ["reported"]),
        ("haixi/late-to-jining", "benefits_from", ["reported"]),
        ("haixi/hospital-cross-province", "hospital_place", ["advice"]),
        ("haixi/to-jining-online", "can_apply", []),
        ("haixi/arrears-and-frozen-account", "can_apply", []),
        ("shandong/hospital-discharged-day-before", "hospital_place", []),
        ("shandong/hospital-discharged-on-the-day", "hospital_place", ["advice"]),
        ("shandong/offline-2021-reported-procedure", "contact_letter_due", ["reported"]),
        ("shandong/origin-benefits-last-month-in-force", "origin_benefits_until", ["sunset"]),
        ("national/xining-suspended-advice-differs", "can_apply", ["advice"]),
        ("national/xining-arrears-advice-differs", "can_apply", ["advice"]),
        ("national/deadline-2026-12-28", "info_sheet_due", []),
        ("national/deadline-2026-12-29", "info_sheet_due", ["provisional"]),
        ("national/deadline-2026-12-31", "info_sheet_due", ["provisional"]),
    ],
)
def test_alerts(findings, case: str, question: str, told: list[str]):
    alerts = finding(findings, case, question).get("alerts", [])

    assert told == list(dict.fromkeys(alert["kind"] for alert in alerts))


@pytest.mark.parametrize(
    ("case", "question", "value"),
    [
        ("jining/flexible-late-2022-05-01", "benefits_from", "2022-06"),
        ("jining/flexible-late-2022-05-01", "gap_back_payment", "years_only"),
        ("jining/flexible-late-2025-09-01", "benefits_from", "2025-10"),
        ("jining/retirement-2022-05-01-total-316", "meets_minimum", True),
        ("jining/retirement-2022-05-01-total-316", "shortfall_months", "0"),
        ("jining/retirement-2025-12-31", "meets_minimum", True),
        ("jining/retirement-2026-01-01", "shortfall_months", "230"),
        ("haixi/late-to-jining", "benefits_from", "2025-08"),
        ("shandong/offline-2021-reported-procedure", "contact_letter_due", after("2021-06-01", 15)),
    ],
)
def test_what_the_reports_would_have(findings, case: str, question: str, value: Any):
    (alert,) = [one for one in finding(findings, case, question)["alerts"] if one["kind"] == "reported"]

    assert value == alert["value"]


def test_a_report_is_never_laid_at_the_door_of_an_official_text(findings):
    reported = {
        citation.split()[0]
        for found in findings.values()
        for one in found.values()
        for alert in one.get("alerts", [])
        if alert["kind"] == "reported"
        for citation in alert["by"]
    }

    assert {"jining-2022-adoption", "procedure-2016-94"} >= reported


@pytest.mark.parametrize(
    ("case", "question", "day", "names"),
    [
        (
            "jining/first-payment-2020-08-31",
            "benefits_from",
            ("first_in_force", "2020-09-01"),
            ["shandong-2020-47", "jining-2020-19"],
        ),
        ("jining/flexible-late-2025-09-01", "benefits_from", ("last_in_force", "2025-08-31"), ["jining-2020-19"]),
        ("jining/retirement-2025-09-01", "meets_minimum", ("last_in_force", "2025-08-31"), ["jining-2020-19"]),
        (
            "shandong/hospital-discharged-after-lapse",
            "hospital_place",
            ("last_in_force", "2025-08-31"),
            ["shandong-2020-47"],
        ),
        (
            "haixi/contact-letter-2025-03-20",
            "contact_letter_due",
            ("first_in_force", "2025-03-21"),
            ["haixi-2025-guide"],
        ),
        ("haixi/to-jining-2021-11-30", "can_apply", ("first_in_force", "2021-12-01"), ["transfer-2021-43"]),
        ("national/deadline-runs-into-2027", "info_sheet_due", ("last_in_force", "2026-12-31"), ["workdays-2027"]),
        ("national/completion-runs-into-2027", "completion_due", ("last_in_force", "2026-12-31"), ["workdays-2027"]),
    ],
)
def test_what_is_out_of_force_says_since_or_until_when(
    findings, case: str, question: str, day: tuple[str, str], names: list[str]
):
    found = finding(findings, case, question)

    assert ("not_in_force", day[1], names) == (found["status"], found[day[0]], found["names"])


@pytest.mark.parametrize(
    ("case", "others"),
    [
        ("jining/employed-no-gap", {}),
        ("jining/employed-clear-miss", {}),
        ("jining/employed-fourth-month-on-the-day", {"次月计为第1个月": "2021-06", "按日对日计算": "2021-06"}),
        ("jining/employed-fourth-month-a-day-later", {"次月计为第1个月": "2021-06"}),
        ("jining/flexible-late", {"缴费当月不计入": "2022-02"}),
    ],
)
def test_where_another_reading_gives_another_month(findings, case: str, others: dict[str, str]):
    found = finding(findings, case, "benefits_from")
    instead = {other["take"]: other.get("value") for one in found["readings"] for other in one.get("instead", ())}

    assert others == instead


def test_a_rule_that_lost_is_shown_with_its_principle(findings):
    found = finding(findings, "jining/three-unpaid-months-back-paid", "benefits_from")

    assert ("superior", "jining-2020-19 二（二）", "2022-05") in [
        (one["principle"], one["over"], one.get("value")) for one in found["precedence"]
    ]
