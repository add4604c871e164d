"""Examples and accepted cases are run, compared and updated."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from jiexu.checks.example import stated_examples
from jiexu.law.library import Library
from jiexu.regression.junit import junit
from jiexu.regression.run import Result, run_cases, run_examples

from tests.conftest import TODAY

CASE = """\
case: T-1
as_of: 2021-08-15
from: 济南市
to: 济宁市
facts: {参保身份: 灵活就业人员, 出生年月: 1985-05, 退休年龄类别: 男职工, 减员日期: 2021-03-20, 最后缴费月: 2021-03, 首次缴费日: 2021-07-05}
expect:
"""


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    (tmp_path / "right.yaml").write_text(
        CASE + "  待遇起始月: {value: 2022-01, by: [jining-2020-19 二（三）]}\n", "utf-8"
    )
    list(run_cases(library, [tmp_path], TODAY, update=True))
    return tmp_path


def _codes(results: list[Result]) -> list[str]:
    return [problem.code for result in results for problem in result.problems]


def test_every_example_of_the_shipped_law_answers_as_it_says(library: Library):
    results = list(run_examples(library))

    assert len(results) == len(list(stated_examples(library)))
    assert [] == _codes(results)


def test_an_accepted_case_passes(folder: Path, library: Library):
    assert [] == _codes(list(run_cases(library, [folder], TODAY)))


@pytest.mark.parametrize(
    ("pinned", "code"),
    [
        ("{value: 2022-02}", "P501"),
        ("{status: silent}", "P501"),
        ("{value: 2022-01, by: [jining-2020-19 二（二）]}", "P502"),
        ("{value: 2022-01, by: [shandong-2020-47 二第三款, jining-2020-19 二（三）]}", "P502"),
    ],
)
def test_value_status_and_clause_are_pinned(folder: Path, library: Library, pinned: str, code: str):
    (folder / "right.yaml").write_text(f"{CASE}  待遇起始月: {pinned}\n", "utf-8")

    assert [code] == _codes(list(run_cases(library, [folder], TODAY)))


def test_missing_facts_are_pinned_as_a_subset(folder: Path, library: Library):
    path = folder / "right.yaml"
    path.write_text(f"{CASE}  一次性补缴金额: {{status: pending, missing: [办理情形]}}\n", "utf-8")
    assert [] == _codes(list(run_cases(library, [folder], TODAY)))

    path.write_text(f"{CASE}  一次性补缴金额: {{status: pending, missing: [办理情形, 补缴日期]}}\n", "utf-8")
    assert ["P503"] == _codes(list(run_cases(library, [folder], TODAY)))


def test_a_changed_explanation_is_found_at_its_line_until_it_is_accepted(folder: Path, library: Library):
    accepted = folder / "right.txt"
    lines = accepted.read_text("utf-8").splitlines()
    accepted.write_text("\n".join([*lines[:3], "改过的一行", *lines[4:]]) + "\n", "utf-8")

    ((problem,),) = [result.problems for result in run_cases(library, [folder], TODAY)]
    assert ("P505", 4) == (problem.code, problem.where.line)

    list(run_cases(library, [folder], TODAY, update=True))
    assert [] == _codes(list(run_cases(library, [folder], TODAY)))


def test_an_accepted_explanation_that_is_no_text_differs_and_one_that_cannot_be_written_is_told(
    folder: Path, library: Library
):
    accepted = folder / "right.txt"
    accepted.write_bytes(b"\xff\xfe\n")
    assert ["P505"] == _codes(list(run_cases(library, [folder], TODAY)))

    accepted.unlink()
    accepted.mkdir()
    assert ["P133"] == _codes(list(run_cases(library, [folder], TODAY, update=True)))
    assert ["right.txt", "right.yaml"] == sorted(path.name for path in folder.iterdir())


def test_a_case_without_an_accepted_explanation_fails(folder: Path, library: Library):
    (folder / "right.txt").unlink()

    assert ["P504"] == _codes(list(run_cases(library, [folder], TODAY)))


def test_a_case_that_cannot_be_read_fails_and_the_others_still_run(folder: Path, library: Library):
    (folder / "broken.yaml").write_text("facts: {减员日期: 2021-02-30}\n", "utf-8")
    results = list(run_cases(library, [folder], TODAY))

    assert [["P222"], []] == [[problem.code for problem in result.problems] for result in results]


def test_junit_counts_what_failed(folder: Path, library: Library):
    (folder / "broken.yaml").write_text("facts: {减员日期: 2021-02-30}\n", "utf-8")
    root = ElementTree.fromstring(junit(run_cases(library, [folder], TODAY)).encode())

    assert [("2", "1")] == [(suite.get("tests"), suite.get("failures")) for suite in root]
    assert ["P222"] == [failure.get("message", "")[:4] for failure in root.iter("failure")]
