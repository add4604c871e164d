"""A decision as a person reads it: the answers first, then the grounds of each, nothing twice."""

from collections.abc import Callable, Iterator
from typing import Any

from jiexu.decision.asking import facts_to_ask
from jiexu.decision.finding import Decision, Finding, Tested
from jiexu.decision.outcome import NOT_APPLICABLE, PENDING, Outcome
from jiexu.explanation.columns import padded, width, wrapped
from jiexu.explanation.reasons import alert, answer, reading
from jiexu.explanation.wording import Wording
from jiexu.law.library import Statement
from jiexu.law.provision import Delegation, Reading, Rule, Silence
from jiexu.law.vocabulary import Fact

Paint = Callable[[str, str], str]
_LINE = 100
_MOST_ASKED = 2 + 1


def plain(text: str, style: str) -> str:  # noqa: ARG001
    """No colours: for files, pipes and accepted explanations."""
    return text


def screen(decision: Decision, language: str = "zh", paint: Paint = plain) -> str:
    """The whole text of a decision."""
    return (
        "\n".join(line.rstrip() for line in _Screen(decision, Wording(decision.library, language), paint).lines())
        + "\n"
    )


class _Screen:
    def __init__(self, decision: Decision, wording: Wording, paint: Paint) -> None:
        self.decision = decision
        self.wording = wording
        self.labels = wording.labels
        self.paint = paint

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield ""
        yield from self._answers()
        for group in self._groups():
            yield ""
            yield from self._block(group)
        yield from self._next()

    def _head(self) -> Iterator[str]:
        case = self.decision.case
        yield self.paint("  ".join(part for part in (case.id, case.title) if part), "title")
        places = [self.wording.library.places.name(code) for code in (case.origin, case.destination) if code]
        yield f"{self.labels['arrow'].join(places)}    {self.labels['as_of']} {case.as_of}".strip()

    def _answers(self) -> Iterator[str]:
        findings = sorted(self.decision.findings.values(), key=_importance)
        column = max((width(self.wording.term(finding.question)) for finding in findings), default=0) + 2
        for finding in findings:
            lines = wrapped(answer(self.wording, finding), _LINE - column)
            style = (
                "value" if finding.outcome.determined else "dim" if finding.outcome.status == NOT_APPLICABLE else "open"
            )
            yield padded(self.wording.term(finding.question), column) + self.paint(lines[0], style)
            yield from (" " * column + self.paint(line, style) for line in lines[1:])

    def _groups(self) -> list[list[Finding]]:
        """Findings that need grounds; those that stand on the same clause for the same reasons share one block."""
        groups: dict[Any, list[Finding]] = {}
        for finding in self.decision.findings.values():
            if finding.outcome.status == PENDING or (finding.outcome.status == NOT_APPLICABLE and not finding.alerts):
                continue
            groups.setdefault(_grounds(finding), []).append(finding)
        return list(groups.values())

    def _block(self, group: list[Finding]) -> Iterator[str]:
        titles = [f"{self.wording.term(one.question)}{self.labels['colon']}{self._short(one)}" for one in group]
        yield self.paint("■ " + self.labels["stop"].join(titles), "title")
        first = group[0]
        before = ""
        for label, text in self._grounds_of(first):
            yield from self._row("" if label == before else label, text)
            before = label
        for finding in group:
            name = self.wording.term(finding.question) + self.labels["colon"] if len(group) > 1 else ""
            if finding.worked:
                yield from self._row("worked", name + self._working(finding))
            for told in finding.alerts:
                yield from self._row("alerts", name + alert(self.wording, finding.question, told))
        yield from self._readings(group)

    def _short(self, finding: Finding) -> str:
        return answer(self.wording, finding) if finding.outcome.determined else self.labels[finding.outcome.status]

    def _grounds_of(self, finding: Finding) -> Iterator[tuple[str, str]]:
        outcome = finding.outcome
        for label, statement in self._sources(finding):
            yield label, self._source(statement)
        if outcome.walk.deciders and outcome.day:
            yield (
                "validity",
                self._validity(outcome.walk.deciders[0].statement) + f"    {self.labels['governing']} {outcome.day}",
            )
        for tested in finding.because:
            mark = "✓" if tested.holds else "✗"
            values = self.wording.named(self._telling(tested, outcome), tested.statement.provision)
            yield (
                "conditions",
                f"{mark} {self.wording.condition(tested.condition)}" + (f"    {values}" if values else ""),
            )
        for beaten in finding.precedence:
            if beaten.principle == "delegation" and isinstance(beaten.statement.said, Delegation):
                yield "handed", self._source(beaten.statement)
            else:
                value = self.wording.answer(finding.question, beaten.value)
                quote = self.wording.say("yields", quote=beaten.quote) if beaten.quote else ""
                yield (
                    "lost",
                    f"{self.wording.citation(beaten.statement)}{self.labels['colon']}{value}（{self.labels[beaten.principle]}{quote}）",
                )

    def _telling(self, tested: Tested, outcome: Outcome) -> dict[str, Any]:
        """The values worth showing: not one that the condition itself spells out, nor the governing day once more."""
        spelt_out = {f"{name} == {value}" for name, value in tested.values.items()} if tested.holds else set()
        if tested.condition in spelt_out or (tested.holds and tested.condition in tested.values):
            return {}
        days = self.wording.library.vocabulary.days
        return {name: value for name, value in tested.values.items() if name not in days or value != outcome.day}

    def _sources(self, finding: Finding) -> Iterator[tuple[str, Statement]]:
        conjoined = finding.question.conjunction or finding.question.kind.name == "set"
        for index, statement in enumerate(finding.outcome.sources):
            yield ("beside" if index and not conjoined else "by"), statement

    def _source(self, statement: Statement) -> str:
        said = statement.said
        quote = (
            said.quote
            if isinstance(said, Rule | Reading | Delegation)
            else said.says
            if isinstance(said, Silence)
            else ""
        )
        return self.wording.citation(statement) + (f"「{quote}」" if quote and not isinstance(said, Silence) else "")

    def _validity(self, statement: Statement) -> str:
        validity = statement.provision.validity
        if validity.last is None:
            return self.wording.say("since", first=str(validity.first))
        return self.wording.say("between", first=str(validity.first), last=str(validity.last))

    def _working(self, finding: Finding) -> str:
        assert finding.worked is not None
        deciders = finding.outcome.walk.deciders
        provision = deciders[0].statement.provision if deciders else None
        values = self.wording.named(finding.worked.values, provision)
        return f"{self.wording.condition(finding.worked.expression)}    {values}"

    def _readings(self, group: list[Finding]) -> Iterator[str]:
        """Each reading once, for the findings of the group that it would change, else for all of them."""
        told: dict[str, str] = {}
        for finding in group:
            for used in finding.readings:
                text = reading(self.wording, finding.question, used)
                prefix = (
                    self.wording.term(finding.question) + self.labels["colon"]
                    if used.instead and len(group) > 1
                    else ""
                )
                if used.instead or used.name not in told:
                    told[used.name if not used.instead else f"{used.name}/{finding.question.name}"] = prefix + text
        for key, text in told.items():
            if any(other.startswith(key + "/") for other in told):
                continue
            yield from self._row("readings", text)

    def _next(self) -> Iterator[str]:
        pending = [name for name, finding in self.decision.findings.items() if finding.outcome.status == PENDING]
        if not pending:
            return
        yield ""
        yield self.paint("■ " + self.labels["ask"], "title")
        for fact_id in facts_to_ask(self.decision.world, pending)[:_MOST_ASKED]:
            fact = self.decision.library.vocabulary.by_id[fact_id]
            if isinstance(fact, Fact):
                yield "  " + self.wording.say("fact_question", name=self.wording.term(fact), ask=fact.ask)

    def _row(self, label: str, text: str) -> Iterator[str]:
        column = (
            max(width(self.labels[name]) for name in ("by", "conditions", "worked", "readings", "lost", "validity")) + 2
        )
        lines = wrapped(text, _LINE - column - 2)
        yield "  " + self.paint(padded(self.labels[label] if label else "", column), "label") + lines[0]
        yield from ("  " + " " * column + line for line in lines[1:])


def _importance(finding: Finding) -> int:
    """Answers first, then what is open, what does not apply last."""
    if finding.outcome.determined:
        return 0
    return 2 if finding.outcome.status == NOT_APPLICABLE else 1


def _grounds(finding: Finding) -> Any:
    """What makes two findings stand on the same grounds."""
    outcome = finding.outcome
    if not outcome.determined or not outcome.walk.deciders:
        return finding.question.name
    sources = tuple((voice.statement.citation, voice.statement.name) for voice in outcome.walk.deciders)
    tests = tuple(tested.condition for tested in finding.because)
    lost = tuple((beaten.principle, beaten.statement.citation) for beaten in finding.precedence)
    return sources, tests, lost, outcome.day
