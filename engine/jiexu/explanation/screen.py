"""A decision as a person reads it: the answers first, then the grounds of each, nothing twice."""

from collections.abc import Iterator
from typing import Any

from jiexu.decision.asking import facts_to_ask
from jiexu.decision.finding import Decision, Finding
from jiexu.decision.outcome import NOT_APPLICABLE, PENDING
from jiexu.explanation.columns import padded, width, wrapped
from jiexu.explanation.ground_lines import GroundLines
from jiexu.explanation.reasons import alert, answer, reading, reading_taken
from jiexu.explanation.sheet import LINE, Paint, Pair, labelled, plain, whole
from jiexu.explanation.wording import Wording
from jiexu.law.vocabulary import Fact

_MOST_ASKED = 2 + 1


def screen(decision: Decision, language: str = "zh", paint: Paint = plain) -> str:
    """The whole text of a decision."""
    return whole(_Screen(decision, Wording(decision.library, language), paint).lines())


class _Screen:
    def __init__(self, decision: Decision, wording: Wording, paint: Paint) -> None:
        self.decision = decision
        self.wording = wording
        self.labels = wording.labels
        self.paint = paint
        self.grounds = GroundLines(decision, wording)
        self.told: set[str] = set()

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield ""
        yield from self._answers()
        for group in self._groups():
            rows = list(self._rows(group))
            if rows:
                yield ""
                yield self.paint("■ " + self.labels["stop"].join(self._title(one) for one in group), "title")
                yield from labelled(rows, self.paint)
        yield from self._harmless_readings()
        yield from self._next()

    def _head(self) -> Iterator[str]:
        case = self.decision.case
        yield self.paint("  ".join(part for part in (case.id, case.title) if part), "title")
        places = [self.wording.library.places.name(code) for code in (case.origin, case.destination) if code]
        yield f"{self.labels['arrow'].join(places)}    {self.wording.as_of(case.as_of)}".strip()

    def _answers(self) -> Iterator[str]:
        if not self.decision.findings:
            yield self.paint(self.labels["nothing_asked"], "open")
        findings = sorted(self.decision.findings.values(), key=_importance)
        column = max((width(self.wording.term(finding.question)) for finding in findings), default=0) + 2
        for finding in findings:
            first, *rest = wrapped(answer(self.wording, finding), LINE - column)
            style = (
                "value" if finding.outcome.determined else "dim" if finding.outcome.status == NOT_APPLICABLE else "open"
            )
            yield padded(self.wording.term(finding.question), column) + self.paint(first, style)
            yield from (" " * column + self.paint(line, style) for line in rest)

    def _title(self, finding: Finding) -> str:
        short = answer(self.wording, finding) if finding.outcome.determined else self.labels[finding.outcome.status]
        return f"{self.wording.term(finding.question)}{self.labels['colon']}{short}"

    def _groups(self) -> list[list[Finding]]:
        """Findings that need grounds; those that stand on the same clauses for the same reasons share one block."""
        groups: dict[Any, list[Finding]] = {}
        for finding in self.decision.findings.values():
            if finding.outcome.status == PENDING or (finding.outcome.status == NOT_APPLICABLE and not finding.alerts):
                continue
            groups.setdefault(_same_grounds(finding), []).append(finding)
        return list(groups.values())

    def _rows(self, group: list[Finding]) -> Iterator[Pair]:
        """The grounds of a group, then what is told of each of its findings, label by label."""
        yield from self.grounds.shared(group)
        for label, told in (("worked", self._workings), ("readings", self._readings), ("alerts", self._alerts)):
            of_text: dict[str, list[Finding]] = {}
            for finding in group:
                for text in told(finding):
                    of_text.setdefault(text, []).append(finding)
            for text, findings in of_text.items():
                names = self.wording.listed(self.wording.term(finding.question) for finding in findings)
                if text not in self.told:
                    self.told.add(text)
                    yield self.labels[label], text if findings == group else names + self.labels["colon"] + text

    def _workings(self, finding: Finding) -> Iterator[str]:
        if finding.worked is not None:
            yield from self.grounds.working(finding)

    def _alerts(self, finding: Finding) -> Iterator[str]:
        for told in finding.alerts:
            yield alert(self.wording, finding, told)

    def _readings(self, finding: Finding) -> Iterator[str]:
        for used in finding.readings:
            if used.instead:
                yield reading(self.wording, finding.question, used)

    def _harmless_readings(self) -> Iterator[str]:
        """Unconfirmed readings that change no answer, once for the whole decision."""
        used = [
            one for finding in self.decision.findings.values() if finding.outcome.determined for one in finding.readings
        ]
        telling = {one.name for one in used if one.instead}
        harmless = {one.name: reading_taken(self.wording, one) for one in used if one.name not in telling}
        if harmless:
            yield ""
            yield self.paint("■ " + self.labels["harmless"], "title")
            yield from (f"  {text}" for text in harmless.values())

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


def _importance(finding: Finding) -> int:
    """Answers first, then what is open, what does not apply last."""
    if finding.outcome.determined:
        return 0
    return 2 if finding.outcome.status == NOT_APPLICABLE else 1


def _same_grounds(finding: Finding) -> Any:
    """What makes two findings stand on the same grounds."""
    outcome = finding.outcome
    if not outcome.determined or not outcome.walk.deciders:
        return finding.question.name
    sources = tuple(dict.fromkeys(voice.statement.citation for voice in outcome.walk.deciders))
    tests = tuple(tested.condition for tested in finding.because)
    lost = tuple((beaten.principle, beaten.statement.citation) for beaten in finding.precedence)
    return sources, tests, lost, outcome.day
