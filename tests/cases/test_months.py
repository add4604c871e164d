"""When benefits run, recomputed with months counted one by one."""

import jiexu
import pytest

from tests.cases.conftest import FILES, WRITTEN
from tests.cases.counting import month, number


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
        "退休年龄类别": "男职工",
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
    assert "171" == findings["jining/overlap-counted-once"]["credited_months"]["value"]
