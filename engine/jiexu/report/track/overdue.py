"""The late steps of many cases, worst first, with who has to act."""

from collections.abc import Iterator
from datetime import date

from jiexu.explanation.columns import padded, width, wrapped
from jiexu.explanation.data import Data
from jiexu.explanation.labels import LANGUAGES
from jiexu.explanation.sheet import LINE, Paint, plain, whole
from jiexu.law.procedures import ending_facts
from jiexu.procedure.schedule import Scheduled
from jiexu.procedure.track import Track, worst_first
from jiexu.report.track.data import step_data
from jiexu.report.track.labels import TRACK_LANGUAGES
from jiexu.report.track.wording import TrackWording

_COLUMNS = ("case", "step", "who", "last_day", "over")


def overdue_screen(tracks: list[tuple[str, Track]], day: date, language: str = "zh", paint: Paint = plain) -> str:
    """A table of the late steps; *tracks* are the cases with the names of their files."""
    label = TRACK_LANGUAGES[language]
    rows = [_row(name, track, held, language) for name, track, held in worst_first(tracks)]
    lines = [label["overdue_none"].format(count=len(tracks))]
    if rows:
        lines = list(_lines(rows, [label[column] for column in _COLUMNS], _heads(label, tracks, rows, day), paint))
    lost = [track.case.id for _, track in _undetermined(tracks)]
    if lost:
        told = label["no_way"].format(count=len(lost), cases=LANGUAGES[language]["list"].join(lost))
        lines += ["", *(paint(line, "open") for line in wrapped(told, LINE))]
    return whole(lines)


def overdue_data(tracks: list[tuple[str, Track]], day: date) -> Data:
    """The late steps as ``jiexu-overdue/1``."""
    late = [
        {"case": track.case.id, "file": name, "step": step_data(track, held)}
        for name, track, held in worst_first(tracks)
    ]
    lost = [
        {"case": track.case.id, "file": name, "missing": list(track.missing)} for name, track in _undetermined(tracks)
    ]
    return {"format": "jiexu-overdue/1", "as_of": str(day), "cases": len(tracks), "late": late, "unknown": lost}


def _undetermined(tracks: list[tuple[str, Track]]) -> list[tuple[str, Track]]:
    """Cases with a day that ends a step somewhere, of which facts are missing that tell which route they are on."""
    if not tracks:
        return []
    library = tracks[0][1].library
    begun = {library.vocabulary.facts[name].id for name in ending_facts(library.instruments.values())}
    return [(name, track) for name, track in tracks if track.choice.possible and track.case.facts.keys() & begun]


def _heads(label: dict[str, str], tracks: list[tuple[str, Track]], rows: list[tuple[str, ...]], day: date) -> str:
    counted = label["overdue_count"].format(cases=len(tracks), late=len(rows))
    return "    ".join((label["overdue"].format(day=day), counted))


def _row(name: str, track: Track, held: Scheduled, language: str) -> tuple[str, ...]:
    wording = TrackWording(track, language)
    return (track.case.id, wording.step(held.stated), wording.actor(held), str(held.last), wording.time(held), name)


def _lines(rows: list[tuple[str, ...]], heads: list[str], title: str, paint: Paint) -> Iterator[str]:
    table = [(*heads, ""), *rows]
    columns = [max(width(row[index]) for row in table) + 2 for index in range(len(_COLUMNS) + 1)]
    yield paint(title, "title")
    yield ""
    for number, row in enumerate(table):
        line = "".join(padded(cell, column) for cell, column in zip(row, columns, strict=True)).rstrip()
        yield line if number else paint(line, "label")
