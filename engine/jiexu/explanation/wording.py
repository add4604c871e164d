"""Values, terms and citations in one language."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from jiexu.base.kinds import Kind, as_text
from jiexu.explanation.labels import EN_UNITS, LANGUAGES, UNITS
from jiexu.expression.functions import Period
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library, Statement
from jiexu.law.provision import Parameter, Provision
from jiexu.law.vocabulary import Fact, Question

_SIGNS = (("<=", "≤"), (">=", "≥"), ("!=", "≠"), ("==", "＝"), (" and ", " 且 "), (" or ", " 或 "), (" * ", " × "))
_NOT = re.compile(r"\bnot ")


class Wording:
    """Says the things of one library in ``zh`` or ``en``."""

    def __init__(self, library: Library, language: str = "zh") -> None:
        self.library = library
        self.language = language
        self.labels = LANGUAGES[language]

    def say(self, label: str, **values: str) -> str:
        return self.labels[label].format(**values) if values else self.labels[label]

    def listed(self, parts: Iterable[str]) -> str:
        return self.labels["list"].join(parts)

    def term(self, term: Fact | Question) -> str:
        """A fact's or question's name; in English its id as words."""
        return term.name if self.language == "zh" else term.id.replace("_", " ")

    def terms(self, ids: Iterable[str]) -> str:
        return self.listed(self.term(self.library.vocabulary.by_id[id_]) for id_ in ids)

    def value(self, value: Any, kind: Kind, ids: tuple[str, ...] = ()) -> str:
        """A value as a person reads it."""
        if value is None:
            return self.labels["unknown"]
        if kind.name == "set" and isinstance(value, tuple):
            return self.listed(self._member(member, kind, ids) for member in value)
        if isinstance(value, bool):
            return (
                self.library.vocabulary.words["yes" if value else "no"]
                if self.language == "zh"
                else ("yes" if value else "no")
            )
        if kind.name == "place":
            return self.library.places.name(value)
        if kind.name == "choice":
            return self._member(value, kind, ids)
        if kind.name == "rate" and isinstance(value, Decimal):
            return f"{(value * 100).normalize():f}%"
        if kind.name == "periods":
            return self.listed(self._period(period) for period in value)
        units = UNITS if self.language == "zh" else EN_UNITS
        return (f"{value:,.2f}" if isinstance(value, Decimal) else as_text(value)) + units.get(kind.name, "")

    def answer(self, question: Question, value: Any) -> str:
        return self.value(value, question.kind, question.ids)

    def named(self, values: dict[str, Any], provision: Provision | None) -> str:
        """Names with their values, as they stand behind a condition."""
        parts = []
        for name, value in values.items():
            parameter = provision.parameter(name) if provision else None
            if parameter is not None:
                parts.append(f"{name} {self.measure(parameter, value)}")
                continue
            kind, ids, label = self._kind(name)
            parts.append(f"{label} {self.value(value, kind, ids)}")
        return self.labels["comma"].join(parts)

    def measure(self, parameter: Parameter, value: Any) -> str:
        """A number of the law in the unit it was written in."""
        if isinstance(value, int):
            return f"{value // parameter.times}{parameter.unit}"
        return self.value(value, parameter.kind)

    def citation(self, statement: Statement) -> str:
        inferred = self.labels["inferred"] if statement.provision.clause_inferred else ""
        return f"{self.instrument(statement.instrument)} {statement.provision.clause}{inferred}"

    def instrument(self, instrument: Instrument) -> str:
        """An instrument by its number; by its title in 《》 when it has none."""
        return instrument.number if instrument.number != instrument.title else f"《{instrument.title}》"

    def citations(self, statements: Iterable[Statement]) -> str:
        return self.listed(dict.fromkeys(self.citation(statement) for statement in statements))

    def instruments(self, ids: Iterable[str]) -> str:
        held = self.library.instruments
        return self.listed(self.instrument(held[id_]) if id_ in held else id_ for id_ in ids)

    def condition(self, source: str) -> str:
        """A condition with an officer's signs in place of the programmer's."""
        for sign, better in _SIGNS:
            source = source.replace(sign, better)
        return _NOT.sub("非 ", source)

    def _member(self, member: str, kind: Kind, ids: tuple[str, ...]) -> str:
        return member if self.language == "zh" or not ids else ids[kind.members.index(member)].replace("_", " ")

    def _period(self, period: Period) -> str:
        return f"{self.library.places.name(period.place)} {period.first}—{period.last} {period.kind}"

    def _kind(self, name: str) -> tuple[Kind, tuple[str, ...], str]:
        vocabulary = self.library.vocabulary
        term = vocabulary.facts.get(name) or vocabulary.questions.get(name)
        return (term.kind, term.ids, self.term(term)) if term else (Kind("date"), (), name)
