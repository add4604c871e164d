"""What was known on a day: the instruments, and the clauses of them, that had been issued by then."""

from collections.abc import Iterable, Iterator
from datetime import date

from jiexu.law.instrument import Instrument
from jiexu.law.provision import Provision


def known_by(instruments: Iterable[Instrument], day: date) -> list[Instrument]:
    """The instruments issued by a day, as their files have them, each without the clauses that were issued later.

    What they say of instruments not yet issued is kept: it changes nothing.
    """
    held = list(instruments)
    cited = _cited(held)
    return [
        instrument._replace(provisions=tuple(_issued(instrument.provisions, day)))
        for instrument in held
        if known_from(instrument, cited) <= day
    ]


def known_from(instrument: Instrument, cited: dict[str, date]) -> date:
    """The first day on which an instrument was known.

    The day it was issued. Where its file does not tell that day, the instrument counts as known from its first day of
    validity, since law in force has been issued; or from the issue of another that extends, repeals or implements it, since
    that one knew it: *cited* has the earliest such day by instrument.
    """
    if instrument.issued_on is not None:
        return instrument.issued_on
    return min(instrument.validity.first, cited.get(instrument.id, date.max))


def _cited(instruments: Iterable[Instrument]) -> dict[str, date]:
    """For each instrument that others extend, repeal or implement, the first day on which one of these was issued."""
    days: dict[str, date] = {}
    for instrument in instruments:
        for identity, day in _citations(instrument):
            days[identity] = min(day, days.get(identity, day))
    return days


def _citations(instrument: Instrument) -> Iterator[tuple[str, date]]:
    """The ids of the instruments that this one speaks of, each with the day on which it was issued or its clause was."""
    if instrument.issued_on is None:
        return
    for change in (*instrument.extends, *instrument.repeals):
        yield change.instrument, instrument.issued_on
    for provision in instrument.provisions:
        for citation in provision.implements:
            yield citation.partition(" ")[0], provision.issued_on or instrument.issued_on


def _issued(provisions: Iterable[Provision], day: date) -> Iterator[Provision]:
    return (provision for provision in provisions if provision.issued_on is None or provision.issued_on <= day)
