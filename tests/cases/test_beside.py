"""What stands beside the answers: alerts, days out of force, other readings, rules that lost."""

from typing import Any

import pytest

from tests.cases.counting import after


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
    alerts = findings[case][question].get("alerts", [])

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
    (alert,) = [one for one in findings[case][question]["alerts"] if one["kind"] == "reported"]

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
    found = findings[case][question]

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
    found = findings[case]["benefits_from"]
    instead = {other["take"]: other.get("value") for one in found["readings"] for other in one.get("instead", ())}

    assert others == instead


def test_a_rule_that_lost_is_shown_with_its_principle(findings):
    found = findings["jining/three-unpaid-months-back-paid"]["benefits_from"]

    assert ("superior", "jining-2020-19 二（二）", "2022-05") in [
        (one["principle"], one["over"], one.get("value")) for one in found["precedence"]
    ]
