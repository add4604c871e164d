"""Examples and cases, as what holds the law to its answers."""

from collections.abc import Callable
from pathlib import Path

from jiexu.law.library import Library
from jiexu.regression.trial import trials

from tests.conftest import ROOT, TODAY
from tests.regression.conftest import CLAUSE

NAMED = "  examples:\n  - {name: 第3个月, given: {首次缴费日: 2021-05-10}, expect: {待遇起始月: {status: pending}}}\n"


def test_an_example_is_called_by_its_clause_and_name(law: Callable[..., Library]):
    (trial,) = trials(law(CLAUSE, NAMED), [], TODAY)[0]

    assert ("shiyan-2026-1 一 第3个月", "shiyan-2026-1 一") == (trial.name, trial.clause)


def test_only_a_case_with_its_explanation_beside_it_has_an_accepted_decision(library: Library, tmp_path: Path):
    path = ROOT / "cases" / "jining" / "flexible-fifth-month.yaml"
    (tmp_path / path.name).write_bytes(path.read_bytes())
    found = {trial.name: trial.accepted for trial in trials(library, [path, tmp_path], TODAY)[0]}

    assert "待遇起始月" in found[str(path)]
    assert () == found[str(tmp_path / path.name)]


def test_what_cannot_be_read_is_told_and_the_others_are_there(library: Library, tmp_path: Path):
    (tmp_path / "broken.yaml").write_text("facts: {减员日期: 2021-02-30}\n", "utf-8")
    found, problems = trials(library, [tmp_path], TODAY)

    assert ["P222"] == [problem.code for problem in problems]
    assert found
