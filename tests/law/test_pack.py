"""The same law is the same, however its files are named: a folder, a zip of it, or a revision of the repository."""

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.problem import ProblemsError
from jiexu.law.folder import gather
from jiexu.law.pack import read_pack

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def repository(tmp_path_factory) -> Path:
    """A repository with the shipped law committed in ``policies`` and, changed, on a branch ``next``."""
    root = tmp_path_factory.mktemp("repository")
    shutil.copytree(ROOT / "policies", root / "policies")

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "the law")
    git("checkout", "-b", "next")
    (root / "policies" / "jining" / "jining-2020-19.yaml").unlink()
    git("commit", "-am", "one notice less")
    git("checkout", "main")
    return root


def zipped(folder: Path, target: Path, lead: str = "") -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, f"{lead}{path.relative_to(folder).as_posix()}")
        archive.writestr("__MACOSX/policies/._vocabulary.yaml", "no law")
    return target


def test_a_folder_a_zip_and_a_revision_give_the_same_files(repository, tmp_path, monkeypatch):
    monkeypatch.chdir(repository)
    folder = gather(["policies"])
    inside = zipped(repository / "policies", tmp_path / "any.zip", "policies/")
    flat = zipped(repository / "policies", tmp_path / "policies.zip")

    for written in ("policies", str(inside), str(flat), "HEAD", "main:policies", "HEAD:policies/"):
        found = read_pack(written)
        assert (folder.content, folder.sha256) == (found.content, found.sha256), written


def test_a_revision_is_read_from_wherever_in_the_repository_one_is(repository, monkeypatch):
    monkeypatch.chdir(repository / "policies" / "national")

    assert gather([repository / "policies"]).content == read_pack("HEAD").content
    assert "policies/jining/jining-2020-19.yaml" not in read_pack("next").content


def test_folders_and_archives_are_joined_to_one_law(repository, tmp_path, monkeypatch):
    monkeypatch.chdir(repository)
    ours = ROOT / "tests" / "provinces" / "jining-2025" / "policies"
    both = read_pack(f"policies+{ours}")
    mixed = read_pack(f"HEAD+{ours}")

    assert gather(["policies", ours]).content.keys() == both.content.keys()
    assert sorted(both.content.values()) == sorted(mixed.content.values())
    assert {str(ours / "jining-2025-1.yaml")} == set(mixed.paths.values())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("no-such-thing", "P141"),
        ("-n", "P141"),
        ("HEAD~99", "P141"),
        ("HEAD:no/such/folder", "P143"),
        ("HEAD:policies/vocabulary.yaml", "P143"),
        ("broken.zip", "P142"),
        ("empty.zip", "P130"),
        ("empty", "P130"),
        ("policies+no-such-thing", "P141"),
    ],
)
def test_what_is_no_law_is_refused_by_the_name_it_was_given(repository, monkeypatch, written, code):
    monkeypatch.chdir(repository)
    (repository / "broken.zip").write_bytes(b"PK\x03\x04 no zip")
    with zipfile.ZipFile(repository / "empty.zip", "w") as archive:
        archive.writestr("readme.txt", "nothing")
    (repository / "empty").mkdir(exist_ok=True)
    with pytest.raises(ProblemsError) as refused:
        read_pack(written)

    assert [(code, written.rpartition("+")[2])] == [(one.code, one.where.file) for one in refused.value.problems]


def test_outside_a_repository_a_revision_is_refused_and_nothing_else(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ProblemsError) as refused:
        read_pack("HEAD")

    assert ["P141"] == [one.code for one in refused.value.problems]


def test_without_git_a_revision_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProblemsError) as refused:
        read_pack("HEAD")

    assert ["P141"] == [one.code for one in refused.value.problems]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@given(damage=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_zip_is_read_or_refused(method: int, damage: list[tuple[int, int]]):
    held = BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.writestr("law/a.yaml", "format: jiexu-rules/1\n" * 20)
        archive.writestr("law/b.yaml", "format: jiexu-places/1\n" * 20)
    content = bytearray(held.getvalue())
    for place, byte in damage:
        content[place % len(content)] = byte
    with NamedTemporaryFile(suffix=".zip") as file:
        file.write(content)
        file.flush()
        try:
            found = read_pack(file.name)
        except ProblemsError as error:
            assert error.problems[0].code in ("P142", "P130")  # noqa: PT017
        else:
            assert found.content


def test_a_zip_that_swells_is_refused_before_it_is_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"law/{number}.yaml", bytes(25_000_000))
    with pytest.raises(ProblemsError) as refused:
        read_pack(str(tmp_path / "bomb.zip"))

    assert ["P142"] == [problem.code for problem in refused.value.problems]


@pytest.mark.parametrize("target", ["/etc/hostname", "nowhere.yaml", "link.yaml"])
def test_a_link_in_a_revision_that_leads_nowhere_in_it_is_refused(tmp_path, monkeypatch, target):
    """Neither a traceback, nor anything read from outside of the revision."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "link.yaml").symlink_to(target)
    who = ("-c", "user.name=t", "-c", "user.email=t@example.com")
    for command in (["init"], ["add", "."], ["commit", "-m", "a link"]):
        subprocess.run(["git", *who, *command], cwd=tmp_path, check=True, capture_output=True)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProblemsError) as refused:
        read_pack("HEAD")

    assert [("P101", "policies/link.yaml")] == [(one.code, one.where.file) for one in refused.value.problems]


@pytest.mark.parametrize("written", ["--output=law.tar", "--output=law.tar:policies", "HEAD:--output=law.tar", "-h"])
def test_a_revision_is_never_taken_for_an_option(repository, monkeypatch, written):
    monkeypatch.chdir(repository)
    before = sorted(repository.iterdir())
    with pytest.raises(ProblemsError):
        read_pack(written)

    assert before == sorted(repository.iterdir())
