"""Writing a file so that nobody ever sees half of it."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError


def store(path: Path, data: bytes) -> None:
    """Write beside and rename, keeping the permissions of a file that was there; raises ProblemsError when it cannot be.

    Through a link the file it leads to is written; a device or pipe, which must not be replaced, is written into.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            path.write_bytes(data)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        if target.exists():
            shutil.copymode(target, beside)
        os.replace(beside, target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        reason = errno.errorcode.get(error.errno or 0, "")
        raise ProblemsError([Problem("P133", Location(str(path)), {"reason": reason})]) from error
