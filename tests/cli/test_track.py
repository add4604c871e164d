"""``jiexu track`` as it is called."""

import json
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main

from tests.conftest import ROOT

CASES = ROOT / "cases" / "haixi"
COMPLETED = CASES / "route-online-in-from-jining.yaml"
MIDWAY = """# 窗口
case: T-1
as_of: 2025-03-27
from: 济宁市
to: 海西州
facts:
  办理方式: 线上   # 网上
  申请端: 转入地申请
  转出地参保状态: 暂停参保
  转入地参保状态: 正常参保
  经办机构银行信息完整: 是
  个人账户余额: 0
  受理日期: 2025-03-24
questions: [办结期限]
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["track", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def midway(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(MIDWAY, "utf-8")
    return path


@pytest.mark.parametrize("path", sorted(CASES.glob("route-o*.yaml")), ids=lambda path: path.stem)
def test_every_route_in_both_directions_comes_to_its_end(path: Path):
    done = run(path)

    assert (0, True) == (done.exit_code, "已办结" in done.stdout)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 0),
        (("--as-of", "2025-04-08"), 0),
        (("--as-of", "2025-04-09"), 3),
        (("--set", "转出地参保状态=正常参保"), 3),
        (("--set", "受理日期=2025-03-28"), 1),
    ],
)
def test_the_status_tells_whether_somebody_must_act(midway: Path, arguments, status):
    assert status == run(midway, *arguments).exit_code


def test_a_route_that_cannot_be_told_is_open(midway: Path):
    midway.write_text(MIDWAY.replace("  申请端: 转入地申请\n", ""), "utf-8")

    assert 3 == run(midway).exit_code


def test_a_case_is_taken_from_acceptance_to_completion_by_registering_each_step(midway: Path):
    """Each step is saved into the file, whose other lines stay; after the last one nothing is left to do."""
    registered = []
    while now := json.loads(run(midway, "--json").stdout)["now"]:
        registered.append(now[0])
        assert 0 == run(midway, "--set", f"{now[0]}=2025-03-27", "--save").exit_code
    text = midway.read_text("utf-8")

    assert ["info_sheet_sent_on", "info_sheet_received_on", "completed_on"] == registered
    assert "completed" == json.loads(run(midway, "--json").stdout)["status"]
    assert [] == [line for line in MIDWAY.splitlines() if line not in text.splitlines()]
    assert len(MIDWAY.splitlines()) + 3 == len(text.splitlines())


def test_a_step_of_a_later_day_is_saved_with_that_day_where_the_case_keeps_one(midway: Path):
    """Else the file would hold a day that has not come yet, and be refused the next time."""
    step = ("--as-of", "2025-03-28", "--set", "信息表发出日期=2025-03-28", "--save")

    assert 0 == run(midway, *step).exit_code
    assert "as_of: 2025-03-28\n" in midway.read_text("utf-8")
    assert 0 == run(midway).exit_code

    midway.write_text(MIDWAY.replace("as_of: 2025-03-27\n", ""), "utf-8")

    assert 0 == run(midway, *step).exit_code
    assert "as_of" not in midway.read_text("utf-8")


def test_what_is_set_without_saving_changes_no_file(midway: Path):
    assert 0 == run(midway, "--set", "信息表发出日期=2025-03-26").exit_code
    assert MIDWAY == midway.read_text("utf-8")


def test_what_cannot_be_is_not_saved(midway: Path):
    refused = run(midway, "--set", "信息表发出日期=2025-03-20", "--save")

    assert (1, MIDWAY) == (refused.exit_code, midway.read_text("utf-8"))
    assert "P253" in refused.stderr


def test_calendar_and_picture_are_written(midway: Path, tmp_path: Path):
    ics, svg = tmp_path / "one.ics", tmp_path / "one.svg"

    assert 0 == run(midway, "--ics", ics, "--svg", svg).exit_code
    assert 2 == len(icalendar.Calendar.from_ical(ics.read_bytes()).walk("VEVENT"))
    assert svg.read_text("utf-8").startswith("<svg")


def test_a_calendar_of_nothing_is_not_written(tmp_path: Path):
    done = run(COMPLETED, "--ics", tmp_path / "one.ics")

    assert (0, False) == (done.exit_code, (tmp_path / "one.ics").exists())
    assert "没有算得出日子的待办期限" in done.stderr


def test_a_place_that_cannot_be_written_to_is_told(midway: Path, tmp_path: Path):
    (tmp_path / "file").write_text("", "utf-8")
    refused = run(midway, "--ics", tmp_path / "file" / "one.ics")

    assert (1, "") == (refused.exit_code, refused.stdout)
    assert "P133 写不了这个文件" in refused.stderr


def test_a_refusal_is_located_and_as_json_an_error(midway: Path):
    text, data = run(midway, "--as-of", "2025-03-20"), run(midway, "--as-of", "2025-03-20", "--json")

    assert f"{midway}:13:9: P722" in text.stderr
    assert "    → 改正日期，或用 --as-of 给出更晚的依据日" in text.stderr
    assert ("jiexu-error/1", ["P722"]) == (
        json.loads(data.stdout)["format"],
        [one["code"] for one in json.loads(data.stdout)["problems"]],
    )


def test_the_late_cases_of_a_folder(midway: Path):
    in_time, late = (
        run("--overdue", midway.parent, "--as-of", "2025-04-08"),
        run("--overdue", midway.parent, "--as-of", "2025-04-10"),
    )
    data = json.loads(run("--overdue", midway.parent, "--as-of", "2025-04-10", "--json").stdout)

    assert (0, 3) == (in_time.exit_code, late.exit_code)
    assert "T-1   发出信息表  转出地经办机构（济宁）  2025-04-08  2个工作日  " in late.stdout
    assert ("jiexu-overdue/1", ["info_sheet_sent_on"]) == (
        data["format"],
        [one["step"]["step"] for one in data["late"]],
    )


def test_a_wrong_case_of_a_folder_is_told_and_the_rest_are_listed(midway: Path):
    (midway.parent / "bad.yaml").write_text("facts: {受理日期: 2025-02-30}\n", "utf-8")
    listed = run("--overdue", midway.parent, "--as-of", "2025-04-10")

    assert (1, True, True) == (listed.exit_code, "发出信息表" in listed.stdout, "P222" in listed.stderr)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("case.yaml", "--overdue", "."),
        ("--overdue", ".", "--ics", "x.ics"),
        ("case.yaml", "--save"),
        ("-", "--set", "受理日期=2025-01-01", "--save"),
    ],
)
def test_misuse_is_told(arguments):
    assert 2 == run(*arguments).exit_code
