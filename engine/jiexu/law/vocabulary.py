"""The names a case and a rule may use: facts that are given and questions that are answered."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from jiexu.base.kinds import Kind
from jiexu.expression.grammar import Expression

if TYPE_CHECKING:
    from jiexu.law.step import Actor


class Fact(NamedTuple):
    """Something a case tells. ``ids`` are those of the kind's members, in order; ``derived`` gives it from other facts."""

    id: str
    name: str
    kind: Kind
    ids: tuple[str, ...] = ()
    derived: Expression | None = None
    ask: str = ""


class Question(NamedTuple):
    """Something the law answers.

    ``at`` is the side whose rules answer: out, in or both. ``governed_by`` are the days that choose the version of the
    law, the first that is given. ``expression`` is set for plain arithmetic that no clause decides. ``conjunction`` marks
    a yes_no that is yes only when all that speak say yes. ``shown`` is False for a helper.
    """

    id: str
    name: str
    kind: Kind
    ids: tuple[str, ...] = ()
    at: str = "in"
    governed_by: tuple[Expression, ...] = ()
    expression: Expression | None = None
    conjunction: bool = False
    rounded_to_fen: bool = False
    shown: bool = True


class Unit(NamedTuple):
    """A unit of a parameter: its kind, and how many basic units one is."""

    kind: Kind
    times: int = 1


@dataclass(frozen=True)
class Vocabulary:
    """All terms, by Chinese name, in declared order.

    ``actors`` handle the steps of procedures; ``procedure_days`` choose the version of a procedure, the first that is known.
    """

    words: dict[str, str]
    ranks: dict[str, str]
    evidence: dict[str, str]
    units: dict[str, Unit]
    sunset_within_days: int
    facts: dict[str, Fact]
    questions: dict[str, Question]
    in_order: tuple[tuple[str, str], ...] = ()
    actors: "tuple[Actor, ...]" = ()
    procedure_days: tuple[Expression, ...] = ()

    @property
    def terms(self) -> list[Fact | Question]:
        """Facts, then questions."""
        return [*self.facts.values(), *self.questions.values()]

    @cached_property
    def by_id(self) -> dict[str, Fact | Question]:
        return {term.id: term for term in self.terms}

    @cached_property
    def days(self) -> dict[str, str]:
        """The two names that stand for a day of the decision itself."""
        return {self.words[role]: role for role in ("as_of", "governing_day")}

    @cached_property
    def bare_names(self) -> frozenset[str]:
        """Names of members of choices and sets."""
        return frozenset(name for term in self.terms for name in term.kind.members)

    @property
    def period_kinds(self) -> tuple[str, ...]:
        return next((fact.kind.members for fact in self.facts.values() if fact.kind.name == "periods"), ())

    def fact(self, written: str) -> Fact | None:
        """The fact of this name or id."""
        found = self.facts.get(written) or self.by_id.get(written)
        return found if isinstance(found, Fact) else None

    def question(self, written: str) -> Question | None:
        """The question of this name or id."""
        found = self.questions.get(written) or self.by_id.get(written)
        return found if isinstance(found, Question) else None
