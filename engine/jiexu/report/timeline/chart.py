"""The line of time as bars: what a terminal and a drawing both show."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from jiexu.analysis.stretch import NOTHING, STATES
from jiexu.analysis.timeline import Timeline
from jiexu.base.validity import Validity
from jiexu.law.library import DECIDING, Statement
from jiexu.law.provision import Delegation
from jiexu.report.timeline.scale import Scale, scale_for
from jiexu.report.timeline.wording import TimeWording
from jiexu.ruleset.open_points import reaching
from jiexu.ruleset.state import validities

DELEGATING = "delegating"
COMPARED = "compared"
STYLES = (*(state for state in STATES if state != NOTHING), DELEGATING, COMPARED)
"""What a piece of a bar says: how a question stands, that a clause delegates, or that it is only compared."""


class Piece(NamedTuple):
    """Part of a bar from one point of the scale to another."""

    begins: int
    ends: int
    style: str


class Bar(NamedTuple):
    label: str
    pieces: tuple[Piece, ...]


class Chart(NamedTuple):
    """Groups of bars under one scale; ``day`` is marked."""

    title: str
    scale: Scale
    day: date
    groups: tuple[tuple[str, tuple[Bar, ...]], ...]

    @property
    def styles(self) -> tuple[str, ...]:
        """The styles that occur, in the order of the legend."""
        met = {piece.style for _, bars in self.groups for bar in bars for piece in bar.pieces}
        return tuple(style for style in STYLES if style in met)

    @property
    def labels(self) -> Iterator[str]:
        return (bar.label for _, bars in self.groups for bar in bars)


def question_chart(wording: TimeWording, line: Timeline, title: str, day: date, length: int) -> Chart:
    """One question: how it stands, and each clause on it."""
    scale = scale_for((one.provision.validity for one in line.lanes), day, length)
    clauses: dict[str, list[Statement]] = {}
    for one in line.lanes:
        clauses.setdefault(wording.citation(one), []).append(one)
    lanes = (
        Bar(cited, _pieces(scale, [(held[0].provision.validity, _style(held))])) for cited, held in clauses.items()
    )
    return Chart(title, scale, day, (("", (_standing(scale, wording, line), *lanes)),))


def law_chart(wording: TimeWording, lines: Iterable[Timeline], place: str, title: str, day: date, length: int) -> Chart:
    """All questions at a place, under the instruments that hold there."""
    held = [
        one
        for one in reaching(wording.library, place)
        if one.workdays is None and any(p.rules or p.delegations for p in one.provisions)
    ]
    scale = scale_for((validity for one in held for validity in validities(one)), day, length)
    instruments = tuple(
        Bar(
            wording.instrument(one),
            _pieces(
                scale,
                [(validity, STATES[0] if one.evidence in DECIDING else COMPARED) for validity in validities(one)],
            ),
        )
        for one in held
    )
    questions = tuple(_standing(scale, wording, line) for line in lines)
    return Chart(
        title, scale, day, ((wording.time["instruments"], instruments), (wording.time["questions"], questions))
    )


def _standing(scale: Scale, wording: TimeWording, line: Timeline) -> Bar:
    return Bar(wording.term(line.question), _pieces(scale, [(one.days, one.state) for one in line.stretches]))


def _style(held: list[Statement]) -> str:
    if held[0].provision.evidence not in DECIDING:
        return COMPARED
    return DELEGATING if all(isinstance(one.said, Delegation) for one in held) else STATES[0]


def _pieces(scale: Scale, spans: Iterable[tuple[Validity, str]]) -> tuple[Piece, ...]:
    placed = ((scale.span(days), style) for days, style in spans if style != NOTHING)
    return tuple(Piece(*span, style) for span, style in placed if span is not None)
