"""The pages for developers: their tables name what there is, and decisions have one form."""

import re
from pathlib import Path

import pytest
from jiexu.decision.outcome import DETERMINED, TRAVELS
from jiexu.explanation.labels import ZH
from jiexu.law.library import Library

from tests.conftest import ROOT

DOCS = ROOT / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("[0-9]*.md"))
PARTS = ("Question", "Decision", "Why", "Against", "Cost of being wrong")


def named(page: str) -> dict[str, str]:
    """The rows of a page's tables that begin with a name in code, and the cell after it."""
    return dict(re.findall(r"^\| `(\S+)` \| ([^|]*) \|", (DOCS / page).read_text("utf-8"), re.MULTILINE))


def test_the_architecture_names_every_package():
    engine = ROOT / "engine" / "jiexu"
    parts = {path.parent.name for path in engine.glob("*/*") if path.suffix in (".py", ".json")} | {"api"}

    assert parts == named("architecture.md").keys()


def test_the_glossary_has_every_status_principle_and_grade_of_evidence(library: Library):
    told = named("glossary.md")
    principles = ("scope", "delegation", "superior", "specialis", "posterior")

    assert told == {
        **{status: ZH[status] for status in (DETERMINED, *TRAVELS)},
        **{principle: ZH[principle] for principle in principles},
        **library.vocabulary.evidence,
    }


@pytest.mark.parametrize("page", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_a_status_and_its_five_parts_and_is_in_the_index(page: Path):
    text = page.read_text("utf-8")
    number, _, title = text.partition("\n")[0].removeprefix("# ").partition(" · ")

    assert page.name.startswith(f"{number}-")
    assert re.search(r"^Status: (proposed|accepted|superseded)\b", text, re.MULTILINE)
    assert list(PARTS) == re.findall(r"^\*\*(.+)\.\*\*", text, re.MULTILINE)
    assert f"- [{number}]({page.name}) {title}\n" in (DOCS / "decisions" / "README.md").read_text("utf-8")
