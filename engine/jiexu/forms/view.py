"""A finding as a form prints it."""

from typing import Any, NamedTuple

from jiexu.base.kinds import Kind
from jiexu.base.location import Location
from jiexu.base.problem import Problem
from jiexu.decision.decide import findings
from jiexu.decision.finding import Decision, Finding
from jiexu.decision.outcome import NOT_APPLICABLE
from jiexu.decision.world import World
from jiexu.explanation.ground_lines import GroundLines, cited
from jiexu.explanation.reasons import alert, answer, reading
from jiexu.explanation.wording import Wording
from jiexu.forms.blank import Blank
from jiexu.law.library import Statement
from jiexu.ruleset.standing import REPORTED


class Clause(NamedTuple):
    """A clause as it is cited, with the phrases of it that a finding rests on."""

    citation: str
    quotes: tuple[str, ...]


class View(NamedTuple):
    """``value`` is a Blank unless it is decided by law that decides; ``text`` is the answer as it is said, or why there is none.

    ``status`` is that of the outcome, or that it is known by report only.
    """

    name: str
    value: Any
    text: str
    status: str
    by: tuple[Clause, ...] = ()
    working: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def decided(self) -> bool:
        return not isinstance(self.value, Blank)

    @property
    def open(self) -> bool:
        """True when it is neither decided nor beside the point."""
        return not self.decided and self.status != NOT_APPLICABLE


class Views:
    """The findings of one decision, each viewed once; ``where`` is the place in the case that they come from."""

    def __init__(self, decision: Decision, where: Location) -> None:
        self.decision = decision
        self.where = where
        self.wording = Wording(decision.library)
        self.grounds = GroundLines(decision, self.wording)
        self._seen: dict[str, View] = {}

    def of(self, name: str) -> View:
        """The view of a question, whether the case asked it or not."""
        if name not in self._seen:
            held = self.decision.findings.get(name) or findings(self.decision.world, [name])[name]
            self._seen[name] = self._view(held)
        return self._seen[name]

    def asked(self) -> tuple[View, ...]:
        """The findings that the case asked for."""
        return tuple(map(self.of, self.decision.findings))

    def _view(self, finding: Finding) -> View:
        wording, question, outcome = self.wording, finding.question, finding.outcome
        name, text = wording.term(question), answer(wording, finding)
        if not outcome.determined:
            blank = Blank(Problem("P810", self.where, {"name": name, "answer": text}))
            return View(name, blank, text, outcome.status)
        reported = reported_behind(self.decision.world, question.name)
        if reported:
            told_by = wording.citations(reported)
            blank = Blank(Problem("P811", self.where, {"name": name, "answer": text, "by": told_by}))
            return View(name, blank, wording.say("reported", by=told_by, value=text), REPORTED)
        told = [alert(wording, finding, one) for one in finding.alerts]
        told += [reading(wording, question, used) for used in finding.readings if used.sensitive]
        working = tuple(self.grounds.working(finding)) if finding.worked is not None else ()
        value = printable(wording, question.kind, outcome.value)
        by = tuple(Clause(citation, quotes) for citation, quotes in cited(wording, [finding]).items())
        return View(name, value, text, outcome.status, by, working, tuple(told))


def printable(wording: Wording, kind: Kind, value: Any) -> Any:
    """A value that a form can print or compare: places by name and rates as they are written, all else as it is."""
    return wording.value(value, kind) if kind.name in ("place", "rate") else value


def reported_behind(world: World, name: str) -> tuple[Statement, ...]:
    """The statements known by report only that decide a question, or one that it rests on."""
    waiting, seen, found = [name], {name}, []
    while waiting:
        outcome = world.decide(waiting.pop())
        found += [voice.statement for voice in outcome.walk.deciders if voice.statement.provision.evidence == REPORTED]
        waiting += [asked for asked in outcome.asked if asked not in seen]
        seen.update(outcome.asked)
    return tuple(found)
