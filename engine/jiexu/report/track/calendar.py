"""The days of a case as a calendar file (RFC 5545) that Outlook and telephones take in."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from jiexu import __version__
from jiexu.procedure.progress import NEXT, NOW
from jiexu.procedure.schedule import Scheduled
from jiexu.procedure.track import Track
from jiexu.report.track.wording import TrackWording

_MOST_OCTETS = 100 - 2 * 12 - 1
_ONE_DAY = timedelta(days=1)
_SHORT = 12 + 2 + 2
_AT_NINE = "PT9H"
"""An all-day event begins at midnight; the other alarm is nine in the morning of the working day before."""


def calendar(track: Track, language: str = "zh") -> bytes:
    """An event for the last day of each step still to be taken, with two alarms; ``DTSTAMP`` is the day of the decision.

    Empty when there is none, since a calendar must hold something. The same case has the same UIDs on every day, and a
    later day a higher SEQUENCE: read in again, events are replaced.
    """
    wording = TrackWording(track, language)
    coming = [held for held in track.steps.values() if held.state in (NOW, NEXT)]
    events = [_event(wording, held, held.last) for held in coming if held.last]
    if not events:
        return b""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//jiexu//jiexu {__version__}//{language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        _line("X-WR-CALNAME", wording.phrase("calendar", case=track.case.id)),
        *(line for event in events for line in event),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(wording: TrackWording, held: Scheduled, day: date) -> Iterator[str]:
    case = wording.tracked.case
    projected = bool(held.due and held.due.projected)
    name = {"step": wording.step(held.stated), "actor": wording.actor(held)}
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(wording.tracked, held)}"
    yield f"DTSTAMP:{case.as_of:%Y%m%d}T000000Z"
    yield f"SEQUENCE:{case.as_of.toordinal()}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + _ONE_DAY:%Y%m%d}"
    yield _line("SUMMARY", f"{case.id} " + wording.phrase("event_projected" if projected else "event", **name))
    notes = (held.stated.step.says, wording.due(held), wording.cited_due(held))
    yield _line("DESCRIPTION", "\n".join(note for note in notes if note))
    yield f"STATUS:{'TENTATIVE' if projected else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    for trigger in (_eve(wording, day), _AT_NINE):
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"TRIGGER:{trigger}"
        yield _line("DESCRIPTION", f"{case.id} " + wording.phrase("alarm", step=name["step"], day=day))
        yield "END:VALARM"
    yield "END:VEVENT"


def _eve(wording: TrackWording, day: date) -> str:
    """From midnight of a day back to nine in the morning of the working day before, as a duration."""
    eve = day - _ONE_DAY
    while wording.is_day_off(eve):
        eve -= _ONE_DAY
    return f"-P{(day - eve).days - 1}DT15H"


def _uid(track: Track, held: Scheduled) -> str:
    """The same for a step of a case whenever it is written, and telling nothing of the person."""
    case, step = track.case, track.library.vocabulary.facts[held.stated.step.ends_with].id
    told = f"{case.id}\0{case.origin}\0{case.destination}\0{step}".encode()
    return f"{step}-{hashlib.sha256(told).hexdigest()[:_SHORT]}@jiexu.invalid"


def _line(name: str, text: str) -> str:
    """A property whose value is text, with what has a meaning of its own escaped."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    text = "".join("\\n" if sign == "\n" else sign for sign in text if sign == "\n" or sign.isprintable())
    return f"{name}:{text}"


def _folded(line: str) -> str:
    """A line in stretches of at most 75 octets, none cut inside a character, each further one after a space."""
    parts, part, octets = [], "", 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > _MOST_OCTETS:
            parts.append(part)
            part, octets = " ", 1
        part, octets = part + sign, octets + size
    return "\r\n".join([*parts, part])
