"""``jiexu close``: one value, and what ``check`` would then say."""

import shutil
from difflib import ndiff
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main
from jiexu.law.examination import examine, read_law
from jiexu.law.folder import gather
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library

from tests.conftest import ROOT

SHIPPED = ROOT / "policies"
FICTIONAL = ROOT / "tests" / "provinces"
HELD = list(read_law(gather([SHIPPED])).instruments)


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    return shutil.copytree(SHIPPED, tmp_path / "policies")


def close(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["close", *map(str, arguments)], catch_exceptions=False)


def changed(before: Path, after: Path) -> list[tuple[str, str]]:
    """The files that differ, each with its differing lines."""
    return [
        (path.name, line)
        for path in sorted(after.rglob("*.yaml"))
        for old in [(before / path.relative_to(after)).read_bytes().decode()]
        for new in [path.read_bytes().decode()]
        if old != new
        for line in ndiff(old.splitlines(keepends=True), new.splitlines(keepends=True))
        if line[0] in "+-"
    ]


def bare(held: Instrument) -> Instrument:
    """An instrument without its days, and without what moves along the line they stand in."""
    return held._replace(validity=(), provisions=(), quotations=())


@pytest.mark.parametrize("name", HELD)
def test_closing_a_shipped_instrument_changes_one_line_and_its_last_day(name: str, policies: Path, library: Library):
    day = library.instruments[name].validity.first
    done = close(name, "--on", day, "--policies", policies)
    lines = changed(SHIPPED, policies)
    after, _ = examine(gather([policies]))

    assert ["-", "+"] == [line[0] for _, line in lines]
    assert {f"{name}.yaml"} == {file for file, _ in lines}
    assert after is not None
    assert day == after.instruments[name].validity.last
    assert bare(library.instruments[name]) == bare(after.instruments[name])
    assert f"{name}.yaml:" in done.stdout
    assert "个问题" in done.stdout


def test_a_clause_without_a_validity_of_its_own_is_given_one_and_the_others_keep_theirs(policies: Path):
    done = close("jining-2020-19 三（二）", "--on", "2025-06-30", "--policies", policies)
    after = read_law(gather([policies])).instruments["jining-2020-19"]

    assert [("jining-2020-19.yaml", "+   validity: {from: 2020-09-01, until: 2025-06-30}\n")] == changed(
        SHIPPED, policies
    )
    assert {"三（二）": "2025-06-30"} == {
        one.clause: str(one.validity.last) for one in after.provisions if str(one.validity.last) != "2025-08-31"
    }
    assert 0 == done.exit_code


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_in_block_style_a_key_goes_below_the_first_day(end: str, policies: Path):
    path = policies / "qinghai" / "haixi-2025-guide.yaml"
    flow = path.read_text("utf-8").splitlines()
    number = next(index for index, line in enumerate(flow) if "validity: {from:" in line)
    flow[number : number + 1] = ["  validity:  # 两行", "    from: 2025-03-21  # 首日"]
    path.write_bytes(end.join([*flow, ""]).encode())
    close("haixi-2025-guide", "--on", "2027-03-20", "--policies", policies)
    flow[number + 2 : number + 2] = ["    until: 2027-03-20"]

    assert end.join([*flow, ""]).encode() == path.read_bytes()


def test_the_text_around_the_value_stays_byte_for_byte(policies: Path):
    path = policies / "jining" / "jining-2020-19.yaml"
    data = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n").replace(b"2025-08-31,", b"'2025-08-31' ,  ")
    path.write_bytes(data)
    close("济医保发〔2020〕19号", "--on", "2025-08-30", "--policies", policies)

    assert data.replace(b"'2025-08-31' ,  ", b"2025-08-30 ,  ") == path.read_bytes()


def test_a_dry_run_tells_the_same_and_writes_nothing(policies: Path):
    tried = close("jining-2020-19", "--on", "2025-06-30", "--dry-run", "--policies", policies)
    assert [] == changed(SHIPPED, policies)
    done = close("jining-2020-19", "--on", "2025-06-30", "--policies", policies)

    assert tried.exit_code == done.exit_code == 1
    assert tried.stdout.replace("（只是试算，没有写文件）", "") == done.stdout
    assert done.stderr.count("P402") == tried.stderr.count("P402") == 2, "the quotation names another day"


def test_a_day_before_the_first_is_refused(policies: Path):
    done = close("jining-2020-19", "--on", "2020-08-31", "--policies", policies)

    assert (2, []) == (done.exit_code, changed(SHIPPED, policies))
    assert "早于首日 2020-09-01" in done.stderr


def test_what_is_not_held_is_refused(policies: Path):
    done = close("jining-2020-19 九", "--on", "2025-06-30", "--policies", policies)

    assert (1, []) == (done.exit_code, changed(SHIPPED, policies))
    assert "P301" in done.stderr


def test_an_extension_by_a_later_instrument_is_told(policies: Path, tmp_path: Path):
    later = shutil.copytree(FICTIONAL / "jining-2025" / "policies", tmp_path / "later")
    done = close("jining-2020-19", "--on", "2026-06-30", "--policies", policies, "--policies", later)

    assert "但 jining-2025-1 把它延长到 2027-08-31" in done.stdout


def test_the_law_of_another_province_is_closed_alike(tmp_path: Path):
    policies = shutil.copytree(FICTIONAL / "yunze" / "policies", tmp_path / "policies")
    close("yunze-2030-6", "--on", "2031-06-29", "--policies", SHIPPED, "--policies", policies)
    lines = changed(FICTIONAL / "yunze" / "policies", policies)

    assert ["-", "+"] == [line[0] for _, line in lines]
