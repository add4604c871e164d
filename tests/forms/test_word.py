"""Word: the fields of the page, in a document that knows it is Chinese."""

import html
import re
import shutil
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from jiexu.base.problem import ProblemsError
from jiexu.forms.folder import shipped_forms
from jiexu.forms.press import Press

from tests.conftest import ROOT
from tests.forms.conftest import CASES, OFFLINE

docx = pytest.importorskip("docx")
pytest.importorskip("docxtpl")
SEEN = re.compile(r"<main>(.*)</main>", re.DOTALL)


def words(document) -> str:
    """The text of a document without blanks, merged cells once."""
    told = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        cells = dict.fromkeys(cell._tc for row in table.rows for cell in row.cells)
        told += [text.text or "" for cell in cells for text in cell.iter(docx.oxml.ns.qn("w:t"))]
    return "".join(sorted(re.sub(r"\s", "", "".join(told))))


@pytest.mark.parametrize("name", [path.stem for path in CASES])
def test_every_form_says_in_word_what_it_says_on_its_page(press, sheet, name):
    held = sheet(name)
    for form in press.wanted(held):
        page = press.make(form, held, ".html").data.decode()
        document = docx.Document(BytesIO(press.make(form, held, ".docx").data))
        seen = html.unescape(re.sub(r"<[^>]*>", "", SEEN.search(page)[1]))

        assert "".join(sorted(re.sub(r"\s", "", seen))) == words(document), form.name


def test_every_run_of_text_is_known_as_chinese(press, sheet):
    made = press.make(press.index.find("参保凭证"), sheet(OFFLINE), ".docx").data
    text = zipfile.ZipFile(BytesIO(made)).read("word/document.xml").decode()
    runs = re.findall(r"<w:r>(.*?)</w:r>", text)

    assert runs
    assert all('w:eastAsia="zh-CN"' in run and 'w:eastAsia="SimSun"' in run for run in runs)


def test_only_a_draft_has_a_watermark(library, press, sheet):
    drafting = Press(library, shipped_forms(), draft=True)
    bare = sheet(ROOT / "cases" / "haixi" / "to-jining-offline.yaml")
    marks = []
    for one, held in ((press, sheet(OFFLINE)), (drafting, bare)):
        archive = zipfile.ZipFile(BytesIO(one.make(one.index.find("参保凭证"), held, ".docx").data))
        marks.append("".join(re.findall(r'string="(.*?)"', archive.read("word/header1.xml").decode())))

    assert ["", "待核定"] == marks


def test_a_document_has_the_forms_title_and_neither_day_nor_maker(press, sheet, monkeypatch):
    form, held = press.index.find("参保凭证"), sheet(OFFLINE)
    made = press.make(form, held, ".docx").data
    with monkeypatch.context() as patched:
        patched.setattr(time, "localtime", lambda *_: time.struct_time((2031, 2, 3, 4, 5, 6, 0, 34, 0)))
        later = press.make(form, held, ".docx").data
    told = docx.Document(BytesIO(made)).core_properties

    assert made == later
    assert (form.title, "", "") == (told.title, told.author, told.comments)


def test_without_the_library_the_message_says_what_to_install(library, sheet, tmp_path: Path, monkeypatch):
    """With an office's own document too."""
    folder = Path(shutil.copytree(shipped_forms(), tmp_path / "forms"))
    docx.Document().save(folder / "enrolment-certificate.docx")
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    press = Press(library, str(folder))
    for name in ("参保凭证", "联系函"):
        with pytest.raises(ProblemsError) as refused:
            press.make(press.index.find(name), sheet(OFFLINE), ".docx")

        assert ["P812"] == [problem.code for problem in refused.value.problems]


def test_nothing_of_a_case_breaks_the_document(press, sheet):
    held = sheet(OFFLINE, ("name: 马文清", "name: '<w:p/>&amp;{{ 7 * 7 }}'"))
    document = docx.Document(BytesIO(press.make(press.index.find("参保凭证"), held, ".docx").data))

    assert "<w:p/>&amp;{{ 7 * 7 }}" in [cell.text for row in document.tables[0].rows for cell in row.cells]


def test_a_form_that_may_not_be_issued_is_refused_in_word_too(press, sheet):
    with pytest.raises(ProblemsError) as refused:
        press.make(press.index.find("参保凭证"), sheet("refused"), ".docx")

    assert ["P802"] == [problem.code for problem in refused.value.problems]


def test_an_office_may_put_its_own_document_beside_the_template(library, sheet, tmp_path: Path):
    folder = Path(shutil.copytree(shipped_forms(), tmp_path / "forms"))
    own = docx.Document()
    own.add_paragraph("{{ person.name }}，余额{{ facts.个人账户余额 | capitals }}")
    own.save(folder / "enrolment-certificate.docx")
    press = Press(library, str(folder))
    document = docx.Document(BytesIO(press.make(press.index.find("参保凭证"), sheet(OFFLINE), ".docx").data))

    assert ["马文清，余额壹万陆仟捌佰元整"] == [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("wrong", [b"no zip at all", "tag"])
def test_an_offices_document_that_cannot_be_filled_is_named(library, sheet, tmp_path: Path, wrong):
    folder = Path(shutil.copytree(shipped_forms(), tmp_path / "forms"))
    own = folder / "enrolment-certificate.docx"
    if wrong == "tag":
        document = docx.Document()
        document.add_paragraph("{{ person.name | no_such_filter }}")
        document.save(own)
    else:
        own.write_bytes(wrong)
    press = Press(library, str(folder))
    with pytest.raises(ProblemsError) as refused:
        press.make(press.index.find("参保凭证"), sheet(OFFLINE), ".docx")
    (problem,) = refused.value.problems

    assert ("P807", str(own)) == (problem.code, problem.where.file)
