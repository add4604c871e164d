"""Reads what stands beside the law and is none, as far as its shape."""

from pathlib import Path

from jiexu.base.problem import ProblemsError
from jiexu.document.loader import salvage
from jiexu.document.node import Mapping
from jiexu.document.shape import violations
from jiexu.law.folder import shipped_policies


def read_companion(data: bytes, name: str, schema: str) -> Mapping:
    """What bytes from *name* hold, of the shape of a schema beside the shipped law; raises ProblemsError with every mistake."""
    node, unreadable = salvage(data, name)
    problems = [*unreadable, *(violations(node, Path(shipped_policies(), schema)) if node is not None else ())]
    if problems or not isinstance(node, Mapping):
        raise ProblemsError(problems)
    return node
