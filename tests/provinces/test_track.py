"""The procedure of a fictional city: an actor, dates, a deadline of its own and a detour, in YAML alone."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from jiexu.decision.case_file import read_case
from jiexu.document.loader import parse
from jiexu.law.examination import read_law
from jiexu.law.folder import gather, shipped_policies
from jiexu.law.library import Library
from jiexu.procedure.progress import DONE, NEXT, SKIPPED
from jiexu.procedure.track import Track, track
from jiexu.report.track.screen import track_screen

from tests.provinces.test_provinces import HERE


@pytest.fixture(scope="module")
def yunze() -> Library:
    return read_law(gather([shipped_policies(), HERE / "yunze" / "policies"]))


def tracked(library: Library, facts: str, as_of: str = "2026-03-10") -> Track:
    text = f"case: Y\nas_of: {as_of}\nfrom: 石鲸市\nto: 月牙市\nfacts: {{{facts}}}\n"
    return track(library, read_case(parse(text.encode(), "y.yaml"), library, date(2026, 11, 22)))


def test_a_step_has_its_own_deadline_by_a_number_of_its_clause(yunze: Library):
    found = tracked(yunze, "申请日期: 2026-03-06")
    held = found.steps["转交材料"]

    assert ("by_station", "station", None) == (
        found.choice.way.route.id,
        found.actor(held).id,
        found.place(found.actor(held)),
    )
    assert (date(2026, 3, 9), "", True) == (held.due.day, held.due.question.id, held.late)
    assert "2026-03-09（已超期1个工作日）    月医保发〔2031〕9号（虚构） 一" in track_screen(found, "y.yaml")


def test_its_deadline_is_projected_like_every_other(yunze: Library):
    found = tracked(yunze, "申请日期: 2026-03-09")

    assert (date(2026, 3, 19), True) == (found.steps["告知结果"].due.day, found.steps["告知结果"].due.projected)


def test_a_failure_of_its_own_leads_round(yunze: Library):
    found = tracked(yunze, "申请日期: 2026-03-06, 站点转交日期: 2026-03-09, 材料退回日期: 2026-03-10")

    assert ["补齐材料"] == [held.stated.step.name for held in found.now]
    assert NEXT == found.steps["受理材料"].state


def test_the_routes_of_the_shipped_law_are_still_there_for_other_places(yunze: Library):
    text = "case: Y\nas_of: 2026-03-10\nfrom: 月牙市\nto: 济宁市\nfacts: {办理方式: 线上}\n"
    found = track(yunze, read_case(parse(text.encode(), "y.yaml"), yunze, date(2026, 11, 22)))

    assert "transfer-2021-43" == found.choice.way.instrument.id


def test_a_failure_that_only_a_person_can_tell_is_told_by_what_mends_it(tmp_path: Path):
    """Without a condition the step that mends is not wanted until somebody has taken it."""
    pack = tmp_path / "policies"
    shutil.copytree(HERE / "yunze" / "policies", pack)
    path = pack / "yueya" / "yueya-2031-9.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("      when: [已提供(材料退回日期)]\n", ""), "utf-8")
    library = read_law(gather([shipped_policies(), pack]))
    given = "申请日期: 2026-03-06, 站点转交日期: 2026-03-09"
    before, after = tracked(library, given), tracked(library, f"{given}, 材料补齐日期: 2026-03-10")

    assert text != path.read_text("utf-8")
    assert [SKIPPED, DONE] == [found.steps["补齐材料"].state for found in (before, after)]
    assert [["受理材料"], ["受理材料"]] == [[held.stated.step.name for held in found.now] for found in (before, after)]
