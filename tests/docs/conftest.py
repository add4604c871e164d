"""What the tests of the documentation share."""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

_FENCE = re.compile(r"^(?P<indent> *)```(?P<language>\w*)\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="session")
def fenced() -> Callable[[Path, str], list[str]]:
    """The fenced blocks of a page that are marked with a language, in order."""

    def blocks(page: Path, language: str) -> list[str]:
        found = _FENCE.finditer(page.read_text("utf-8"))
        return [textwrap.dedent(block["body"]) for block in found if block["language"] == language]

    return blocks
