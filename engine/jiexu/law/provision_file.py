"""Reads one provision of an instrument's file."""

from collections.abc import Callable
from itertools import count
from typing import Any

from jiexu.base.kinds import ANY, Kind
from jiexu.base.validity import Validity
from jiexu.document.node import Mapping, Node, Scalar
from jiexu.expression.grammar import Expression
from jiexu.law.intake import Intake, each, entries, items, scalar, texts
from jiexu.law.provision import Answer, Delegation, Example, Item, Parameter, Provision, Reading, Rule, Silence
from jiexu.law.step_file import read_operations, read_steps
from jiexu.law.vocabulary import Vocabulary

_ITEMS = ("information", "documents", "contradicts")


class ProvisionFile:
    """Builds the provisions of one instrument, whose validity and evidence they have unless they state their own."""

    def __init__(self, intake: Intake, vocabulary: Vocabulary, validity: Validity, evidence: str) -> None:
        self.intake = intake
        self.vocabulary = vocabulary
        self.validity = validity
        self.evidence = evidence

    def provision(self, node: Mapping) -> Provision:
        applies_to = node.get("applies_to")
        evidence = scalar(node.get("evidence")) or self.evidence
        return Provision(
            clause=scalar(node.get("clause")),
            says=scalar(node.get("says")),
            where=node.where,
            validity=self._validity(node.get("validity")) or self.validity,
            evidence=evidence,
            clause_inferred=scalar(node.get("clause_inferred")) == "yes",
            applies_to=self.intake.line(applies_to) if applies_to else None,
            implements=texts(node.get("implements")),
            parameters=tuple(self._parameter(name, value) for name, value in entries(node.get("parameters")).items()),
            readings=each(node.get("readings"), self._reading),
            rules=self._rules(node.get("rules")),
            delegations=each(node.get("delegates"), self._delegation),
            silences=each(node.get("silent"), self._silence),
            items=tuple(
                self._item(kind, item) for kind in _ITEMS for item in items(node.get(kind)) if isinstance(item, Mapping)
            ),
            examples=each(node.get("examples"), self._example),
            quotes=texts(node.get("quote")),
            not_encoded=scalar(node.get("not_encoded")),
            issued_on=self.intake.day(node.get("issued_on")),
            steps=read_steps(node.get("procedure"), self.intake, self.vocabulary),
            operations=read_operations(node.get("procedure")),
        )

    def _validity(self, node: Node | None) -> Validity | None:
        parts = entries(node)
        first = self.intake.day(parts.get("from"))
        return Validity(first, self.intake.day(parts.get("until"))) if first else None

    def _parameter(self, name: str, node: Node) -> Parameter:
        parts = entries(node)
        if "same_as" in parts:
            return Parameter(name, Kind("same_as"), value=scalar(parts["same_as"]), where=node.where)
        unit = self.vocabulary.units.get(scalar(parts["unit"])) if "unit" in parts else None
        if unit is None:
            self.intake.known(scalar(parts.get("unit")), node.where, self.vocabulary.units, "P226")
            return Parameter(name, ANY, where=node.where)
        read: Callable[[Node], Any] = lambda value: self._measured(unit.kind, unit.times, value)  # noqa: E731
        values = entries(parts.get("values"))
        per = scalar(parts.get("per"))
        quote, written = scalar(parts.get("quote")), scalar(parts["unit"])
        shell = Parameter(name, unit.kind, quote=quote, where=node.where, unit=written, times=unit.times)
        if not values:
            return shell._replace(value=read(parts["value"]))
        if not per:
            dated = tuple(
                (day, read(value))
                for written, value in values.items()
                if (day := self.intake.day(Scalar(written, value.where)))
            )
            return shell._replace(dated=tuple(sorted(dated)))
        fact = self.vocabulary.facts.get(per)
        members = fact.kind.members if fact else ()
        if fact is None:
            self.intake.known(per, parts["per"].where, self.vocabulary.facts, "P211")
        for member in values:
            self.intake.known(member, node.where, members, "P213")
        left_out = [member for member in members if member not in values]
        if left_out:
            self.intake.add("P122", parts["values"].where, key="、".join(left_out))
        return shell._replace(per=per, by_choice=tuple((member, read(value)) for member, value in values.items()))

    def _measured(self, kind: Kind, times: int, node: Node) -> Any:
        value = self.intake.plain(kind, node)
        return value if value is None or times == 1 else value * times

    def _answers(self, node: Node | None) -> dict[str, Answer]:
        return {name: self._answer(name, value) for name, value in entries(node).items()}

    def _answer(self, name: str, node: Node) -> Answer:
        question = self.vocabulary.questions.get(name)
        if question is None:
            self.intake.known(name, node.where, self.vocabulary.questions, "P221")
            return ()
        if question.kind.name != "set":
            return self.intake.line(node)
        for member in items(node):
            self.intake.known(scalar(member), member.where, question.kind.members, "P213")
        return texts(node)

    def _rules(self, node: Node | None) -> tuple[Rule, ...]:
        unnamed = count(1)
        return each(node, lambda item: self._rule(item, scalar(item.get("name")) or f"#{next(unnamed)}"))

    def _rule(self, node: Mapping, name: str) -> Rule:
        return Rule(
            name=name,
            when=self.intake.lines(node.get("when")),
            then=self._answers(node.get("then")),
            quote=scalar(node.get("quote")),
            where=node.where,
            overrides=texts(node.get("overrides")),
        )

    def _reading(self, node: Mapping) -> Reading:
        confirmed = entries(node.get("confirmed"))
        return Reading(
            name=scalar(node.get("name")),
            quote=scalar(node.get("quote")),
            take=scalar(node.get("take")),
            then=self._definitions(node.get("then")),
            instead=each(
                node.get("instead"), lambda item: (scalar(item.get("take")), self._definitions(item.get("then")))
            ),
            where=node.where,
            confirmed=" ".join(scalar(value) for value in confirmed.values()),
        )

    def _definitions(self, node: Node | None) -> dict[str, Expression]:
        return {name: self.intake.line(value) for name, value in entries(node).items()}

    def _about(self, node: Mapping) -> tuple[str, ...]:
        for item in items(node.get("about")):
            self.intake.known(scalar(item), item.where, self.vocabulary.questions, "P221")
        return texts(node.get("about"))

    def _delegation(self, node: Mapping) -> Delegation:
        when, within = self.intake.lines(node.get("when")), self.intake.lines(node.get("within"))
        return Delegation(self._about(node), scalar(node.get("quote")), when, within, node.where)

    def _silence(self, node: Mapping) -> Silence:
        return Silence(self._about(node), scalar(node.get("says")), self.intake.lines(node.get("when")), node.where)

    def _example(self, node: Mapping) -> Example:
        return Example(node.get("given"), node.get("expect"), node.where, scalar(node.get("name")))

    def _item(self, block: str, node: Mapping) -> Item:
        detail = tuple(
            (key, "、".join(texts(value))) for key, value in node.entries.items() if key not in ("says", "quote")
        )
        return Item(block, scalar(node.get("says")), texts(node.get("quote")), node.where, detail)
