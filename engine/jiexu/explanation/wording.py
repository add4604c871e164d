"""Values, terms and citations in one language."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jiexu.base.kinds import Kind, as_text
from jiexu.explanation.labels import EN_UNITS, LANGUAGES, UNITS
from jiexu.explanation.words import in_words
from jiexu.expression.functions import Period
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library, Statement
from jiexu.law.provision import Parameter, Provision
from jiexu.law.vocabulary import Fact, Question


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

    def as_of(self, day: date) -> str:
        """The day of the decision, and the day the law is known as of where one was chosen."""
        return f"{self.labels['as_of']} {day}{self.known()}"

    def known(self) -> str:
        """What stands behind a title where a day was chosen as of which the law is known; else nothing."""
        known = self.library.known_as_of
        return "" if known is None else f"    {self.say('known_as_of', day=str(known))}"

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
        return self.labels["comma"].join(
            f"{self.label(name)} {self.shown(name, value, provision)}" for name, value in values.items()
        )

    def shown(self, name: str, value: Any, provision: Provision | None) -> str:
        """The value of a name as its kind, or the unit of the parameter it is, has it."""
        parameter = provision.parameter(name) if provision else None
        if parameter is not None:
            return self.measure(parameter, value)
        term = self.library.vocabulary.facts.get(name) or self.library.vocabulary.questions.get(name)
        return self.value(value, term.kind, term.ids) if term else as_text(value)

    def label(self, name: str) -> str:
        """A name as it is called in this language."""
        term = self.library.vocabulary.facts.get(name) or self.library.vocabulary.questions.get(name)
        return self.term(term) if term else name

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
        if instrument.number != instrument.title:
            return instrument.number
        return f"《{instrument.short or instrument.title}》"

    def citations(self, statements: Iterable[Statement]) -> str:
        return self.listed(dict.fromkeys(self.citation(statement) for statement in statements))

    def instruments(self, ids: Iterable[str]) -> str:
        held = self.library.instruments
        return self.listed(self.instrument(held[id_]) if id_ in held else id_ for id_ in ids)

    def condition(self, source: str, values: Mapping[str, str] | None = None) -> str:
        """A line of the rule language in an officer's words; in English as it is written."""
        return in_words(source, values) if self.language == "zh" else source

    def _member(self, member: str, kind: Kind, ids: tuple[str, ...]) -> str:
        return member if self.language == "zh" or not ids else ids[kind.members.index(member)].replace("_", " ")

    def _period(self, period: Period) -> str:
        return f"{self.library.places.name(period.place)} {period.first}—{period.last} {period.kind}"
