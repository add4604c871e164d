"""A numbered text (文件) and its head."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from jiexu.base.location import Location
from jiexu.base.validity import Validity
from jiexu.law.provision import Provision
from jiexu.law.quotation import Quotation

if TYPE_CHECKING:
    from jiexu.law.step import Route


class Change(NamedTuple):
    """What a later instrument does to an earlier one: repeals it (or one clause) from a day, or extends it until one."""

    instrument: str
    clause: str
    day: date
    quote: str
    where: Location


class YearOfWorkdays(NamedTuple):
    """The days one yearly notice moves: True for a working day. ``provisional_from`` may still be moved by the next notice."""

    year: int
    moved: tuple[tuple[date, bool], ...]
    provisional_from: date


class Instrument(NamedTuple):
    """``place`` is a code; ``validity`` is as written, before later instruments change it."""

    id: str
    number: str
    title: str
    issued_by: tuple[str, ...]
    issued_on: date | None
    place: str
    rank: str
    evidence: str
    validity: Validity
    where: Location
    short: str = ""
    url: str = ""
    sha256: str = ""
    validity_quote: str = ""
    yields_to: tuple[str, ...] = ()
    yields_quote: str = ""
    prevails_quote: str = ""
    extends: tuple[Change, ...] = ()
    repeals: tuple[Change, ...] = ()
    provisions: tuple[Provision, ...] = ()
    workdays: YearOfWorkdays | None = None
    background: Any = None
    excused: tuple[tuple[str, str], ...] = ()
    quotations: tuple[Quotation, ...] = ()
    routes: "tuple[Route, ...]" = ()

    def cite(self, clause: str) -> str:
        """A clause of this instrument, in the one spelling by id: "jining-2020-19 二（三）"."""
        return f"{self.id} {clause}"

    def provision(self, clause: str) -> Provision | None:
        return next((provision for provision in self.provisions if provision.clause == clause), None)
