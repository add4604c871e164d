"""The provisions that may answer for one pair of places, and those of them in force on a day."""

from datetime import date

from jiexu.law.library import DECIDING, Library, Statement
from jiexu.law.vocabulary import Question

REPORTED = "reported"
ADVICE = "advice"


class RuleSet:
    """The statements of a library that look to a transfer from ``origin`` to ``destination`` (codes; None when not given).

    ``accept`` are the grades of evidence that may decide.
    """

    def __init__(
        self, library: Library, origin: str | None, destination: str | None, accept: tuple[str, ...] = DECIDING
    ) -> None:
        self.library = library
        self.accept = accept
        self.places = {"out": origin, "in": destination}
        self._found: dict[tuple[str, tuple[str, ...], bool], tuple[Statement, ...]] = {}
        self._nearness: dict[tuple[str, str], int] = {}
        self._chains = {side: library.places.chain(code) if code else () for side, code in self.places.items()}

    def sides(self, question: Question) -> tuple[str, ...]:
        """The sides whose rules answer a question."""
        return ("out", "in") if question.at == "both" else (question.at,)

    def missing_side(self, question: Question) -> str | None:
        """The one side a question looks to when its place was not given; one of two is enough."""
        sides = self.sides(question)
        return None if any(self.places[side] for side in sides) else sides[0]

    def nearness(self, question: Question, statement: Statement) -> int:
        """How far above the place of the question the statement's place lies; 0 is the place itself."""
        key = (question.at, statement.instrument.place)
        if key not in self._nearness:
            chains = [self._chains[side] for side in self.sides(question)]
            above = [chain.index(key[1]) for chain in chains if key[1] in chain]
            self._nearness[key] = min(above, default=len(self.library.places.names))
        return self._nearness[key]

    def candidates(
        self, question: Question, grades: tuple[str, ...] | None = None, *, silences: bool = False
    ) -> tuple[Statement, ...]:
        """What instruments of these grades say on a question at its places, in force or not, superior ranks first."""
        grades = self.accept if grades is None else grades
        key = (question.name, grades, silences)
        if key not in self._found:
            held = self.library.silences if silences else self.library.statements
            reach = {place for side in self.sides(question) for place in self._chains[side]}
            self._found[key] = tuple(
                statement
                for statement in held[question.name]
                if statement.instrument.place in reach and statement.provision.evidence in grades
            )
        return self._found[key]

    def said(self, question: Question) -> tuple[Statement, ...]:
        """The candidates that answer or delegate, then those that declare a silence."""
        return (*self.candidates(question), *self.candidates(question, silences=True))

    def standing(self, question: Question, day: date, *, silences: bool = False) -> list[Statement]:
        """The candidates in force on a day."""
        return [held for held in self.candidates(question, silences=silences) if held.provision.validity.covers(day)]
