"""The schemas that editors read: current, true of what is shipped, and with the names of whatever law they are made from."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jiexu.cli.main import main
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.law.library import Library
from jiexu.regression.run import case_files
from jiexu.report.editor.keys import CASES, RULES
from jiexu.report.editor.schemas import FOLDER, schemas
from jsonschema import Draft202012Validator

from tests.conftest import ROOT

SHIPPED = ROOT / "policies"
YUNZE = ROOT / "tests" / "provinces" / "yunze" / "policies"
KINDS = {"jiexu-rules/1": "instrument", "jiexu-vocabulary/1": "vocabulary", "jiexu-places/1": "jurisdictions"}
Says = Callable[[str, str], list[str]]


def as_editors_read(text: str) -> Any:
    """YAML 1.2, which has numbers and yes-or-no, and no dates."""
    return typed(yaml.load(text, Loader=yaml.BaseLoader))


def typed(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: typed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [typed(item) for item in node]
    if re.fullmatch(r"-?\d+", node):
        return int(node)
    if re.fullmatch(r"-?\d+\.\d*", node):
        return float(node)
    return {"true": True, "false": False, "": None}.get(node, node)


def validator(held: dict[str, bytes], name: str) -> Draft202012Validator:
    schema = json.loads(held[f"{name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def wrong(check: Draft202012Validator, text: str) -> list[str]:
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.validator}"
        for error in check.iter_errors(as_editors_read(text))
    ]


@pytest.fixture(scope="module")
def held(library: Library) -> dict[str, bytes]:
    return schemas(library)


def test_the_shipped_ones_are_current(held: dict[str, bytes]):
    """Else: jiexu schema --write."""
    assert held == {path.name: path.read_bytes() for path in sorted((SHIPPED / FOLDER).iterdir())}


def test_every_shipped_law_file_is_right_by_the_schema_of_its_kind(held: dict[str, bytes]):
    checks = {kind: validator(held, name) for kind, name in KINDS.items()}
    for label, data in gather([SHIPPED]).content.items():
        text = data.decode()
        kind = re.search(r"^format: (\S+)$", text, re.MULTILINE)

        assert kind is not None
        assert (label, []) == (label, wrong(checks[kind[1]], text))


def test_every_case_is_right_by_the_schema_of_cases(held: dict[str, bytes]):
    check = validator(held, "case")
    for path in case_files([ROOT / "cases"]):
        assert (path.name, []) == (path.name, wrong(check, path.read_text("utf-8")))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("instrument: {place: 济宁县}", "instrument/place: pattern"),
        ("instrument: {place: 海南}", "instrument/place: pattern"),
        ("background: {参保身分: 灵活就业人员}", "background: additionalProperties"),
        (
            "provisions: [{clause: 一, silent: [{about: [待遇开始月], says: 甲}]}]",
            "provisions/0/silent/0/about/0: pattern",
        ),
        (
            "provisions: [{clause: 一, rules: [{then: {待遇开始月: 首次缴费月}}]}]",
            "provisions/0/rules/0/then: additionalProperties",
        ),
        ("provisions: [{clause: 一, implements: [二（三）]}]", "provisions/0/implements/0: anyOf"),
        (
            "provisions: [{clause: 一, examples: [{given: {}, expect: {应提交材料: [甲]}}]}]",
            "provisions/0/examples/0/expect/应提交材料: anyOf",
        ),
    ],
)
def test_a_name_that_is_none_is_refused(held: dict[str, bytes], text: str, where: str):
    found = wrong(validator(held, "instrument"), f"format: jiexu-rules/1\n{text}")

    assert where in found


def test_each_key_of_a_rule_file_means_what_the_page_says():
    page = (ROOT / "docs" / "format.md").read_text("utf-8")
    tables = re.findall(r"^\| 键 \| 意思 \|\n\|---\|---\|\n((?:\|.*\|\n)+)", page, re.MULTILINE)
    rows = [row.strip("|").split(" | ") for table in tables for row in table.splitlines()]

    assert RULES == {key.strip(" `"): meaning.strip(" |") for key, meaning in rows}


def test_each_key_of_a_case_has_a_meaning(held: dict[str, bytes]):
    assert CASES.keys() >= json.loads(held["case.schema.json"])["properties"].keys()


def test_another_law_gets_its_own_names():
    library = read_law(gather([SHIPPED, YUNZE]))
    check = validator(schemas(library), "instrument")
    theirs = {name for name in library.vocabulary.facts if name in (YUNZE / "vocabulary.yaml").read_text("utf-8")}

    assert theirs
    for path in YUNZE.rglob("yunze-*.yaml"):
        assert [] == wrong(check, path.read_text("utf-8"))


def test_the_command_writes_them_into_the_last_folder_and_tells_when_they_are_old(tmp_path: Path):
    folder = tmp_path / "yunze"
    folder.mkdir()
    (folder / "vocabulary.yaml").write_bytes((YUNZE / "vocabulary.yaml").read_bytes())
    (folder / "jurisdictions.yaml").write_bytes((YUNZE / "jurisdictions.yaml").read_bytes())
    law = ["--policies", str(SHIPPED), "--policies", str(folder)]

    def run(*arguments: str) -> tuple[int, int]:
        done = CliRunner().invoke(main, ["schema", *arguments, *law], catch_exceptions=False)
        return done.exit_code, done.output.count("没有变")

    assert (3, 0) == run()
    assert (0, 0) == run("--write")
    assert (0, 4) == run()
    assert "上年度月平均工资" in (folder / FOLDER / "case.schema.json").read_text("utf-8")
    vocabulary = folder / "vocabulary.yaml"
    vocabulary.write_text(vocabulary.read_text("utf-8").replace("上年度月平均工资", "上年月平均工资"), "utf-8")
    assert (3, 2) == run()
