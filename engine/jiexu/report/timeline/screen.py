"""The line of time as a person reads it: bars, then who governs in each stretch, in words."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from jiexu.analysis.stretch import NOTHING, OPEN
from jiexu.analysis.timeline import Timeline, timeline
from jiexu.explanation.sheet import LINE, Paint, hanging, labelled, plain, whole
from jiexu.law.library import Library
from jiexu.law.vocabulary import Question
from jiexu.report.timeline.bars import bar_lines, label_column
from jiexu.report.timeline.chart import Chart, law_chart, question_chart
from jiexu.report.timeline.wording import TimeWording
from jiexu.ruleset.standing import RuleSet

_GAPS = (*OPEN, NOTHING)


class Seen(NamedTuple):
    """The lines of time asked for: of all questions, or of ``lines[0]`` alone when ``one`` is set."""

    library: Library
    origin: str | None
    place: str
    day: date
    lines: tuple[Timeline, ...]
    one: bool


def seen_at(library: Library, asked: list[Question], place: str, origin: str | None, day: date) -> Seen:
    """The lines of time at a place of the question asked, or of all that are shown; of a transfer where ``origin`` is given."""
    rules = RuleSet(library, origin or place, place)
    questions = asked_or_shown(library, asked)
    lines = tuple(timeline(rules, question, transfer=origin is not None) for question in questions)
    return Seen(library, origin, place, day, lines, bool(asked))


def asked_or_shown(library: Library, asked: list[Question]) -> list[Question]:
    """The question asked, or all that are no helpers."""
    return asked or [question for question in library.vocabulary.questions.values() if question.shown]


def time_screen(seen: Seen, language: str = "zh", paint: Paint = plain) -> str:
    """The whole screen."""
    wording = TimeWording(seen.library, language)
    return whole(_one(seen, wording, paint) if seen.one else _all(seen, wording, paint))


def chart_of(seen: Seen, wording: TimeWording, length: int) -> Chart:
    """The bars of what is seen, on a scale of that length."""
    title = f"{wording.time['title']}    {wording.between(seen.origin, seen.place)}{wording.known()}"
    if seen.one:
        return question_chart(
            wording, seen.lines[0], f"{wording.term(seen.lines[0].question)}    {title}", seen.day, length
        )
    return law_chart(wording, seen.lines, seen.place, title, seen.day, length)


def _fitted(seen: Seen, wording: TimeWording) -> Chart:
    """The chart with its labels and bars together as wide as a line."""
    labels = list(chart_of(seen, wording, LINE).labels)
    return chart_of(seen, wording, LINE - label_column(labels))


def _one(seen: Seen, wording: TimeWording, paint: Paint) -> Iterator[str]:
    line = seen.lines[0]
    chart = _fitted(seen, wording)
    yield paint(chart.title, "title")
    if line.question.expression is not None:
        yield wording.tell("arithmetic", line=wording.condition(line.question.expression.source))
        return
    if not line.lanes:
        yield wording.tell("nothing_held", place=wording.place(seen.place))
        return
    yield ""
    yield from bar_lines(chart, wording, paint)
    for stretch in line.stretches:
        yield ""
        style = "open" if stretch.state in OPEN else "value"
        yield paint("■ " + wording.days(stretch.days), "title") + "    " + paint(wording.time[stretch.state], style)
        yield from labelled(wording.stretch(stretch), paint)
    numbers = list(wording.numbers(line.numbers))
    if numbers:
        yield ""
        yield paint("■ " + wording.time["numbers"], "title")
        yield from labelled(numbers, paint)


def _all(seen: Seen, wording: TimeWording, paint: Paint) -> Iterator[str]:
    chart = _fitted(seen, wording)
    yield paint(chart.title, "title")
    yield ""
    yield from bar_lines(chart, wording, paint)
    open_: dict[str, list[str]] = {}
    for line in seen.lines:
        state = line.state(seen.day)
        if state in _GAPS:
            open_.setdefault(state, []).append(wording.term(line.question))
    yield ""
    if open_:
        yield paint("■ " + wording.tell("now_open", day=str(seen.day)), "title")
        rows = ((wording.time[state], wording.listed(open_[state])) for state in _GAPS if state in open_)
        yield from labelled(rows, paint)
    else:
        yield wording.tell("no_gap", day=str(seen.day))
    yield ""
    yield from (paint(line, "dim") for line in hanging(wording.time["help"], 0))
