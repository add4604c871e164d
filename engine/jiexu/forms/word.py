"""A form as a Word document."""

import os
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.document.loader import content
from jiexu.forms.fill import Filled, rendered
from jiexu.forms.form import Form
from jiexu.forms.sheet import Sheet
from jiexu.forms.template import Templates


def fill_word(templates: Templates, form: Form, sheet: Sheet, *, draft: bool = False, mask: bool = False) -> Filled:
    """The form as a document, the same bytes for the same case.

    Raises ProblemsError as ``fill`` does, and when the library for it is not installed. An office's own ``<id>.docx``
    beside the template is filled in its place.
    """
    templates.get(form)
    try:
        from docxtpl import DocxTemplate
    except ImportError as error:
        raise ProblemsError([Problem("P812", Location("docxtpl"), {"name": "docxtpl", "extra": "word"})]) from error
    own = os.path.join(templates.index.folder, f"{form.id}.docx")
    data = content(own) if os.path.isfile(own) else _made(templates, form)

    def render(context: dict[str, Any]) -> bytes:
        document = DocxTemplate(BytesIO(data))
        document.render(context | templates.made(form, context), templates.environment)
        saved = BytesIO()
        document.save(saved)
        return _undated(saved)

    return rendered(templates, form, sheet, render, own, draft=draft, mask=mask)


def _made(templates: Templates, form: Form) -> bytes:
    """The Word template made of the form's own, once."""
    if form.id not in templates.documents:
        from jiexu.forms.word_template import word_template

        templates.documents[form.id] = word_template(templates.source(form.template), templates.index.paper)
    return templates.documents[form.id]


def _undated(archive: BytesIO) -> bytes:
    """The same archive without the time at which it was made: the same bytes for the same form."""
    undated = BytesIO()
    with ZipFile(archive) as dated, ZipFile(undated, "w") as steady:
        for name in dated.namelist():
            steady.writestr(ZipInfo(name), dated.read(name), ZIP_DEFLATED)
    return undated.getvalue()
