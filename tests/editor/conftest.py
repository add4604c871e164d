"""A language server for every test of this folder. Where there is none the run says so, or fails when it was wanted."""

import json
import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.editor.server import PROGRAM, Server

MISSING = "The editor tests did not run. They need node, and once: npm ci --ignore-scripts --prefix tests/editor"
WANTED = "JIEXU_EDITOR_TESTS"
HELD = PROGRAM.is_file() and shutil.which("node") is not None


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if not HELD:
        terminalreporter.write_line(MISSING, yellow=True)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The server with the settings of this repository, which are the server's own and no one editor's."""
    if not HELD:
        (pytest.fail if os.environ.get(WANTED) else pytest.skip)(MISSING)
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    own = {key.removeprefix("yaml."): value for key, value in settings.items() if key.startswith("yaml.")}
    running = Server(
        ROOT, {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}, **own}
    )
    yield running
    running.close()
