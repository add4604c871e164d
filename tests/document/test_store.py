"""A file is written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest
from jiexu.base.problem import ProblemsError
from jiexu.document.store import store


def test_a_new_file_is_made_with_its_folders(tmp_path: Path):
    store(tmp_path / "a" / "b.yaml", b"x")

    assert b"x" == (tmp_path / "a" / "b.yaml").read_bytes()
    assert ["b.yaml"] == os.listdir(tmp_path / "a")


def test_a_file_keeps_its_permissions(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    store(path, b"new")

    assert (b"new", 0o640) == (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))


def test_what_cannot_be_written_is_told_with_its_place_and_nothing_is_left(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    for target in (tmp_path / "file" / "a.yaml", tmp_path / "folder", Path()):
        with pytest.raises(ProblemsError) as refused:
            store(target, b"x")

        assert [("P133", str(target))] == [(one.code, one.where.file) for one in refused.value.problems]
    assert ["file", "folder"] == sorted(os.listdir(tmp_path))


@pytest.mark.skipif(os.name != "posix", reason="pipes and links are of POSIX")
def test_a_pipe_is_written_into_and_a_link_stays_one(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    store(tmp_path / "pipe", b"x")
    (tmp_path / "link").symlink_to("file")
    store(tmp_path / "link", b"y")

    assert b"x" == os.read(reader, 2)
    os.close(reader)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert ("file", b"y") == (os.readlink(tmp_path / "link"), (tmp_path / "file").read_bytes())
