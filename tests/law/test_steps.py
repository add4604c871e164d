"""Procedures and the cache: a decision carries none of them, a track all of them."""

import subprocess
import sys
from pathlib import Path

from jiexu.decision.case_file import read_case
from jiexu.document.loader import read
from jiexu.law.cache import cached_law
from jiexu.law.folder import gather
from jiexu.law.library import Library
from jiexu.procedure.track import track
from jiexu.report.track.screen import track_screen

from tests.conftest import ROOT, TODAY

CASE = ROOT / "cases" / "haixi" / "route-online-in-to-jining.yaml"


def test_the_law_kept_for_decisions_holds_no_step(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("JIEXU_CACHE", str(tmp_path))
    files = gather([ROOT / "policies"])
    cached_law(files)
    kept = cached_law(files)

    assert [] == [held.id for held in kept.instruments.values() if held.routes]
    assert [] == [
        one.clause for held in kept.instruments.values() for one in held.provisions if one.steps or one.operations
    ]
    assert ((), ()) == (kept.vocabulary.actors, kept.vocabulary.procedure_days)


def test_the_law_kept_with_steps_tracks_as_the_law_read_from_its_files(library: Library, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("JIEXU_CACHE", str(tmp_path))
    files = gather([ROOT / "policies"])
    cached_law(files, steps=True)
    kept = cached_law(files, steps=True)
    case = read_case(read(CASE), library, TODAY)

    assert kept is not library
    assert track_screen(track(library, case), "x") == track_screen(track(kept, case), "x")


def test_deciding_loads_neither_steps_nor_procedures(tmp_path: Path):
    code = (
        "import sys\n"
        "from jiexu.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write(' '.join(sorted(one for one in sys.modules if 'procedure' in one or one == 'jiexu.law.step')))"
    )
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code, "decide", str(CASE)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={"JIEXU_CACHE": str(tmp_path), "PYTHONPATH": str(ROOT / "engine"), "PATH": ""},
            check=True,
        )

    assert "" == done.stderr
