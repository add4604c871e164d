"""A peer's shipped command, in an environment of its own that is thrown away."""

import os
import subprocess
import sys
from pathlib import Path

from process import Command

PEER = "cel-python==0.5.0"
ARGUMENTS = {"removed": 24255, "first": 24259, "window": 3, "wait": 6}
RULE = "first - removed + 1 > window ? first + wait : first"
"""One line of one clause; Jiexu decides nine questions and explains them in the time it is compared by."""


def peers(folder: Path) -> list[Command]:
    """``python -m celpy``, since the script that ships with it does not start; none, and why, when it cannot be installed."""
    python = str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")
    for line in (
        [sys.executable, "-m", "venv", str(folder)],
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER],
    ):
        done = subprocess.run(line, capture_output=True, encoding="utf-8", errors="replace", check=False)
        if done.returncode:
            print(f"{PEER}: not installed\n{done.stderr}", file=sys.stderr)
            return []
    given = [word for name, value in ARGUMENTS.items() for word in ("--arg", f"{name}:int={value}")]
    return [Command(f"python -m celpy, one expression ({PEER})", (python, "-m", "celpy", "-n", *given, RULE))]
