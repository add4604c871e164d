"""The closed table of functions a rule may call: one entry, one meaning, whatever the jurisdiction."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple, Protocol, TypeVar

from jiexu.base.kinds import COUNT, DATE, DAYS, MONTH, MONTHS, PERIODS, PLACE, RATE, YES_NO, YUAN, Kind
from jiexu.base.month import MONTHS_A_YEAR, Month, month_of
from jiexu.base.workdays import Calendar

WHOLE = (MONTHS, DAYS, COUNT)
COUNTED = (*WHOLE, YUAN, RATE)
ORDERED = (*COUNTED, DATE, MONTH)
ANY_ORDERED, ANY_WHOLE = Kind("ordered"), Kind("whole")
SHARED = {ANY_ORDERED: ORDERED, ANY_WHOLE: WHOLE}
MONTH_END = Kind("choice", ("月末", "次日"))
PERIOD_KIND = Kind("period_kind")
FACT = Kind("fact")


class Period(NamedTuple):
    """Months paid at one place, both ends inside; ``kind`` is a member of the periods term."""

    place: str
    first: Month
    last: Month
    kind: str


class World(Protocol):
    """What functions may ask beyond their arguments."""

    @property
    def calendar(self) -> Calendar: ...

    @property
    def period_kinds(self) -> tuple[str, ...]: ...

    def lies_in(self, place: str, area: str) -> bool: ...

    def province_of(self, place: str) -> str: ...

    def note_provisional(self, day: date) -> None: ...


class Function(NamedTuple):
    """``takes`` and ``gives`` are kinds; one of SHARED is one kind throughout a call; ``optional`` arguments may be left out."""

    name: str
    takes: tuple[Kind, ...]
    gives: Kind
    run: Callable[..., Any]
    wants_world: bool = False
    optional: int = 0


FUNCTIONS: dict[str, Function] = {}
Run = TypeVar("Run", bound=Callable[..., Any])


def rule_function(
    name: str, takes: tuple[Kind, ...], gives: Kind, *, wants_world: bool = False, optional: int = 0
) -> Callable[[Run], Run]:
    """Enter a Python function into the table under the name that rules call it by."""

    def enter(run: Run) -> Run:
        FUNCTIONS[name] = Function(name, takes, gives, run, wants_world, optional)
        return run

    return enter


@rule_function("月份", (DATE,), MONTH)
def month_of_day(day: date) -> Month:
    """The month a day lies in.

    >>> str(month_of_day(date(2021, 3, 20)))
    '2021-03'
    """
    return month_of(day)


@rule_function("次月", (MONTH,), MONTH)
def next_month(month: Month) -> Month:
    """The month after.

    >>> str(next_month(Month(2021, 12)))
    '2022-01'
    """
    return month.plus(1)


@rule_function("月末", (MONTH,), DATE)
def last_day(month: Month) -> date:
    """The last day of a month.

    >>> str(last_day(Month(2024, 2)))
    '2024-02-29'
    """
    return month.last_day


@rule_function("首日", (MONTH,), DATE)
def first_day(month: Month) -> date:
    """The first day of a month.

    >>> str(first_day(Month(2024, 2)))
    '2024-02-01'
    """
    return month.first_day


@rule_function("顺延", (MONTH, MONTHS), MONTH)
def later_month(month: Month, months: int) -> Month:
    """The month that many months later.

    >>> str(later_month(Month(2021, 7), 6))
    '2022-01'
    """
    return month.plus(months)


@rule_function("月序", (MONTH, MONTH), MONTHS)
def month_ordinal(first: Month, month: Month) -> int:
    """Which month *month* is when *first* counts as the 1st; 0 or less when it comes earlier.

    >>> month_ordinal(Month(2021, 3), Month(2021, 3)), month_ordinal(Month(2021, 3), Month(2021, 5))
    (1, 3)
    """
    return month.ordinal - first.ordinal + 1


@rule_function("足月序", (DATE, DATE), MONTHS)
def full_month_ordinal(start: date, day: date) -> int:
    """Which day-to-day month from *start* (itself not counted) the day lies in; 0 up to *start*.

    >>> [full_month_ordinal(date(2021, 3, 20), date(2021, m, d)) for m, d in ((3, 20), (3, 21), (4, 20), (4, 21))]
    [0, 1, 1, 2]
    """
    months = max(month_of(day).ordinal - month_of(start).ordinal, 0)
    return months + (day > months_later(start, months, MONTH_END.members[0]))


@rule_function("相隔月数", (MONTH, MONTH), MONTHS)
def months_between(earlier: Month, later: Month) -> int:
    """How many months later the second is; negative when it is earlier.

    >>> months_between(Month(2020, 12), Month(2021, 2))
    2
    """
    return later.ordinal - earlier.ordinal


@rule_function("整月空档", (MONTH, MONTH), MONTHS)
def whole_months_between(earlier: Month, later: Month) -> int:
    """How many whole months lie between the two, neither counted; never below 0.

    >>> whole_months_between(Month(2021, 3), Month(2021, 4)), whole_months_between(Month(2021, 3), Month(2021, 7))
    (0, 3)
    """
    return max(later.ordinal - earlier.ordinal - 1, 0)


@rule_function("日后", (DATE, DAYS), DATE)
def days_later(day: date, days: int) -> date:
    """The day that many calendar days later.

    >>> str(days_later(date(2021, 2, 27), 2))
    '2021-03-01'
    """
    return day + timedelta(days=days)


@rule_function("月后", (DATE, MONTHS, MONTH_END), DATE)
def months_later(day: date, months: int, policy: str) -> date:
    """The corresponding day that many months later; where that month has none, its last day (月末) or the day after it (次日).

    >>> [str(months_later(date(2021, 1, 31), 1, policy)) for policy in MONTH_END.members]
    ['2021-02-28', '2021-03-01']
    """
    end = month_of(day).plus(months).last_day
    if day.day <= end.day:
        return end.replace(day=day.day)
    return end if policy == MONTH_END.members[0] else end + timedelta(days=1)


@rule_function("工作日后", (DATE, DAYS), DATE, wants_world=True)
def workdays_later(world: World, day: date, days: int) -> date:
    """The last of that many working days after *day*, which itself is not counted; raises YearNotHeld.

    >>> from types import SimpleNamespace as Held
    >>> calendar = Calendar({date(2025, 4, 4): False}, {2025: "notice"})
    >>> str(workdays_later(Held(calendar=calendar, note_provisional=lambda day: None), date(2025, 4, 3), 2))
    '2025-04-08'
    """
    due = world.calendar.after(day, days)
    if world.calendar.is_provisional(due):
        world.note_provisional(due)
    return due


@rule_function("较大", (ANY_ORDERED, ANY_ORDERED), ANY_ORDERED)
def larger(one: Any, other: Any) -> Any:
    """The larger, or later, of two.

    >>> larger(4200, 3980)
    4200
    """
    return max(one, other)


@rule_function("较小", (ANY_ORDERED, ANY_ORDERED), ANY_ORDERED)
def smaller(one: Any, other: Any) -> Any:
    """The smaller, or earlier, of two.

    >>> smaller(3, 0)
    0
    """
    return min(one, other)


@rule_function("上取整", (ANY_WHOLE, ANY_WHOLE), ANY_WHOLE)
def divided_up(number: int, divisor: int) -> int:
    """How often the divisor goes into the number, rounded up.

    >>> divided_up(5, 4), divided_up(4, 4), divided_up(0, 4)
    (2, 1, 0)
    """
    return -(-number // divisor)


@rule_function("整年月数", (MONTHS,), MONTHS)
def whole_years_up(months: int) -> int:
    """The months of the whole years that the months begin.

    >>> whole_years_up(13), whole_years_up(12)
    (24, 12)
    """
    return divided_up(months, MONTHS_A_YEAR) * MONTHS_A_YEAR


@rule_function("缴费月数", (PERIODS, PERIOD_KIND, PLACE), MONTHS, wants_world=True, optional=1)
def months_paid(world: World, periods: tuple[Period, ...], kind: str, area: str = "") -> int:
    """How many calendar months of one kind the periods cover, each month once; a month of two kinds is of the kind declared first.

    With an area, only months paid there count.

    >>> from types import SimpleNamespace as Held
    >>> held = Held(period_kinds=("actual", "deemed"), lies_in=lambda place, area: place == area)
    >>> here, there = Period("A", Month(2021, 1), Month(2021, 3), "actual"), Period("B", Month(2021, 3), Month(2021, 4), "deemed")
    >>> [months_paid(held, (here, there), kind) for kind in held.period_kinds]
    [3, 1]
    """
    covered: set[int] = set()
    for current in world.period_kinds:
        months = {
            ordinal
            for period in periods
            if period.kind == current and (not area or world.lies_in(period.place, area))
            for ordinal in range(period.first.ordinal, period.last.ordinal + 1)
        } - covered
        if current == kind:
            return len(months)
        covered |= months
    raise ValueError(kind)


@rule_function("同省", (PLACE, PLACE), YES_NO, wants_world=True)
def same_province(world: World, one: str, other: str) -> bool:
    """True when two places lie in one province.

    >>> from types import SimpleNamespace as Held
    >>> same_province(Held(province_of=lambda place: place[:2]), "370100", "370800")
    True
    """
    return world.province_of(one) == world.province_of(other)


@rule_function("在", (PLACE, PLACE), YES_NO, wants_world=True)
def lies_in(world: World, place: str, area: str) -> bool:
    """True when a place is the area or lies in it.

    >>> from types import SimpleNamespace as Held
    >>> lies_in(Held(lies_in=lambda place, area: place.startswith(area)), "370100", "37")
    True
    """
    return world.lies_in(place, area)


@rule_function("已提供", (FACT,), YES_NO)
def is_given(given: bool) -> bool:
    """True when the case gives the fact; never unknown. The interpreter passes whether it is known, not what it is.

    >>> is_given(False)
    False
    """
    return given
