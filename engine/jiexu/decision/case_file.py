"""Reads a case file: YAML or JSON, names or ids; every mistake is reported, none is guessed around."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jiexu.base.kinds import Kind, read_plain
from jiexu.base.location import Location
from jiexu.base.month import MONTHS_A_YEAR, Month, month_of, parse_month
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem, ProblemsError
from jiexu.base.unknown import is_unknown
from jiexu.decision.case import Case, Expected
from jiexu.decision.evaluate import decide
from jiexu.decision.outcome import DETERMINED, TRAVELS
from jiexu.decision.world import World
from jiexu.document.node import Mapping, Node, Scalar, Sequence
from jiexu.expression.functions import Period
from jiexu.law.intake import Intake, entries, items, scalar, texts
from jiexu.law.library import Library
from jiexu.law.vocabulary import Fact, Question
from jiexu.ruleset.standing import RuleSet

KEYS = ("case", "title", "as_of", "from", "to", "facts", "questions", "expect", "person", "agencies")
_PINNED = ("value", "status", "by", "missing")
_FAR_YEARS = 100


def read_case(node: Node, library: Library, today: date, default_id: str = "") -> Case:
    """The case a file holds; raises ProblemsError with every mistake in it. *today* stands in for an as_of not given."""
    reader = CaseFile(library, today)
    case = reader.case(node, default_id)
    if reader.intake.problems:
        raise ProblemsError(reader.intake.problems)
    return case


class CaseFile:
    """Reads values by the kinds that the vocabulary declares."""

    def __init__(self, library: Library, today: date) -> None:
        self.library = library
        self.vocabulary = library.vocabulary
        self.today = today
        self.intake = Intake(library.places)

    def case(self, node: Node, default_id: str) -> Case:
        if not isinstance(node, Mapping):
            self.intake.add("P126", node.where, key="")
            return Case(default_id, self.today, None, None, {})
        for key, where in node.key_at.items():
            self.intake.known(key, where, KEYS, "P121")
        as_of = self.intake.day(node.get("as_of")) or self.today
        values, where = self._facts(node.get("facts"))
        for side in ("from", "to"):
            if node.get(side) is not None:
                values[side], where[side] = self._place(node.entries[side]), node.entries[side].where
        self._plausible(values, where, as_of)
        case = Case(
            id=scalar(node.get("case")) or default_id,
            as_of=as_of,
            origin=values.pop("from", None),
            destination=values.pop("to", None),
            facts={id_: value for id_, value in values.items() if value is not None},
            questions=tuple(self._questions(node.get("questions"))),
            title=scalar(node.get("title")),
            expect=tuple(self.expectations(node.get("expect"))),
            file=node.where.file,
            fact_at=where,
        )
        if not self.intake.problems:
            self.intake.problems += contradictions(case, self.library)
        return case

    def fact(self, name: str, node: Node, where: Location) -> tuple[Fact, Any] | None:
        """A fact by name or id, and its value; None after reporting a name that is none."""
        fact = self.vocabulary.fact(name)
        if fact is None:
            known = [*self.vocabulary.facts, *(fact.id for fact in self.vocabulary.facts.values())]
            self.intake.add("P251", where, name=name, nearest=nearest(name, known))
            return None
        if isinstance(node, Mapping):
            for key, at in node.key_at.items():
                self.intake.known(key, at, ("value", "proof"), "P121")
            node = node.get("value") or node
        return fact, self.read(fact, node)

    def read(self, term: Fact | Question, node: Node) -> Any:
        """The value that a node writes for a term; None after reporting one that is none."""
        kind = term.kind
        if kind.name == "periods":
            return self._periods(kind, term.ids, node)
        if kind.name == "set":
            return self._set(term, node)
        if not isinstance(node, Scalar) or not node.text:
            self.intake.add("P222", node.where, written="", kind=kind.name)
            return None
        if kind.name == "place":
            return self._place(node)
        if kind.name == "yes_no":
            return self._yes_no(node)
        if kind.name == "choice":
            return self._choice(kind, term.ids, node)
        try:
            return read_plain(kind, node.text)
        except ValueError:
            self.intake.add("P222", node.where, written=node.text, kind=kind.name)
            return None

    def expectations(self, node: Node | None) -> Iterator[Expected]:
        """What a regression case or an example pins, question by question."""
        for name, pinned in entries(node).items():
            question = self._question(name, pinned.where)
            if question is None:
                continue
            parts = entries(pinned) if isinstance(pinned, Mapping) else {"value": pinned}
            for key in parts:
                self.intake.known(key, pinned.where, _PINNED, "P121")
            status = scalar(parts.get("status")) or DETERMINED
            self.intake.known(status, pinned.where, (DETERMINED, *TRAVELS), "P123")
            value = self.read(question, parts["value"]) if "value" in parts else None
            missing = tuple(self._fact_id(item) for item in items(parts.get("missing")))
            yield Expected(question.name, pinned.where, status, value, texts(parts.get("by")), missing)

    def _facts(self, node: Node | None) -> tuple[dict[str, Any], dict[str, Location]]:
        values: dict[str, Any] = {}
        where: dict[str, Location] = {}
        if node is not None and not isinstance(node, Mapping):
            self.intake.add("P126", node.where, key="facts")
        for name, value in entries(node).items():
            at = node.key_at[name] if isinstance(node, Mapping) else value.where
            read = self.fact(name, value, at)
            if read is None:
                continue
            fact, found = read
            if fact.id in where:
                self.intake.add("P225", at, name=fact.name)
            values[fact.id], where[fact.id] = found, value.where
        return values, where

    def _questions(self, node: Node | None) -> Iterator[str]:
        for item in items(node):
            question = self._question(scalar(item), item.where)
            if question:
                yield question.name

    def _question(self, name: str, where: Location) -> Question | None:
        question = self.vocabulary.question(name)
        if question is None:
            known = [*self.vocabulary.questions, *(held.id for held in self.vocabulary.questions.values())]
            self.intake.add("P252", where, name=name, nearest=nearest(name, known))
        return question

    def _fact_id(self, node: Node) -> str:
        fact = self.vocabulary.fact(scalar(node))
        if fact is None:
            self.intake.known(scalar(node), node.where, self.vocabulary.facts, "P251")
        return fact.id if fact else ""

    def _place(self, node: Node) -> str:
        return self.intake.place(node)

    def _yes_no(self, node: Scalar) -> bool | None:
        written = {self.vocabulary.words["yes"]: True, "true": True, self.vocabulary.words["no"]: False, "false": False}
        if node.text not in written:
            self.intake.add("P123", node.where, written=node.text, allowed="、".join(written), nearest="")
        return written.get(node.text)

    def _choice(self, kind: Kind, ids: tuple[str, ...], node: Scalar) -> str | None:
        if node.text in kind.members:
            return node.text
        if node.text in ids:
            return kind.members[ids.index(node.text)]
        allowed = "、".join(kind.members)
        self.intake.add(
            "P123", node.where, written=node.text, allowed=allowed, nearest=nearest(node.text, (*kind.members, *ids))
        )
        return None

    def _set(self, term: Fact | Question, node: Node) -> tuple[str, ...]:
        chosen = {self._choice(term.kind, term.ids, item) for item in items(node) if isinstance(item, Scalar)}
        return tuple(member for member in term.kind.members if member in chosen)

    def _periods(self, kind: Kind, ids: tuple[str, ...], node: Node) -> tuple[Period, ...] | None:
        if not isinstance(node, Sequence):
            self.intake.add("P126", node.where, key="")
            return None
        return tuple(period for item in node if (period := self._period(kind, ids, item)) is not None)

    def _period(self, kind: Kind, ids: tuple[str, ...], node: Node) -> Period | None:
        keys = ("place", "from", "until", "kind")
        parts = entries(node)
        missing = [key for key in keys[:-1] if not isinstance(parts.get(key), Scalar)]
        if missing or not isinstance(node, Mapping):
            self.intake.add("P122", node.where, key="、".join(missing))
            return None
        for key, where in node.key_at.items():
            self.intake.known(key, where, keys, "P121")
        months: list[Month] = []
        for key in ("from", "until"):
            try:
                months.append(parse_month(scalar(parts[key])))
            except ValueError:
                self.intake.add("P222", parts[key].where, written=scalar(parts[key]), kind="month")
        written = parts.get("kind")
        chosen = self._choice(kind, ids, written) if isinstance(written, Scalar) else kind.members[0]
        place = self._place(parts["place"])
        if len(months) < 2 or chosen is None:
            return None
        if months[1] < months[0]:
            self.intake.add("P253", node.where, earlier=str(months[0]), later=str(months[1]))
            return None
        return Period(place, months[0], months[1], chosen)

    def _plausible(self, values: dict[str, Any], where: dict[str, Location], as_of: date) -> None:
        """No date more than a century from the day of the decision, no count above a century of months."""
        for id_, value in values.items():
            years = (
                [period.first.year for period in value] + [period.last.year for period in value]
                if isinstance(value, tuple) and not isinstance(value, Month)
                else []
            )
            if isinstance(value, date | Month):
                years = [value.year]
            if any(abs(year - as_of.year) > _FAR_YEARS for year in years):
                self.intake.add("P255", where[id_], as_of=str(as_of))
            if type(value) is int and value > _FAR_YEARS * MONTHS_A_YEAR:
                self.intake.add("P257", where[id_], written=str(value), limit=str(_FAR_YEARS * MONTHS_A_YEAR))


def contradictions(case: Case, library: Library) -> Iterator[Problem]:
    """Facts that cannot both be: days in an impossible order, a given value that differs from the one derived from others."""
    rules = RuleSet(library, case.origin, case.destination)
    vocabulary = library.vocabulary
    world = World(rules, case, decide)
    with world.asking(""):
        for earlier, later in vocabulary.in_order:
            one, other = vocabulary.facts[earlier], vocabulary.facts[later]
            before, after = world.fact(one), world.fact(other)
            if not is_unknown(before) and not is_unknown(after) and _is_later(before, after):
                where = case.fact_at.get(other.id) or case.fact_at.get(one.id) or Location(case.file)
                yield Problem("P253", where, {"earlier": f"{earlier} {before}", "later": f"{later} {after}"})
    for fact in vocabulary.facts.values():
        if fact.derived is not None and fact.id in case.facts:
            rest = {id_: value for id_, value in case.facts.items() if id_ != fact.id}
            without = World(rules, case._replace(facts=rest), decide)
            with without.asking(""):
                derived = without.value(fact.derived)
            if not is_unknown(derived) and derived != case.facts[fact.id]:
                values = {
                    "name": fact.name,
                    "given": str(case.facts[fact.id]),
                    "derived": str(derived),
                    "from": fact.derived.source,
                }
                yield Problem("P254", case.fact_at[fact.id], values)


def _is_later(one: date | Month, other: date | Month) -> bool:
    """Compared as days when both are days, else as months."""
    if isinstance(one, date) and isinstance(other, date):
        return one > other
    return _month(one) > _month(other)


def _month(when: date | Month) -> Month:
    return month_of(when) if isinstance(when, date) else when
