"""Every combination of every question, and what it shows: findings, each with a case that was decided."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from jiexu.analysis.counterexample import counterexample
from jiexu.analysis.exploration import Exploration, Leaf
from jiexu.analysis.known import Known
from jiexu.analysis.observation import (
    DEAD,
    KINDS,
    NOT_ANALYSED,
    OVERRIDE,
    Observation,
    observations,
    readings,
    silencing,
    speaking,
    spoken_for,
    waits,
)
from jiexu.analysis.places import Pair, place_pairs
from jiexu.analysis.values import Values
from jiexu.decision.case import Case
from jiexu.decision.decide import rules_for
from jiexu.decision.world import reading_key
from jiexu.law.library import DECIDING, Library, Statement
from jiexu.law.provision import Rule
from jiexu.law.vocabulary import Question

Each = Callable[[Question, Leaf], None]


class Finding(NamedTuple):
    """Something found, once for all ``combinations`` that show it.

    ``case`` is one of these, read back from its own text and decided again; None of a rule that never even speaks.
    ``known`` is the entry that names it.
    """

    question: Question
    shown: Observation
    case: Case | None
    combinations: int
    known: Known | None


class Proof(NamedTuple):
    """``classes`` counts pairs of places over all questions, ``combinations`` the cases decided between them.

    ``idle`` are the questions of entries that name nothing that was found.
    """

    findings: tuple[Finding, ...]
    questions: int
    classes: int
    combinations: int
    idle: tuple[tuple[Known, str], ...]


def prove(library: Library, known: Iterable[Known] = (), each: Each | None = None) -> Proof:
    """Decide every combination of facts that the law held can tell apart, for every question and class of places.

    *each* is called with every combination decided.
    """
    prover = _Prover(library, tuple(known), each)
    for question in library.vocabulary.questions.values():
        prover.question(question)
    return prover.proof()


class _Group:
    """The combinations that show one thing: how many, and the first few."""

    def __init__(self) -> None:
        self.count = 0
        self.leaves: list[Leaf] = []

    def add(self, leaf: Leaf | None) -> None:
        self.count += 1
        if leaf is not None and len(self.leaves) < 2:
            self.leaves.append(leaf)


class _Prover:
    def __init__(self, library: Library, known: tuple[Known, ...], each: Each | None) -> None:
        self.library = library
        self.each = each
        self.known = known
        self.values = Values(library)
        self.groups: dict[tuple[str, Observation, int], _Group] = {}
        self.spoke: dict[Statement, Leaf] = {}
        self.mattered: set[Statement] = set()
        self.silenced: set[tuple[int, str]] = set()
        self.sensitive: set[tuple[str, str]] = set()
        self.whole: set[str] = set()
        self.questions = self.classes = self.combinations = 0

    def question(self, question: Question) -> None:
        """Decide every combination of one question, wherever something held is on it."""
        pairs = place_pairs(self.library, question.name)
        if not pairs:
            return
        self.questions += 1
        self.classes += len(pairs)
        analysed = True
        for leaf in self._leaves(question, pairs):
            self.combinations += 1
            if self.each is not None:
                self.each(question, leaf)
            self._observe(question, leaf)
            analysed = analysed and not waits(leaf)
        if analysed:
            self.whole.add(question.name)
            self._look_closer(question, pairs)

    def proof(self) -> Proof:
        for statement, reference in self._idle_overrides():
            question = self.library.vocabulary.questions[next(iter(getattr(statement.said, "then", {})))]
            self._add(question, Observation(OVERRIDE, (statement,), (reference,)), self.spoke.get(statement))
        found = [finding for key, group in self.groups.items() if (finding := self._finding(*key, group))]
        found.sort(key=lambda finding: KINDS.index(finding.shown.kind))
        named = {(id(finding.known), finding.question.name) for finding in found}
        idle = tuple((entry, name) for entry in self.known for name in entry.about if (id(entry), name) not in named)
        return Proof(tuple(found), self.questions, self.classes, self.combinations, idle)

    def _leaves(self, question: Question, pairs: Iterable[Pair], *, whole: bool = False) -> Iterator[Leaf]:
        for pair in pairs:
            rules = rules_for(self.library, *pair, DECIDING)
            for leaf in Exploration(rules, question.name, self.values, whole=whole).leaves():
                self._note(question, leaf)
                yield leaf

    def _note(self, question: Question, leaf: Leaf) -> None:
        """Remember which statements made a difference, which spoke at all, and which rule silenced which."""
        self.mattered.update(spoken_for(leaf.outcome))
        voices = speaking(leaf.world, question, leaf.outcome)
        for voice in voices:
            self.spoke.setdefault(voice.statement, leaf)
        self.silenced |= {(id(statement.said), reference) for statement, reference in silencing(voices)}

    def _observe(self, question: Question, leaf: Leaf) -> None:
        for shown in observations(leaf.world, question, leaf.outcome):
            self._add(question, shown, leaf)
        if waits(leaf) and leaf.open:
            self._add(question, Observation(NOT_ANALYSED, (), leaf.open), leaf)
        if leaf.outcome.determined and self._may_be_sensitive(question, leaf):
            for shown in readings(leaf.world, question, leaf.outcome):
                key = (question.name, shown.names[0])
                if key not in self.sensitive:
                    self.sensitive.add(key)
                    self._add(question, shown, leaf)

    def _may_be_sensitive(self, question: Question, leaf: Leaf) -> bool:
        """True when the answer used a reading that was not yet seen to change one."""
        return any(
            reading_key(reading.name) in leaf.outcome.touched and (question.name, reading.name) not in self.sensitive
            for instrument in self.library.instruments.values()
            for provision in instrument.provisions
            for reading in provision.readings
        )

    def _look_closer(self, question: Question, pairs: list[Pair]) -> None:
        """Follow answers that were settled early to the end, where some rule may have mattered that was not asked for."""
        for pair in pairs:
            quiet = {*self._quiet(question), *(statement for statement, _ in self._idle_overrides())}
            rules = rules_for(self.library, *pair, DECIDING)
            if not quiet.isdisjoint(rules.said(question)):
                for _ in self._leaves(question, [pair], whole=True):
                    pass
        for statement in self._quiet(question):
            self._add(question, Observation(DEAD, (statement,)), self.spoke.get(statement))

    def _quiet(self, question: Question) -> list[Statement]:
        """What is held on a question and never made a difference."""
        held = (*self.library.statements[question.name], *self.library.silences[question.name])
        return [one for one in held if one.provision.evidence in DECIDING and one not in self.mattered]

    def _idle_overrides(self) -> list[tuple[Statement, str]]:
        """Each rule of questions analysed so far with a rule it names and never silenced."""
        return [
            (held, reference)
            for name, statements in self.library.statements.items()
            for held in statements
            if isinstance(held.said, Rule) and held.provision.evidence in DECIDING
            if name == next(iter(held.said.then)) and self.whole.issuperset(held.said.then)
            for reference in held.said.overrides
            if (id(held.said), reference) not in self.silenced
        ]

    def _add(self, question: Question, shown: Observation, leaf: Leaf | None) -> None:
        world = leaf.world if leaf is not None else None
        covering = (
            index
            for index, entry in enumerate(self.known)
            if entry.covers(shown.kind, question.name, shown.statements, world)
        )
        key = (question.name, shown, next(covering, -1))
        self.groups.setdefault(key, _Group()).add(leaf)

    def _finding(self, name: str, shown: Observation, entry: int, group: _Group) -> Finding | None:
        """The finding of a group; None when no case of it, read back and decided, shows it again."""
        question = self.library.vocabulary.questions[name]
        cases = (counterexample(leaf, question, shown) for leaf in group.leaves)
        case = next((case for case in cases if case is not None), None)
        if case is None and group.leaves:
            return None
        return Finding(question, shown, case, group.count, self.known[entry] if entry >= 0 else None)
