"""Writing a file so that nobody ever sees half of it."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError


def store(path: Path, data: bytes) -> None:
    """Write beside and rename, keeping the permissions of a file that was there; raises ProblemsError when it cannot be."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        reason = errno.errorcode.get(error.errno or 0, "")
        raise ProblemsError([Problem("P133", Location(str(path)), {"reason": reason})]) from error
