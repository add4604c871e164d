"""Several folders of law, whatever they are called."""

from pathlib import Path

import pytest
from jiexu.base.problem import ProblemsError
from jiexu.law.folder import companions, gather


@pytest.fixture
def folders(tmp_path):
    """Two folders of one name, each with a file of one name."""
    for place in ("one", "other"):
        folder = tmp_path / place / "policies"
        folder.mkdir(parents=True)
        (folder / "vocabulary.yaml").write_text(f"place: {place}\n", "utf-8")
    return [tmp_path / place / "policies" for place in ("one", "other")]


def test_of_two_folders_of_one_name_neither_hides_the_other(folders):
    files = gather(folders)

    assert ["policies/vocabulary.yaml", "other/policies/vocabulary.yaml"] == list(files.content)
    assert [b"place: one\n", b"place: other\n"] == list(files.content.values())
    assert [folder / "vocabulary.yaml" for folder in folders] == list(map(Path, files.paths.values()))


def test_a_folder_given_twice_is_read_once(folders):
    assert gather(folders[:1]).sha256 == gather([folders[0], folders[0].parent / "policies"]).sha256


def test_a_folder_without_law_is_refused(tmp_path):
    with pytest.raises(ProblemsError) as refused:
        gather([tmp_path])

    assert ["P130"] == [problem.code for problem in refused.value.problems]


def test_a_companion_stands_beside_the_law_and_is_none(folders):
    before = gather(folders[:1]).sha256
    beside = folders[0] / "pack.known.yaml"
    beside.write_text("format: jiexu-known/1\n", "utf-8")

    assert before == gather(folders[:1]).sha256
    assert [str(beside)] == companions(folders, ".known")
    assert [] == companions(folders, ".notice")
