"""A case on its route, for a terminal: whose turn it is, the picture, the steps, and how to do the next one."""

from collections.abc import Iterator

from jiexu.explanation.columns import padded, width, wrapped
from jiexu.explanation.reasons import outcome_answer
from jiexu.explanation.sheet import LINE, Paint, Pair, labelled, plain, whole
from jiexu.explanation.step_lines import failure, fields
from jiexu.procedure.progress import CLOSED, DONE, NEXT, NOW, POSSIBLE, REFUSED, SKIPPED
from jiexu.procedure.schedule import Scheduled
from jiexu.procedure.track import Track
from jiexu.report.track.picture import picture
from jiexu.report.track.wording import TrackWording

_SIGNS = {
    DONE: ("✓", "value"), NOW: ("▶", "title"), NEXT: ("○", ""), POSSIBLE: ("？", "open"), SKIPPED: ("－", "dim"),
    REFUSED: ("✗", "wrong"), CLOSED: ("－", "dim"),
}  # fmt: skip


def track_screen(track: Track, name: str, language: str = "zh", paint: Paint = plain) -> str:
    """The whole screen; *name* is how the case was named on the command line."""
    return whole(_Screen(TrackWording(track, language), name, paint).lines())


class _Screen:
    def __init__(self, wording: TrackWording, name: str, paint: Paint) -> None:
        self.wording = wording
        self.track = wording.tracked
        self.name = name
        self.paint = paint

    def lines(self) -> Iterator[str]:
        yield from self._heading()
        yield ""
        if self.track.choice.way is None:
            yield from self._no_route()
            return
        yield from self._turns()
        drawn = list(picture(self.wording, self.paint))
        if drawn:
            yield from ("", self.paint(f"■ {self.wording.track['picture']}", "title"), *drawn)
        yield from ("", self.paint(f"■ {self.wording.track['steps']}", "title"))
        yield from self._steps()
        for held in (*self.track.now, *filter(None, [self.track.refused])):
            yield from self._doing(held)
        yield from self._notes()

    def _heading(self) -> Iterator[str]:
        case, wording = self.track.case, self.wording
        yield self.paint("  ".join(part for part in (case.id, case.title) if part), "title")
        parts = [wording.journey(), wording.as_of(case.as_of)]
        if self.track.choice.way:
            parts.append(wording.way(self.track.choice.way))
        yield "    ".join(filter(None, parts))

    def _no_route(self) -> Iterator[str]:
        wording, choice = self.wording, self.track.choice
        yield self.paint(wording.track["no_route"], "open")
        if choice.missing:
            facts = wording.library.vocabulary.by_id
            asks = [
                f"{wording.term(facts[id_])}{wording.labels['colon']}{getattr(facts[id_], 'ask', '')}"
                for id_ in choice.missing
            ]
            yield from labelled(
                [
                    *((wording.track["missing"], ask) for ask in asks),
                    *((wording.track["possible"], wording.way(way)) for way in choice.possible),
                ],
                self.paint,
            )
            return
        yield from wrapped(wording.phrase("nothing_held", day=choice.day), LINE)
        if choice.reported:
            names = wording.listed(dict.fromkeys(wording.instrument(way.instrument) for way in choice.reported))
            yield from wrapped(wording.phrase("only_reported", names=names), LINE)

    def _turns(self) -> Iterator[str]:
        wording, track = self.wording, self.track
        rows: list[Pair] = []
        if track.completed:
            ends = [day for name in track.steps if (day := track.steps[name].ends) is not None]
            rows.append((wording.track["completed"], str(max(ends)) if ends else wording.track["passed"]))
        for held in filter(None, [track.refused]):
            rows.append((wording.track["refused"], self._turn(held)))
            reasons = track.reasons
            if reasons:
                rows.append((wording.track["reasons"], outcome_answer(wording, *reasons)))
        rows += [(wording.track["now"], self._turn(held)) for held in track.now]
        following = next((held for held in track.steps.values() if held.state == NEXT), None)
        if following:
            rows.append((wording.track["next"], self._turn(following)))
        yield from labelled(rows, self.paint, 0)

    def _turn(self, held: Scheduled) -> str:
        wording = self.wording
        turn = wording.phrase("turn", actor=wording.actor(held), step=wording.step(held.stated))
        return "    ".join(filter(None, (turn, wording.due(held))))

    def _steps(self) -> Iterator[str]:
        wording = self.wording
        held = list(self.track.steps.values())
        names = max(width(wording.step(one.stated)) for one in held) + 2
        actors = max(width(wording.actor(one)) for one in held) + 2
        for one in held:
            sign, style = _SIGNS[one.state]
            lead = f" {self.paint(padded(sign, 2), style) if style else padded(sign, 2)} "
            name, actor = padded(wording.step(one.stated), names), padded(wording.actor(one), actors)
            first, *rest = wrapped(self._told(one), LINE - 2 - 2 - names - actors) or [""]
            dim = one.state in (SKIPPED, CLOSED)
            yield lead + (self.paint(name + actor + first, "dim") if dim else name + actor + self._coloured(one, first))
            yield from (" " * (2 + 2 + names + actors) + self._coloured(one, line) for line in rest)

    def _coloured(self, held: Scheduled, text: str) -> str:
        return self.paint(text, "wrong") if held.late else text

    def _told(self, held: Scheduled) -> str:
        """When a step ended or is to end."""
        wording = self.wording
        if held.state in (SKIPPED, CLOSED):
            return wording.track[held.state]
        if held.state == REFUSED:
            return wording.track["refused"]
        due = wording.due(held)
        if held.state == DONE:
            ended = str(held.ends) if held.ends else wording.track["passed"]
            return "    ".join(filter(None, (ended, due)))
        told = due or self._without_due(held)
        if held.state == POSSIBLE:
            first = wording.phrase("if_missing", names=wording.terms(held.progress.missing))
            return wording.labels["comma"].join((first, told))
        return told

    def _without_due(self, held: Scheduled) -> str:
        """For a step without a limit, the day it ends when all before it take as long as they may."""
        wording = self.wording
        if held.state == NOW:
            return wording.track["no_due"]
        if held.ends is None:
            return wording.track["cannot_tell"]
        projected = f"{wording.labels['open']}{wording.track['projected']}{wording.labels['close']}"
        return wording.phrase("until", day=held.ends) + projected

    def _doing(self, held: Scheduled) -> Iterator[str]:
        """How a step that can be taken is done: the clause, the screens and fields, the documents, what may go wrong."""
        wording, step = self.wording, held.stated.step
        yield ""
        title = wording.phrase("doing", step=wording.step(held.stated))
        yield self.paint(f"■ {title}", "title")
        rows = list(self._how(held))
        if held.progress.missing:
            told = wording.phrase("if_missing", names=wording.terms(held.progress.missing))
            rows.append((wording.track["failure"], told))
        rows += [(wording.track["failure"], failure(wording, wrong)) for wrong in step.failures]
        if held.state == NOW:
            name = wording.library.vocabulary.facts[step.ends_with].name
            rows.append((wording.track["record"], wording.phrase("register", name=name, case=self.name)))
        yield from labelled(rows, self.paint)

    def _how(self, held: Scheduled) -> Iterator[Pair]:
        wording, step = self.wording, held.stated.step
        label = wording.track
        yield label["by"], wording.clause_of(held)
        yield label["says"], step.says
        yield label["screen"], step.screen
        yield label["enter"], fields(wording, step.enter)
        for operation in held.stated.operations:
            yield label["says"], operation.says
            yield label["screen"], operation.screen
            yield label["enter"], fields(wording, operation.enter)
        for key, documents in (("brings", step.brings), ("needs", step.needs), ("produces", step.produces)):
            yield label[key], wording.listed(documents)
        cited = wording.cited_due(held)
        yield label["last_day"], "    ".join(filter(None, (wording.due(held, "day"), cited)))

    def _notes(self) -> Iterator[str]:
        label = self.wording.track
        planned = [held for held in self.track.steps.values() if held.state in (NEXT, POSSIBLE) and held.ends]
        provisional = [held for held in self.track.steps.values() if held.due and held.due.outcome.provisional]
        notes = [label["note_projected"]] if planned else []
        notes += [label["note_provisional"]] if provisional else []
        notes += [
            self.wording.phrase("note_contrary", step=self.wording.step(held.stated))
            for held in self.track.steps.values()
            if held.state == DONE and held.progress.failed
        ]
        for note in notes:
            yield ""
            yield from (self.paint(line, "dim") for line in wrapped(note, LINE))
