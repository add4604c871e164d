"""The JSON has the shape of its schema, for every accepted case."""

import json

from jiexu.base.problem import ProblemsError
from jiexu.decision.case_file import read_case
from jiexu.document.loader import read
from jiexu.law.library import Library
from jiexu.procedure.track import track
from jiexu.regression.run import case_files
from jiexu.report.track.data import track_data
from jsonschema import Draft202012Validator

from tests.conftest import ROOT, TODAY
from tests.report.track.conftest import MIDWAY

SCHEMA = json.loads((ROOT / "engine" / "jiexu" / "schemas" / "track.schema.json").read_text("utf-8"))


def test_every_accepted_case_has_the_shape_of_the_schema(library: Library):
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    states, told = set(), set()
    for path in case_files([ROOT / "cases"]):
        case = read_case(read(path), library, TODAY, path.stem)
        try:
            data = track_data(track(library, case, accept_reported=True))
        except ProblemsError:
            continue
        states |= {step["state"] for step in data["steps"]}
        told.add(data["status"])

        assert [] == [f"{path.name}: {error.message}" for error in validator.iter_errors(data)]
    assert {"done", "now", "next", "possible", "skipped", "refused", "closed"} == states
    assert {"unknown", "completed", "refused", "open", "late"} == told


def test_steps_are_called_by_the_fact_that_ends_them(tracked, library: Library):
    data = track_data(tracked())
    ids = {fact.id for fact in library.vocabulary.facts.values()}

    late = track_data(tracked(as_of="2025-04-10"))

    assert (["info_sheet_sent_on"], [], "open") == (data["now"], data["late"], data["status"])
    assert (["info_sheet_sent_on"], "late", -2) == (late["late"], late["status"], late["steps"][3]["workdays_left"])
    assert {step["step"] for step in data["steps"]} <= ids
    assert {before for step in data["steps"] for before in step["after"]} <= ids


def test_the_same_case_gives_the_same_bytes(tracked):
    assert json.dumps(track_data(tracked())) == json.dumps(track_data(tracked(MIDWAY)))
