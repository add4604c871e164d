"""The words for instruments and provisions: ranks, validity, citations, rules as an officer reads them."""

from collections.abc import Iterable, Iterator
from datetime import date

from jiexu.base.validity import Validity
from jiexu.explanation.columns import width
from jiexu.explanation.law_labels import LAW_LANGUAGES
from jiexu.explanation.sheet import Pair
from jiexu.explanation.wording import Wording
from jiexu.expression.grammar import Expression
from jiexu.law.instrument import Instrument
from jiexu.law.library import DECIDING, Library, Statement
from jiexu.law.provision import Answer, Parameter, Provision
from jiexu.ruleset.state import Changed


class LawWording(Wording):
    """Says what law files hold, in ``zh`` or ``en``."""

    def __init__(self, library: Library, language: str = "zh") -> None:
        super().__init__(library, language)
        self.law = LAW_LANGUAGES[language]

    def tell(self, label: str, **values: str) -> str:
        return self.law[label].format(**values)

    def rank(self, rank: str) -> str:
        return self.library.vocabulary.ranks[rank] if self.language == "zh" else rank

    def evidence(self, grade: str) -> str:
        """The grade, and that it does not decide where it does not."""
        word = self.grade(grade)
        return word if grade in DECIDING else word + self.labels["comma"] + self.law["compared_only"]

    def grade(self, grade: str) -> str:
        return self.library.vocabulary.evidence[grade] if self.language == "zh" else grade

    def place(self, code: str) -> str:
        return self.library.places.name(code)

    def short_place(self, code: str) -> str:
        """The shortest name that is nobody else's."""
        places = self.library.places
        return min((name for name in places.names[code] if len(places.find(name)) == 1), key=width, default=code)

    def places(self, codes: Iterable[str]) -> str:
        return self.listed(self.place(code) for code in codes)

    def validity(self, validity: Validity) -> str:
        if validity.last is None:
            return self.say("since", first=str(validity.first))
        return self.say("between", first=str(validity.first), last=str(validity.last))

    def standing(self, validity: Validity, day: date, state: str) -> str:
        """The days on which something stands, and what it is on one day."""
        return f"{self.validity(validity)}    {self.tell('on_day', day=str(day), state=self.law[state])}"

    def heading(self, instrument: Instrument) -> str:
        """An instrument's number with its title; its title alone when it has no number."""
        name = self.instrument(instrument)
        return f"《{instrument.title}》" if instrument.number == instrument.title else f"{name}《{instrument.title}》"

    def clause(self, instrument: Instrument, provision: Provision) -> str:
        inferred = self.labels["inferred"] if provision.clause_inferred else ""
        return f"{self.instrument(instrument)} {provision.clause}{inferred}"

    def clauses(self, held: Iterable[tuple[Instrument, Provision]]) -> str:
        """Several citations, the number of an instrument written once for its clauses that follow each other."""
        parts: list[str] = []
        before = ""
        for instrument, provision in held:
            cited = self.clause(instrument, provision)
            parts.append(cited.removeprefix(f"{self.instrument(instrument)} ") if instrument.id == before else cited)
            before = instrument.id
        return self.listed(parts)

    def cited(self, statements: Iterable[Statement]) -> str:
        """The provisions of statements, each once."""
        return self.clauses({held.citation: (held.instrument, held.provision) for held in statements}.values())

    def questions(self, names: Iterable[str]) -> str:
        held = self.library.vocabulary.questions
        return self.listed(self.term(held[name]) if name in held else name for name in names)

    def quoted(self, *quotes: str) -> str:
        return "".join(f"「{quote}」" for quote in quotes if quote)

    def answer_of(self, name: str, answer: Answer) -> str:
        """What a rule gives a name."""
        given = self.condition(answer.source) if isinstance(answer, Expression) else self.listed(answer)
        return f"{self.questions([name])}{self.labels['colon']}{given}"

    def tests(self, lines: Iterable[Expression]) -> Iterator[Pair]:
        """Conditions as rows under one label."""
        for line in lines:
            yield self.law["when"], self.condition(line.source)

    def number(self, parameter: Parameter) -> str:
        """A number of the law, with its unit, for every day or choice it depends on."""
        if parameter.dated:
            parts = (
                f"{self.say('since', first=str(day))} {self.measure(parameter, value)}"
                for day, value in parameter.dated
            )
        elif parameter.per:
            parts = (f"{member} {self.measure(parameter, value)}" for member, value in parameter.by_choice)
        else:
            return self.measure(parameter, parameter.value)
        return self.labels["comma"].join(parts)

    def changed(self, changed: Changed) -> str:
        """What a later instrument does to this one."""
        clause = f" {changed.change.clause}" if changed.change.clause else ""
        label = "extended_until" if changed.extends else "repealed_from"
        by = self.instrument(changed.by)
        return self.tell(label, by=by, clause=clause, day=str(changed.change.day)) + self.quoted(changed.change.quote)
