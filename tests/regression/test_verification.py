"""What differs when a receipt is decided again: the files, the findings, the engine."""

from datetime import date
from pathlib import Path

import pytest
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.regression import verification
from jiexu.regression.verification import FileChange

from tests.conftest import ROOT
from tests.regression.receipts import CHANGED, FLEXIBLE, WAITING, forged, law, receipt_of, rewritten, verified

JINING = FileChange(f"policies/{CHANGED}", "jining-2020-19", "changed")
FICTION = ROOT / "tests" / "provinces" / "jining-2025"


def test_a_changed_parameter_is_told_by_instrument_question_and_clause(tmp_path: Path):
    """满6个月 becomes 5: of nine findings one changes its answer, by the same clause."""
    found = verified(receipt_of(), *rewritten(tmp_path, (CHANGED, *WAITING)))
    [change] = found.findings

    assert (JINING,) == found.files
    assert ("benefits_from", "value") == (change.question, change.parts[0])
    assert ("2022-01", "2021-12") == (change.was["value"], change.now["value"])
    assert {("jining-2020-19", "二（三）")} == {
        (by["instrument"], by["clause"]) for side in (change.was, change.now) for by in side["by"]
    }
    assert not found.identical


def test_a_repealed_clause_changes_status_and_clause(tmp_path: Path):
    found = verified(receipt_of(), *rewritten(tmp_path, (CHANGED, "until: 2025-08-31", "until: 2021-06-30")))
    changes = {change.question: change for change in found.findings}

    assert "status" == changes["benefits_from"].parts[0]
    assert ("determined", "not_in_force") == tuple(side["status"] for _, side in changes["benefits_from"].sides)


def test_a_comment_changes_the_file_and_nothing_that_is_decided(tmp_path: Path):
    """The lines of every rule move by one; where a rule stands is no finding."""
    found = verified(receipt_of(), *rewritten(tmp_path, (CHANGED, "provisions:", "# a remark\nprovisions:")))

    assert ((JINING,), ()) == (found.files, found.findings)
    assert found.decides_alike
    assert not found.identical


def test_law_under_another_folder_name_is_the_same_law(tmp_path: Path):
    rewritten(tmp_path)
    (tmp_path / "policies").rename(tmp_path / "rules")
    files = gather([tmp_path / "rules"])

    assert verified(receipt_of(), read_law(files), files).identical


def test_files_that_came_and_files_that_went_are_told(tmp_path: Path):
    rewritten(tmp_path)
    moved = tmp_path / "policies" / "national" / "workdays-2026.yaml"
    moved.rename(tmp_path / "workdays-2026.yaml")
    files = gather([tmp_path / "policies", FICTION / "policies"])
    found = verified(receipt_of(), read_law(files), files)

    assert {("workdays-2026", "missing"), ("jining-2025-1", "added")} == {
        (change.instrument, change.change) for change in found.files
    }
    assert found.decides_alike


def test_a_receipt_of_law_as_known_on_a_day_stands_when_later_notices_come():
    known = date(2025, 8, 19)
    folders = (ROOT / "policies", FICTION / "policies")
    receipt = receipt_of(FICTION / "cases" / "flexible-late-first-day-of-the-new-clause.yaml", known=known)

    assert verified(receipt, *law(*folders, known=known)).identical
    assert not verified(receipt, *law(*folders)).identical


def test_another_engine_that_decides_alike_is_told_and_is_not_identical(monkeypatch: pytest.MonkeyPatch):
    receipt = receipt_of()
    monkeypatch.setattr(verification, "__version__", "99.0")
    found = verified(receipt, *law())

    assert ("0.1.0", "99.0") == found.engines
    assert (True, False) == (found.decides_alike, found.identical)


def test_a_case_that_the_law_of_today_cannot_read_is_undecidable_and_not_forged(tmp_path: Path):
    """The vocabulary no longer has a choice that the receipt's case makes."""
    changed = [
        (str(path.relative_to(ROOT / "policies")), "flexible: 灵活就业人员", "freelance: 灵活就业人员")
        for path in (ROOT / "policies").glob("vocabulary.yaml")
    ]
    found = verified(receipt_of(), *rewritten(tmp_path, *changed))

    assert ["P123"] == [problem.code for problem in found.unreadable]
    assert not found.identical
    assert not found.findings


def test_a_question_that_only_one_side_answers_is_told(tmp_path: Path):
    receipt = receipt_of(FLEXIBLE)
    found = verified(receipt, *rewritten(tmp_path))
    other = found.receipt | {"decision": found.receipt["decision"] | {"findings": {}}}
    now = verification.verify(other, *law(), "receipt.json")

    assert set(found.receipt["decision"]["findings"]) == {change.question for change in now.findings}
    assert {None} == {change.was for change in now.findings}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda data: data["decision"].update(as_of="1999-01-01"), "as_of"),
        (lambda data: data["decision"].update(case="JN-001"), "case"),
        (lambda data: data["decision"]["from"].update(name="青岛市"), "from"),
        (lambda data: data["decision"]["pack"].update(sha256="0" * 64), "pack"),
        (lambda data: data.update(accept=["official", "mirrored", "advice"]), "accept"),
    ],
    ids=["day", "case", "place", "pack", "evidence"],
)
def test_what_a_forger_says_around_the_findings_is_held_against_the_case(change, key: str):
    found = verified(forged(change), *law())

    assert ((key,), (), ()) == (found.head, found.findings, found.files)
    assert not found.decides_alike


def test_a_file_listed_twice_hides_no_forged_hash():
    def change(data: dict) -> None:
        held = next(one for one in data["files"] if one.get("instrument") == JINING.instrument)
        data["files"].insert(0, {**held, "sha256": "0" * 64})

    assert (JINING,) == verified(forged(change), *law()).files


def test_a_place_called_otherwise_today_is_no_forgery(tmp_path: Path):
    renamed = rewritten(tmp_path, ("jurisdictions.yaml", "[济宁市, 济宁]", "[任城市, 济宁市]"))
    found = verified(receipt_of(), *renamed)

    assert ((), True) == (found.head, found.decides_alike)
    assert ["policies/jurisdictions.yaml"] == [change.file for change in found.files]
