"""Running ``jiexu decide``, reading what it says of bad files, and a receipt of a decision."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main

from tests.cli.verifying import CASE, run

CHINESE = re.compile(r"[\u4e00-\u9fff]")
HEAD = re.compile(r"^(?P<file>.+):(?P<line>\d+):(?P<column>\d+): (?P<code>P\d{3}) (?P<sentence>.+)$", re.MULTILINE)
REMEDY = re.compile(r"^    → (.+)$", re.MULTILINE)


class Told(NamedTuple):
    """One problem as it was printed."""

    code: str
    file: str
    line: int
    column: int


@pytest.fixture
def good() -> Path:
    """A case without a mistake."""
    return Path(__file__).resolve().parents[2] / "cases" / "jining" / "flexible-fifth-month.yaml"


@pytest.fixture
def decide() -> Callable[..., Result]:
    def run(*arguments: object, text: bytes | None = None) -> Result:
        return CliRunner().invoke(main, ["decide", *map(str, arguments)], input=text, catch_exceptions=False)

    return run


@pytest.fixture
def told() -> Callable[[str], list[Told]]:
    """The problems printed; each with a Chinese sentence and a Chinese remedy, and never a traceback."""

    def read(printed: str) -> list[Told]:
        heads, remedies = list(HEAD.finditer(printed)), REMEDY.findall(printed)

        assert len(heads) == len(remedies)
        assert all(CHINESE.search(sentence) for sentence in [*remedies, *(head["sentence"] for head in heads)])
        assert "Traceback" not in printed
        return [Told(head["code"], Path(head["file"]).name, int(head["line"]), int(head["column"])) for head in heads]

    return read


@pytest.fixture
def refused(decide, told) -> Callable[..., list[Told]]:
    """The problems for which nothing was decided."""

    def run(*arguments: object, text: bytes | None = None) -> list[Told]:
        result = decide(*arguments, text=text)

        assert (1, "") == (result.exit_code, result.stdout)
        return told(result.stderr)

    return run


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    path = tmp_path / "receipt.json"
    assert 3 == run("decide", CASE, "--receipt", path).exit_code
    return path
