"""A verification as JSON."""

from jiexu.explanation.data import Data, problem_data
from jiexu.explanation.problems import spelled
from jiexu.regression.verification import FileChange, FindingChange, Verification

IDENTICAL, ALIKE, DIFFERS, UNDECIDABLE = "identical", "alike", "differs", "undecidable"


def verdict(found: Verification) -> str:
    """IDENTICAL; ALIKE: the same findings from other files or by another engine; DIFFERS; UNDECIDABLE: the case cannot be read now."""
    if found.unreadable:
        return UNDECIDABLE
    return IDENTICAL if found.identical else ALIKE if found.decides_alike else DIFFERS


def verification_data(found: Verification, name: str, signature: str) -> Data:
    """A verification as ``jiexu-verification/1``; *signature* is none, unchecked or valid."""
    was, now = found.engines
    data: Data = {
        "format": "jiexu-verification/1",
        "file": name,
        "verdict": verdict(found),
        "signature": signature,
        "digest": found.receipt["digest"],
        "engine": {"was": was, "now": now},
        "files": [_file(change) for change in found.files],
        "findings": {change.question: _finding(change) for change in found.findings},
    }
    if found.head:
        data["head"] = list(found.head)
    if found.unreadable:
        data["problems"] = [problem_data(spelled(problem)) for problem in found.unreadable]
    return data


def _file(change: FileChange) -> Data:
    instrument = {"instrument": change.instrument} if change.instrument else {}
    return {"file": change.file, **instrument, "change": change.change}


def _finding(change: FindingChange) -> Data:
    return {"changed": list(change.parts)} | {side: told for side, told in change.sides if told is not None}
