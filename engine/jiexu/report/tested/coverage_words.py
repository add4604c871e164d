"""Coverage in words: what a clause's points are called, and what of them was never seen."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jiexu.explanation.columns import padded, width
from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.sheet import Paint, plain, whole
from jiexu.law.library import Library
from jiexu.regression.coverage import CONDITIONS, SPEAKING, ClauseCoverage, Point, Tally, tally
from jiexu.regression.mutant import RULE, SCOPE
from jiexu.report.tested.labels import LANGUAGES, site_words

_GAP = "  "


class Words(NamedTuple):
    """Says coverage in one language."""

    law: LawWording
    labels: dict[str, str]

    def site(self, point: Point) -> str:
        """Which rule, reading, delegation or silence a point belongs to; nothing where it says so itself."""
        return "" if point.kind == SCOPE else site_words(self.labels, point.site)

    def point(self, point: Point) -> str:
        """What is to be seen: 若 中断缴费月数＞0."""
        if point.kind in CONDITIONS:
            return f"{self.labels[point.kind]} {self.law.condition(point.text)}"
        return f"{self.labels['then']} {point.text}" if point.kind == RULE else point.text

    def missing(self, point: Point) -> str:
        if point.kind in CONDITIONS:
            marks = self.law.listed(self.labels[mark] for mark in point.missing)
            return self.labels["unseen"].format(marks=marks)
        return self.labels[f"un{point.missing[0]}"]

    def counts(self, clauses: Iterable[ClauseCoverage]) -> list[str]:
        """规则 3/3, 条件 12/15."""
        held = list(clauses)
        pairs = (("speaking", tally(held, *SPEAKING)), ("conditions", tally(held, *CONDITIONS)))
        return [f"{self.labels[name]} {of(counted)}" for name, counted in pairs]

    def share(self, counted: Tally) -> str:
        return f"{of(counted)} {self.labels['percent'].format(percent=counted.percent)}"


def of(counted: Tally) -> str:
    return f"{counted.seen}/{counted.wanted}"


def words(library: Library, language: str) -> Words:
    return Words(LawWording(library, language), LANGUAGES[language])


def coverage_screen(
    library: Library, clauses: Iterable[ClauseCoverage], trials: int, language: str = "zh", paint: Paint = plain
) -> str:
    """One line a clause, and beneath it what is missing; then all together."""
    return whole(_lines(words(library, language), list(clauses), trials, paint))


def missing_screen(
    library: Library, clauses: Iterable[ClauseCoverage], percent: int, language: str = "zh", paint: Paint = plain
) -> str:
    """That less than a percentage was seen; where each thing stands that never was, and what it is: one line each."""
    said = words(library, language)
    lines = (
        f"{point.where}: {clause.instrument.cite(clause.provision.clause)} "
        f"{' '.join(filter(None, (said.site(point), said.point(point))))} {paint(said.missing(point), 'open')}"
        for clause in clauses
        for point in clause.open
    )
    return whole([paint(said.labels["below"].format(percent=str(percent)), "wrong"), *lines])


def _lines(said: Words, clauses: list[ClauseCoverage], trials: int, paint: Paint) -> Iterator[str]:
    column = max((width(clause.provision.clause) for clause in clauses), default=0)
    before = ""
    for clause in clauses:
        instrument = clause.instrument
        if instrument.id != before:
            before = instrument.id
            yield from ([""] if clause is not clauses[0] else [])
            own = [other for other in clauses if other.instrument.id == instrument.id]
            yield (
                paint(f"{instrument.id}{_GAP}{said.law.instrument(instrument)}", "title")
                + _GAP
                + said.share(tally(own))
            )
        speaking, conditions = said.counts([clause])
        style = "open" if clause.open else "value"
        name = padded(clause.provision.clause, column)
        yield f"{_GAP}{name}{_GAP}{paint(padded(speaking, _column(said, clauses)), style)}{_GAP}{conditions}"
        for point in clause.open:
            text = _GAP.join(filter(None, (said.site(point), said.point(point))))
            yield f"{_GAP * 2}{text}{_GAP}{paint(said.missing(point), 'open')}{_GAP}{paint(str(point.where), 'dim')}"
    yield ""
    total = (f"{label} {said.share(counted)}" for label, counted in totals(said, clauses))
    yield paint(_GAP.join((*total, said.labels["trials"].format(count=str(trials)))), "title")


def totals(said: Words, clauses: list[ClauseCoverage]) -> Iterator[tuple[str, Tally]]:
    """Rules, conditions, and all marks together."""
    yield said.labels["speaking"], tally(clauses, *SPEAKING)
    yield said.labels["conditions"], tally(clauses, *CONDITIONS)
    yield said.labels["all"], tally(clauses)


def _column(said: Words, clauses: list[ClauseCoverage]) -> int:
    return max(width(said.counts([clause])[0]) for clause in clauses)
