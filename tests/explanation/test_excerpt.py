"""The line of a file that a problem is about."""

from pathlib import Path

import pytest
from jiexu.base.location import Location
from jiexu.explanation.excerpt import excerpt


def test_the_line_is_shown_with_a_marker_under_the_words(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_text("一\n参保: x\n", "utf-8")

    assert ["    参保: x", "          ~"] == excerpt(path, Location("a.yaml", 2, 5, 1))


def test_of_a_file_that_cannot_be_read_no_line_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.yaml"
    path.write_text("一\n", "utf-8")

    def refuse(path: Path) -> bytes:
        raise OSError

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert [] == excerpt(path, Location("a.yaml", 1, 1, 1))
