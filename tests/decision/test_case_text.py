"""Writing a case is the inverse of reading one: what is read back is the same case."""

from pathlib import Path

import pytest
from jiexu.decision.case import Case
from jiexu.decision.case_file import read_case_text
from jiexu.decision.case_text import case_text
from jiexu.decision.decide import world_of
from jiexu.document.loader import content

from tests.decision.conftest import TODAY, read

CASES = sorted((Path(__file__).resolve().parents[2] / "cases").rglob("*.yaml"))


def _bare(case: Case) -> Case:
    return case._replace(expect=(), file="", fact_at={})


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_accepted_case_written_and_read_again_is_the_same_case(library, path: Path):
    case = read_case_text(content(path), str(path), library, TODAY, path.stem)

    assert _bare(case) == _bare(read(library, case_text(library, case)))


@pytest.mark.parametrize("title", ["3个月内: 补缴", "#1", "他说 'no'", " 前后有空格 ", "- 短横", "-"])
def test_a_title_is_read_back_as_it_was_whatever_signs_it_holds(library, title: str):
    case = Case("A-1", TODAY, None, "370800", {}, title=title)

    assert title == read(library, case_text(library, case)).title


@pytest.mark.parametrize("path", CASES[:: len(CASES) // 12], ids=lambda path: path.stem)
def test_outcomes_that_are_pinned_are_what_is_decided(library, path: Path):
    from jiexu.checks.comparison import differences

    case = read_case_text(content(path), str(path), library, TODAY, path.stem)
    world = world_of(library, case)
    outcomes = [(name, world.decide(name)) for name in library.vocabulary.questions]

    pinned = read(library, case_text(library, case, outcomes))

    assert len(outcomes) == len(pinned.expect)
    again = world_of(library, pinned)
    assert [] == [problem for expected in pinned.expect for problem in differences(again, expected)]
