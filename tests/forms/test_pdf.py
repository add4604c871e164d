"""PDF: the page's own text, one sheet where it should be one, and no character without a shape."""

import html
import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from jiexu.base.problem import ProblemsError
from jiexu.forms import glyphs
from jiexu.forms.folder import shipped_forms
from jiexu.forms.press import Press

from tests.forms.conftest import OFFLINE

try:
    import weasyprint  # noqa: F401
except (ImportError, OSError):
    pytest.skip("WeasyPrint or its libraries are not installed", allow_module_level=True)
from pypdf import PdfReader

ONE_SHEET = [
    ("haixi-to-jining-offline", "参保凭证"),
    ("haixi-to-jining-offline", "联系函"),
    ("haixi-to-jining-offline", "信息表"),
    ("haixi-to-jining-offline", "申请表"),
    ("haixi-to-jining-online", "转出核定单"),
    ("haixi-to-jining-online", "转入核定单"),
    ("refused", "不予受理告知书"),
    ("lump-sum", "一次性补缴核定单"),
]
SEEN = re.compile(r"<style>.*?</style>|<title>.*?</title>|<[^>]*>", re.DOTALL)


def letters(text: str) -> str:
    """The characters of a text in order of code, so that neither lines nor columns matter."""
    return "".join(sorted(re.sub(r"\s", "", text)))


@pytest.mark.parametrize(("name", "form"), ONE_SHEET)
def test_an_official_form_is_one_sheet_with_the_text_of_its_page(press, sheet, name, form):
    held, chosen = sheet(name), press.index.find(form)
    page = press.make(chosen, held, ".html").data.decode()
    (printed,) = PdfReader(BytesIO(press.make(chosen, held, ".pdf").data)).pages
    seen = html.unescape(SEEN.sub("", page))

    assert letters(seen + "第1页共1页") == letters(printed.extract_text())


def test_the_same_case_gives_the_same_bytes(press, sheet):
    once, again = (press.make(press.index.find("联系函"), sheet(OFFLINE), ".pdf").data for _ in range(2))

    assert once == again


def test_rare_characters_of_names_are_shown(press, sheet):
    """䶮, 㛃 and 龘 are in the fonts of Debian's fonts-noto-cjk, and so is the sign for it beyond the first plane."""
    held = sheet(OFFLINE, ("马文清", "王䶮㛃龘𬭎"))
    made = press.make(press.index.find("联系函"), held, ".pdf").data

    assert "王䶮㛃龘𬭎" in PdfReader(BytesIO(made)).pages[0].extract_text()


def test_a_character_that_no_font_has_is_refused_by_name(press, sheet):
    held = sheet(OFFLINE, ("马文清", "马\ue82d清"))
    form = press.index.find("联系函")

    assert press.make(form, held, ".html").data
    with pytest.raises(ProblemsError) as refused:
        press.make(form, held, ".pdf")
    (problem,) = refused.value.problems
    assert ("P808", "「\ue82d」U+E82D") == (problem.code, problem.values["characters"])
    assert held.parties.where["person"] == problem.where


def test_without_any_chinese_font_the_message_says_what_to_install(press, sheet, monkeypatch):
    monkeypatch.setattr(glyphs, "_fonts", lambda: ())
    with pytest.raises(ProblemsError) as refused:
        press.make(press.index.find("联系函"), sheet(OFFLINE), ".pdf")

    assert ["P808"] == [problem.code for problem in refused.value.problems]


def test_a_page_fetches_nothing(library, sheet, tmp_path: Path):
    """A template that names a file of this machine gets none of it."""
    folder = Path(shutil.copytree(shipped_forms(), tmp_path / "forms"))
    path = folder / "contact-letter.html"
    path.write_text(
        path.read_text("utf-8").replace("{% endblock %}", '<img src="file:///etc/hostname">{% endblock %}'), "utf-8"
    )
    press = Press(library, str(folder))
    with_image = press.make(press.index.find("联系函"), sheet(OFFLINE), ".pdf").data

    assert [] == list(PdfReader(BytesIO(with_image)).pages[0].images)
