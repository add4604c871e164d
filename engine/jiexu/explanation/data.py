"""Decisions and errors as JSON: ids, a fixed order of keys, the same bytes for the same pack and case."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from jiexu import __version__
from jiexu.base.kinds import Kind, as_text
from jiexu.base.problem import Problem
from jiexu.decision.finding import Alert, Beaten, Decision, Finding, ReadingUsed, Tested
from jiexu.decision.outcome import CONFLICT, NOT_IN_FORCE, PENDING
from jiexu.explanation.reasons import alert as alert_text
from jiexu.explanation.wording import Wording
from jiexu.law.jurisdiction import Places
from jiexu.law.library import Statement
from jiexu.law.vocabulary import Question

Data = dict[str, Any]


def decision_data(decision: Decision) -> Data:
    """A decision as ``jiexu-decision/1``."""
    case, library = decision.case, decision.library
    data: Data = {"format": "jiexu-decision/1", "case": case.id, "as_of": str(case.as_of)}
    if library.known_as_of is not None:
        data["known_as_of"] = str(library.known_as_of)
    for key, code in (("from", case.origin), ("to", case.destination)):
        if code is not None:
            data[key] = place_data(library.places, code)
    data["pack"] = {"sha256": library.sha256, "engine": __version__}
    wording = Wording(library)
    data["findings"] = {finding.question.id: finding_data(wording, finding) for finding in decision.findings.values()}
    return data


def problems_data(case: str, file: str, problems: Iterable[Problem]) -> Data:
    """A refused case as ``jiexu-error/1``; the problems must have been spelled."""
    return {
        "format": "jiexu-error/1",
        "case": case,
        "file": file,
        "problems": [problem_data(problem) for problem in problems],
    }


def problem_data(problem: Problem) -> Data:
    where = problem.where
    return {
        "code": problem.code,
        "file": where.file,
        "line": where.line,
        "col": where.column,
        "message": problem.message,
        "help": problem.help,
    }


def place_data(places: Places, code: str) -> Data:
    return {"code": code, "name": places.name(code)}


def value_data(value: Any, kind: Kind, ids: tuple[str, ...]) -> Any:
    """A value as data: choices as ids, sets as lists of id and name, yes_no as true or false, all else as text."""
    if value is None or isinstance(value, bool):
        return value
    if kind.name == "set":
        return [{"id": ids[kind.members.index(member)], "name": member} for member in value]
    if kind.name == "choice":
        return ids[kind.members.index(value)]
    if kind.name == "rate" and isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return f"{value:.2f}" if kind.name == "yuan" else as_text(value)


def finding_data(wording: Wording, finding: Finding) -> Data:
    """One finding; what an undetermined one does not have is left out."""
    question, outcome = finding.question, finding.outcome
    data: Data = {"status": outcome.status}
    if outcome.determined:
        data["value"] = value_data(outcome.value, question.kind, question.ids)
    if outcome.day is not None:
        data["governing_day"] = str(outcome.day)
    if outcome.status == PENDING:
        data["missing"] = list(outcome.missing)
    if outcome.whatever:
        data["whatever"] = list(outcome.whatever)
    if outcome.rests_on:
        data["rests_on"] = list(outcome.rests_on)
    if outcome.status == NOT_IN_FORCE and outcome.lapse:
        data |= _lapse(outcome.lapse.last, outcome.lapse.first, outcome.lapse.names)
    if outcome.status == CONFLICT:
        data["candidates"] = [
            {"value": value_data(voice.answer, question.kind, question.ids), "by": [statement_data(voice.statement)]}
            for voice in outcome.walk.candidates
            if not voice.delegates
        ]
    by = [statement_data(statement) for statement in outcome.sources]
    optional = {
        "by": by,
        "because": [_tested(tested) for tested in finding.because],
        "precedence": [_beaten(question, beaten) for beaten in finding.precedence],
        "readings": [_reading(question, used) for used in finding.readings],
        "alerts": [_alert(wording, finding, told) for told in finding.alerts],
    }
    data |= {key: value for key, value in optional.items() if value or outcome.determined}
    if finding.worked is not None:
        data["arithmetic"] = {"expression": finding.worked.expression, "values": _values(finding.worked.values)}
    return data


def statement_data(statement: Statement) -> Data:
    data: Data = {
        "instrument": statement.instrument.id,
        "number": statement.instrument.number,
        "clause": statement.provision.clause,
    }
    if statement.provision.clause_inferred:
        data["clause_inferred"] = True
    return data | {"rule": statement.name, "file": statement.where.file, "line": statement.where.line}


def _lapse(last: date | None, first: date | None, names: tuple[str, ...]) -> Data:
    days = (("last_in_force", last), ("first_in_force", first))
    return {**{key: str(day) for key, day in days if day is not None}, "names": list(names)}


def _tested(tested: Tested) -> Data:
    return {"condition": tested.condition, "holds": tested.holds, "values": _values(tested.values)}


def _values(values: dict[str, Any]) -> Data:
    """Values behind a condition, quoted as rules are written: names, not ids."""
    return {name: value if isinstance(value, bool) else _written(value) for name, value in values.items()}


def _written(value: Any) -> str:
    if isinstance(value, tuple) and not hasattr(value, "ordinal"):
        return "、".join(_written(part) if isinstance(part, str) else f"{part.first}—{part.last}" for part in value)
    return as_text(value)


def _beaten(question: Question, beaten: Beaten) -> Data:
    data: Data = {"principle": beaten.principle, "over": beaten.statement.citation}
    if beaten.value is not None:
        data["value"] = value_data(beaten.value, question.kind, question.ids)
    return data | ({"quote": beaten.quote} if beaten.quote else {})


def _reading(question: Question, used: ReadingUsed) -> Data:
    data: Data = {"name": used.name, "taken": used.taken, "sensitive": used.sensitive}
    if used.instead:
        data["instead"] = [
            {"take": other.take, "status": other.outcome.status}
            | (
                {"value": value_data(other.outcome.value, question.kind, question.ids)}
                if other.outcome.determined
                else {}
            )
            for other in used.instead
        ]
    return data


def _alert(wording: Wording, finding: Finding, told: Alert) -> Data:
    question = finding.question
    data: Data = {"kind": told.kind, "by": [statement.citation for statement in told.statements]}
    if told.value is not None:
        data["value"] = value_data(told.value, question.kind, question.ids)
    return data | {"text": alert_text(wording, finding, told)}
