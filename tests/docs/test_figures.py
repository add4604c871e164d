"""The figures in docs/ that are counts are those of the shipped law, examples and cases."""

import re
from pathlib import Path

import pytest
from jiexu.law.library import Library
from jiexu.regression.coverage import SPEAKING, covered, tally
from jiexu.regression.mutation import mutants
from jiexu.regression.trial import Trial, trials

from tests.conftest import ROOT, TODAY

DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def held(library: Library) -> list[Trial]:
    return list(trials(library, [ROOT / "cases"], TODAY)[0])


def rows(page: Path) -> dict[str, list[str]]:
    """The cells of every table row of a page, by the first."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.read_text("utf-8").splitlines()]
    return {first: rest for first, *rest in cells if rest}


def test_the_coverage_is_what_the_page_says(library: Library, held: list[Trial]):
    clauses = covered(library, held)
    conditions = {point.kind for clause in clauses for point in clause.points} - {*SPEAKING}
    shown = rows(DOCS / "coverage.md")

    for name, told in (
        ("rules, answers, delegations, silences, readings", tally(clauses, *SPEAKING)),
        ("conditions, three marks each", tally(clauses, *conditions)),
        ("all marks", tally(clauses)),
    ):
        assert [f"{told.seen}/{told.wanted}", f"{told.percent} %"] == shown[name]


def test_the_mutants_of_each_instrument_are_as_many_as_the_page_says(library: Library):
    shown = rows(DOCS / "mutation.md")
    counts = {identity: len(list(mutants(library, (identity,)))) for identity in library.instruments}
    with_mutants = {identity: count for identity, count in counts.items() if count}

    assert with_mutants == {identity: int(shown[identity][0]) for identity in with_mutants}
    assert [str(sum(with_mutants.values()))] == shown["all"][:1]


@pytest.mark.parametrize("page", ["coverage.md", "mutation.md"])
def test_the_examples_and_cases_are_as_many_as_the_page_says(page: str, held: list[Trial]):
    cases = len(list((ROOT / "cases").rglob("*.yaml")))
    found = re.search(r"(\d+) examples(?: and|,) (\d+) cases", (DOCS / page).read_text("utf-8"))

    assert found is not None
    assert (len(held) - cases, cases) == (int(found[1]), int(found[2]))
