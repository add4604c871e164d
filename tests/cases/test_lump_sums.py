"""Lump sums, recomputed by multiplication."""

from decimal import ROUND_HALF_UP, Decimal

from tests.cases.conftest import WRITTEN


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
    amounts = [findings[case]["lump_sum_amount"]["value"] for case in scenarios]

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
    (reading,) = findings["jining/retirement-route-1-no-floor"]["lump_sum_amount"]["readings"]
    floored = rounded(Decimal(4242) * 7 * 12 / 100)

    assert reading["sensitive"]
    assert [str(floored)] == [other["value"] for other in reading["instead"]]
    assert Decimal("220.08") == floored - Decimal("3343.20")
