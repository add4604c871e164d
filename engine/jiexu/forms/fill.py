"""Fills a form: the page, or everything for which there is none."""

import os
import traceback
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from zipfile import BadZipFile

from jinja2 import TemplateError

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.forms.blank import watched
from jiexu.forms.context import context_of
from jiexu.forms.form import Form
from jiexu.forms.need import State, call_for
from jiexu.forms.sheet import Sheet
from jiexu.forms.template import Templates

Rendering = Callable[[dict[str, Any]], Any]
_MISTAKES = (TemplateError, BadZipFile, TypeError, AttributeError, ValueError, LookupError, ArithmeticError)


class Filled(NamedTuple):
    """A form filled: ``data`` is a page or the bytes of a file; ``open`` is what a draft shows as not decided or not given."""

    data: Any
    open: tuple[Problem, ...]


def fill(templates: Templates, form: Form, sheet: Sheet, *, draft: bool = False, mask: bool = False) -> Filled:
    """The form as a page; raises ProblemsError with all that keeps it from being issued.

    A draft is made of what there is, the rest marked as open. A form that the case does not call for is refused all the same.
    """
    template, path = templates.get(form), os.path.join(templates.index.folder, form.template)
    return rendered(templates, form, sheet, template.render, path, draft=draft, mask=mask)


def rendered(
    templates: Templates, form: Form, sheet: Sheet, render: Rendering, path: str, *, draft: bool, mask: bool
) -> Filled:
    """What *render* makes of the form's context, under the same conditions as ``fill``; *path* is the file that it fills."""
    call = call_for(form, sheet, by_name=True)
    if call.state == State.NOT_NEEDED:
        raise ProblemsError(call.problems)
    context = context_of(templates.index, form, sheet, templates.whole, draft=draft, mask=mask)
    try:
        with watched(templates.index.words["open"]) as printed:
            data = render(context)
    except _MISTAKES as error:
        raise ProblemsError([_mistake(error, templates.index.folder, path)]) from error
    open_ = _once((*call.problems, *(blank.problem for blank in printed)))
    if open_ and not draft:
        raise ProblemsError(open_)
    return Filled(data, open_)


def _once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    told = {(problem.code, problem.where, *sorted(problem.values.items())): problem for problem in problems}
    return tuple(told.values())


def _mistake(error: Exception, folder: str, path: str) -> Problem:
    """A mistake that only filling the file at *path* showed, at the last line of a template of the folder that was reached."""
    line = 1
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.startswith(os.path.join(folder, "")) and frame.lineno:
            path, line = frame.filename, frame.lineno
    return Problem("P807", Location(path, line), {"reason": f"{error}"})
