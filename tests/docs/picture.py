"""Pictures of what a page's commands write: forms as small PNG files that hold their own text, strips as they are."""

import shutil
import subprocess
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest

_DOTS = 80
_GREYS = 12
_TEXT = "Description"
_SILENT = ("style", "title", "script")


class _Text(HTMLParser):
    """The text of a page as a reader sees it."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.silent = tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        self.silent = False

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words += data.split()


def page_text(path: Path) -> str:
    """The words of a form, or a strip as it is."""
    text = path.read_text("utf-8")
    if path.suffix == ".svg":
        return text
    reader = _Text()
    reader.feed(text)
    return " ".join(reader.words)


def drawn_text(picture: Path) -> str:
    """The words of the form that a picture was made from, or a strip as it is."""
    if picture.suffix == ".svg":
        return picture.read_text("utf-8")
    image = pytest.importorskip("PIL.Image", reason="the extra pdf is not installed", exc_type=ImportError)
    with image.open(picture) as held:
        return str(held.text[_TEXT])


def write_picture(picture: Path, source: Path) -> None:
    """Draw a form in a few greys, or copy a strip; needs WeasyPrint and pdftoppm (Debian: poppler-utils)."""
    if picture.suffix == ".svg":
        shutil.copy(source, picture)
        return
    from PIL import Image, PngImagePlugin
    from weasyprint import HTML

    drawn = subprocess.run(
        ["pdftoppm", "-r", str(_DOTS), "-gray", "-png", "-singlefile", "-"],
        input=HTML(filename=source).write_pdf(),
        capture_output=True,
        check=True,
    )
    held = PngImagePlugin.PngInfo()
    held.add_itxt(_TEXT, page_text(source), zip=True)
    with Image.open(BytesIO(drawn.stdout)) as image:
        image.quantize(_GREYS).save(picture, optimize=True, pnginfo=held)
