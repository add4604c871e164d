"""Whether a case calls for a form."""

from enum import IntEnum, auto
from typing import Any, NamedTuple

from jiexu.base.problem import Problem
from jiexu.decision.asking import asked_by_default
from jiexu.decision.outcome import NOT_APPLICABLE, SILENT
from jiexu.explanation.reasons import outcome_answer
from jiexu.forms.form import Form, Test
from jiexu.forms.sheet import Sheet
from jiexu.law.vocabulary import Question
from jiexu.procedure.progress import DONE, NEXT


class State(IntEnum):
    """From never to now. UNCALLED: nothing held says so, or the case is not about it; OPEN: not yet decided.

    ISSUED: the step that it comes from is done; LATER: that step has others before it.
    """

    NOT_NEEDED = auto()
    UNCALLED = auto()
    OPEN = auto()
    LATER = auto()
    ISSUED = auto()
    NEEDED = auto()


class Call(NamedTuple):
    """``problems`` are why a case does not call for a form, or not yet; empty when it does."""

    state: State
    problems: tuple[Problem, ...] = ()


_CALLED = Call(State.NEEDED)


def call_for(form: Form, sheet: Sheet, *, by_name: bool = False) -> Call:
    """Whether the case calls for the form: all that it requires, and any of what it is needed for, or a person *by_name*."""
    required = [_call(form, test, sheet) for test in form.requires]
    needs = [_call(form, test, sheet) for test in form.needed]
    if form.on_request:
        needs.append(_CALLED if by_name else Call(State.UNCALLED))
    call = min((*required, max(needs, key=lambda call: call.state)), key=lambda call: call.state)
    return _turn(form, sheet) if call == _CALLED else call


def _turn(form: Form, sheet: Sheet) -> Call:
    """How a form that is called for stands to the step that it comes from."""
    step = sheet.step_of(form.title)
    states = {DONE: State.ISSUED, NEXT: State.LATER}
    return Call(states.get(step.state, State.NEEDED) if step else State.NEEDED)


def _call(form: Form, test: Test, sheet: Sheet) -> Call:
    if isinstance(test.term, Question):
        return _by_finding(form, test.term, test.values, sheet)
    value = sheet.fact(test.term)
    if isinstance(value, Problem):
        return Call(State.UNCALLED, (value,))
    if _meets(test.values, value):
        return _CALLED
    wording = sheet.views.wording
    values = {
        "title": form.title,
        "name": wording.term(test.term),
        "answer": wording.value(value, test.term.kind),
    }
    return Call(State.NOT_NEEDED, (Problem("P802", sheet.parties.at("facts"), values),))


def _by_finding(form: Form, question: Question, wanted: tuple[Any, ...], sheet: Sheet) -> Call:
    decision, wording = sheet.decision, sheet.views.wording
    outcome = decision.world.decide(question.name)
    if outcome.determined and _meets(wanted, outcome.value):
        return _CALLED
    answer = outcome_answer(wording, question, outcome)
    values = {"title": form.title, "name": wording.term(question), "answer": answer}
    where = sheet.parties.at("facts")
    if outcome.determined or outcome.status == NOT_APPLICABLE:
        return Call(State.NOT_NEEDED, (Problem("P802", where, values),))
    about = question.name in decision.findings or question.name in asked_by_default(decision.world)
    state = State.OPEN if about and outcome.status != SILENT else State.UNCALLED
    return Call(state, (Problem("P803", where, values),))


def _meets(wanted: tuple[Any, ...], value: Any) -> bool:
    """True when the value, or one of its members, is wanted; any is when nothing is named."""
    held = value if isinstance(value, tuple) else (value,)
    return not wanted or any(one in wanted for one in held)
