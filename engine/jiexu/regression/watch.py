"""Sees what the evaluator does in the worlds of one trial, without the evaluator knowing."""

from typing import Any

from jiexu.base.location import Location
from jiexu.base.unknown import is_unknown
from jiexu.checks.comparison import breaches
from jiexu.decision.decide import rules_for
from jiexu.decision.evaluate import decide
from jiexu.decision.hearing import hear
from jiexu.decision.outcome import SILENT, Outcome
from jiexu.decision.world import World
from jiexu.expression.grammar import Expression
from jiexu.law.library import Library, Statement
from jiexu.law.provision import Parameter
from jiexu.regression.trial import Trial, verdicts
from jiexu.ruleset.standing import ADVICE, REPORTED, RuleSet

TRUE, FALSE, UNKNOWN, VALUE = "true", "false", "unknown", "value"
SPOKEN, TRIED = "spoken", "tried"


class Watch:
    """The evaluator, which writes down what it meets.

    ``seen`` are the values that lines had, and ``spoken`` the statements that stood in a finding with its question, both
    in the case's own world alone, and in the world that accepts reported evidence for what is only reported. ``touched``
    is where the lines, numbers, statements and provisions stand that any world looked at: a change of anything else
    cannot change the trial.
    """

    def __init__(self) -> None:
        self.seen: dict[Location, set[str]] = {}
        self.spoken: set[tuple[Location, str]] = set()
        self.touched: set[Location] = set()
        self._considered: set[tuple[RuleSet, str]] = set()

    def __call__(self, world: World, name: str) -> Outcome:
        self._consider(world.rules, name)
        outcome = decide(world, name)
        for statement in _standing(outcome):
            if _is_own(world, statement.provision.evidence):
                self.spoken.add((statement.where, name))
        return outcome

    def met(self, world: World, line: Expression, value: Any) -> None:
        """A line had a value in a world."""
        self.touched.add(line.where)
        provision = world.frame.provision
        if provision is not None and _is_own(world, provision.evidence):
            self.seen.setdefault(line.where, set()).add(_mark(value))

    def _consider(self, rules: RuleSet, name: str) -> None:
        if (rules, name) in self._considered:
            return
        self._considered.add((rules, name))
        question = rules.library.vocabulary.questions[name]
        for held in (*rules.said(question), *rules.candidates(question, (REPORTED, ADVICE))):
            self.touched |= {held.where, held.provision.where}


class Watched(World):
    """A world whose evaluator is a Watch; all worlds made of it are watched too."""

    decider: Watch

    def value(self, line: Expression) -> Any:
        value = super().value(line)
        self.decider.met(self, line, value)
        return value

    def tested(self, line: Expression) -> Any:
        # Rules of one provision share what a condition was found to be: each of them has tested it.
        value = super().tested(line)
        self.decider.met(self, line, value)
        return value

    def parameter(self, parameter: Parameter) -> Any:
        self.decider.touched.add(parameter.where)
        return super().parameter(parameter)


def watched(library: Library, trial: Trial) -> Watch:
    """What the trial looks at when it is run."""
    watch = Watch()
    rules = rules_for(library, trial.case.origin, trial.case.destination, trial.evidence)
    world = Watched(rules, trial.case, watch)
    list(breaches(world, trial.case))
    list(verdicts(world, trial.accepted))
    for name in trial.accepted:
        question = library.vocabulary.questions[name]
        with world.asking(name, world.decide(name).day or trial.case.as_of):
            advising = [held for held in rules.candidates(question, (ADVICE,)) if hear(world, name, held).truth is True]
        watch.spoken |= {(held.where, name) for held in advising}
    return watch


def _standing(outcome: Outcome) -> tuple[Statement, ...]:
    """The statements that make a finding what it is."""
    voices = (*outcome.walk.deciders, *outcome.walk.candidates, *outcome.walk.handed)
    declared = outcome.statements if outcome.status == SILENT else ()
    return (*(voice.statement for voice in voices), *declared)


def _is_own(world: World, evidence: str) -> bool:
    if world.timeless or world.takes:
        return False
    if evidence == REPORTED and REPORTED not in world.rules.accept:
        return False
    if evidence == REPORTED and world.parent is not None:
        return world.changed == REPORTED
    return world.parent is None


def _mark(value: Any) -> str:
    if is_unknown(value):
        return UNKNOWN
    return (TRUE if value else FALSE) if isinstance(value, bool) else VALUE
