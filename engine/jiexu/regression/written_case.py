"""A case that was found, as files: the case with what the law answers today, and its explanation beside it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from jiexu.decision.case import Case
from jiexu.decision.case_text import case_text
from jiexu.decision.decide import decide_case, world_of
from jiexu.document.store import store
from jiexu.explanation.screen import screen
from jiexu.law.library import Library
from jiexu.regression.run import ACCEPTED

_APART = str.maketrans(dict.fromkeys('/\\:*?"<>| ', "-"))


def write_case(library: Library, folder: Path, name: str, case: Case, names: Iterable[str]) -> Path:
    """Write NAME.yaml, its questions pinned to what the law answers, and NAME.txt; raises ProblemsError when they cannot be."""
    path = folder / f"{name.translate(_APART)}.yaml"
    asked = case._replace(id=path.stem, questions=tuple(names))
    world = world_of(library, asked)
    expect = [(question, world.decide(question)) for question in asked.questions]
    store(path, case_text(library, asked, expect).encode())
    store(path.with_suffix(ACCEPTED), screen(decide_case(library, asked)).encode())
    return path


def digest(parts: Iterable[str]) -> str:
    """Twelve characters that tell one thing from another, the same on every day and machine."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
