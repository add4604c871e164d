"""Reads a case file: YAML or JSON, names or ids; every mistake is reported, none is guessed around."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from jiexu.base.location import Location
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem, ProblemsError
from jiexu.decision.case import Case, Expected
from jiexu.decision.contradiction import FAR_YEARS, contradictions, implausible
from jiexu.decision.outcome import DETERMINED, TRAVELS
from jiexu.decision.value_reader import ValueReader, at_key
from jiexu.document.loader import salvage
from jiexu.document.node import ENTRIES, Mapping, Node
from jiexu.law.intake import Intake, entries, items, scalar, texts
from jiexu.law.library import Library
from jiexu.law.vocabulary import Fact, Question

KEYS = ("case", "title", "as_of", "from", "to", "facts", "questions", "expect", "person", "agencies")
_PINNED = ("value", "status", "by", "missing")


def read_case(node: Node, library: Library, today: date | None, default_id: str = "") -> Case:
    """The case a file holds; raises ProblemsError with every mistake in it.

    *today* stands in for an as_of not given; None: the case must give it.
    """
    reader = CaseFile(library, today)
    case = reader.case(node, default_id)
    if reader.intake.problems:
        raise ProblemsError(reader.intake.problems)
    return case


def read_case_text(
    data: bytes,
    name: str,
    library: Library,
    today: date | None,
    default_id: str = "",
    change: Callable[[Node], Node] = lambda node: node,
) -> Case:
    """The case that bytes from *name* hold, after *change*; raises ProblemsError with every mistake of the text and of what it says."""
    node, problems = salvage(data, name)
    if node is None:
        raise ProblemsError(problems)
    try:
        case = read_case(change(node), library, today, default_id)
    except ProblemsError as error:
        raise ProblemsError([*problems, *error.problems]) from error
    if problems:
        raise ProblemsError(problems)
    return case


def unknown_question(library: Library, name: str, where: Location) -> Problem:
    """The problem of a question that the vocabulary does not have."""
    questions = library.vocabulary.questions
    known = [*questions, *(question.id for question in questions.values())]
    return Problem("P252", where, {"name": name, "nearest": nearest(name, known)})


class CaseFile:
    """Reads one case against a library; what is wrong with it collects in ``intake``."""

    def __init__(self, library: Library, today: date | None) -> None:
        self.library = library
        self.vocabulary = library.vocabulary
        self.today = today
        self.intake = Intake(library.places)
        self.values = ValueReader(library.vocabulary, self.intake)

    def case(self, node: Node, default_id: str) -> Case:
        if not self.values.shape("", node, ENTRIES) or not isinstance(node, Mapping):
            return Case(default_id, date.min, None, None, {})
        self._keys(node)
        as_of = self._as_of(node)
        values, where = self._facts(node.get("facts"), as_of)
        for side in ("from", "to"):
            written = node.get(side)
            if written is not None:
                if side in where:
                    self.intake.add("P225", node.key_at[side], name=side)
                place = self.values.text(side, written)
                values[side], where[side] = place and self.values.place(place), written.where
        case = Case(
            id=self._text(node, "case") or default_id,
            as_of=as_of or date.min,  # reported
            origin=values.pop("from", None),
            destination=values.pop("to", None),
            facts={id_: value for id_, value in values.items() if value is not None},
            questions=tuple(self._questions(node.get("questions"))),
            title=self._text(node, "title"),
            expect=tuple(self.expectations(node.get("expect"))),
            file=node.where.file,
            fact_at=where,
        )
        self.intake.problems += contradictions(case, self.library)
        return case

    def fact(self, name: str, node: Node, where: Location) -> tuple[Fact, Any] | None:
        """A fact by name or id, and its value; None after reporting a name that is none."""
        fact = self.vocabulary.fact(name)
        if fact is None:
            self._no_fact(name, where)
            return None
        if isinstance(node, Mapping) and (fact.kind.name != "periods" or "value" in node.key_at):
            self.values.keys(node, ("value", "proof"))
            value = node.get("value")
            if value is None:
                self.intake.add("P122", node.where, key="value")
                return fact, None
            node = value
        return fact, self.values.read(fact, node)

    def expectations(self, node: Node | None) -> Iterator[Expected]:
        """What a regression case or an example pins, question by question."""
        if node is not None:
            self.values.shape("expect", node, ENTRIES)
        for name, pinned in entries(node).items():
            question = self._question(name, at_key(node, name, pinned.where))
            if question is None:
                continue
            parts = entries(pinned) if isinstance(pinned, Mapping) else {"value": pinned}
            if isinstance(pinned, Mapping):
                self.values.keys(pinned, _PINNED)
            status = scalar(parts.get("status")) or DETERMINED
            self.intake.known(status, parts.get("status", pinned).where, (DETERMINED, *TRAVELS), "P123")
            value = self.values.read(question, parts["value"]) if "value" in parts else None
            missing = tuple(self._fact_id(item) for item in items(parts.get("missing")))
            yield Expected(question.name, pinned.where, status, value, texts(parts.get("by")), missing)

    def _keys(self, node: Mapping) -> None:
        """Report unknown keys of the case itself; a fact or a question among them has a place of its own."""
        for key, where in node.key_at.items():
            fact = self.vocabulary.fact(key)
            if key in KEYS:
                continue
            if fact is not None and fact.id in KEYS:
                self.intake.add("P121", where, key=key, nearest=fact.id)
            elif fact is not None:
                self.intake.add("P259", where, name=key, under="facts")
            elif self.vocabulary.question(key) is not None:
                self.intake.add("P259", where, name=key, under="questions")
            elif self.vocabulary.days.get(key) in KEYS:
                self.intake.add("P121", where, key=key, nearest=self.vocabulary.days[key])
            else:
                self.intake.add("P121", where, key=key, nearest=nearest(key, KEYS), allowed="、".join(KEYS))

    def _no_fact(self, name: str, where: Location) -> None:
        """Report a name that is no fact; one that is known elsewhere is told where it belongs."""
        facts = self.vocabulary.facts
        if name in KEYS or self.vocabulary.days.get(name) in KEYS:
            self.intake.add("P260", where, name=name, key=self.vocabulary.days.get(name, name))
        elif self.vocabulary.question(name) is not None:
            self.intake.add("P261", where, name=name)
        else:
            known = [*facts, *(fact.id for fact in facts.values())]
            self.intake.add("P251", where, name=name, nearest=nearest(name, known))

    def _as_of(self, case: Mapping) -> date | None:
        """The day of the decision; None after reporting that there is none."""
        node = case.get("as_of")
        if node is None:
            if self.today is None:
                self.intake.add("P122", case.where, key="as_of")
            return self.today
        written = self.values.text("as_of", node)
        day = self.intake.day(written)
        if day is not None and self.today is not None and abs(day.year - self.today.year) > FAR_YEARS:
            self.intake.add("P262", node.where, written=str(day))
            return None
        return day

    def _text(self, node: Mapping, key: str) -> str:
        """The text under a key that need not be there."""
        written = node.get(key)
        return scalar(self.values.text(key, written)) if written is not None else ""

    def _facts(self, node: Node | None, as_of: date | None) -> tuple[dict[str, Any], dict[str, Location]]:
        """The facts that could be, by id, and where each stands."""
        values: dict[str, Any] = {}
        where: dict[str, Location] = {}
        if node is not None:
            self.values.shape("facts", node, ENTRIES)
        for name, value in entries(node).items():
            at = at_key(node, name, value.where)
            read = self.fact(name, value, at)
            if read is None:
                continue
            fact, found = read
            if fact.id in where:
                self.intake.add("P225", at, name=fact.name)
            problem = implausible(fact.kind, found, as_of, value.where)
            if problem:
                self.intake.problems.append(problem)
            values[fact.id], where[fact.id] = None if problem else found, value.where
        return values, where

    def _questions(self, node: Node | None) -> Iterator[str]:
        for item in items(node):
            written = self.values.text("questions", item)
            question = self._question(written.text, item.where) if written else None
            if question:
                yield question.name

    def _question(self, name: str, where: Location) -> Question | None:
        question = self.vocabulary.question(name)
        if question is None:
            self.intake.problems.append(unknown_question(self.library, name, where))
        return question

    def _fact_id(self, node: Node) -> str:
        written = self.values.text("missing", node)
        fact = self.vocabulary.fact(written.text) if written else None
        if written and fact is None:
            self._no_fact(written.text, node.where)
        return fact.id if fact else ""
