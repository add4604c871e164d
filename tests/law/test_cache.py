"""The cache is a convenience: right when it serves, harmless when it is damaged."""

import json
from pathlib import Path

import pytest
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import decide_case
from jiexu.document.loader import read
from jiexu.explanation.data import decision_data
from jiexu.explanation.screen import screen
from jiexu.law.cache import cache_folder, cache_key, cached_law
from jiexu.law.folder import gather
from jiexu.law.library import Library
from jiexu.regression.run import case_files

from tests.conftest import ROOT, TODAY


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JIEXU_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def _decided(library: Library, path: Path) -> tuple[str, str]:
    decision = decide_case(library, read_case(read(path), library, TODAY, path.stem))
    return json.dumps(decision_data(decision), ensure_ascii=False), screen(decision)


def test_the_cached_law_decides_every_case_as_the_law_read_from_its_files(library: Library, cache: Path):
    files = gather([ROOT / "policies"])
    cached_law(files)
    restored = cached_law(files)

    assert restored is not library
    for path in case_files([ROOT / "cases"]):
        assert _decided(library, path) == _decided(restored, path)


def test_the_cache_is_one_file_of_plain_json(cache: Path):
    cached_law(gather([ROOT / "policies"]))

    (held,) = cache.iterdir()
    _, _, payload = held.read_text("utf-8").partition("\n")

    assert "Library" == json.loads(payload)[0]


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("2025-08-31", "2035-08-31"),
        lambda text: text.partition("\n")[0] + '\n["Library"]',
        lambda text: "\x00" * 100,
    ],
    ids=["emptied", "cut", "a date changed", "payload replaced", "binary"],
)
def test_a_damaged_cache_is_read_anew(library: Library, cache: Path, damage):
    files = gather([ROOT / "policies"])
    cached_law(files)
    (held,) = cache.iterdir()
    held.write_text(damage(held.read_text("utf-8")), "utf-8")

    case = ROOT / "cases" / "jining" / "flexible-fifth-month.yaml"

    assert _decided(library, case) == _decided(cached_law(files), case)


def test_a_cache_swapped_for_that_of_another_pack_is_read_anew(cache: Path, tmp_path: Path):
    """Another pack's file under this pack's name carries its own key, and is refused."""
    other = tmp_path / "policies"
    other.mkdir()
    for path in (ROOT / "policies").rglob("*.yaml"):
        copy = other / path.relative_to(ROOT / "policies")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(
            path.read_text("utf-8").replace("{value: 6, unit: 个月, quote: 连续", "{value: 5, unit: 个月, quote: 连续"),
            "utf-8",
        )
    ours, theirs = gather([ROOT / "policies"]), gather([other])
    cached_law(ours)
    cached_law(theirs)
    swapped = Path(cache_folder()) / f"law-{cache_key(ours)}.json"
    swapped.write_bytes(Path(cache_folder(), f"law-{cache_key(theirs)}.json").read_bytes())

    data, _ = _decided(cached_law(ours), ROOT / "cases" / "jining" / "flexible-fifth-month.yaml")

    assert "2022-01" == json.loads(data)["findings"]["benefits_from"]["value"]


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder would be", "utf-8")
    monkeypatch.setenv("JIEXU_CACHE", str(blocked))

    restored = cached_law(gather([ROOT / "policies"]))

    assert library.sha256 == restored.sha256


def test_the_key_changes_with_the_content(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_text("format: jiexu-places/1\nplaces: {}\n", "utf-8")
    before = cache_key(gather([tmp_path]))
    file.write_text("format: jiexu-places/1\nplaces: {}\n\n", "utf-8")

    assert before != cache_key(gather([tmp_path]))


def test_line_endings_do_not_change_the_hash(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"format: x\n")
    unix = gather([tmp_path]).sha256
    file.write_bytes(b"format: x\r\n")

    assert unix == gather([tmp_path]).sha256
