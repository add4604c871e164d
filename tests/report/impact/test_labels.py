"""The phrases of an impact are the same in both languages, and all of them are said."""

import re
from string import Formatter

from jiexu.regression.moved import KINDS
from jiexu.regression.shift import DIRECTIONS
from jiexu.report.impact.labels import IMPACT_LANGUAGES

from tests.conftest import ROOT

ZH, EN = IMPACT_LANGUAGES["zh"], IMPACT_LANGUAGES["en"]
REPORT = ROOT / "engine" / "jiexu" / "report"


def test_both_languages_have_the_same_phrases():
    assert ZH.keys() == EN.keys()


def test_a_phrase_asks_for_nothing_in_one_language_that_it_is_not_given_in_the_other():
    def holes(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert [] == [key for key in ZH if key.startswith("part_") and not holes(ZH[key]) >= holes(EN[key])]


def test_every_kind_and_direction_has_its_word():
    assert {f"kind_{kind}" for kind in KINDS} == {key for key in ZH if key.startswith("kind_")}
    assert set(DIRECTIONS) <= ZH.keys()


def test_no_phrase_is_left_unsaid():
    """Those of a family are put together when they are said: a part, a kind, a unit, a side, a direction, what became of a part."""
    families = re.compile(r"^(part|kind|unit|at)_|_(added|removed|changed|detail)$")
    files = [*(REPORT / "impact").glob("*.py"), REPORT / "pages" / "impact.html"]
    files.append(ROOT / "engine" / "jiexu" / "cli" / "commands" / "diff.py")
    said = "".join(path.read_text("utf-8") for path in files if not path.name.endswith("labels.py"))
    loose = [key for key in ZH if not families.search(key) and key not in DIRECTIONS]

    assert [] == [key for key in loose if f'"{key}"' not in said and f"label.{key}" not in said]
