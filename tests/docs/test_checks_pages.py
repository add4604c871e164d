"""docs/checks: one page a code, and what a page shows as wrong is refused under that code."""

import ast
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from jiexu.base.problem import ProblemsError
from jiexu.checks.run import run_checks
from jiexu.checks.subject import Subject, Text
from jiexu.decision.case_file import read_case
from jiexu.document.loader import parse
from jiexu.explanation.problems import CATALOGUE
from jiexu.forms.party import read_parties
from jiexu.law.examination import examine
from jiexu.law.folder import Files, gather
from jiexu.law.library import Library

from tests.conftest import ROOT

PAGES = ROOT / "docs" / "checks"
CODE = re.compile(r"P[1-8]\d\d")
OWN = "policies/shiyan-2026-1.yaml"
"""What the pages' clauses and heads are written into: an instrument of Jining, beside the national 43号."""
BESIDE = ("policies/vocabulary.yaml", "policies/national/transfer-2021-43.yaml")
PLACES = """format: jiexu-places/1
places: {"100000": [全国], "370000": [山东省], "370100": [济南市], "370800": [济宁市], "630000": [青海省], "632800": [海西州]}
"""
"""A few places only: the whole list takes as long to read as all the rest."""
HEAD = """format: jiexu-rules/1
instrument:
  id: shiyan-2026-1
  title: 试验
  place: 济宁市
  rank: municipal
  evidence: official
  validity: {from: 2020-01-01}
background: {转出地: 济南市, 转入地: 济宁市}
provisions:
"""


def codes_in_use() -> set[str]:
    """Every code that is written as a string anywhere in the engine, the catalogue's among them."""
    return set(CATALOGUE) | {
        node.value
        for path in (ROOT / "engine" / "jiexu").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }


def pages() -> list[Path]:
    return sorted(PAGES.glob("P*.md"))


def test_every_code_has_a_page_and_every_page_a_code():
    assert codes_in_use() == {page.stem for page in pages()}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_a_page_begins_with_its_code_and_is_in_the_index(page):
    title = page.read_text("utf-8").partition("\n")[0]
    index = (PAGES / "README.md").read_text("utf-8")

    assert title.startswith(f"# {page.stem} · ")
    assert f"[{page.stem}]({page.name}) {title.partition(' · ')[2]}" in index


@pytest.fixture(scope="module")
def held() -> dict[str, bytes]:
    """The files that stand beside a page's clauses."""
    content = gather([ROOT / "policies"]).content
    return {"policies/jurisdictions.yaml": PLACES.encode()} | {label: content[label] for label in BESIDE}


def codes_of(example: str, text: str, held: dict[str, bytes], library: Library) -> set[str]:
    """The codes that an example is refused under: clauses, a head, a whole file or a case, by how it begins.

    *text* is the official text attached to the example's instrument, empty for none.
    """
    first = example.lstrip("# \n错对").partition(":")[0]
    wraps = {"- clause": HEAD, "instrument": "format: jiexu-rules/1\n", "format": ""}
    if first not in wraps:
        try:
            file = parse(example.encode(), "case.yaml")
            case = read_case(file, library, date(2026, 1, 1))
            read_parties(file, case, library.places)
        except ProblemsError as error:
            return {problem.code for problem in error.problems}
        return set()
    content = {**held, OWN: (wraps[first] + example).encode()}
    library, problems = examine(Files(content, {}, "example"))
    if library is not None and not problems:
        texts = {"shiyan-2026-1": Text(Path("shiyan-2026-1.txt"), text)} if text else {}
        problems = run_checks(Subject(library, texts))
    return {problem.code for problem in problems if problem.where.file in (OWN, "shiyan-2026-1.txt")}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_the_wrong_example_of_a_page_is_refused_under_its_code_and_the_right_one_is_not(
    page: Path, fenced: Callable[[Path, str], list[str]], held: dict[str, bytes], library: Library
):
    """A page about a whole folder, a huge file or an accepted explanation has words in place of examples."""
    examples = fenced(page, "yaml")
    text = "".join(fenced(page, "text"))
    if not examples:
        assert "没有写成例子" in page.read_text("utf-8") or text
        return
    wrong, right = examples

    assert page.stem in codes_of(wrong, text, held, library)
    assert page.stem not in codes_of(right, text, held, library)
    assert codes_of(right, text, held, library) <= {"P404", "P510"}  # a fragment has no hash and no example of its own
