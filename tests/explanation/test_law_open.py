"""What is open, as it is sent to a bureau."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jiexu.explanation.columns import width
from jiexu.explanation.open_data import open_data
from jiexu.explanation.open_list import open_list, open_points
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.law.library import Library

from tests.conftest import INSTRUMENTS, ROOT

FILES = {path.stem: yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) for path in INSTRUMENTS}
JINING, QINGDAO = "370800", "370200"


def _parts(key: str) -> Iterator[tuple[str, Any]]:
    """Each part under a key of each clause as written, with its citation."""
    for id_, file in FILES.items():
        for clause in file.get("provisions", []):
            for part in clause.get(key, []):
                yield f"{id_} {clause['clause']}", part


def _text(library: Library, place: str | None = None, language: str = "zh") -> str:
    return open_list(open_points(library, place), language)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _numbered(text: str) -> list[str]:
    """The first line of each numbered point."""
    return re.findall(r"^ +\d+\. (.+)$", text, re.MULTILINE)


def test_every_unconfirmed_reading_stands_once_with_all_its_clauses(library: Library):
    written: dict[str, set[str]] = {}
    for citation, reading in _parts("readings"):
        if "confirmed" not in reading:
            written.setdefault(reading["name"], set()).add(citation)

    readings = open_data(open_points(library, None))["readings"]
    assert written == {one["name"]: set(one["clauses"]) for one in readings}
    assert len(written) == len(readings)
    for name in written:
        assert 1 == sum(line.startswith(f"{name}：") for line in _numbered(_text(library)))


def test_a_reading_shows_how_it_is_taken_and_every_alternative(library: Library):
    told = _squeezed(_text(library))
    for _, reading in _parts("readings"):
        for take in (reading["take"], *(one["take"] for one in reading["instead"])):
            assert _squeezed(take) in told


def test_a_reading_names_every_question_it_bears_on(library: Library):
    """The window decides who may back-pay, hence what to hand in, the base, the costs and the first month."""
    readings = {one["name"]: one["bears_on"] for one in open_data(open_points(library, None))["readings"]}

    assert ["benefits_from"] == readings["满6个月"]
    assert ["lump_sum_base", "lump_sum_amount"] == readings["情形一基数"]
    assert {
        "documents_required",
        "benefits_from",
        "gap_back_payment",
        "gap_back_payment_base",
        "gap_costs",
    } == set(readings["月数起算"])


def test_a_confirmed_reading_leaves_the_list(tmp_path: Path):
    for path in (ROOT / "policies").rglob("*.yaml"):
        copy = tmp_path / "policies" / path.relative_to(ROOT / "policies")
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8")
        confirmed = "take: 缴费当月计入\n    confirmed: {by: 济宁市医疗保障局, on: 2026-12-01}\n"
        copy.write_text(text.replace("take: 缴费当月计入\n", confirmed), "utf-8")
    points = open_data(open_points(read_law(gather([tmp_path / "policies"])), None))

    assert {"月数起算", "情形一基数"} == {one["name"] for one in points["readings"]}


def test_every_declared_silence_stands_once(library: Library):
    text = _squeezed(_text(library))
    for _, silence in _parts("silent"):
        assert 1 == text.count(_squeezed(silence["says"]))


def test_every_clause_that_is_no_rule_stands_with_its_reason(library: Library):
    written = {
        f"{id_} {clause['clause']}": clause["not_encoded"]
        for id_, file in FILES.items()
        for clause in file.get("provisions", [])
        if "not_encoded" in clause
    }
    data = open_data(open_points(library, None))["not_encoded"]

    assert written == {f"{one['instrument']} {one['clause']}": one["reason"] for one in data}
    for reason in written.values():
        assert _squeezed(reason) in _squeezed(_text(library))


def test_every_instrument_known_by_report_waits_for_its_text(library: Library):
    written = {id_ for id_, file in FILES.items() if file.get("instrument", {}).get("evidence") == "reported"}

    assert written == {one["instrument"] for one in open_data(open_points(library, None))["reported"]}


def test_both_sentences_of_a_contradiction_inside_an_instrument_are_told(library: Library):
    own = [
        (citation, part)
        for citation, part in _parts("contradicts")
        if not part["clause"].startswith(tuple(f"{id_} " for id_ in FILES))
    ]
    data = open_data(open_points(library, None))["contradictions"]

    assert sorted(part["says"] for _, part in own) == sorted(one["says"] for one in data)
    assert all(one["against"]["quote"] for one in data)
    assert "「跨省转移接续全流程不超过15个工作日」" in _text(library)


def test_a_delegation_whose_filler_ended_is_open_from_then_on(library: Library):
    """43号 第十条 has no end; 19号, which fills it at Jining, ended on 2025-08-31 and never spoke of other provinces."""
    text = _squeezed(_text(library, JINING))

    assert "第十条「基本医疗保险待遇按各统筹地区规定执行」：待遇起始月" in text
    assert "到2025-08-31为止，此后没有" in text
    assert "限于转出地与转入地同省，且属于省内转移接续人员" in text


def test_a_delegation_filled_until_it_ends_is_not_open(library: Library):
    """47号 and 19号 end on one day."""
    assert [] == [
        one for one in open_data(open_points(library, JINING))["delegations"] if one["instrument"] == "shandong-2020-47"
    ]


def test_at_a_place_that_nothing_is_held_of_every_delegation_is_open(library: Library):
    """47号 delegates four times, 43号 twice."""
    found = open_data(open_points(library, QINGDAO))["delegations"]

    assert 4 == sum(one["instrument"] == "shandong-2020-47" for one in found)
    assert 2 == sum(one["instrument"] == "transfer-2021-43" for one in found)


def test_the_points_are_numbered_from_one_without_a_gap(library: Library):
    numbers = [int(number) for number in re.findall(r"^ +(\d+)\. ", _text(library), re.MULTILINE)]

    assert list(range(1, len(numbers) + 1)) == numbers


def test_the_last_year_of_working_days_is_told(library: Library):
    assert {"last_year": 2026, "provisional_from": "2026-12-29"} == open_data(open_points(library, None))["workdays"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_fits_a_hundred_columns(library: Library, language: str):
    assert 100 >= max(map(width, _text(library, language=language).splitlines()))
