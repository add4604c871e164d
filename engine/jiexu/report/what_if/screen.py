"""What would change an answer, as a person reads it."""

from collections.abc import Iterator
from decimal import Decimal

from jiexu.analysis.alternative import OTHER, Alternative
from jiexu.analysis.counterfactual import Missing, Range, WhatIf
from jiexu.analysis.scale import scale_of
from jiexu.decision.world import possible_values
from jiexu.explanation.sheet import Paint, Pair, hanging, labelled, plain, whole
from jiexu.law.vocabulary import Fact
from jiexu.report.change_wording import ChangeWording
from jiexu.report.what_if.labels import WHAT_IF_LANGUAGES

_UNITS = {"date": "day", "month": "month"}
_FEN = 100


def what_if_screen(found: WhatIf, language: str = "zh", paint: Paint = plain) -> str:
    """The whole screen."""
    return whole(_Screen(found, language, paint).lines())


class _Screen:
    def __init__(self, found: WhatIf, language: str, paint: Paint) -> None:
        self.found = found
        self.wording = ChangeWording(found.world.library, language)
        self.labels = WHAT_IF_LANGUAGES[language]
        self.question = found.world.library.vocabulary.questions[found.question]
        self.paint = paint

    def lines(self) -> Iterator[str]:
        case, outcome, wording = self.found.world.case, self.found.outcome, self.wording
        yield from self._painted(
            "  ".join(part for part in (self.labels["title"], case.id, case.title) if part), "title"
        )
        places = [wording.place(code) for code in (case.origin, case.destination) if code]
        yield f"{wording.labels['arrow'].join(places)}    {wording.as_of(case.as_of)}".strip()
        yield ""
        style = "value" if outcome.determined else "open"
        now = f"{self.labels['now']}  {wording.term(self.question)}{wording.labels['colon']}"
        yield from self._painted(now + wording.with_clause(self.question, outcome), style)
        for turning in self.found.turnings:
            yield ""
            value = wording.value(turning.value, turning.fact.kind, turning.fact.ids)
            yield self.paint("■ " + self._tell("given", fact=wording.term(turning.fact), value=value), "title")
            drifting = [one for one in turning.alternatives if one.drifts]
            if drifting:
                drifts = wording.labels["stop"].join(self._sentence(turning.fact, one) for one in drifting)
                yield from hanging(self._tell("drifts", drifts=drifts), 2)
            for alternative in turning.alternatives:
                if not alternative.drifts:
                    yield from hanging(self._sentence(turning.fact, alternative), 2)
                    yield from labelled(self._why(turning.fact, alternative), self.paint, 2 + 2)
        for missing in self.found.missing:
            yield ""
            yield self.paint("■ " + self._tell("not_given", fact=wording.term(missing.fact)), "title")
            yield from labelled(self._ranges(missing), self.paint)
        if not (self.found.turnings or self.found.missing):
            yield ""
            yield self.labels["none"]
        if self.found.steady:
            yield ""
            names = wording.listed(wording.term(fact) for fact in self.found.steady)
            yield from self._painted(self._tell("steady", names=names), "dim")

    def _painted(self, text: str, style: str) -> Iterator[str]:
        return (self.paint(line, style) for line in hanging(text, 0))

    def _tell(self, label: str, **values: str) -> str:
        return self.labels[label].format(**values)

    def _sentence(self, fact: Fact, one: Alternative) -> str:
        """What one alternative says; of one that only drifts, the value without its clause."""
        label = one.side if one.side == OTHER else f"{one.side}_{_UNITS.get(fact.kind.name, 'amount')}"
        value = self.wording.value(one.value, fact.kind, fact.ids)
        if one.drifts:
            then = self.wording.outcome(self.question, one.outcome)
            return self._tell(f"{label}_drift", steps=self._steps(fact, one.steps), value=value, answer=then)
        then = self.wording.with_clause(self.question, one.outcome)
        return self._tell(label, steps=self._steps(fact, one.steps), value=value, answer=then)

    def _steps(self, fact: Fact, steps: int) -> str:
        """How far away a value is; days and months are named by the phrase around it."""
        if fact.kind.name in _UNITS:
            return str(steps)
        return self.wording.value(Decimal(steps) / _FEN if fact.kind.name == "yuan" else steps, fact.kind)

    def _why(self, fact: Fact, one: Alternative) -> Iterator[Pair]:
        """Why, unless it is only that the fact is no longer what it was."""
        telling = (found for found in one.why if one.side != OTHER or found.values.keys() != {fact.name})
        for text in self.wording.why(telling):
            yield self.labels["why"], text

    def _ranges(self, missing: Missing) -> Iterator[Pair]:
        for one in missing.ranges:
            told = self.wording.with_clause(self.question, one.outcome)
            if one.drifts:
                first = self.wording.value(one.first, missing.fact.kind)
                told = self._tell("range_drifts", first=first, answer=told)
            yield self._range(missing.fact, one), told

    def _range(self, fact: Fact, one: Range) -> str:
        if possible_values(fact.kind):
            return self.wording.value(one.first, fact.kind, fact.ids)
        scale = scale_of(fact.kind, self.found.world.case.as_of)
        assert scale is not None
        lowest, highest = scale.number(one.first) == scale.least, scale.number(one.last) == scale.most
        first, last = (self.wording.value(value, fact.kind) for value in (one.first, one.last))
        dated = fact.kind.name in _UNITS
        if lowest and highest:
            return self.labels["any_day" if dated else "any"]
        if lowest:
            return self._tell("until" if dated else "at_most", last=last)
        if highest:
            return self._tell("from" if dated else "at_least", first=first)
        return self._tell("between", first=first, last=last)
