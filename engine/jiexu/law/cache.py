"""The validated law, kept as plain JSON so that the next command need not read and check it again."""

import hashlib
import json
import os
from contextlib import suppress
from datetime import date

from jiexu import __version__
from jiexu.base.problem import ProblemsError
from jiexu.law.folder import Files
from jiexu.law.library import Library
from jiexu.law.stored import from_data, to_data

_KEPT = "law-"
_MOST_KEPT = 12
_ENGINE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def cached_law(files: Files, known_as_of: date | None = None, *, steps: bool = False) -> Library:
    """The library of these files, from the cache when it holds exactly them; raises ProblemsError as ``read_law`` does.

    A cache that is missing, damaged, foreign or not writable costs time and nothing else. With *steps* the procedures
    are there too, from a file of their own: a decision needs none of them.
    """
    key = cache_key(files, known_as_of)
    path = os.path.join(cache_folder(), f"{_KEPT}{'steps-' if steps else ''}{key}.json")
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        with open(path, encoding="utf-8") as file:
            head, _, payload = file.read().partition("\n")
        if head == _head(key, payload):
            return from_data(json.loads(payload))
    from jiexu.law.examination import read_law  # what reads YAML law is imported only when the cache does not serve

    library = read_law(files, known_as_of)
    with suppress(OSError, ProblemsError):
        _write(path, key, json.dumps(to_data(library, steps=steps), ensure_ascii=False, separators=(",", ":")))
    return library


def cache_folder() -> str:
    """``JIEXU_CACHE``, else the user's own cache folder."""
    named = os.environ.get("JIEXU_CACHE")
    if named:
        return named
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return os.path.join(base or os.path.join(os.path.expanduser("~"), ".cache"), "jiexu")


def cache_key(files: Files, known_as_of: date | None = None) -> str:
    """A hash of the law's content, the day it is known as of, the engine's version and the age of its own files that read it."""
    digest = hashlib.sha256(f"{__version__} {files.sha256} {known_as_of or ''}".encode())
    for package in ("base", "expression", "law"):
        for entry in sorted(os.scandir(os.path.join(_ENGINE, package)), key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                digest.update(f"{entry.name}{entry.stat().st_mtime_ns}".encode())
    return digest.hexdigest()


def _head(key: str, payload: str) -> str:
    return f"{key} {hashlib.sha256(payload.encode()).hexdigest()}"


def _write(path: str, key: str, payload: str) -> None:
    """Write one law, and keep only the newest few."""
    from pathlib import Path

    from jiexu.document.store import store

    store(Path(path), f"{_head(key, payload)}\n{payload}".encode())
    held = [entry for entry in os.scandir(os.path.dirname(path)) if entry.name.startswith(_KEPT)]
    for old in sorted(held, key=lambda entry: entry.stat().st_mtime, reverse=True)[_MOST_KEPT:]:
        os.unlink(old.path)
