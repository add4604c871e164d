"""Months paid, as a form lists them."""

from typing import NamedTuple

from jiexu.base.month import MONTHS_A_YEAR, Month
from jiexu.decision.world import World
from jiexu.expression.functions import Period, months_paid


class Span(NamedTuple):
    """A count of months as years and months."""

    total: int

    @property
    def years(self) -> int:
        return self.total // MONTHS_A_YEAR

    @property
    def months(self) -> int:
        return self.total % MONTHS_A_YEAR


class Line(NamedTuple):
    """Months paid at one place, both ends inside."""

    place: str
    first: Month
    last: Month
    kind: str
    span: Span


class Account(NamedTuple):
    """``kinds`` has the months of each kind of years, a month counted once; ``total`` is of all kinds together."""

    lines: tuple[Line, ...]
    kinds: dict[str, Span]
    total: Span
    first: Month
    last: Month


def account_of(world: World, periods: tuple[Period, ...]) -> Account:
    """The account of at least one period, in the order of time."""
    ordered = sorted(periods, key=lambda period: (period.first, period.last, period.place))
    lines = tuple(
        Line(
            world.library.places.name(period.place),
            period.first,
            period.last,
            period.kind,
            Span(period.last.ordinal - period.first.ordinal + 1),
        )
        for period in ordered
    )
    kinds = {kind: Span(months_paid(world, periods, kind)) for kind in world.period_kinds}
    total = Span(sum(span.total for span in kinds.values()))
    return Account(lines, kinds, total, ordered[0].first, max(period.last for period in periods))


def certified(world: World, periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """The periods that the transfer-out place vouches for: all but those paid at the transfer-in place."""
    case = world.case
    here, there = case.origin, case.destination
    return tuple(
        period
        for period in periods
        if not there or not world.lies_in(period.place, there) or bool(here and world.lies_in(period.place, here))
    )
