"""Every combination of facts that a question can tell apart, between two places, each as a case that was decided."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from jiexu.analysis.breakpoints import turns_behind
from jiexu.analysis.dependence import Ids, behind_day, behind_question, behind_turn, facts_that_may_lack
from jiexu.analysis.line import AS_OF, with_value
from jiexu.analysis.turns import Comparison, Turn
from jiexu.analysis.values import Values
from jiexu.decision.alerts import lapsed_below
from jiexu.decision.case import Case
from jiexu.decision.contradiction import is_later
from jiexu.decision.evaluate import decide_as_known
from jiexu.decision.lapse import would_speak
from jiexu.decision.outcome import Outcome
from jiexu.decision.world import World, possible_values
from jiexu.law.dependency import resting_on
from jiexu.ruleset.standing import RuleSet


class Leaf(NamedTuple):
    """A case and its outcome, which no further fact would change.

    It gives every fact the outcome turns on but those ``lacking``, of which rules ask whether they are given. ``open``
    are facts it waits for that could not be tried: their kind has neither members nor an order.
    """

    world: World
    outcome: Outcome
    lacking: Ids = frozenset()
    open: tuple[str, ...] = ()


class _Path(NamedTuple):
    """Where branching stands: facts left out on purpose, questions whose own facts are settled."""

    world: World
    lacking: Ids = frozenset()
    settled: Ids = frozenset()


class Exploration:
    """Branches on one fact after another, as far as the outcome turns on it, over values on every side of every change.

    A determined outcome stands whatever the rest is; any other is followed until every fact that it touched is given
    (*whole*: a determined one too). Facts that bear on a question only through another one are given together, once
    for each outcome of that other.
    """

    def __init__(
        self, rules: RuleSet, name: str, values: Values, *, whole: bool = False, within: "Exploration | None" = None
    ) -> None:
        self.rules = rules
        self.name = name
        self.values = values
        self.whole = whole
        self.vocabulary = rules.library.vocabulary
        self.question = self.vocabulary.questions[name]
        questions = {question.id for question in self.vocabulary.questions.values()}
        self.facts = behind_question(rules, name) - questions - {"from", "to"}
        self.outermost: Exploration = within.outermost if within else self
        named = self.vocabulary.facts
        self.in_order = [(named[earlier].id, named[later].id) for earlier, later in self.vocabulary.in_order]
        self.turns: tuple[Turn, ...] = (
            within.turns
            if within
            else tuple(
                turn
                for turn in turns_behind(rules, [name])
                if not isinstance(turn, Comparison) or turn.holds is not None
            )
        )

    def leaves(self) -> Iterator[Leaf]:
        """Every combination on days on which something held was on the question, or had been."""
        places = self.rules.places
        first = min(held.provision.validity.first for held in self.rules.said(self.question))
        base = World(self.rules, Case("", self.values.far, places["out"], places["in"], {}), decide_as_known)
        for leaf in self.branch(_Path(base), self.facts, first):
            if leaf.outcome.day is None or first <= leaf.outcome.day <= leaf.world.case.as_of:
                yield leaf

    def branch(self, path: _Path, able: Ids, first: date = date.min) -> Iterator[Leaf]:
        """The leaves beyond a world in which some facts are given, branching on the *able* ones only."""
        world = path.world
        outcome = world.decide(self.name)
        if (outcome.day is not None and outcome.day < first) or self._impossible(world):
            return
        open_ = [] if self._stuck(path, outcome) else self._open(path, outcome)
        fact = next((fact for fact in open_ if fact in able and self.values.can_be_tried(fact)), None)
        if fact is None:
            waits_for = [fact for fact in outcome.missing if fact in self.facts and fact not in path.lacking]
            open_ = open_ or waits_for
            yield Leaf(world, outcome, path.lacking, tuple(fact for fact in open_ if fact != AS_OF))
            return
        through = self.blocks.get(fact)
        if through is not None and through not in path.settled and (shared := self._shared(through, open_)):
            fact, through = shared, self.blocks.get(shared)
        if through is not None and through not in path.settled:
            for further in self._settle(path, through):
                yield from self.branch(further, able, first)
            return
        if fact in facts_that_may_lack(self.rules):
            yield from self.branch(path._replace(lacking=path.lacking | {fact}), able, first)
        for value in self._values(path, fact):
            yield from self.branch(self._given(path, fact, value), able, first)

    def _stuck(self, path: _Path, outcome: Outcome) -> bool:
        """True when the outcome waits for nothing but facts that cannot be tried: no other fact would settle it."""
        missing = [fact for fact in outcome.missing if fact not in path.lacking]
        return bool(missing) and not any(self.values.can_be_tried(fact) for fact in missing)

    def _given(self, path: _Path, fact: str, value: Any) -> _Path:
        lacking = path.lacking | {AS_OF} if fact == AS_OF else path.lacking
        return path._replace(world=with_value(path.world, fact, value), lacking=lacking)

    def _open(self, path: _Path, outcome: Outcome) -> list[str]:
        """The facts still to be given: the days first, then those the outcome waits for, then all else it touched."""
        touched = self._touched_by_lapses(path.world, outcome)
        if self.whole or not outcome.determined:
            touched |= outcome.touched | {AS_OF}
        closed = {fact for fact, through in self.blocks.items() if through in path.settled}
        given = path.world.case.facts
        open_ = [
            fact for fact in self._order if fact in touched and fact not in given and fact not in path.lacking | closed
        ]
        return sorted(open_, key=lambda fact: (fact not in self.days, fact not in outcome.missing))

    @cached_property
    def days(self) -> Ids:
        return behind_day(self.rules, self.question)

    @cached_property
    def by_day_of_decision(self) -> bool:
        """True when the day of the decision itself chooses the version of the law."""
        return any(self.vocabulary.words[AS_OF] in line.names for line in self.question.governed_by)

    @cached_property
    def _order(self) -> list[str]:
        place = {term: index for index, term in enumerate(self.vocabulary.by_id)}
        return sorted(
            self.facts,
            key=lambda fact: (fact != AS_OF, not possible_values(self.values.kind(fact)), place.get(fact, 0)),
        )

    def _touched_by_lapses(self, world: World, outcome: Outcome) -> frozenset[str]:
        """What turns on whether a rule that ended below the decider would still have spoken."""
        lapsed = lapsed_below(world, self.question, outcome)
        if not lapsed or outcome.day is None:
            return frozenset()
        with world.asking(self.name, outcome.day) as frame:
            would_speak(world, self.question, outcome.day, lapsed)
            return frozenset(frame.touched.own)

    def _impossible(self, world: World) -> bool:
        facts = world.case.facts
        return any(
            earlier in facts and later in facts and is_later(facts[earlier], facts[later])
            for earlier, later in self.in_order
        )

    def _values(self, path: _Path, fact: str) -> list[Any]:
        given = path.world.case.facts
        beside = {other for turn in self.turns if fact in (behind := behind_turn(self.rules, turn)) for other in behind}
        open_ = frozenset(other for other in beside & self.facts if other not in given and other not in path.lacking)
        alone = frozenset(other for other in open_ if other not in self.blocks or self.blocks[other] in path.settled)
        # What is decided must not lie after the day of the decision: of days of decision alike, the latest leaves most room.
        latest = fact == AS_OF and not self.outermost.by_day_of_decision
        values = self.values.of(path.world, fact, self.turns, alone - {fact}, apart=bool(open_ - {fact}), latest=latest)
        return values[::-1] if latest else values

    # Facts that bear on the question only through another question.

    @cached_property
    def blocks(self) -> dict[str, str]:
        """For a fact that bears on the question only through another one the outermost such question."""
        library = self.rules.library
        found: dict[str, str] = {}
        others = sorted(
            resting_on(library, self.name) - {self.name}, key=lambda other: (len(resting_on(library, other)), other)
        )
        for other in others:
            only = self.facts & behind_question(self.rules, other) - behind_question(self.rules, self.name, other)
            found |= dict.fromkeys(only, other)
        return found

    def _settle(self, path: _Path, through: str) -> Iterator[_Path]:
        """One path for each outcome of a question that the facts bearing through it alone can give it."""
        inner = Exploration(self.rules, through, self.values, whole=self.whole, within=self)
        able = frozenset(fact for fact, other in self.blocks.items() if other == through)
        seen = set()
        for leaf in inner.branch(path, able):
            further = path._replace(world=leaf.world, lacking=leaf.lacking)
            if leaf.world is not path.world and any(
                self.values.can_be_tried(fact) for fact in leaf.open if fact in self.facts
            ):
                yield further  # it waits for a fact that bears on this question otherwise too
                continue
            told = self._told(leaf, through)
            if told is None or told not in seen:
                seen.add(told)
                yield further._replace(settled=path.settled | {through})

    def _shared(self, through: str, open_: list[str]) -> str | None:
        """The first open fact that a question turns on and that bears on this one otherwise too: it is to be given first."""
        behind = behind_question(self.rules, through)
        return next(
            (
                fact
                for fact in open_
                if fact in behind and self.blocks.get(fact) != through and self.values.can_be_tried(fact)
            ),
            None,
        )

    def _told(self, leaf: Leaf, through: str) -> Any:
        """All that this question can see of the outcome of another; None when that cannot be said yet."""
        other = self.vocabulary.questions[through]
        inside = resting_on(self.rules.library, through)
        outer = [
            turn for turn in self.turns if turn.question not in inside and other.id in behind_turn(self.rules, turn)
        ]
        given = {*leaf.world.case.facts, *leaf.lacking, *behind_question(self.rules, through)}
        if any(self.facts & behind_turn(self.rules, turn) - given for turn in outer):
            return None
        # What has lapsed is asked what it would say, by an outcome that nothing in force gives.
        outcomes = (
            [leaf.outcome] if leaf.outcome.determined else [leaf.outcome, leaf.world.without_time.decide(through)]
        )
        told = [
            (
                one.status,
                one.rests_on,
                one.lapse.statements if one.lapse else (),
                one.value if other.kind.members or other.kind.name == "yes_no" else None,
            )
            for one in outcomes
        ]
        return *told, self.values.standing(leaf.world, outer, other.id)
