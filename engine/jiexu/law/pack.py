"""Law files wherever they lie: a folder, a zip of one, or a revision of the repository."""

import io
import lzma
import os
import struct
import subprocess
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.law.folder import Files, files_of, gather, is_law

DEFAULT_FOLDER = "policies"
TOGETHER = "+"
"""Joins the folders of one side: ``policies+ours``."""
_RESOURCES = "__MACOSX/"  # what one system puts into every zip beside the files
_MOST_BYTES = 100 * 100 * 100 * 100
_DAMAGE = (zlib.error, lzma.LZMAError, EOFError, ValueError, struct.error)
"""What reading a damaged zip may raise beside what it documents; the errors documented tell of encryption too."""


def read_pack(written: str) -> Files:
    """The law files that *written* names; raises ProblemsError when it names none or they cannot be read.

    A folder or zip by its path; ``REV`` for the folder ``policies`` of a git revision, ``REV:PATH`` for another;
    several joined by ``+``. Whichever way the same files are named, their labels, and so their hash, are the same.
    """
    parts = [written] if os.path.exists(written) else written.split(TOGETHER)
    if all(os.path.isdir(part) for part in parts):
        return gather(parts)
    content: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    for part in parts:
        files = gather([part]) if os.path.isdir(part) else _archived(part)
        clashing = not content.keys().isdisjoint(files.content)
        for label, data in files.content.items():
            own = f"{part}/{label}" if clashing else label
            content[own] = data
            if label in files.paths:
                paths[own] = files.paths[label]
    return files_of(content, paths)


def _archived(written: str) -> Files:
    found = dict(_zipped(written) if os.path.isfile(written) else _committed(written))
    law = {name: data for name, data in sorted(found.items()) if is_law(name)}
    if not law:
        raise _refusal("P130", written)
    return files_of(law, {})


def _zipped(path: str) -> Iterator[tuple[str, bytes]]:
    """The files of a zip, labelled by its one folder, or by its own name when they lie in none."""
    try:
        with zipfile.ZipFile(path) as archive:
            files = (entry for entry in archive.infolist() if is_law(entry.filename))
            held = [entry for entry in files if not entry.filename.startswith(_RESOURCES)]
            if sum(entry.file_size for entry in held) > _MOST_BYTES:
                raise _refusal("P142", path)
            tops = {entry.filename.partition("/")[0] for entry in held}
            inside = len(tops) == 1 and all("/" in entry.filename for entry in held)
            lead = "" if inside else os.path.splitext(os.path.basename(path))[0] + "/"
            for entry in held:
                yield lead + entry.filename, archive.read(entry)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, *_DAMAGE) as error:
        raise _refusal("P142", path) from error


def _committed(written: str) -> Iterator[tuple[str, bytes]]:
    """The files below a folder of a revision, labelled from the folder's own name on."""
    revision, _, folder = written.partition(":")
    folder = folder.strip("/") or DEFAULT_FOLDER
    root = _git("rev-parse", "--show-toplevel")
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    if not commit:
        raise _refusal("P141", written)
    archive = _run("-C", root, "archive", "--format=tar", f"{commit}:{folder}")
    if not archive:
        raise _refusal("P143", written, revision=revision, folder=folder)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for entry in tar:
            label = f"{folder.rpartition('/')[2]}/{entry.name}"
            try:
                file = tar.extractfile(entry) if is_law(label) else None
            except (KeyError, RecursionError) as error:  # a link that leads out of the folder, or in a circle
                raise ProblemsError([Problem("P101", Location(label), {"reason": "ENOENT"})]) from error
            if file is not None:
                yield label, file.read()


def _git(*arguments: str) -> str:
    """The line that git prints."""
    return _run(*arguments).decode().strip()


def _run(*arguments: str) -> bytes:
    """What git prints in the folder one is in; nothing when it refuses or is not there."""
    try:
        return subprocess.run(["git", *arguments], capture_output=True, check=False).stdout
    except OSError:
        return b""


def _refusal(code: str, written: str, **values: str) -> ProblemsError:
    return ProblemsError([Problem(code, Location(written), {"name": written, **values})])
