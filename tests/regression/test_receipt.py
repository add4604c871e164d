"""A receipt holds all that is needed to decide again, in bytes that show when they were changed."""

import hashlib
import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.problem import ProblemsError
from jiexu.decision.case_file import read_case_text
from jiexu.decision.decide import decide_case
from jiexu.explanation.data import decision_data
from jiexu.law.folder import COMPANIONS
from jiexu.regression.case_data import case_data
from jiexu.regression.receipt import open_receipt
from jiexu.regression.run import case_files

from tests.conftest import ROOT
from tests.regression.receipts import FLEXIBLE, case_of, law, receipt_of, verified

CASES = case_files([ROOT / "cases"])
PROVINCES = sorted((ROOT / "tests" / "provinces").glob("*/cases/*.yaml"))
RECEIPT = receipt_of()


def refused(content: bytes) -> list[str]:
    """The codes under which bytes are refused as a receipt; empty when they are accepted."""
    try:
        open_receipt(content, "receipt.json")
    except ProblemsError as error:
        return [problem.code for problem in error.problems]
    return []


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", CASES, ids=named)
def test_a_shipped_case_decided_again_from_its_receipt_is_identical(path: Path):
    found = verified(receipt_of(path), *law())

    assert found.identical
    assert open_receipt(receipt_of(path), "")["decision"]["findings"].keys() == {
        finding.question.id for finding in decide_case(law()[0], case_of(path, law()[0])).findings.values()
    }


@pytest.mark.parametrize("path", PROVINCES, ids=named)
def test_so_is_a_case_of_another_province(path: Path):
    folders = (ROOT / "policies", path.parents[1] / "policies")

    assert verified(receipt_of(path, *folders), *law(*folders)).identical


@pytest.mark.parametrize("path", CASES[::9], ids=named)
def test_with_reported_evidence_too(path: Path):
    assert verified(receipt_of(path, accept_reported=True), *law()).identical


def test_the_same_case_gives_the_same_bytes_whoever_reads_the_law():
    law.cache_clear()

    assert RECEIPT == receipt_of()


@pytest.mark.parametrize("path", CASES + PROVINCES, ids=named)
def test_the_case_in_a_receipt_is_a_case_file(path: Path):
    folders = (ROOT / "policies",) + ((path.parents[1] / "policies",) if path in PROVINCES else ())
    library, _ = law(*folders)
    case = case_of(path, library)
    data = case_data(library, case, case.questions)
    again = read_case_text(json.dumps(data).encode(), "", library, None)

    assert (case.as_of, case.origin, case.destination, case.facts, case.questions) == (
        again.as_of,
        again.origin,
        again.destination,
        again.facts,
        again.questions,
    )


def test_a_receipt_names_every_file_of_the_law_with_the_hash_of_its_bytes():
    held = {one["file"]: one["sha256"] for one in json.loads(RECEIPT)["files"]}

    assert held == {
        path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
        for path in (ROOT / "policies").rglob("*.yaml")
        if Path(path.stem).suffix not in COMPANIONS
    }


def test_a_receipt_of_law_as_known_on_a_day_names_only_the_files_known_then():
    receipt = json.loads(receipt_of(known=date(2021, 10, 31)))
    held = {one.get("instrument") for one in receipt["files"]}

    assert "2021-10-31" == receipt["decision"]["known_as_of"]
    assert {"jining-2020-19", "shandong-2020-47", None} < held
    assert not {"transfer-2021-43", "retirement-2024", "workdays-2023"} & held


def test_the_decision_in_a_receipt_is_the_decision_without_the_number_of_the_case():
    library, _ = law()
    decision = decision_data(decide_case(library, case_of(FLEXIBLE, library)))

    assert decision | {"case": ""} == json.loads(RECEIPT)["decision"]


def test_the_digest_is_the_hash_of_the_text_without_its_line():
    lines = RECEIPT.splitlines(keepends=True)
    [digest] = [line for line in lines if line.startswith(b' "digest"')]
    rest = b"".join(line for line in lines if line != digest)

    assert f' "digest": "{hashlib.sha256(rest).hexdigest()}",\n'.encode() == digest


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not on this machine")
def test_another_program_finds_the_same_digest():
    rest = subprocess.run(["jq", "-S", "--indent", "1", "del(.digest)"], input=RECEIPT, capture_output=True, check=True)

    assert json.loads(RECEIPT)["digest"] == hashlib.sha256(rest.stdout).hexdigest()


@given(st.integers(0, len(RECEIPT) - 1), st.integers(1, 255))
def test_no_byte_of_a_receipt_can_be_changed(at: int, by: int):
    changed = bytearray(RECEIPT)
    changed[at] ^= by

    assert refused(bytes(changed))


@given(st.integers(0, len(RECEIPT)), st.binary(min_size=1, max_size=2))
def test_nothing_can_be_put_into_a_receipt(at: int, extra: bytes):
    assert refused(RECEIPT[:at] + extra + RECEIPT[at:])


@given(st.integers(0, len(RECEIPT) - 1), st.integers(1, 40))
def test_nothing_can_be_taken_out_of_a_receipt(at: int, count: int):
    assert refused(RECEIPT[:at] + RECEIPT[at + count :])


def test_the_same_content_written_otherwise_is_not_the_receipt():
    assert ["P582"] == refused(json.dumps(json.loads(RECEIPT)).encode())
    assert ["P582"] == refused(RECEIPT.replace(b"\n", b"\r\n"))


def test_a_receipt_that_changed_says_so_and_one_that_is_none_says_that():
    assert ["P582"] == refused(RECEIPT.replace(b'"2022-01"', b'"2021-12"'))
    assert ["P582"] == refused(re.sub(rb'"digest": "[0-9a-f]+"', b'"digest": "' + b"0" * 64 + b'"', RECEIPT))
    for other in (b"", b"{}", b"[]", b"\xff", b"[" * 100_000, FLEXIBLE.read_bytes(), b'{"format": "jiexu-decision/1"}'):
        assert ["P581"] == refused(other)


@pytest.mark.parametrize(
    "content",
    [{"format": "jiexu-receipt/1"}, {"format": "jiexu-receipt/1", "case": "\ud800"}, {"format": "jiexu-receipt/2"}],
    ids=["empty", "half a sign", "another version"],
)
def test_a_digest_alone_makes_no_receipt(content: dict):
    """Whoever computes the digest of something else has something that is no receipt still."""
    text = json.dumps(content, indent=1, sort_keys=True) + "\n"
    whole = content | {"digest": hashlib.sha256(text.encode()).hexdigest()}

    assert refused((json.dumps(whole, indent=1, sort_keys=True) + "\n").encode()) in (["P581"], ["P582"])
