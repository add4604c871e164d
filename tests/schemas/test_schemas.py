"""The shipped JSON Schemas describe what is read and what is printed."""

import json

import pytest
import yaml
from jiexu.base.problem import ProblemsError
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import decide_case
from jiexu.document.loader import parse, read
from jiexu.explanation.data import decision_data, problems_data
from jiexu.explanation.problems import spelled
from jiexu.law.library import Library
from jiexu.regression.run import case_files
from jsonschema import Draft202012Validator

from tests.conftest import ROOT, TODAY

SCHEMAS = ROOT / "engine" / "jiexu" / "schemas"
CASES = case_files([ROOT / "cases"])


def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_every_case_has_the_shape_of_the_case_schema():
    validator = _validator("case")
    for path in CASES:
        written = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)

        assert [] == [f"{path.name}: {error.message}" for error in validator.iter_errors(written)]


def test_every_decision_has_the_shape_of_the_decision_schema(library: Library):
    validator = _validator("decision")
    for path in CASES:
        case = read_case(read(path), library, TODAY, path.stem)
        for accept in (False, True):
            data = decision_data(decide_case(library, case, accept_reported=accept, helpers=True))

            assert [] == [f"{path.name}: {error.message} {list(error.path)}" for error in validator.iter_errors(data)]


def test_a_refused_case_has_the_shape_of_the_error_schema(library: Library):
    text = "facts: {减员日期: 2021-02-30, 参保身分: 灵活就业人员}\nto: 海南\n"
    with pytest.raises(ProblemsError) as refused:
        read_case(parse(text.encode(), "bad.yaml"), library, TODAY)
    data = problems_data("bad", "bad.yaml", map(spelled, refused.value.problems))

    assert [] == list(_validator("error").iter_errors(data))
    assert 3 == len(data["problems"])


@pytest.mark.parametrize("change", [{"status": "maybe"}, {"value": None}, {"unheard": 1}])
def test_the_decision_schema_refuses_what_is_not_a_decision(library: Library, change: dict[str, object]):
    path = ROOT / "cases" / "jining" / "flexible-fifth-month.yaml"
    data = decision_data(decide_case(library, read_case(read(path), library, TODAY)))
    data["findings"]["benefits_from"] |= change

    assert [] != list(_validator("decision").iter_errors(data))


@pytest.mark.parametrize("name", ["instrument", "vocabulary", "jurisdictions"])
def test_the_schemas_of_law_files_are_schemas(name: str):
    Draft202012Validator.check_schema(json.loads((ROOT / "policies" / f"{name}.schema.json").read_text("utf-8")))


def test_every_file_names_the_schema_of_its_kind_on_its_first_line():
    """A law file the one that knows the names of the law; a file beside the law that of its structure."""
    kinds = {
        "jiexu-rules/1": "editor/instrument",
        "jiexu-vocabulary/1": "editor/vocabulary",
        "jiexu-places/1": "editor/jurisdictions",
        "jiexu-equivalent/1": "equivalent",
        "jiexu-known/1": "known",
    }
    for path in (ROOT / "policies").rglob("*.yaml"):
        first, second = path.read_text("utf-8").splitlines()[:2]
        if not second.startswith("format:"):
            second = next(line for line in path.read_text("utf-8").splitlines() if line.startswith("format:"))
        named = (path.parent / first.partition("$schema=")[2]).resolve()

        assert first.startswith("# yaml-language-server: $schema=")
        assert ROOT / "policies" / f"{kinds[second.split()[1]]}.schema.json" == named
