"""A case on its route as JSON: ids, a fixed order of keys."""

from datetime import date

from jiexu import __version__
from jiexu.decision.outcome import NOT_IN_FORCE, PENDING
from jiexu.explanation.data import Data, place_data, statement_data, value_data
from jiexu.explanation.step_data import failure_data, operation_data
from jiexu.procedure.choice import Way
from jiexu.procedure.schedule import Due, Scheduled
from jiexu.procedure.track import Track


def track_data(track: Track) -> Data:
    """A case on its route as ``jiexu-track/1``; steps are called by the fact that ends them."""
    case, library, choice = track.case, track.library, track.choice
    data: Data = {"format": "jiexu-track/1", "case": case.id, "as_of": str(case.as_of)}
    if library.known_as_of is not None:
        data["known_as_of"] = str(library.known_as_of)
    for key, code in (("from", case.origin), ("to", case.destination)):
        if code is not None:
            data[key] = place_data(library.places, code)
    data |= {
        "pack": {"sha256": library.sha256, "engine": __version__},
        "status": status(track),
        "governing_day": str(choice.day),
        "route": _way(choice.way) if choice.way else None,
        "possible": [_way(way) for way in choice.possible],
        "reported": [_way(way) for way in choice.reported],
        "missing": list(track.missing),
        "now": [_fact(track, held.stated.step.ends_with) for held in track.now],
        "late": [_fact(track, held.stated.step.ends_with) for held in track.late],
    }
    if track.reasons:
        question, outcome = track.reasons
        answer = value_data(outcome.value, question.kind, question.ids) if outcome.determined else None
        data["refused"] = {"question": question.id, "status": outcome.status, "value": answer}
    data["steps"] = [step_data(track, held) for held in track.steps.values()]
    return data


def status(track: Track) -> str:
    """unknown, no route can be told; completed; refused; late, a step is overdue; else open."""
    if track.choice.way is None:
        return "unknown"
    if track.completed:
        return "completed"
    if track.refused:
        return "refused"
    return "late" if track.late else "open"


def step_data(track: Track, held: Scheduled) -> Data:
    step = held.stated.step
    actor = track.actor(held)
    place = track.place(actor)
    data: Data = {
        "step": _fact(track, step.ends_with),
        "name": step.name,
        "state": held.state,
        "actor": actor.id,
        "place": place_data(track.library.places, place) if place else None,
        "clause": track.choice.way.instrument.cite(held.stated.provision.clause) if track.choice.way else "",
        "after": [_fact(track, track.steps[name].stated.step.ends_with) for name in held.progress.before],
        "ended": _day(held.progress.ended),
        "begins": _day(held.begins),
        "ends": _day(held.ends),
        "tentative": held.tentative,
        "due": _due(held.due) if held.due else None,
        "workdays_left": held.left,
        "late": held.late,
        "missing": list(held.progress.missing),
        "to_be_refused": held.progress.failed is not None,
    }
    return data | {
        "says": step.says,
        "screen": step.screen,
        "enter": dict(step.enter),
        "operations": [operation_data(operation) for operation in held.stated.operations],
        "brings": list(step.brings),
        "needs": list(step.needs),
        "produces": list(step.produces),
        "on_failure": [failure_data(failure) for failure in step.failures],
    }


def _way(way: Way) -> Data:
    return {"instrument": way.instrument.id, "route": way.route.id, "name": way.route.name}


def _fact(track: Track, name: str) -> str:
    return track.library.vocabulary.facts[name].id


def _day(day: date | None) -> str | None:
    return str(day) if day is not None else None


def _due(due: Due) -> Data:
    outcome = due.outcome
    data: Data = {
        "question": due.question.id or None,
        "status": outcome.status,
        "day": _day(due.day),
        "projected": due.projected,
        "provisional": outcome.provisional is not None,
        "by": [statement_data(statement) for statement in outcome.sources],
    }
    if outcome.status == PENDING:
        data["missing"] = list(outcome.missing)
    if outcome.status == NOT_IN_FORCE and outcome.lapse:
        data["names"] = list(outcome.lapse.names)
    return data
