"""What is held, read off the list."""

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from jiexu.document.fold import fold
from jiexu.explanation.columns import width
from jiexu.explanation.law_data import law_data
from jiexu.explanation.law_list import holdings, law_list
from jiexu.law.library import Library
from jiexu.law.official_text import ABSENT, COMPARED, DIFFERS, comparison, comparisons

from tests.conftest import INSTRUMENTS, ROOT, TODAY

JINING, HAIXI = "370800", "632800"


def _listed(library: Library, day: date = TODAY, place: str | None = None) -> dict[str, str]:
    """State by instrument."""
    held = holdings(library, day, place, comparisons(library, None))
    return {row.instrument.id: row.state for row in (*held.instruments, *held.calendars)}


def _screen(library: Library, language: str = "zh") -> str:
    return law_list(holdings(library, TODAY, None, comparisons(library, None)), language)


@pytest.mark.parametrize(
    ("day", "state"),
    [("2020-08-31", "coming"), ("2020-09-01", "in_force"), ("2025-08-31", "in_force"), ("2025-09-01", "ended")],
)
def test_a_notice_is_in_force_on_its_first_and_last_day_and_not_beyond(library: Library, day: str, state: str):
    assert state == _listed(library, date.fromisoformat(day), JINING)["jining-2020-19"]


def test_a_place_has_its_own_law_and_that_of_the_places_above_it(library: Library):
    jining, haixi = _listed(library, place=JINING), _listed(library, place=HAIXI)

    assert {"jining-2020-19", "shandong-2020-47", "transfer-2021-43"} <= jining.keys()
    assert {"haixi-2025-guide", "qinghai-2023-qa", "transfer-2021-43"} <= haixi.keys()
    assert set() == {"haixi-2025-guide", "xining-2025-article", "qinghai-2023-qa"} & jining.keys()
    assert set() == {"jining-2020-19", "shandong-2020-47", "xining-2025-article"} & haixi.keys()


def test_superior_ranks_stand_first(library: Library):
    text = _screen(library)
    order = ["法律", "国家文件", "省级文件", "市级文件", "办事指南"]

    assert sorted(order, key=lambda rank: text.index(f"■ {rank}")) == order


def test_every_file_is_listed_once_and_the_calendars_in_one_line(library: Library):
    text = _screen(library)
    for path in INSTRUMENTS:
        expected = 1 if not path.stem.startswith("workdays-") or path.stem.endswith(("2020", "2026")) else 0

        assert expected == len(re.findall(rf"(?<![\w-]){path.stem}(?![\w-])", text, re.ASCII)), path.stem
    assert 1 == text.count("2020至2026年的放假安排共7份")
    assert "工作日只能算到2026年底，其中2026-12-29起为暂定" in "".join(line.strip() for line in text.splitlines())


def test_clauses_and_rules_are_counted_as_written(library: Library):
    data = law_data(holdings(library, TODAY, None, comparisons(library, None)))
    for row in data["instruments"]:
        path = next((ROOT / "policies").glob(f"*/{row['instrument']}.yaml"))
        provisions = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader).get("provisions", [])

        assert (len(provisions), sum(len(one.get("rules", [])) for one in provisions)) == (
            row["provisions"],
            row["rules"],
        )


def test_what_may_not_decide_is_marked(library: Library):
    text = _screen(library)
    for line in text.splitlines():
        if any(name in line for name in ("jining-2022-adoption", "xining-2025-article", "procedure-2016-94")):
            assert "※" in line
        if any(name in line for name in ("jining-2020-19", "retirement-2024", "haixi-2025-guide")):
            assert "※" not in line


def test_a_text_is_compared_by_its_words_not_its_layout(library: Library):
    text = "# 标题\n一、自转出地办理减员当月起，3个月内\n接续的。\n"
    instrument = library.instruments["jining-2020-19"]._replace(sha256=hashlib.sha256(fold(text).encode()).hexdigest())

    assert COMPARED == comparison(instrument, text)
    assert COMPARED == comparison(instrument, text.replace("3个月内\n接续", "３个月内接续"))
    assert DIFFERS == comparison(instrument, text.replace("3", "4"))
    assert ABSENT == comparison(instrument, None)
    assert ABSENT == comparison(instrument._replace(sha256=""), text)


def test_without_a_folder_of_texts_nothing_counts_as_compared(library: Library, tmp_path: Path):
    (tmp_path / "jining-2020-19.txt").write_text("另一份文件。", "utf-8")

    assert {ABSENT} == set(comparisons(library, None).values())
    assert DIFFERS == comparisons(library, tmp_path)["jining-2020-19"]
    assert ABSENT == comparisons(library, tmp_path)["shandong-2020-47"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_fits_a_hundred_columns(library: Library, language: str):
    assert 100 >= max(map(width, _screen(library, language).splitlines()))
