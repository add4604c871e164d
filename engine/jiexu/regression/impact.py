"""What changes for whom between two sides: cases decided on both, and the law itself held against the other."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jiexu.base.problem import Problem, ProblemsError
from jiexu.decision.case import Case
from jiexu.decision.finding import Decision
from jiexu.document.loader import content
from jiexu.regression.cause import with_causes
from jiexu.regression.law_change import LawChange, day_changes, law_changes
from jiexu.regression.moved import REMARK, Moved, moved
from jiexu.regression.side import Side


class Unread(NamedTuple):
    """A case that only one side can read, and why the other cannot; ``old`` tells which cannot."""

    file: str
    old: bool
    problems: tuple[Problem, ...]


class Impact(NamedTuple):
    """``compared`` are the cases that both can read, as each read them; ``wrong`` is what is wrong with cases for both.

    ``questions`` (ids) are all that was asked; empty: what either side asks of a case.
    """

    old: Side
    new: Side
    questions: frozenset[str]
    compared: tuple[tuple[Case, Case], ...]
    law: tuple[LawChange, ...]
    moved: tuple[Moved, ...]
    unread: tuple[Unread, ...]
    wrong: tuple[Problem, ...]

    @property
    def is_empty(self) -> bool:
        """True when neither the law nor any finding is otherwise."""
        return not (self.law or self.moved or self.unread)

    @property
    def telling(self) -> tuple[Moved, ...]:
        """What moved in its answer, its status or its clauses."""
        return tuple(one for one in self.moved if one.kind != REMARK)

    @property
    def remarks(self) -> tuple[Moved, ...]:
        """What moved only in what is told beside the answer."""
        return tuple(one for one in self.moved if one.kind == REMARK)

    @property
    def moves_nobody(self) -> bool:
        """True when the law is otherwise in what decides, and no finding of any case is."""
        return bool(self.compared) and not self.telling and any(change.decides for change in self.law)

    def decided(self, was: Case, now: Case) -> tuple[Decision, Decision]:
        """One case decided on both sides, on every question that was asked of it."""
        return _decided(self.old, was, self.new, now, self.questions)


def impact(old: Side, new: Side, files: Iterable[Path], today: date, questions: frozenset[str] = frozenset()) -> Impact:
    """Hold two sides against each other over case files; *questions* (ids) limit what is asked, none: all that either side asks.

    *today* is the day of a case that gives none, where a side has no day of its own.
    """
    law = _law(old, new)
    compared: list[tuple[Case, Case]] = []
    found: list[Moved] = []
    unread: list[Unread] = []
    wrong: list[Problem] = []
    for file in files:
        try:
            data = content(file)
        except ProblemsError as error:
            wrong += error.problems
            continue
        both = [side.read(data, str(file), file.stem, today) for side in (old, new)]
        cases = [one for one in both if isinstance(one, Case)]
        refused = [one for one in both if isinstance(one, ProblemsError)]
        if not refused:
            was, now = cases
            compared.append((was, now))
            found += moved(*_decided(old, was, new, now, questions))
        elif cases:
            unread.append(Unread(str(file), refused[0] is both[0], refused[0].problems))
        else:
            wrong += refused[-1].problems
    explained = with_causes(old, new, law, found)
    return Impact(old, new, questions, tuple(compared), law, explained, tuple(unread), tuple(wrong))


def _decided(old: Side, was: Case, new: Side, now: Case, questions: frozenset[str]) -> tuple[Decision, Decision]:
    asked = questions or old.asked(was) | new.asked(now)
    return old.decide(was, asked), new.decide(now, asked)


def _law(old: Side, new: Side) -> tuple[LawChange, ...]:
    if old.library is not new.library:
        return law_changes(old.library, new.library)
    return day_changes(new.library, old.as_of, new.as_of) if old.as_of and new.as_of else ()
