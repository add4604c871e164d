"""What an instrument is on a day, and what later instruments did to it."""

from dataclasses import dataclass
from datetime import date

from jiexu.base.validity import Validity
from jiexu.law.instrument import Change, Instrument
from jiexu.law.library import DECIDING, Library

IN_FORCE = "in_force"
PARTLY = "partly"
ENDED = "ended"
COMING = "coming"


@dataclass(frozen=True, slots=True)
class Changed:
    """What ``by`` does to an instrument or one of its clauses; ``extends`` is False when it repeals."""

    by: Instrument
    change: Change
    extends: bool


def state_of(validity: Validity, day: date) -> str:
    """IN_FORCE, ENDED or COMING."""
    if validity.covers(day):
        return IN_FORCE
    return COMING if day < validity.first else ENDED


def validities(instrument: Instrument) -> tuple[Validity, ...]:
    """The days on which its provisions stand, as later instruments left them; its own when it has no provisions."""
    return tuple(dict.fromkeys(held.validity for held in instrument.provisions)) or (instrument.validity,)


def span(instrument: Instrument) -> Validity:
    """From the first day on which any of it stands to the last."""
    held = validities(instrument)
    lasts = [validity.last for validity in held if validity.last is not None]
    return Validity(min(validity.first for validity in held), max(lasts) if len(lasts) == len(held) else None)


def state(instrument: Instrument, day: date) -> str:
    """PARTLY when only some of its provisions stand on the day, else what they all are; some ended and some coming is ENDED."""
    states = {state_of(validity, day) for validity in validities(instrument)}
    if IN_FORCE in states:
        return PARTLY if len(states) > 1 else IN_FORCE
    return ENDED if ENDED in states else COMING


def changes(library: Library, instrument: Instrument, clause: str = "") -> tuple[Changed, ...]:
    """What the instruments that may decide do to an instrument; with a clause, what concerns that clause."""
    return tuple(
        Changed(held, change, extends)
        for held in library.instruments.values()
        if held.evidence in DECIDING
        for extends, made in ((True, held.extends), (False, held.repeals))
        for change in made
        if change.instrument == instrument.id and (not clause or change.clause in ("", clause))
    )
