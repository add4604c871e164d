"""On which future day a case's answers change: as a person reads it, and as JSON."""

from collections.abc import Iterator
from datetime import date

from jiexu.analysis.difference import TURNED, Difference
from jiexu.analysis.line import AS_OF
from jiexu.analysis.outlook import Change, Outlook, Passing
from jiexu.decision.outcome import PENDING
from jiexu.explanation.data import Data, value_data
from jiexu.explanation.sheet import Paint, Pair, hanging, labelled, plain, whole
from jiexu.report.change_wording import ChangeWording, difference_data, outcome_data
from jiexu.report.timeline.labels import TIME_LANGUAGES
from jiexu.report.which_law import law_data


def outlook_screen(found: Outlook, language: str = "zh", paint: Paint = plain) -> str:
    """The whole screen."""
    return whole(_Screen(found, language, paint).lines())


class _Screen:
    def __init__(self, found: Outlook, language: str, paint: Paint) -> None:
        self.found = found
        self.wording = ChangeWording(found.world.library, language)
        self.time = TIME_LANGUAGES[language]
        self.paint = paint
        self.questions = found.world.library.vocabulary.questions

    def lines(self) -> Iterator[str]:
        found, case = self.found, self.found.world.case
        yield from self._painted(
            "  ".join(part for part in (self.time["outlook"], case.id, case.title) if part), "title"
        )
        moved = self.time["unmoved"] if found.moved == AS_OF else self._tell("moved", fact=self._fact(found.moved))
        yield f"{self._tell('outlook_span', first=str(found.first), last=str(found.last))}    {moved}{self.wording.known()}"
        for day in sorted({*(one.day for one in found.changes), *(one.day for one in found.passing)}):
            yield ""
            yield self.paint(f"■ {day}", "title")
            yield from labelled(self._rows(day), self.paint)
        if not found.changes:
            yield ""
            yield self.paint(self._tell("outlook_none", last=str(found.last)), "value")
        elif found.steady:
            yield ""
            names = self.wording.listed(self.wording.term(self.questions[name]) for name in found.steady)
            yield from self._painted(self._tell("same", count=str(len(found.steady)), names=names), "dim")
        pending = [name for name in found.steady if found.world.decide(name).status == PENDING]
        if pending:
            yield ""
            names = self.wording.listed(self.wording.term(self.questions[name]) for name in pending)
            yield from self._painted(self._tell("pending", names=names), "open")
        if found.not_given and found.moved == AS_OF:
            yield ""
            names = self.wording.terms(found.not_given)
            yield from self._painted(self._tell("not_given", names=names), "dim")

    def _rows(self, day: date) -> Iterator[Pair]:
        """What comes on a day, what changes then, and once for all of it what ended and began."""
        for passing in self.found.passing:
            if passing.day == day:
                yield self.time["arrives"], self._passing(passing)
        changes = [change for change in self.found.changes if change.day == day]
        for change in changes:
            yield from self._change(change)
        edges: dict[str, Difference] = {}
        for one in (one for change in changes for one in change.why if one.kind != TURNED):
            kept = edges.get(one.kind, one._replace(statements=()))
            edges[one.kind] = kept._replace(statements=(*kept.statements, *one.statements))
        for text in self.wording.why(edges.values()):
            yield self.time["why"], text

    def _passing(self, one: Passing) -> str:
        question = self.questions[one.question]
        return f"{self.wording.term(question)} {self.wording.with_clause(question, one.outcome)}"

    def _change(self, change: Change) -> Iterator[Pair]:
        question = self.questions[change.question]
        before, after = self.wording.outcome(question, change.before), self.wording.with_clause(question, change.after)
        yield self.wording.term(question), f"{before}{self.wording.labels['arrow']}{after}"
        if change.drifts and change.until is not None:
            value = self.wording.answer(question, change.last)
            yield "", self._tell("moves_on", day=str(change.until), value=value)
        for text in self.wording.why(one for one in change.why if one.kind == TURNED):
            yield "", f"{self.time['why']}{self.wording.labels['colon']}{text}"

    def _fact(self, identity: str) -> str:
        return self.wording.terms([identity])

    def _painted(self, text: str, style: str) -> Iterator[str]:
        return (self.paint(line, style) for line in hanging(text, 0))

    def _tell(self, label: str, **values: str) -> str:
        return self.time[label].format(**values)


def outlook_data(found: Outlook) -> Data:
    """The changes as ``jiexu-outlook/1``."""
    library = found.world.library
    questions = library.vocabulary.questions
    return {
        "format": "jiexu-outlook/1",
        "case": found.world.case.id,
        "moved": found.moved,
        "from": str(found.first),
        "until": str(found.last),
        **law_data(library),
        "changes": [_change_data(found, change) for change in found.changes],
        "passing": [{"day": str(one.day), "question": questions[one.question].id} for one in found.passing],
        "steady": [questions[name].id for name in found.steady],
        "not_given": list(found.not_given),
    }


def _change_data(found: Outlook, change: Change) -> Data:
    question = found.world.library.vocabulary.questions[change.question]
    data: Data = {
        "day": str(change.day),
        "question": question.id,
        "before": outcome_data(question, change.before),
        "after": outcome_data(question, change.after),
        "why": [difference_data(one) for one in change.why],
    }
    if change.drifts and change.until is not None:
        data["drifts"] = {"until": str(change.until), "value": value_data(change.last, question.kind, question.ids)}
    return data
