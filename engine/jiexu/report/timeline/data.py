"""The line of time as JSON."""

from collections.abc import Iterable

from jiexu.analysis.stretch import Groundless, Handed, Stretch
from jiexu.analysis.succession import Ended
from jiexu.analysis.timeline import Timeline
from jiexu.base.kinds import as_text
from jiexu.explanation.data import Data, place_data
from jiexu.explanation.provision_data import validity_data
from jiexu.law.library import Statement
from jiexu.report.timeline.screen import Seen
from jiexu.report.which_law import law_data


def time_data(seen: Iterable[Seen]) -> Data:
    """The lines of time of each place as ``jiexu-timeline/1``."""
    places = list(seen)
    library = places[0].library
    return {
        "format": "jiexu-timeline/1",
        "on": str(places[0].day),
        **law_data(library),
        "places": [_place(one) for one in places],
    }


def citations(statements: Iterable[Statement]) -> list[str]:
    """The clauses of statements, each once."""
    return list(dict.fromkeys(one.citation for one in statements))


def stretch_data(stretch: Stretch) -> Data:
    return {
        **validity_data(stretch.days),
        "state": stretch.state,
        "rules": citations(stretch.rules),
        "delegates": [_handed(one) for one in stretch.handed],
        "silent": citations(stretch.silences),
        "ended": [_ended(one) for one in stretch.ended],
        "groundless": [_groundless(one) for one in stretch.groundless],
    }


def _place(seen: Seen) -> Data:
    places = seen.library.places
    return {
        **({"from": place_data(places, seen.origin)} if seen.origin else {}),
        "place": place_data(places, seen.place),
        "questions": [_line(seen, line) for line in seen.lines],
    }


def _line(seen: Seen, line: Timeline) -> Data:
    return {
        "question": line.question.id,
        "name": line.question.name,
        "state": line.state(seen.day),
        "stretches": [stretch_data(stretch) for stretch in line.stretches],
        "numbers": [
            {"from": str(one.first), "name": one.name, "value": as_text(one.value), "clause": one.statement.citation}
            for one in line.numbers
        ],
    }


def _handed(one: Handed) -> Data:
    return {"clause": one.statement.citation, "by": citations(one.by)}


def _ended(one: Ended) -> Data:
    statement = one.statement
    return {
        "clause": statement.citation,
        "rule": statement.name,
        "last_in_force": str(statement.provision.validity.last),
        "by": citations(one.by),
        "wholly": one.wholly,
    }


def _groundless(one: Groundless) -> Data:
    return {
        "clause": one.statement.citation,
        "rule": one.statement.name,
        "questions": [held.id for held in one.questions],
    }
