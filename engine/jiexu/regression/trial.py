"""What holds the law to an answer: an example inside a pack, or an accepted case."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from jiexu.base.problem import Problem, ProblemsError
from jiexu.checks.example import example_case, stated_examples
from jiexu.decision.alerts import own_alerts
from jiexu.decision.alternatives import Alternatives
from jiexu.decision.asking import asked_by_default
from jiexu.decision.case import Case
from jiexu.decision.case_file import read_case_text
from jiexu.decision.decide import rules_for, world_of
from jiexu.decision.finding import Alert, ReadingUsed
from jiexu.decision.world import World
from jiexu.document.loader import content
from jiexu.law.library import DECIDING, Library
from jiexu.regression.run import ACCEPTED, case_files
from jiexu.ruleset.standing import REPORTED

Verdict = tuple[Any, ...]
"""What an accepted decision says on one question, in plain values."""


class Trial(NamedTuple):
    """``accepted`` are the questions on which the whole decision was accepted; ``clause`` the citation an example stands in;
    ``evidence`` the grades by which it is decided.
    """

    name: str
    case: Case
    accepted: tuple[str, ...] = ()
    clause: str = ""
    evidence: tuple[str, ...] = DECIDING

    def world(self, library: Library) -> World:
        """Its world under a law."""
        return world_of(library, self.case, self.evidence)


def trials(library: Library, paths: Iterable[Path], today: date) -> tuple[list[Trial], list[Problem]]:
    """Every example and case that can be read, and what is wrong with those that cannot."""
    found: list[Trial] = []
    problems: list[Problem] = []
    for stated in stated_examples(library):
        try:
            case = example_case(library, stated)
        except ProblemsError as error:
            problems += error.problems
        else:
            clause = stated.instrument.cite(stated.provision.clause)
            found.append(Trial(stated.name, case, clause=clause, evidence=stated.accept))
    for path in case_files(paths):
        try:
            case = read_case_text(content(path), str(path), library, today, path.stem)
        except ProblemsError as error:
            problems += error.problems
        else:
            found.append(Trial(str(path), case, _accepted(library, case, path)))
    return found, problems


def _accepted(library: Library, case: Case, path: Path) -> tuple[str, ...]:
    """The questions of a case whose explanation lies beside it; none when none does."""
    if not path.with_suffix(ACCEPTED).is_file():
        return ()
    return case.questions or asked_by_default(world_of(library, case))


def verdicts(world: World, names: Iterable[str]) -> Iterator[Verdict]:
    """What an accepted decision decides on each question: its answer or why there is none, by which clauses, waiting for
    what; the answers other readings would give; and the alerts, each with its clause and answer.

    Nothing that a decision merely mentions is among it: no conditions, no arithmetic, no other number.
    """
    case = world.case
    reported = rules_for(world.library, case.origin, case.destination, (*DECIDING, REPORTED))
    alternatives = Alternatives(world, world.with_rules(reported, REPORTED))
    for name in names:
        question = world.library.vocabulary.questions[name]
        outcome = world.decide(name)
        alerts = (
            *(own_alerts(world, question, outcome) if outcome.determined else ()),
            *alternatives.reported(name, outcome),
            *alternatives.advice(question, outcome),
        )
        yield (
            name,
            outcome.status,
            outcome.value,
            tuple(dict.fromkeys(held.citation for held in outcome.sources)),
            outcome.missing,
            tuple(map(_reading, alternatives.readings(name, outcome))),
            tuple(map(_alert, alerts)),
        )


def _reading(used: ReadingUsed) -> Verdict:
    others = ((other.take, other.outcome.status, other.outcome.value) for other in used.instead)
    return used.name, used.sensitive, *others


def _alert(alert: Alert) -> Verdict:
    by = tuple(held.citation for held in alert.statements)
    return alert.kind, by, alert.value, alert.day, alert.status
