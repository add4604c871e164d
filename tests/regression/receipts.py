"""What the tests of receipts share: the law of a folder, and receipts made with it."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jiexu.decision.case import Case
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import decide_case
from jiexu.document.loader import read
from jiexu.law.examination import read_law
from jiexu.law.folder import Files, gather
from jiexu.law.library import Library
from jiexu.regression.receipt import open_receipt, receipt_data, sealed
from jiexu.regression.verification import Verification, verify

from tests.conftest import ROOT, TODAY

POLICIES = ROOT / "policies"
FLEXIBLE = ROOT / "cases" / "jining" / "flexible-fifth-month.yaml"
CHANGED = "jining/jining-2020-19.yaml"
WAITING = ("等待期: {value: 6, unit: 个月, quote: 连续缴费", "等待期: {value: 5, unit: 个月, quote: 连续缴费")


@cache
def law(*folders: Path, known: date | None = None) -> tuple[Library, Files]:
    files = gather(folders or (POLICIES,))
    return read_law(files, known), files


def case_of(path: Path, library: Library) -> Case:
    return read_case(read(path), library, TODAY, path.stem)


def receipt_of(
    path: Path = FLEXIBLE, *folders: Path, known: date | None = None, accept_reported: bool = False
) -> bytes:
    library, files = law(*folders, known=known)
    decision = decide_case(library, case_of(path, library), accept_reported=accept_reported)
    return sealed(receipt_data(decision, files))


def verified(receipt: bytes, library: Library, files: Files) -> Verification:
    return verify(open_receipt(receipt, "receipt.json"), library, files, "receipt.json")


def forged(change: Callable[[Any], None], receipt: bytes | None = None) -> bytes:
    """A receipt changed by somebody who knows how its digest is made."""
    data = json.loads(receipt or receipt_of())
    del data["digest"]
    change(data)
    return sealed(data)


def rewritten(folder: Path, *changes: tuple[str, str, str]) -> tuple[Library, Files]:
    """The shipped law with texts of some of its files replaced: (file, old, new); read from the folder made of it."""
    files = gather([POLICIES])
    for label, content in files.content.items():
        path = folder / label
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for file, old, new in changes:
        path = folder / "policies" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
    files = gather([folder / "policies"])
    return read_law(files), files
