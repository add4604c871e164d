"""docs/forms.md: what it lists is there, and what it adds works."""

import re
import shutil
from pathlib import Path

from jiexu.forms.folder import INDEX, shipped_forms
from jiexu.forms.press import Press

from tests.conftest import ROOT
from tests.forms.conftest import decided

PAGE = ROOT / "docs" / "forms.md"
FORMS = Path(shipped_forms())


def test_a_form_is_added_with_one_template_and_one_entry(library, tmp_path, fenced):
    """The two blocks of docs/forms.md, as they stand there."""
    (entry,), (template,) = (fenced(PAGE, language) for language in ("yaml", "jinja"))
    folder = Path(shutil.copytree(FORMS, tmp_path / "forms"))
    with (folder / INDEX).open("a", encoding="utf-8") as index:
        index.write(entry)
    (folder / "receipt.html").write_text(template, "utf-8")
    press = Press(library, str(folder))
    made = press.make(press.index.find("收件回执"), decided(library, "jining-to-haixi-offline"), ".html").data.decode()

    assert "孔令仪：已于2025年3月24日收到您的申请，最迟在2025年4月22日办结。" in made


def test_the_page_about_forms_names_each_of_them_and_what_it_rests_on(library):
    press = Press(library, str(FORMS))
    rows = re.findall(r"^\| `([a-z-]+)` (\S+) \| (\w+) \| (.+?) \| (.+?) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    told = {row[0]: row[1:] for row in rows}
    there = {}
    for form in press.index.forms.values():
        source = (FORMS / form.template).read_text("utf-8")
        named = sorted(set(re.findall(r"findings\.([\u4e00-\u9fff]+)", source)))
        printed = "all asked" if "findings.asked" in source else "、".join(named) or "none"
        called = "、".join(sorted({test.term.name for test in form.needed})) or "on request"
        there[form.id] = (form.name, form.side, called, printed)

    assert there == told
