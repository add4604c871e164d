"""Finds folders of law files and reads their bytes."""

import errno
import hashlib
import os
from collections.abc import Iterable
from os import PathLike
from typing import NamedTuple

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError

_HERE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_LAW = (".yaml", ".yml")
COMPANIONS = (".known", ".equivalent", ".notice")
"""Second endings of files beside the law that are none: what a proof may find, mutants that change nothing, notices of change."""


def shipped(name: str) -> str:
    """A folder that came with the engine: beside an editable install, else inside the wheel."""
    tree = os.path.dirname(os.path.dirname(_HERE))
    beside = os.path.isfile(os.path.join(tree, "pyproject.toml"))
    return os.path.join(tree, name) if beside else os.path.join(_HERE, "_data", name)


def shipped_policies() -> str:
    """The law that came with the engine."""
    return shipped("policies")


def default_policies() -> str:
    """``JIEXU_POLICIES`` when it is set, else the shipped law."""
    return os.environ.get("JIEXU_POLICIES") or shipped_policies()


class Files(NamedTuple):
    """The content of law files by label (folder name / path inside it), the path of each, and a hash of it all."""

    content: dict[str, bytes]
    paths: dict[str, str]
    sha256: str


def gather(folders: Iterable[str | PathLike[str]]) -> Files:
    """Read the bytes of every YAML file in the folders; raises ProblemsError for what cannot be read."""
    problems: list[Problem] = []
    content: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    for name, folder in _named([os.fspath(folder) for folder in folders]).items():
        found = _law_files(folder)
        if not found:
            raise ProblemsError([Problem("P130", Location(folder))])
        for path in found:
            label = f"{name}/{os.path.relpath(path, folder)}".replace(os.sep, "/")
            try:
                with open(path, "rb") as file:
                    content[label] = file.read()
            except OSError as error:
                reason = errno.errorcode.get(error.errno or 0, "")
                problems.append(Problem("P101", Location(label), {"reason": reason}))
            paths[label] = path
    if problems:
        raise ProblemsError(problems)
    return files_of(content, paths)


def files_of(content: dict[str, bytes], paths: dict[str, str]) -> Files:
    """Law files with the hash of them all, their lines ended alike on every system."""
    content = {label: data.replace(b"\r\n", b"\n") for label, data in content.items()}
    digest = hashlib.sha256()
    for label, data in sorted(content.items()):
        digest.update(f"{label}\0{len(data)}\0".encode())
        digest.update(data)
    return Files(content, paths, digest.hexdigest())


def companions(folders: Iterable[str | PathLike[str]], ending: str) -> list[str]:
    """The paths of the files in these folders that stand beside the law with one of the endings of ``COMPANIONS``."""
    return [path for folder in folders for path in _yaml_files(os.fspath(folder)) if _second(path) == ending]


def _law_files(folder: str) -> list[str]:
    """The law files of a folder and those below it."""
    return [path for path in _yaml_files(folder) if is_law(path)]


def is_law(path: str) -> bool:
    """True for the name of a law file: YAML, and none of the companions."""
    return path.endswith(_LAW) and _second(path) not in COMPANIONS


def _yaml_files(folder: str) -> list[str]:
    inside = os.walk(folder)
    return sorted(os.path.join(where, name) for where, _, names in inside for name in names if name.endswith(_LAW))


def _second(path: str) -> str:
    """The ending before the last: ".known" of pack.known.yaml."""
    return os.path.splitext(os.path.splitext(path)[0])[1]


def _named(folders: Iterable[str]) -> dict[str, str]:
    """Each folder once, by the last part of its path; a later one of the same name by as many parts as tell it apart."""
    named: dict[str, str] = {}
    for folder in folders:
        whole = os.path.realpath(folder)
        if all(whole != os.path.realpath(other) for other in named.values()):
            parts = whole.split(os.sep)
            ends = ("/".join(parts[-count:]) for count in range(1, len(parts) + 1))
            named[next(end for end in ends if end not in named)] = folder
    return named
