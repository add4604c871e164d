"""Another province, and a later notice, need no Python: each folder here is YAML only, loaded beside the shipped law.

A folder holds ``policies`` (its law), ``cases`` (decided with it) and may hold ``without`` (the same cases decided by the
shipped law alone). Everything in them is invented.
"""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from jiexu.checks.run import run_checks
from jiexu.checks.subject import Subject
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import decide_case
from jiexu.document.loader import read
from jiexu.explanation.data import decision_data
from jiexu.explanation.problems import shown
from jiexu.law.examination import read_law
from jiexu.law.folder import gather, shipped_policies
from jiexu.law.library import Library
from jiexu.regression.run import run_cases, run_examples

HERE = Path(__file__).parent
PROVINCES = sorted(path.parent for path in HERE.glob("*/policies"))
CASES = sorted(HERE.glob("*/cases/*.yaml"))
WITHOUT = sorted(HERE.glob("*/without/*.yaml"))
SHIPPED_CASES = sorted((Path(shipped_policies()).parent / "cases").rglob("*.yaml"))
NO_DAY = date(1970, 1, 1)  # every case here gives its own
NO_ACCEPTED_EXPLANATION = "P504"


def named(path: Path) -> str:
    return path.relative_to(HERE).as_posix() if path.is_relative_to(HERE) else path.stem


@cache
def law(*folders: Path) -> Library:
    return read_law(gather([shipped_policies(), *folders]))


def told(problems) -> list[str]:
    return [shown(problem, None) for problem in problems if problem.code != NO_ACCEPTED_EXPLANATION]


def wrong(library: Library, path: Path) -> list[str]:
    return [line for result in run_cases(library, [path], NO_DAY) for line in told(result.problems)]


def findings(library: Library, path: Path) -> dict:
    case = read_case(read(path), library, NO_DAY, path.stem)
    return decision_data(decide_case(library, case, helpers=True))["findings"]


@pytest.mark.parametrize("province", PROVINCES, ids=named)
def test_every_example_answers_as_it_says_beside_the_shipped_law(province):
    results = list(run_examples(law(province / "policies")))

    assert [] == [(result.name, told(result.problems)) for result in results if result.problems]


def test_the_two_packs_stand_side_by_side():
    results = list(run_examples(law(*(province / "policies" for province in PROVINCES))))

    assert [] == [(result.name, told(result.problems)) for result in results if result.problems]


@pytest.mark.parametrize("path", CASES, ids=named)
def test_a_case_comes_out_by_the_clause_it_pins(path):
    assert [] == wrong(law(path.parents[1] / "policies"), path)


@pytest.mark.parametrize("path", WITHOUT, ids=named)
def test_without_the_folder_the_same_case_is_governed_otherwise(path):
    assert [] == wrong(law(), path)


@pytest.mark.parametrize("path", WITHOUT, ids=named)
def test_it_is_the_same_case(path):
    with_it = path.parents[1] / "cases" / path.name
    one, other = (read_case(read(file), law(path.parents[1] / "policies"), NO_DAY) for file in (path, with_it))

    assert (other.id, other.as_of, other.origin, other.destination, other.facts) == (
        one.id,
        one.as_of,
        one.origin,
        one.destination,
        one.facts,
    )


@pytest.mark.parametrize("province", PROVINCES, ids=named)
def test_a_province_is_yaml_only(province):
    assert {".yaml"} == {path.suffix for path in province.rglob("*") if path.is_file()}


@pytest.mark.parametrize("path", SHIPPED_CASES, ids=named)
def test_a_shipped_case_is_decided_alike_beside_another_province(path):
    assert findings(law(), path) == findings(law(HERE / "yunze" / "policies"), path)


@pytest.mark.parametrize("path", WITHOUT, ids=named)
def test_a_case_of_jining_is_decided_alike_beside_another_province(path):
    assert findings(law(), path) == findings(law(HERE / "yunze" / "policies"), path)


def test_the_order_of_the_folders_makes_no_difference():
    folders = [shipped_policies(), HERE / "yunze" / "policies"]
    path = HERE / "yunze" / "cases" / "seven-months-flexible-county.yaml"
    one, other = (findings(read_law(gather(order)), path) for order in (folders, folders[::-1]))

    assert {name: (found["status"], found.get("value")) for name, found in one.items()} == {
        name: (found["status"], found.get("value")) for name, found in other.items()
    }


@pytest.mark.parametrize(
    ("name", "question", "citations"),
    [
        (
            "seven-months-flexible-outside-the-bound",
            "benefits_from",
            ["transfer-2021-43 第十条", "yunze-2030-1 二第二款"],
        ),
        ("retired-outside-the-rate-bound", "lump_sum_rate", ["yunze-2030-1 六第二款"]),
        ("seven-months-flexible-city", "benefits_from", []),
        ("retired-outside-years-are-deemed", "lump_sum_rate", []),
    ],
)
def test_an_answer_outside_what_was_delegated_stands_with_an_alert(name, question, citations):
    """The city's answer is not silently cut to the bound, and each delegator whose bound it breaks is named."""
    found = findings(law(HERE / "yunze" / "policies"), HERE / "yunze" / "cases" / f"{name}.yaml")[question]

    assert citations == [by for alert in found["alerts"] if alert["kind"] == "bound" for by in alert["by"]]


@pytest.mark.parametrize("province", PROVINCES, ids=named)
def test_the_checks_find_the_city_outside_its_bound_and_nothing_else(province):
    problems = run_checks(Subject(law(province / "policies"), {}))
    outside = {("P512", "shijing-2031-3.yaml")} if province.name == "yunze" else set()

    assert outside == {(problem.code, Path(problem.where.file).name) for problem in problems}


def test_a_nearer_rule_of_the_same_rank_beats_a_later_one_and_says_so():
    found = findings(law(HERE / "yunze" / "policies"), HERE / "yunze" / "cases" / "seven-months-flexible-county.yaml")

    assert {("delegation", "transfer-2021-43 第十条"), ("delegation", "yunze-2030-1 二第二款")} | {
        ("specialis", "yueya-2030-7 一"),
        ("delegation", "yunze-2030-1 二第一款"),
    } == {(beaten["principle"], beaten["over"]) for beaten in found["benefits_from"]["precedence"]}
