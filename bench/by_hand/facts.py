"""A case as values. A month is a number: twelve times the year, and the months since its January."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from by_hand.rules import (
    ADOPTED_FIRST,
    AGES,
    LOCAL_FIRST,
    LOCAL_LAST,
    NATIONAL_FIRST,
    NEW_AGES_FIRST,
    PAID,
    WAIT,
    WINDOW,
)

DELAYED_FROM = NEW_AGES_FIRST.year * 12


class Facts(NamedTuple):
    """The case, and what follows from it at once."""

    id: str
    as_of: date
    origin: str
    destination: str
    flexible: bool
    category: str
    birth: int
    original: int
    retirement: int
    """The statutory month of retirement; ``original`` is the one before it was delayed."""
    last: int
    first: int
    first_on: date
    unpaid: int
    """Whole months between the last payment and the first."""
    paid: bool | None
    base: str | None
    transferee: bool
    in_time: tuple[bool, bool, bool]
    """When the month of removal counts as the first; when the next one does; from day to day."""
    local: bool
    national: bool
    adopted: bool
    """Whether 47号 and 19号, 43号, and Jining's notice of 2022 stood on the day of the first payment."""
    shown: dict[str, Any]
    """The values as conditions show them."""


def read(case: Mapping[str, Any], codes: Mapping[str, str]) -> Facts:
    """From the texts of the case's JSON; *codes* are those of places, by name."""
    given = case["facts"]
    origin, destination = codes[case["from"]], codes[case["to"]]
    removed_on, first_on = date.fromisoformat(given["减员日期"]), date.fromisoformat(given["首次缴费日"])
    removed, first = month_of(removed_on), month_of(first_on)
    birth, last = month(given["出生年月"]), month(given["最后缴费月"])
    age, step, most = AGES[given["退休年龄类别"]]
    original = retirement = birth + age
    if original >= DELAYED_FROM:
        retirement += min(-(-(original - DELAYED_FROM + 1) // step), most)
    paid = {"是": True, "否": False}.get(given.get(PAID))
    base = f"{Decimal(given['首次参保缴费基数']):.2f}" if "首次参保缴费基数" in given else None
    return Facts(
        id=case["case"],
        as_of=date.fromisoformat(case["as_of"]),
        origin=origin,
        destination=destination,
        flexible=given["参保身份"] == "灵活就业人员",
        category=given["退休年龄类别"],
        birth=birth,
        original=original,
        retirement=retirement,
        last=last,
        first=first,
        first_on=first_on,
        unpaid=max(first - last - 1, 0),
        paid=paid,
        base=base,
        transferee=origin != destination and origin[:2] == destination[:2] and retirement > first,
        in_time=(
            first - removed + 1 <= WINDOW,
            first - removed <= WINDOW,
            first_on <= months_later(removed_on, WINDOW),
        ),
        local=is_local(first_on),
        national=first_on >= NATIONAL_FIRST,
        adopted=first_on >= ADOPTED_FIRST,
        shown={
            "转出地": origin,
            "转入地": destination,
            "参保身份": given["参保身份"],
            "法定退休年月": month_text(retirement),
            "适用日": given["首次缴费日"],
            "减员月": month_text(removed),
            "首次缴费月": month_text(first),
            "最后缴费月": given["最后缴费月"],
            "接续期限": str(WINDOW),
            "等待期": str(WAIT),
            PAID: paid,
            "首次参保缴费基数": base,
        },
    )


def is_local(day: date) -> bool:
    """Whether 47号 and 19号 stand."""
    return LOCAL_FIRST <= day <= LOCAL_LAST


def month(text: str) -> int:
    return int(text[:4]) * 12 + int(text[5:]) - 1


def month_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def month_text(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def month_end(number: int) -> date:
    return date((number + 1) // 12, (number + 1) % 12 + 1, 1) - timedelta(days=1)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    last = month_end(month_of(day) + months)
    return last if day.day > last.day else last.replace(day=day.day)


def as_data(value: Any) -> Any:
    """An answer as the decision has it: a month as text."""
    return month_text(value) if isinstance(value, int) else value
