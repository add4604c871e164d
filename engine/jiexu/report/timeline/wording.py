"""The words for stretches of time: who governs, who is called, what has ended."""

from collections.abc import Iterable, Iterator

from jiexu.analysis.stretch import Stretch
from jiexu.analysis.succession import Ended
from jiexu.analysis.timeline import Number
from jiexu.base.validity import Validity
from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.sheet import Pair
from jiexu.law.library import Library, Statement
from jiexu.law.provision import Silence
from jiexu.report.timeline.labels import TIME_LANGUAGES


class TimeWording(LawWording):
    """Says what stands when, in ``zh`` or ``en``."""

    def __init__(self, library: Library, language: str = "zh") -> None:
        super().__init__(library, language)
        self.time = TIME_LANGUAGES[language]

    def tell(self, label: str, **values: str) -> str:
        return self.time[label].format(**values)

    def days(self, days: Validity) -> str:
        if days.last is None:
            return self.say("since", first=str(days.first))
        return self.say("between", first=str(days.first), last=str(days.last))

    def between(self, origin: str | None, place: str) -> str:
        name = self.place(place)
        return self.tell("from_to", origin=self.place(origin), place=name) if origin else name

    def stretch(self, stretch: Stretch) -> Iterator[Pair]:
        """Who governs in a stretch, row by row."""
        time = self.time
        if stretch.rules:
            yield time["rules"], self.cited(stretch.rules)
        for cited, by in _merged((one.statement, one.by) for one in stretch.handed):
            below = self.cited(by) if by else time["nobody"]
            yield time["handed"], f"{self.cited(cited)}{self.labels['arrow']}{below}"
        if stretch.silences:
            says = dict.fromkeys(held.said.says for held in stretch.silences if isinstance(held.said, Silence))
            yield (
                time["silent"],
                f"{self.cited(stretch.silences)}{self.labels['colon']}{self.labels['stop'].join(says)}",
            )
        for text in self.ended(stretch.ended):
            yield time["ended"], text
        for one in stretch.groundless:
            names = self.listed(self.term(question) for question in one.questions)
            yield time["groundless"], self.tell("without", what=self.citation(one.statement), questions=names)

    def ended(self, ended: Iterable[Ended]) -> Iterator[str]:
        """What has ended, once for all that had the same fate: the day, and who governs now."""
        fates: dict[tuple[object, ...], list[Statement]] = {}
        clauses: dict[str, set[tuple[object, ...]]] = {}
        for one in ended:
            fate = (one.statement.provision.validity.last, self.cited(one.by), one.wholly)
            fates.setdefault(fate, []).append(one.statement)
            clauses.setdefault(one.statement.citation, set()).add(fate)
        for (last, by, wholly), told in fates.items():
            label = "taken_over" if wholly else "taken_partly" if by else "taken_by_nobody"
            # Rules of one clause that fare differently are told apart by their names.
            parted = [one for one in told if len(clauses[one.citation]) > 1]
            whole = [self.cited(one for one in told if one not in parted)] if len(parted) < len(told) else []
            what = self.listed((*whole, *(f"{self.citation(one)} {one.name}" for one in parted)))
            yield self.tell(label, what=what, day=str(last), by=str(by))

    def numbers(self, numbers: Iterable[Number]) -> Iterator[Pair]:
        for one in numbers:
            parameter = one.statement.provision.parameter(one.name)
            if parameter is not None:
                value = self.tell("number", name=one.name, value=self.measure(parameter, one.value))
                yield str(one.first), f"{value}    {self.citation(one.statement)}"


def _merged(
    handed: Iterable[tuple[Statement, tuple[Statement, ...]]],
) -> Iterator[tuple[tuple[Statement, ...], tuple[Statement, ...]]]:
    """Delegations that the same statements below answer, together."""
    found: dict[tuple[int, ...], tuple[list[Statement], tuple[Statement, ...]]] = {}
    for statement, by in handed:
        found.setdefault(tuple(id(one) for one in by), ([], by))[0].append(statement)
    for statements, by in found.values():
        yield tuple(statements), by
