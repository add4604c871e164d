"""docs/format.md: its snippets stand in packs, its tables are what the engine has, its screens are what the command prints."""

import json
import re
import shutil
import textwrap
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jiexu.base.kinds import DATE, MONTH, MONTHS, PLACE, Kind, as_text, read_plain
from jiexu.base.location import NOWHERE
from jiexu.cli.main import main
from jiexu.decision.case import Case
from jiexu.decision.decide import world_of
from jiexu.decision.outcome import DETERMINED, TRAVELS
from jiexu.explanation.labels import ZH
from jiexu.expression.functions import FUNCTIONS, Function
from jiexu.expression.grammar import expression
from jiexu.law.library import Library

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "format.md"
PACKS = [ROOT / "policies", *sorted((ROOT / "tests" / "provinces").glob("*/policies"))]
KINDS = {
    "date": "日期",
    "month": "年月",
    "months": "月数",
    "days": "天数",
    "place": "地名",
    "yes_no": "是或否",
    "periods": "起止年月",
    "period_kind": "实际或视同",
    "fact": "事实",
    "ordered": "可比的量",
    "whole": "整数的量",
}


def tables() -> Iterator[tuple[list[str], list[list[str]]]]:
    """The tables of the page: the cells of the head, and of each row."""
    for found in re.finditer(r"(?:^\|.*\|\n)+", PAGE.read_text("utf-8"), re.MULTILINE):
        head, _, *rows = ([cell.strip() for cell in line.strip("|").split(" | ")] for line in found[0].splitlines())
        yield head, rows


def rows_under(first: str) -> list[list[str]]:
    """The rows of every table whose first column has this head."""
    return [row for head, rows in tables() for row in rows if head[0].strip("| ") == first]


def code(cell: str) -> str:
    return cell.strip("| `")


def stands_in(snippet: str, text: str) -> bool:
    """True when a snippet occurs in a file line by line, however deep it stands there."""
    lines, wanted = text.splitlines(), snippet.splitlines()
    starts = (index for index, line in enumerate(lines) if line.strip() == wanted[0].strip())
    return any(textwrap.dedent("\n".join(lines[start : start + len(wanted)])) == "\n".join(wanted) for start in starts)


def test_every_snippet_stands_in_a_pack(fenced: Callable[[Path, str], list[str]]):
    texts = [path.read_text("utf-8") for folder in PACKS for path in sorted(folder.rglob("*.yaml"))]
    snippets = [textwrap.dedent(snippet) for snippet in fenced(PAGE, "yaml")]

    assert [] == [snippet for snippet in snippets if not any(stands_in(snippet, text) for text in texts)]
    assert snippets


def keys_of(schema: Any) -> set[str]:
    """Every key a rule file may have, at whatever depth."""
    if isinstance(schema, list):
        return set().union(*map(keys_of, schema))
    if not isinstance(schema, dict):
        return set()
    properties = schema.get("properties", {})
    return (
        set(properties)
        | keys_of(list(properties.values()))
        | keys_of([schema[key] for key in schema if key != "properties"])
    )


def test_every_key_of_the_schema_has_its_line_and_no_other_has():
    keys = keys_of(json.loads((ROOT / "policies" / "instrument.schema.json").read_text("utf-8")))
    told = [code(row[0]) for row in rows_under("键")]

    assert sorted(keys) == sorted(told)


def test_ranks_and_evidence_are_those_of_the_vocabulary(library: Library):
    assert {code(row[0]): row[1] for row in rows_under("位阶")} == library.vocabulary.ranks
    assert {code(row[0]): row[1] for row in rows_under("来源")} == library.vocabulary.evidence


def test_units_are_those_of_the_vocabulary(library: Library):
    assert f"单位有：{'、'.join(library.vocabulary.units)}。" in PAGE.read_text("utf-8")


def test_statuses_are_all_told_by_their_labels():
    assert {code(row[0]): row[1] for row in rows_under("状态")} == {
        status: ZH[status] for status in (DETERMINED, *TRAVELS)
    }


def test_the_lines_shown_are_lines_of_the_language():
    spans = [span for row in rows_under("写法") for span in re.findall("`([^`]+)`", row[1])]
    lines = [span for span in spans if not span.isascii()]

    for line in lines:
        expression(line, NOWHERE)
    assert len(lines) >= len(rows_under("写法"))


def told(kind: Kind) -> str:
    return "或".join(kind.members) or KINDS[kind.name]


def signature(function: Function) -> str:
    required = len(function.takes) - function.optional
    arguments = [told(kind) + ("" if index < required else "（可省）") for index, kind in enumerate(function.takes)]
    return f"{function.name}({', '.join(arguments)})"


def test_the_functions_are_those_of_the_table_in_its_order():
    rows = [(code(row[0]), row[1]) for row in rows_under("函数") if "(" in row[0]]

    assert [(signature(function), told(function.gives)) for function in FUNCTIONS.values()] == rows


def argument(library: Library, kind: Kind, text: str) -> Any:
    """A value written in an example; of a kind that is not told, the first that can be read."""
    if kind.members:
        return text
    if kind == PLACE:
        return library.places.find(text)[0]
    for read_as in (DATE, MONTH, MONTHS) if kind.name in ("ordered", "whole") else (kind,):
        try:
            return read_plain(read_as, text)
        except ValueError:
            continue
    raise ValueError(text)


def test_the_examples_of_functions_come_out_as_told(library: Library):
    world = world_of(library, Case("", date(2026, 1, 1), None, None, {}))
    examples = [
        re.fullmatch(r"`(.+)\((.+)\)` = (.+)", row[3].strip("| ")) for row in rows_under("函数") if len(row) > 3
    ]
    with world.asking(""):
        for example in filter(None, examples):
            function = FUNCTIONS[example[1]]
            values = [
                argument(library, kind, text) for kind, text in zip(function.takes, example[2].split(", "), strict=True)
            ]
            given = function.run(world, *values) if function.wants_world else function.run(*values)
            shown = library.vocabulary.words["yes" if given else "no"] if isinstance(given, bool) else as_text(given)

            assert example[3] == shown, example[0]
    assert len(list(filter(None, examples))) == len(FUNCTIONS) - 2


def without_lines(screen: str) -> str:
    return re.sub(r"^(\S+\.yaml):\d+:", r"\1:", screen, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("待遇起始月: 等待期满之月", "待遇起始月: 等待期满月"), ("等待期: {value: 6,", "等待期: {value: 5,")],
    ids=["a name", "a number"],
)
def test_the_errors_shown_are_what_check_prints(right, wrong, fenced, tmp_path, monkeypatch):
    """The page shows the first of them. Where in the file a line stands changes whenever a clause is added above it."""
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    changed = tmp_path / "policies" / "jining" / "jining-2020-19.yaml"
    text = changed.read_text("utf-8")
    assert text.count(right) == 1
    changed.write_text(text.replace(right, wrong), "utf-8")
    monkeypatch.chdir(tmp_path)
    shown = next(block for block in fenced(PAGE, "text") if wrong in block)

    printed = CliRunner().invoke(main, ["check", "--policies", "policies"]).stderr

    assert without_lines(shown) in without_lines(printed)
