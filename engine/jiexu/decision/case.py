"""The facts of one case, as values."""

from datetime import date
from typing import Any, NamedTuple

from jiexu.base.location import Location


class Expected(NamedTuple):
    """What a regression case pins of one finding, as written; what is None is not pinned."""

    question: str
    where: Location
    status: str = "determined"
    value: Any = None
    by: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Case(NamedTuple):
    """``facts`` by id; ``origin`` and ``destination`` are codes, None when not given; ``questions`` names, empty for the default."""

    id: str
    as_of: date
    origin: str | None
    destination: str | None
    facts: dict[str, Any]
    questions: tuple[str, ...] = ()
    title: str = ""
    expect: tuple[Expected, ...] = ()
    file: str = ""
    fact_at: dict[str, Location] = {}  # noqa: RUF012
