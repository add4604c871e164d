"""What keeps the house: no number of the law and no name of a fact in Python, small files, one noun each."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "engine" / "jiexu"
FILES = sorted(ENGINE.rglob("*.py"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SPEAKS_CHINESE = ("explanation", "checks", "report", "cli")
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}


def _docstrings(tree: ast.AST) -> set[int]:
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, documented)]
    first = [body[0].value for body in bodies if body and isinstance(body[0], ast.Expr)]
    after = [body[i + 1].value for body in bodies for i in range(len(body) - 1) if isinstance(body[i + 1], ast.Expr)]
    return {id(node) for node in (*first, *after) if isinstance(node, ast.Constant)}


def _constants(path: Path) -> list[ast.Constant]:
    tree = ast.parse(path.read_text("utf-8"))
    documented = _docstrings(tree)
    return [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in documented]


def test_python_states_no_number_but_0_1_2_12_and_100():
    """Every other number is somebody's law, and stands in a rule file with its quotation."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.value}"
        for path in FILES
        for node in _constants(path)
        if isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and node.value not in (0, 1, 2, 12, 100)
    ]

    assert [] == found


def test_python_speaks_chinese_only_where_it_speaks_to_people():
    """Explanations, checks, the command line's help and the table of rule functions; all else is data."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.value}"
        for path in FILES
        for node in _constants(path)
        if path.relative_to(ENGINE).parts[0] not in SPEAKS_CHINESE and path.name != "functions.py"
        if isinstance(node.value, str) and CHINESE.search(node.value)
    ]

    assert [] == found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_a_file_is_one_noun_of_at_most_300_lines(path: Path):
    assert len(path.read_text("utf-8").splitlines()) <= 300
    assert path.stem not in DRAWERS


def test_deciding_imports_neither_tables_nor_templates_nor_schemas(tmp_path: Path):
    """From a warm cache, decide pays for none of rich, jinja2 and jsonschema."""
    code = (
        "import sys\n"
        "from jiexu.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write(' '.join(sorted({'rich', 'jinja2', 'jsonschema', 'difflib'} & set(sys.modules))))"
    )
    case = ROOT / "cases" / "jining" / "flexible-fifth-month.yaml"
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code, "decide", str(case)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={"JIEXU_CACHE": str(tmp_path), "PYTHONPATH": str(ROOT / "engine"), "PATH": ""},
            check=True,
        )

    assert "" == done.stderr
    assert "2022-01" in done.stdout
