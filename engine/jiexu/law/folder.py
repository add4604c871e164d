"""Finds folders of law files and reads their bytes."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError

_HERE = Path(__file__).resolve().parent.parent


def shipped_policies() -> Path:
    """The law that came with the engine: beside an editable install, else inside the wheel."""
    beside = _HERE.parent.parent / "policies"
    return beside if (beside.parent / "pyproject.toml").is_file() else _HERE / "_data" / "policies"


def default_policies() -> Path:
    """``JIEXU_POLICIES`` when it is set, else the shipped law."""
    return Path(os.environ["JIEXU_POLICIES"]) if os.environ.get("JIEXU_POLICIES") else shipped_policies()


class Files(NamedTuple):
    """The content of law files by label (folder name / path inside it), and a hash of it all."""

    content: dict[str, bytes]
    paths: dict[str, Path]
    sha256: str


def gather(folders: Iterable[Path]) -> Files:
    """Read the bytes of every YAML file in the folders; raises ProblemsError for a folder that cannot be read."""
    content: dict[str, bytes] = {}
    paths: dict[str, Path] = {}
    for name, folder in _named(folders).items():
        found = sorted(folder.rglob("*.yaml")) if folder.is_dir() else []
        if not found:
            raise ProblemsError([Problem("P130", Location(str(folder)))])
        for path in found:
            label = f"{name}/{path.relative_to(folder).as_posix()}"
            content[label] = path.read_bytes().replace(b"\r\n", b"\n")
            paths[label] = path
    digest = hashlib.sha256()
    for label, data in sorted(content.items()):
        digest.update(f"{label}\0{len(data)}\0".encode())
        digest.update(data)
    return Files(content, paths, digest.hexdigest())


def _named(folders: Iterable[Path]) -> dict[str, Path]:
    """Each folder once, by the last part of its path; a later one of the same name by as many parts as tell it apart."""
    named: dict[str, Path] = {}
    for folder in folders:
        whole = folder.resolve()
        if all(whole != other.resolve() for other in named.values()):
            ends = ("/".join(whole.parts[-count:]) for count in range(1, len(whole.parts) + 1))
            named[next(end for end in ends if end not in named)] = folder
    return named
