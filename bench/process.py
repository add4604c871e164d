"""Whole processes, timed: each beside the bare interpreter, a fresh one every time."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Command(NamedTuple):
    """``first`` is done before each run; the clock does not see it."""

    name: str
    line: tuple[str, ...]
    ends: tuple[int, ...] = (0,)
    first: Callable[[], object] | None = None


class Spent(NamedTuple):
    """Seconds by the clock and of the processor, and the most memory held, in MB; None where the system does not tell."""

    clock: float
    processor: float | None
    memory: float | None


class Pair(NamedTuple):
    bare: Spent
    own: Spent


class Processes:
    """Runs commands as on a user's machine: byte code kept, nothing of the caller's Python or Jiexu settings passed on."""

    def __init__(self, root: Path, cache: Path) -> None:
        self.root = root
        self.bare = Command("python -c pass", (sys.executable, "-c", "pass"))
        passed = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "JIEXU"))}
        self.environment = passed | {"JIEXU_CACHE": str(cache)}

    def interleaved(self, commands: list[Command], rounds: int) -> dict[str, list[Pair]]:
        """A B A C …, so many rounds, A the bare interpreter; a first round writes byte code and cache and is not counted."""
        pairs: dict[str, list[Pair]] = {command.name: [] for command in commands}
        for counted in range(rounds + 1):
            for command in commands:
                pair = Pair(self.run(self.bare), self.run(command))
                if counted:
                    pairs[command.name].append(pair)
        return pairs

    def run(self, command: Command) -> Spent:
        if command.first:
            command.first()
        with tempfile.TemporaryFile() as said:
            start = time.perf_counter()
            process = subprocess.Popen(
                command.line,
                cwd=self.root,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
            )
            spent = _waited(process, start)
            if process.returncode not in command.ends:
                said.seek(0)
                sys.exit(f"{' '.join(command.line)}: {process.returncode}\n{said.read().decode(errors='replace')}")
        return spent


def _waited(process: subprocess.Popen[bytes], start: float) -> Spent:
    if not hasattr(os, "wait4"):
        process.wait()
        return Spent(time.perf_counter() - start, None, None)
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in
    return Spent(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)
