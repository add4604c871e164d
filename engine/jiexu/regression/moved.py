"""A finding that comes out otherwise on the other side."""

from collections.abc import Hashable, Iterator
from typing import Any, NamedTuple

from jiexu.decision.case import Case
from jiexu.decision.finding import Decision, Finding
from jiexu.decision.outcome import CONFLICT, DETERMINED, NOT_APPLICABLE, NOT_IN_FORCE, Outcome
from jiexu.decision.world import World
from jiexu.explanation.data import finding_data, value_data
from jiexu.explanation.wording import Wording
from jiexu.law.library import Statement
from jiexu.law.vocabulary import Question
from jiexu.regression.likeness import without
from jiexu.regression.shift import OTHER, Shift, shift

ANSWER, DECIDED, OPENED, LAPSED, REVIVED = "answer", "decided", "opened", "lapsed", "revived"
REASON, ASKED, DROPPED, CLAUSE, REMARK = "reason", "asked", "dropped", "clause", "remark"
KINDS = (ANSWER, DECIDED, OPENED, LAPSED, REVIVED, REASON, ASKED, DROPPED, CLAUSE, REMARK)
"""What changed: the answer · it has one now · it has none any more · nothing in force any more, and back · still none, why is
other · the question is new, and gone · only the clause · only what is told beside the answer."""
_SETTLED = (DETERMINED, NOT_APPLICABLE)
_NOT_THE_LAWS = ("governing_day", "file", "line", "rule", "text")


class Cause(NamedTuple):
    """A change of the law, by its place among them, and the clauses of it that count; empty where it is about no clause."""

    change: int
    clauses: tuple[str, ...] = ()


class Moved(NamedTuple):
    """``cases`` are the case as each side read it; ``before`` or ``after`` is None where that side does not have the question.

    ``cited`` are the clauses each finding stands on, the decider first, none where none decides; ``verdicts`` what
    would have to be the same for nothing to have moved; ``causes`` what in the law moved it.
    """

    cases: tuple[Case, Case]
    question: Question
    kind: str
    before: Finding | None
    after: Finding | None
    shift: Shift
    cited: tuple[tuple[str, ...], tuple[str, ...]]
    verdicts: tuple[Hashable, Hashable]
    causes: tuple[Cause, ...] = ()

    @property
    def case(self) -> Case:
        return self.cases[1]

    @property
    def deciders(self) -> tuple[str, str]:
        """The clause that decided and the one that decides now, empty where none does."""
        before, after = ((*cited, "")[0] for cited in self.cited)
        return before, after

    @property
    def direction(self) -> str:
        """Which way an answer moved; of any other change what it is."""
        return self.shift.direction if self.kind == ANSWER else self.kind


def moved(before: Decision, after: Decision) -> Iterator[Moved]:
    """Every finding of a case that came out otherwise, in the order of the questions after, those that are gone last."""
    was, now = ({one.question.id: one for one in side.findings.values()} for side in (before, after))
    for id_ in dict.fromkeys((*now, *was)):
        one, other = was.get(id_), now.get(id_)
        kind = _kind(before, one, after, other)
        if kind:
            held = other or one
            assert held is not None
            cited = (_citations(before.world, one), _citations(after.world, other))
            verdicts = (_verdict(before.world, one), _verdict(after.world, other))
            cases = (before.case, after.case)
            yield Moved(cases, held.question, kind, one, other, _shift(kind, one, other), cited, verdicts)


def verdict(world: World, outcome: Outcome, question: Question) -> Hashable:
    """What must be the same for nothing to have moved: the status, what it says, and the clauses that say it."""
    cited = dict.fromkeys(statement.citation for statement in sources(world, outcome))
    return outcome.status, _said(outcome, question), tuple(cited)


def _verdict(world: World, finding: Finding | None) -> Hashable:
    return verdict(world, finding.outcome, finding.question) if finding else None


def sources(world: World, outcome: Outcome) -> tuple[Statement, ...]:
    """The statements an outcome stands on; of one that rests on another question, those of that one. What does not apply has none."""
    cited = outcome.sources
    for id_ in () if cited or outcome.status == NOT_APPLICABLE else outcome.rests_on:
        cited += sources(world, world.decide(world.library.vocabulary.by_id[id_].name))
    return cited


def _citations(world: World, finding: Finding | None) -> tuple[str, ...]:
    cited = sources(world, finding.outcome) if finding else ()
    return tuple(dict.fromkeys(statement.citation for statement in cited))


def _kind(before: Decision, was: Finding | None, after: Decision, now: Finding | None) -> str:
    """One of KINDS; empty when nothing is otherwise."""
    if was is None or now is None:
        return ASKED if was is None else DROPPED
    one, other = was.outcome, now.outcome
    if _verdict(before.world, was) == _verdict(after.world, now):
        return REMARK if _remarks(before, was) != _remarks(after, now) else ""
    if (one.status, _said(one, was.question)) == (other.status, _said(other, now.question)):
        return CLAUSE
    if NOT_IN_FORCE in (one.status, other.status) and one.status != other.status:
        return LAPSED if other.status == NOT_IN_FORCE else REVIVED
    settled = (one.status in _SETTLED, other.status in _SETTLED)
    return {(True, True): ANSWER, (False, True): DECIDED, (True, False): OPENED, (False, False): REASON}[settled]


def _said(outcome: Outcome, question: Question) -> Hashable:
    """The value by ids, or what stands in its place."""
    if outcome.determined:
        return repr(value_data(outcome.value, question.kind, question.ids))
    if outcome.status == NOT_APPLICABLE:
        return None
    if outcome.status == CONFLICT:
        return tuple(
            repr(value_data(one.answer, question.kind, question.ids))
            for one in outcome.walk.candidates
            if not one.delegates
        )
    lapse = (outcome.lapse.names, outcome.lapse.last, outcome.lapse.first) if outcome.lapse else None
    return outcome.missing, outcome.rests_on, lapse


def _remarks(decision: Decision, finding: Finding) -> Any:
    """Everything that is told of a finding, but for where in a file it stands and in which words."""
    return without(finding_data(Wording(decision.library), finding), _NOT_THE_LAWS)


def _shift(kind: str, before: Finding | None, after: Finding | None) -> Shift:
    if kind == ANSWER and before and after and before.outcome.determined and after.outcome.determined:
        return shift(before.outcome.value, after.outcome.value, after.question.kind.name)
    return Shift(OTHER)
