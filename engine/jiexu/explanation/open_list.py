"""What is open in the law held, numbered for the bureau: each point once, with its clauses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from jiexu.explanation.columns import padded, width, wrapped
from jiexu.explanation.coverage_lines import covered
from jiexu.explanation.law_list import calendar_line
from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.said_lines import contradiction_pairs, takes
from jiexu.explanation.sheet import LINE, Paint, Pair, labelled, plain, whole
from jiexu.law.instrument import Instrument
from jiexu.law.library import DECIDING, Library, Statement
from jiexu.law.provision import Silence
from jiexu.ruleset.handing import lowest_places
from jiexu.ruleset.open_points import (
    Clause,
    Contradiction,
    OpenDelegation,
    OpenReading,
    OpenSilence,
    contradictions,
    not_encoded,
    open_delegations,
    open_readings,
    open_silences,
    reaching,
    reported,
)
from jiexu.ruleset.relations import answered


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """Everything that is open, at one place or everywhere."""

    library: Library
    place: str | None
    readings: tuple[OpenReading, ...]
    silences: tuple[OpenSilence, ...]
    delegations: tuple[OpenDelegation, ...]
    not_encoded: tuple[Clause, ...]
    contradictions: tuple[Contradiction, ...]
    reported: tuple[Instrument, ...]
    calendars: tuple[Instrument, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered entry: a sentence, and rows that say where it stands."""

    text: str
    rows: tuple[Pair, ...] = ()


def open_points(library: Library, place: str | None) -> OpenPoints:
    held = reaching(library, place)
    return OpenPoints(
        library,
        place,
        open_readings(library, held),
        open_silences(library, held),
        open_delegations(library, held, place),
        not_encoded(held),
        tuple(sorted(contradictions(held), key=lambda one: one.clause.provision.evidence not in DECIDING)),
        reported(held),
        tuple(instrument for instrument in held if instrument.workdays),
    )


def open_list(points: OpenPoints, language: str = "zh", paint: Paint = plain) -> str:
    """The list as it may be sent."""
    return whole(_lines(points, LawWording(points.library, language), paint))


def _lines(points: OpenPoints, wording: LawWording, paint: Paint) -> Iterator[str]:
    law = wording.law
    where = wording.tell("at_place", place=wording.place(points.place)) if points.place else law["everywhere"]
    yield paint(wording.tell("open", where=where), "title")
    places = (points.place,) if points.place else lowest_places(points.library)
    sections: tuple[tuple[str, list[Point]], ...] = (
        ("open_readings", [_reading(wording, one) for one in points.readings]),
        ("open_silences", [_silence(wording, one) for one in points.silences]),
        ("open_delegations", [_delegation(wording, one) for one in points.delegations]),
        ("open_texts", [_reported(wording, one) for one in points.reported]),
        ("open_contradictions", [_contradiction(wording, one) for one in points.contradictions]),
        ("open_not_encoded", [_not_encoded(wording, one) for one in points.not_encoded]),
        ("workdays", [Point(line)] if (line := calendar_line(wording, points.calendars)) else []),
    )
    counted = (wording.tell("open_count", what=law[name], count=str(len(found))) for name, found in sections if found)
    yield from wrapped(wording.labels["comma"].join(counted) or law["nothing_open"], LINE)
    number = count(1)
    digits = width(str(sum(len(found) for _, found in sections)))
    for name, found in sections:
        if not found:
            continue
        yield ""
        yield paint("■ " + law[name], "title")
        why = wording.tell(f"{name}_why", places=wording.places(places)) if f"{name}_why" in law else ""
        yield from (paint(line, "dim") for line in wrapped(why, LINE) if line)
        for point in found:
            yield from _point(point, str(next(number)).rjust(digits), paint)


def _point(point: Point, number: str, paint: Paint) -> Iterator[str]:
    lead = f" {number}. "
    first, *rest = wrapped(point.text, LINE - width(lead))
    yield lead + first
    yield from (padded("", width(lead)) + line for line in rest)
    yield from labelled(point.rows, paint, width(lead))


def _clauses(wording: LawWording, held: Iterable[Clause]) -> str:
    return wording.clauses((one.instrument, one.provision) for one in held)


def _reading(wording: LawWording, one: OpenReading) -> Point:
    law, reading = wording.law, one.reading
    rows = (
        (law["clause"], _clauses(wording, one.clauses)),
        *takes(wording, reading),
        (law["bears_on"], wording.questions(one.questions)),
    )
    return Point(f"{reading.name}{wording.labels['colon']}{wording.quoted(reading.quote)}", rows)


def _silence(wording: LawWording, one: OpenSilence) -> Point:
    law = wording.law
    rows: list[Pair] = [(law["bears_on"], wording.questions(one.about))]
    for held in one.held:
        rows.append((law["clause"], _cited(wording, held)))
    return Point(one.says, tuple(rows))


def _cited(wording: LawWording, held: Statement) -> str:
    tests = held.said.when if isinstance(held.said, Silence) else ()
    when = wording.labels["comma"].join(wording.condition(line.source) for line in tests)
    return wording.citation(held) + (wording.labels["open"] + when + wording.labels["close"] if when else "")


def _delegation(wording: LawWording, one: OpenDelegation) -> Point:
    law, clause = wording.law, one.clause
    cited = wording.clause(clause.instrument, clause.provision)
    rows = (
        *wording.tests(one.delegation.when),
        *((law["filled"], text) for text in covered(wording, clause.provision, one.coverage)),
        (law["validity"], wording.validity(clause.provision.validity)),
    )
    about = wording.questions(dict.fromkeys(covered.question for covered in one.coverage))
    return Point(cited + wording.quoted(one.delegation.quote) + wording.labels["colon"] + about, rows)


def _reported(wording: LawWording, instrument: Instrument) -> Point:
    law = wording.law
    names = dict.fromkeys(name for provision in instrument.provisions for name in answered(provision))
    rows = (
        (law["issuer"], wording.listed(instrument.issued_by)),
        (law["place_label"], wording.place(instrument.place)),
        (law["validity"], wording.validity(instrument.validity)),
        (law["bears_on"], wording.questions(names)),
        (law["seen_at"], instrument.url),
    )
    return Point(wording.heading(instrument), rows)


def _contradiction(wording: LawWording, one: Contradiction) -> Point:
    instrument, provision = one.clause.instrument, one.clause.provision
    rows = contradiction_pairs(wording, instrument, provision, one.item)
    grade = provision.evidence
    noted = "" if grade in DECIDING else wording.labels["open"] + wording.grade(grade) + wording.labels["close"]
    cited = wording.clauses(((instrument, provision), (instrument, one.other)))
    return Point(cited + noted, ((wording.law["against"], one.item.says), *rows))


def _not_encoded(wording: LawWording, one: Clause) -> Point:
    law, provision = wording.law, one.provision
    rows = (
        (law["says"], provision.says),
        (law["quotation"], wording.quoted(*provision.quotes)),
        (law["reason"], provision.not_encoded),
    )
    return Point(wording.clause(one.instrument, provision), rows)
