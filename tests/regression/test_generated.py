"""The case on each side of every boundary of a clause."""

from collections.abc import Callable
from pathlib import Path

from jiexu.law.examination import read_law
from jiexu.law.folder import gather, shipped_policies
from jiexu.law.library import Library
from jiexu.regression.generated import generated
from jiexu.regression.run import run_cases
from jiexu.regression.trial import trials
from jiexu.regression.written_case import write_case

from tests.conftest import ROOT, TODAY
from tests.regression.conftest import CLAUSE, THIRD


def _written(library: Library, citation: str, folder: Path) -> list[str]:
    cited = library.provision(citation)
    assert cited is not None
    held, _ = trials(library, [], TODAY)
    return [write_case(library, folder, one.name, one.case, one.names).stem for one in generated(library, held, *cited)]


def test_a_clause_has_a_case_on_each_side_of_its_edges_thresholds_and_month_ends_and_with_each_fact_left_out(
    law: Callable[..., Library], tmp_path: Path
):
    """One example, by hand: paid in May 2021 after January 2021, three months allowed, in force from 2020-01-01.

    The first payment may come until the end of May; the last before it must be January or later. Two months unpaid and
    three are told apart too, since a rule could.
    """
    names = _written(law(CLAUSE, "  examples:\n", THIRD), "shiyan-2026-1 一", tmp_path)
    wanted = {
        "first_paid_on": {"2019-12-31", "2020-01-01", "2021-04-30", "2021-05-01", "2021-05-31", "2021-06-01", "absent"},
        "last_paid_month": {"2020-12", "2021-02", "absent"},  # the example itself has 2021-01
        "employment": {"employed", "absent"},
        "from": {"absent"},
        "to": {"absent"},
    }

    assert {f"shiyan-2026-1-一-{what}-{value}" for what, values in wanted.items() for value in values} == set(names)


def test_generated_cases_pin_what_the_law_answers_today(library: Library, tmp_path: Path):
    for citation in ("jining-2020-19 三（四）", "haixi-2025-guide 七1", "retirement-2024 第一条"):
        names = _written(library, citation, tmp_path)

        assert len(names) == len(set(names)) > 2
    results = list(run_cases(library, [tmp_path], TODAY))

    assert [()] * len(list(tmp_path.glob("*.yaml"))) == [result.problems for result in results]


def test_what_happens_after_the_day_of_the_example_is_decided_on_the_day_it_happens(library: Library):
    cited = library.provision("jining-2020-19 二（三）")
    assert cited is not None
    held, _ = trials(library, [], TODAY)
    moved = [one.case for one in generated(library, held, *cited) if "first_paid_on-2" in one.name]

    assert moved
    assert [] == [case.as_of for case in moved if case.facts["first_paid_on"] > case.as_of]


def test_the_same_cases_are_generated_every_time(library: Library, tmp_path: Path):
    once, again = (_written(library, "jining-2020-19 三（一）", tmp_path / name) for name in "ab")

    assert once == again
    assert [path.read_bytes() for path in sorted((tmp_path / "a").iterdir())] == [
        path.read_bytes() for path in sorted((tmp_path / "b").iterdir())
    ]


def test_another_province_has_cases_too(tmp_path: Path):
    library = read_law(gather([shipped_policies(), ROOT / "tests" / "provinces" / "yunze" / "policies"]))
    names = [name for name in _written(library, "yunze-2030-1 二第一款", tmp_path) if "2029" in name or "2030" in name]

    assert names
    assert [] == [result.name for result in run_cases(library, [tmp_path], TODAY) if result.problems]
