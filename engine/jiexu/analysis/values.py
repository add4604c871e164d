"""Which values of a fact are worth trying: on either side of every change of a turn it stands behind."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from jiexu.analysis.dependence import behind_turn
from jiexu.analysis.line import AS_OF, Line, with_value
from jiexu.analysis.places import seen_from
from jiexu.analysis.scale import Scale, scale_of
from jiexu.analysis.turns import Comparison, Reach, Turn, key_of
from jiexu.base.kinds import DATE, Kind
from jiexu.base.month import month_of
from jiexu.decision.contradiction import FAR_YEARS
from jiexu.decision.world import World, possible_values
from jiexu.law.library import Library

_Identity = tuple[Any, ...]


class Values:
    """Remembers the changes of every turn, whichever question and places it was met for."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.vocabulary = library.vocabulary
        provisions = (provision for instrument in library.instruments.values() for provision in instrument.provisions)
        self.around = max((provision.validity.first for provision in provisions), default=date.min)
        self.far = date(self.around.year + FAR_YEARS, 12, 1)
        """A day of decision after whatever it could be about."""
        self._identities: dict[tuple[int, int], _Identity] = {}
        self._points: dict[Any, frozenset[int]] = {}
        self._keys: dict[Any, Any] = {}
        self._kept: list[Any] = []

    def of(
        self, world: World, fact: str, turns: Iterable[Turn], open_: frozenset[str], *, apart: bool, latest: bool
    ) -> list[Any]:
        """Values of a fact such that every way things can stand at the turns is met with one of them.

        *open_* are other facts not given yet whose changes lead to more. With *apart*, some open fact is compared with
        this one, so that values that look alike now may differ later; else one of those that look alike will do: the
        first, or the *latest*.
        """
        if members := possible_values(self.kind(fact)):
            return list(members)
        scale = self.scale(fact)
        assert scale is not None
        turns = tuple(turns)
        numbers = self._reach(world, fact, turns, open_)
        if fact == AS_OF:
            numbers |= {scale.number(self.far)}
        if not numbers:
            return [self._some(world, fact)]
        values = [scale.value(number) for number in sorted(numbers)]
        if apart:
            return values
        alike = {
            self.standing(with_value(world, fact, value), turns, fact): value
            for value in values[:: 1 if latest else -1]
        }
        return list(alike.values())

    def can_be_tried(self, fact: str) -> bool:
        """True for a fact whose kind has members or an order."""
        return bool(possible_values(self.kind(fact))) or self.scale(fact) is not None

    def standing(self, world: World, turns: Iterable[Turn], term: str) -> tuple[Any, ...]:
        """How things stand at those of the turns that a term stands behind: a comparison holds or not."""
        return tuple(self._key(world, turn) for turn in turns if term in behind_turn(world.rules, turn))

    def kind(self, fact: str) -> Kind:
        return DATE if fact == AS_OF else self.vocabulary.by_id[fact].kind

    def scale(self, fact: str) -> Scale | None:
        return scale_of(self.kind(fact), self.around)

    def _reach(self, world: World, fact: str, turns: tuple[Turn, ...], open_: frozenset[str]) -> set[int]:
        """The numbers of a fact at its changes, and at those that follow from the changes of open facts it is compared with."""
        numbers = self._changes(world, fact, turns)
        with_it = {other for turn in turns if fact in (behind := behind_turn(world.rules, turn)) for other in behind}
        for other in sorted(open_ & with_it - {fact}):
            scale = self.scale(other)
            if scale is not None and not possible_values(self.kind(other)):
                for number in self._reach(world, other, turns, open_ - {fact, other}):
                    numbers |= self._changes(with_value(world, other, scale.value(number)), fact, turns)
        return numbers

    def _changes(self, world: World, fact: str, turns: tuple[Turn, ...]) -> set[int]:
        scale = self.scale(fact)
        assert scale is not None
        line = Line(world, fact, self.kind(fact), scale)
        found: set[int] = set()
        for turn in turns:
            if fact in behind_turn(world.rules, turn):
                key = (*self._situation(world, turn, fact), fact)
                if key not in self._points:
                    self._points[key] = frozenset(line.changes(turn, found))
                found |= self._points[key]
        return found

    def _key(self, world: World, turn: Turn) -> Any:
        situation = self._situation(world, turn)
        if situation not in self._keys:
            key, _ = key_of(world, turn)
            holds = turn.holds if isinstance(turn, Comparison) else None
            self._keys[situation] = key if key is None or holds is None else holds(key)
        return self._keys[situation]

    def _situation(self, world: World, turn: Turn, but: str = "") -> _Identity:
        """All that a turn depends on: itself, what can be seen from the places, the facts behind it given."""
        identity = self._identities.get((id(world.rules), id(turn)))
        if identity is None:
            identity = self._identities[id(world.rules), id(turn)] = self._identity(world, turn)
            self._kept.append((world.rules, turn))  # or another could come by the same identity
        behind, *_ = identity
        given = world.case.facts
        facts = tuple(given.get(fact) for fact in behind if fact != but)
        return (identity, facts, world.case.as_of if AS_OF in behind and but != AS_OF else None)

    def _identity(self, world: World, turn: Turn) -> _Identity:
        rules = world.rules
        behind = behind_turn(rules, turn)
        questions = [question for question in self.vocabulary.questions.values() if question.id in behind]
        facts = tuple(sorted(fact for fact in behind if fact == AS_OF or not self._is_question(fact)))
        places = tuple(rules.places.values()) if {"from", "to"} & behind else ()
        words: tuple[Any, ...]
        if isinstance(turn, Comparison):
            words = (id(turn.provision), turn.question, turn.left.source, turn.right.source, id(turn.holds))
        elif isinstance(turn, Reach):
            words = (id(turn.provision), turn.question, turn.line.source)
        else:
            words = (turn.question, turn.days)
        seen = tuple(seen_from(rules, question) for question in questions)
        return facts, words, places, seen

    def _is_question(self, term: str) -> bool:
        return self.vocabulary.question(term) is not None

    def _some(self, world: World, fact: str) -> Any:
        """Any value, since nothing turns on it: a day or month of those already given, else of the newest law; a round number."""
        kind, scale = self.kind(fact), self.scale(fact)
        assert scale is not None
        day = max((value for value in world.case.facts.values() if isinstance(value, date)), default=self.around)
        if kind == DATE:
            return day
        if kind.name == "month":
            return month_of(day)
        return scale.value(100 * 100 * 100 // 2 if kind.name == "yuan" else 12)
