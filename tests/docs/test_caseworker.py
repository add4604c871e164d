"""docs/caseworker: its commands run in their order, its screens are what they print, its pictures show what they write.

``JIEXU_GOLDEN=1 ./dev test tests/docs/test_caseworker.py`` writes the pages and pictures anew; look at each of them.
"""

import os
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.picture import drawn_text, page_text, write_picture
from tests.docs.renewal import renew
from tests.docs.walk import walk, write_files

FOLDER = ROOT / "docs" / "caseworker"
PAGES = sorted(FOLDER.glob("*.md"))
PICTURE = re.compile(r"!\[(?P<made>[^\]]+)\]\((?P<path>[^)]+)\)")
GOLDEN = bool(os.environ.get("JIEXU_GOLDEN"))
MOST_BYTES = 60 * 1024


def pictures(page: Path) -> dict[str, Path]:
    """The pictures on a page by the name of the file that each was made from, without its ending."""
    return {found["made"]: page.parent / found["path"] for found in PICTURE.finditer(page.read_text("utf-8"))}


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_walk_goes_as_the_page_tells(page: Path, desk: Path):
    write_files(FOLDER / "README.md")
    screens = list(walk(page))
    written = {path.stem: path for path in sorted(desk.rglob("*")) if path.suffix in (".html", ".svg")}
    if GOLDEN:
        renew(page, screens)
        for name, picture in pictures(page).items():
            write_picture(picture, written[name])

    assert [] == [screen.shown for screen in screens if not GOLDEN and not screen.agrees()]
    for name, picture in pictures(page).items():
        assert page_text(written[name]) == drawn_text(picture), f"{picture} no longer shows {name}"


def test_every_picture_is_on_a_page_and_small():
    shown = {path.resolve() for page in PAGES for path in pictures(page).values()}
    held = {path.resolve() for path in (FOLDER / "pictures").iterdir()}

    assert shown == held
    assert [] == [path.name for path in held if path.stat().st_size > MOST_BYTES]


def test_every_form_has_its_picture_and_every_route_its_page_in_both_directions():
    text = (FOLDER / "forms.md").read_text("utf-8")
    rows = re.findall(r'^\| (\S+) \| .* src="pictures/([a-z-]+)\.png".*\|$', text, re.MULTILINE)
    index = (ROOT / "forms" / "forms.yaml").read_text("utf-8")
    forms = re.findall(r"^- id: (\S+)\n  name: (\S+)$", index, re.MULTILINE)

    assert forms == [(picture, name) for name, picture in rows]
    assert [] == [picture for _, picture in rows if not (FOLDER / "pictures" / f"{picture}.png").exists()]
    for route in ("online-in", "online-out", "offline"):
        page = (FOLDER / f"{route}.md").read_text("utf-8")
        assert 2 <= page.count("已办结")
        assert all(f"\n## {way}\n" in page for way in ("济宁市转到海西州", "海西州转到济宁市"))
