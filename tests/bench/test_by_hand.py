"""The decision written by hand, by which the warm figures are measured, is the same decision to the letter."""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from importlib import import_module
from itertools import product
from typing import Any

import pytest
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import decide_case
from jiexu.decision.outcome import DETERMINED, TRAVELS
from jiexu.document.loader import parse
from jiexu.explanation.data import decision_data
from jiexu.law.library import Library

from tests.conftest import ROOT

Decide = Callable[[Mapping[str, Any]], Any]

FIRST_DAYS = [
    date(2020, 8, 31), date(2020, 9, 1), date(2021, 7, 5), date(2021, 11, 30), date(2021, 12, 1), date(2022, 4, 30), date(2022, 5, 1),
    date(2024, 8, 31), date(2025, 8, 31), date(2025, 9, 1), date(2026, 12, 31),
]  # fmt: skip
"""The days on which a law begins or ends, and those next to them."""
MONTHS_AWAY = [0, 1, 3, 4, 7]
IDENTITIES = ["随用人单位参保", "灵活就业人员"]
CATEGORIES = ["男职工", "女职工原55周岁", "女职工原50周岁"]
FROM, UNTIL = date(2020, 1, 1), date(2026, 12, 31)


@pytest.fixture(scope="module")
def by_hand(library: Library) -> Iterator[Decide]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "bench"))
        yield import_module("by_hand").ByHand(library)


def by_engine(library: Library, case: Mapping[str, Any]) -> Any:
    node = parse(json.dumps(case, ensure_ascii=False).encode(), "case")
    return decision_data(decide_case(library, read_case(node, library, None)))


def case(
    as_of: date, origin: str, destination: str, paid: str | None, base: str | None, **facts: str
) -> dict[str, Any]:
    given = {"已补缴中断期费用": paid, "首次参保缴费基数": base}
    known = {name: value for name, value in given.items() if value is not None}
    return {"case": "C-1", "as_of": str(as_of), "from": origin, "to": destination, "facts": facts | known}


def systematic() -> Iterator[dict[str, Any]]:
    """Each first day with each identity, delay, last payment and answer about the gap; the other facts take turns."""
    every = product(FIRST_DAYS, IDENTITIES, MONTHS_AWAY, (False, True), ("是", "否", None))
    for turn, (first, identity, away, paid_since, back_paid) in enumerate(every):
        removed = first - timedelta(days=30 * away)
        last_paid = first - timedelta(days=28) if paid_since else removed
        yield case(
            min(first + timedelta(days=(0, 40, 150)[turn % 3]), UNTIL),
            ("济南市", "兖州区")[turn % 2],
            ("济宁市", "曲阜市")[turn % 5 == 0],
            back_paid,
            (None, "5200")[turn % 4 > 1],
            参保身份=identity,
            出生年月=("1985-05", f"{first.year - 60}-{first.month:02d}")[turn % 7 == 0],
            退休年龄类别=CATEGORIES[turn // 2 % 3],
            减员日期=str(removed),
            最后缴费月=str(last_paid)[:7],
            首次缴费日=str(first),
        )


def at_random(count: int) -> Iterator[dict[str, Any]]:
    """Any days from 2020 to 2026, in any order; always the same cases."""
    chosen = random.Random(19)
    days = (UNTIL - FROM).days

    def near(day: date, before: int, after: int) -> date:
        if chosen.random() < 0.2:
            return FROM + timedelta(days=chosen.randrange(days + 1))
        return min(max(day + timedelta(days=chosen.randrange(-before, after)), FROM), UNTIL)

    for _ in range(count):
        first = FROM + timedelta(days=chosen.randrange(days + 1))
        removed = near(first, 260, 1)
        destination = chosen.choice(("济宁市", "汶上县"))
        yield case(
            near(first, 60, 200),
            chosen.choice(("青岛市", "邹城市")),
            destination,
            chosen.choice(("是", "否", None)),
            chosen.choice((None, "4000.5")),
            参保身份=chosen.choice(IDENTITIES),
            出生年月=f"{chosen.choice((first.year - 60, first.year - 50, 1988))}-{chosen.randrange(1, 13):02d}",
            退休年龄类别=chosen.choice(CATEGORIES),
            减员日期=str(removed),
            最后缴费月=str(near(removed, 100, 60))[:7],
            首次缴费日=str(first),
        )


@pytest.fixture(scope="module")
def decided(library: Library) -> list[tuple[dict[str, Any], Any]]:
    """Each case with the engine's decision."""
    return [(written, by_engine(library, written)) for written in (*systematic(), *at_random(300))]


def test_what_is_written_by_hand_is_what_the_engine_decides(decided: list[tuple[dict[str, Any], Any]], by_hand: Decide):
    """Equal as text: every reason, source and line, in the same order."""
    for written, expected in decided:
        found = by_hand(written)

        assert expected == found, written
        assert json.dumps(expected) == json.dumps(found), written


def test_the_cases_reach_every_status(decided: list[tuple[dict[str, Any], Any]]):
    """Else the two could agree on too little."""
    reached = {finding["status"] for _, decision in decided for finding in decision["findings"].values()}

    assert {DETERMINED, *TRAVELS} == reached
