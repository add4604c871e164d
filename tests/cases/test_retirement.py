"""The statutory month of retirement, against the published table and counted batch by batch."""

from typing import Any

import jiexu
import pytest

from tests.cases.conftest import clauses
from tests.cases.counting import month, number

MALE, FEMALE_55, FEMALE_50 = "男职工", "女职工原55周岁", "女职工原50周岁"

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
