"""A receipt decided again: what of it is otherwise now, in the law and in the findings."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from jiexu import __version__
from jiexu.base.problem import Problem, ProblemsError
from jiexu.decision.case_file import read_case_text
from jiexu.decision.decide import decide_case
from jiexu.explanation.data import Data
from jiexu.law.folder import Files
from jiexu.law.library import Library
from jiexu.regression.likeness import without
from jiexu.regression.receipt import files_data, receipt_data
from jiexu.ruleset.standing import REPORTED

CHANGED, MISSING, ADDED = "changed", "missing", "added"
ANSWER = ("status", "value")
CLAUSE = "by"
_OF_THE_FILE = ("file", "line", "text")
"""What tells where a rule stands, or says the same in a sentence: moved or worded otherwise, no finding is another."""


class FileChange(NamedTuple):
    """``change``: CHANGED, MISSING (the receipt has it, the law here has not) or ADDED; ``instrument`` empty when it is none."""

    file: str
    instrument: str
    change: str


class FindingChange(NamedTuple):
    """A finding on both sides, None where a side has none; ``parts`` are the keys that differ, the telling ones first."""

    question: str
    was: Data | None
    now: Data | None
    parts: tuple[str, ...]

    @property
    def sides(self) -> tuple[tuple[str, Data | None], ...]:
        """Both sides with their keys."""
        return ("was", self.was), ("now", self.now)


class Verification(NamedTuple):
    """What differs; ``unreadable`` are the problems of the receipt's case by the law of today, for which nothing was decided.

    ``head`` are the keys of what the receipt tells of its decision beside the findings, where its own case does not give it.
    """

    receipt: Data
    files: tuple[FileChange, ...]
    findings: tuple[FindingChange, ...]
    head: tuple[str, ...] = ()
    unreadable: tuple[Problem, ...] = ()

    @property
    def engines(self) -> tuple[str, str]:
        """The version that decided, and the one that decided again."""
        return self.receipt["decision"]["pack"]["engine"], __version__

    @property
    def decides_alike(self) -> bool:
        return not (self.findings or self.head or self.unreadable)

    @property
    def identical(self) -> bool:
        was, now = self.engines
        return self.decides_alike and not self.files and was == now


def verify(receipt: Data, library: Library, files: Files, name: str) -> Verification:
    """Decide a receipt's case again by *library*, which must be the law as known on the receipt's day when it has one."""
    changed = tuple(_file_changes(receipt["files"], files_data(library, files)))
    try:
        case = read_case_text(json.dumps(receipt["case"]).encode(), name, library, None)
    except ProblemsError as error:
        return Verification(receipt, changed, (), unreadable=error.problems)
    now = receipt_data(decide_case(library, case, accept_reported=REPORTED in receipt["accept"]), files)
    findings = _finding_changes(receipt["decision"]["findings"], now["decision"]["findings"])
    return Verification(receipt, changed, tuple(findings), tuple(_head_changes(receipt, now)))


def _head_changes(was: Data, now: Data) -> Iterator[str]:
    """What the same law must tell alike; by another law places may have other names, and the law has another hash.

    Of law known on a day the hash is not held against the files: it counts what had not been issued too.
    """
    same_law = was["files"] == now["files"]
    old, new = ({"accept": one["accept"], **one["decision"]} for one in (was, now))
    for key in (key for key in new | old if key not in ("findings", "pack")):
        one, other = old.get(key), new.get(key)
        if one != other and (same_law or _code(one) != _code(other)):
            yield key
    if same_law and "known_as_of" not in new and old["pack"]["sha256"] != new["pack"]["sha256"]:
        yield "pack"


def _code(value: Any) -> Any:
    return value["code"] if isinstance(value, dict) else value


def _file_changes(was: list[Data], now: list[Data]) -> Iterator[FileChange]:
    """Instruments are the same by their id, other files by their label or, under another label, by their content."""
    there, here = (_by_identity(side, was, now) for side in (was, now))
    for identity in sorted(there.keys() | here.keys()):
        old, new = there.get(identity, []), here.get(identity, [])
        told = (new or old)[0]
        change = MISSING if not new else ADDED if not old else CHANGED
        if [one["sha256"] for one in old] != [one["sha256"] for one in new]:
            yield FileChange(told["file"], told.get("instrument", ""), change)


def _by_identity(side: list[Data], was: list[Data], now: list[Data]) -> dict[str, list[Data]]:
    """The files of a side by an instrument's id; the hash of another file that both sides have the same; else the label.

    Of one identity there is one file, in every receipt that nobody forged.
    """
    held: dict[str, list[Data]] = {}
    for one in side:
        both = all(any(one["sha256"] == other["sha256"] for other in files) for files in (was, now))
        held.setdefault(one.get("instrument") or (one["sha256"] if both else one["file"]), []).append(one)
    return held


def _finding_changes(was: Data, now: Data) -> Iterator[FindingChange]:
    """In the order of the law of today, then those that only the receipt has."""
    for question in {**now, **was}:
        old, new = was.get(question), now.get(question)
        parts = tuple(_parts(*(without(one or {}, _OF_THE_FILE) for one in (old, new))))
        if parts:
            yield FindingChange(question, old, new, parts)


def _parts(old: Data, new: Data) -> Iterator[str]:
    for key in dict.fromkeys((*ANSWER, CLAUSE, *new, *old)):
        if old.get(key) != new.get(key):
            yield key
