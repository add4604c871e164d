"""Doing something anew whenever a file is saved."""

import gc
import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from jiexu.cli.paint import paint

_PAUSE = 1 / 2
Seen = dict[str, tuple[int, int]]


def watch(folders: Iterable[Path], again: Callable[[], object], pause: Callable[[float], None] = time.sleep) -> None:
    """Call *again* now and after every change of a file in the folders; returns when the person presses Ctrl-C.

    A change counts once the files have rested for one *pause*, so that a file is not read half written.
    """
    watched = list(folders)
    try:
        while True:
            seen = _seen(watched)
            _round(again)
            while _seen(watched) == seen:
                pause(_PAUSE)
            _rest(watched, pause)
    except KeyboardInterrupt:
        click.echo("\n已停止")


def _round(again: Callable[[], object]) -> None:
    click.clear()
    begun = time.perf_counter()
    again()
    gc.collect()  # rounds go on for hours, and this program collects nothing by itself
    took = f"{time.perf_counter() - begun:.1f} 秒"
    click.echo(paint(f"{time.strftime('%H:%M:%S')} 用时 {took}；存盘就再核对，按 Ctrl-C 结束", "dim"))


def _rest(folders: list[Path], pause: Callable[[float], None]) -> None:
    before: Seen = {}
    while (now := _seen(folders)) != before:
        before = now
        pause(_PAUSE)


def _seen(folders: list[Path]) -> Seen:
    """The files below the folders, hidden ones left out, each with when it changed and how long it is."""
    seen: Seen = {}
    for folder in folders:
        for where, inside, names in os.walk(folder):
            inside[:] = [name for name in inside if not name.startswith(".")]
            for name in names:
                path = os.path.join(where, name)
                if not name.startswith(".") and os.path.exists(path):
                    state = os.stat(path)
                    seen[path] = state.st_mtime_ns, state.st_size
    return seen
