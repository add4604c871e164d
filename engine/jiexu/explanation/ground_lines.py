"""The grounds of findings line by line: sources, validity, conditions, delegations, losers, arithmetic."""

from collections.abc import Iterable, Iterator
from typing import Any

from jiexu.decision.finding import Beaten, Decision, Finding, Tested
from jiexu.decision.outcome import UNFILLED
from jiexu.explanation.reasons import outcome_answer
from jiexu.explanation.sheet import Pair
from jiexu.explanation.wording import Wording
from jiexu.law.library import Statement
from jiexu.law.provision import Delegation, Provision, Silence


def cited(wording: Wording, group: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """Each clause that the findings cite, once, with the phrases of it that they rest on."""
    phrases: dict[str, dict[str, None]] = {}
    for finding in group:
        for statement in finding.outcome.sources:
            quote = "" if isinstance(statement.said, Silence) else statement.said.quote
            phrases.setdefault(wording.citation(statement), {})[quote] = None
    return {citation: tuple(quote for quote in quotes if quote) for citation, quotes in phrases.items()}


class GroundLines:
    """Pairs of a label and a text, for the findings of one decision."""

    def __init__(self, decision: Decision, wording: Wording) -> None:
        self.decision = decision
        self.wording = wording
        self.labels = wording.labels

    def shared(self, group: list[Finding]) -> Iterator[Pair]:
        """What the findings of a group have in common."""
        first = group[0]
        outcome = first.outcome
        yield from self._sources(group)
        statement = outcome.walk.deciders[0].statement if outcome.walk.deciders else None
        if statement is not None and outcome.day:
            yield self.labels["validity"], f"{self._validity(statement)}    {self.labels['governing']} {outcome.day}"
        for tested in first.because:
            yield self.labels["conditions"], self._tested(tested)
        if outcome.whatever:
            yield self.labels["conditions"], self.wording.say("whatever", names=self.wording.terms(outcome.whatever))
        yield from dict.fromkeys(self._beaten(finding, beaten) for finding in group for beaten in finding.precedence)
        if statement is not None:
            yield from self._contradictions(statement)

    def _contradictions(self, statement: Statement) -> Iterator[Pair]:
        """Where the deciding clause is at odds with another, and how that is taken."""
        for item in statement.provision.items:
            if item.kind == "contradicts":
                taken = dict(item.detail).get("take", "")
                yield self.labels["note"], item.says + (f"（{taken}）" if taken else "")

    def working(self, finding: Finding) -> Iterator[str]:
        """The arithmetic: in words, with its values, and what it gives."""
        worked = finding.worked
        assert worked is not None
        provision = self._provision(finding)
        direct = {name: self.wording.shown(name, value, provision) for name, value in worked.direct.items()}
        words = self.wording.condition(worked.expression)
        named = finding.question.kind.name in ("choice", "place")  # of words, not of numbers: nothing to fill in
        filled = words if named else self.wording.condition(worked.expression, direct)
        result = outcome_answer(self.wording, finding.question, finding.outcome) if finding.outcome.determined else ""
        steps = [words, filled if filled not in (words, result) else "", result if result != words else ""]
        yield " ＝ ".join(step for step in steps if step) + self._behind(finding)

    def _behind(self, finding: Finding) -> str:
        """The values of helpers that the filled-in line does not show, and where a derived fact came from."""
        assert finding.worked is not None
        hidden = {name: value for name, value in finding.worked.values.items() if name not in finding.worked.direct}
        derived = [self._derived(name) for name in finding.worked.values]
        told = [self.wording.named(hidden, self._provision(finding)), *derived]
        said = self.labels["comma"].join(part for part in told if part)
        return f"    {said}" if said else ""

    def _derived(self, name: str) -> str:
        """How a fact that the case did not give came out of others."""
        fact = self.decision.library.vocabulary.facts.get(name)
        if fact is None or fact.derived is None or not fact.ask or fact.id in self.decision.case.facts:
            return ""
        return f"{self.wording.term(fact)}{self.labels['colon']}{self.wording.condition(fact.derived.source)}"

    def _provision(self, finding: Finding) -> Provision | None:
        deciders = finding.outcome.walk.deciders
        return deciders[0].statement.provision if deciders else None

    def _sources(self, group: list[Finding]) -> Iterator[Pair]:
        """Each clause once, with the phrases that the findings of the group rest on."""
        outcome = group[0].outcome
        if outcome.status == UNFILLED:
            return
        together = group[0].question.conjunction or group[0].question.kind.name == "set" or bool(outcome.whatever)
        for index, (citation, quotes) in enumerate(cited(self.wording, group).items()):
            label = "source" if not outcome.determined else "beside" if index and not together else "by"
            yield self.labels[label], citation + "".join(f"「{quote}」" for quote in quotes)

    def _validity(self, statement: Statement) -> str:
        validity = statement.provision.validity
        if validity.last is None:
            return self.wording.say("since", first=str(validity.first))
        return self.wording.say("between", first=str(validity.first), last=str(validity.last))

    def _tested(self, tested: Tested) -> str:
        values = self.wording.named(self._telling(tested), tested.statement.provision)
        return (
            ("✓ " if tested.holds else "✗ ")
            + self.wording.condition(tested.condition)
            + (f"    {values}" if values else "")
        )

    def _telling(self, tested: Tested) -> dict[str, Any]:
        """The values worth showing: not one that the condition spells out, nor a day that it does not mention."""
        spelt_out = {f"{name} == {value}" for name, value in tested.values.items()} if tested.holds else set()
        if tested.condition in spelt_out or (tested.holds and tested.condition in tested.values):
            return {}
        days = self.wording.library.vocabulary.days
        return {name: value for name, value in tested.values.items() if name not in days or name in tested.condition}

    def _beaten(self, finding: Finding, beaten: Beaten) -> Pair:
        citation = self.wording.citation(beaten.statement)
        if isinstance(beaten.statement.said, Delegation):
            return self.labels["handed"], f"{citation}「{beaten.quote}」"
        value = self.wording.answer(finding.question, beaten.value)
        quote = f"「{beaten.quote}」" if beaten.quote else ""
        principle = self.labels["own_delegation" if beaten.principle == "delegation" else beaten.principle]
        text = f"{citation}{self.labels['colon']}{value}{self.labels['open']}{principle}{quote}{self.labels['close']}"
        return self.labels["lost"], text
