"""Whether the official text at hand is the one that an instrument's file was written from."""

import hashlib
from pathlib import Path

from jiexu.document.fold import fold
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library

COMPARED = "compared"
DIFFERS = "differs"
ABSENT = "absent"


def comparison(instrument: Instrument, text: str | None) -> str:
    """COMPARED when the folded text has the hash that the instrument's file gives; ABSENT without a text or a hash."""
    if text is None or not instrument.sha256:
        return ABSENT
    return COMPARED if hashlib.sha256(fold(text).encode()).hexdigest() == instrument.sha256 else DIFFERS


def comparisons(library: Library, folder: Path | None) -> dict[str, str]:
    """For each instrument by id, how the text of that name in a folder compares; without a folder all are ABSENT."""
    return {held.id: comparison(held, _text(folder, held.id)) for held in library.instruments.values()}


def _text(folder: Path | None, identity: str) -> str | None:
    path = folder / f"{identity}.txt" if folder else None
    return path.read_text("utf-8-sig", errors="replace") if path and path.is_file() else None
