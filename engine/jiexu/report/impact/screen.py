"""An impact as a person reads it on a terminal: what changed in the law, whom it changes, then case by case."""

from collections.abc import Iterable, Iterator

from jiexu.explanation.columns import padded, width, wrapped
from jiexu.explanation.sheet import LINE, Paint, Pair, labelled, plain, whole
from jiexu.regression.grouping import Group, Move, by_kind, by_question, moves
from jiexu.regression.impact import Impact
from jiexu.regression.moved import CLAUSE, Moved
from jiexu.report.impact.law_sentences import cause_sentence, law_rows
from jiexu.report.impact.wording import ImpactWording

_MOST_LISTED = 12
_IN, _DEEP = 2, 2 + 2


def impact_screen(found: Impact, language: str = "zh", paint: Paint = plain, *, every: bool = False) -> str:
    """The whole text; of a long list only the first cases unless *every*."""
    return whole(_Screen(found, ImpactWording(found, language), paint, every).lines())


class _Screen:
    def __init__(self, found: Impact, words: ImpactWording, paint: Paint, every: bool) -> None:
        self.found = found
        self.words = words
        self.paint = paint
        self.most = len(found.moved) if every else _MOST_LISTED

    def lines(self) -> Iterator[str]:
        words, found = self.words, self.found
        yield self.paint(words.labels["title"], "title")
        yield from labelled(
            [(words.labels["old"], words.side(found.old)), (words.labels["new"], words.side(found.new))], self.paint
        )
        yield words.counted(found)
        if found.is_empty:
            return
        yield from self._law()
        if found.telling:
            yield from self._whom()
        for move in moves(found):
            yield from self._move(move)
        if found.remarks:
            yield from self._remarks()
        if found.moves_nobody:
            yield ""
            yield self.paint(words.labels["unmoved"], "open")
        yield from self._unread()
        if found.moved:
            yield ""
            yield self.paint(words.labels["explain"], "dim")

    def _title(self, text: str) -> Iterator[str]:
        yield ""
        yield from (self.paint(line, "title") for line in wrapped("■ " + text, LINE))

    def _law(self) -> Iterator[str]:
        yield from self._title(self.words.labels["law" if self.found.law else "no_law"])
        for name, rows in law_rows(self.words, self.found.law):
            yield f"  {name}"
            yield from labelled(rows, self.paint, _DEEP)

    def _whom(self) -> Iterator[str]:
        """The counts: what changed, on which question, how many and how far."""
        rows: list[Pair] = []
        for kind, alike in by_kind(self.found.telling).items():
            for those in by_question(alike).values():
                told = f"{self.words.question(those[0].question)}  {self.words.moved(those)}"
                rows.append((self.words.kind(kind), told))
        yield from self._title(self.words.labels["whom"])
        yield from labelled(rows, self.paint)

    def _move(self, move: Move) -> Iterator[str]:
        yield from self._title(self.words.move(move))
        causes = [(self.words.labels["causes"], cause_sentence(self.words, self.found.law, one)) for one in move.causes]
        yield from labelled(causes or [(self.words.labels["causes"], self.words.labels["no_cause"])], self.paint)
        for group in move.groups:
            yield from self._group(group)

    def _group(self, group: Group) -> Iterator[str]:
        words = self.words
        kind = self.paint(words.kind(group.kind), "open")
        yield f"  {words.question(group.question)}  {kind}  {words.moved(group.moved)}"
        listed = group.moved[: self.most]
        column = max(width(one.case.id) for one in listed) + 2
        for one in listed:
            yield from self._case(one, column)
        if len(group.moved) > len(listed):
            yield " " * _DEEP + self.paint(words.say("cut", count=len(group.moved) - len(listed)), "dim")

    def _case(self, one: Moved, column: int) -> Iterator[str]:
        before, after = self.words.briefly(one.before, one.after)
        moved = before if before == after else f"{before} → {after}"
        if one.kind == CLAUSE:
            moved = f"{moved}  {self.words.cited(one)}"
        text = "  ".join(part for part in (moved, self.words.shift(one.shift), one.case.title) if part)
        first, *rest = wrapped(text, LINE - _DEEP - column)
        yield " " * _DEEP + self.paint(padded(one.case.id, column), "label") + first
        yield from (" " * (_DEEP + column) + line for line in rest)

    def _remarks(self) -> Iterator[str]:
        remarks = self.found.remarks
        yield from self._title(f"{self.words.labels['remarks']}  {self.words.say('items', count=len(remarks))}")
        yield from labelled(
            [
                (self.words.question(those[0].question), self._named(one.case.id for one in those))
                for those in by_question(remarks).values()
            ],
            self.paint,
        )

    def _named(self, ids: Iterable[str]) -> str:
        held = list(ids)
        shown = self.words.new.listed(held[: self.most])
        rest = len(held) - self.most
        return shown if rest <= 0 else f"{shown}  {self.words.say('more', count=rest)}"

    def _unread(self) -> Iterator[str]:
        if self.found.unread:
            yield from self._title(self.words.labels["unread"])
        for one in self.found.unread:
            yield f"  {one.file}  {self.paint(self.words.unread_by(one), 'open')}"
            yield from labelled([("", text) for text in self.words.unread_why(one)], self.paint, _DEEP)
