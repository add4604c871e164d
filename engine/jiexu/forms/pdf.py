"""A page as PDF."""

from typing import Any

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.forms.glyphs import require_glyphs


def pdf(page: str, where: Location) -> bytes:
    """The PDF of a page, the same bytes for the same page; raises ProblemsError when a character could not be shown.

    Nothing is fetched, from no network and no disk: a page that names another file gets none.
    """
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except ImportError as error:
        needed = {"name": "weasyprint", "extra": "pdf"}
        raise ProblemsError([Problem("P812", Location("weasyprint"), needed)]) from error
    except OSError as error:  # a library of the system that WeasyPrint draws with
        needed = {"name": "pango", "package": "libpango-1.0-0 libpangoft2-1.0-0"}
        raise ProblemsError([Problem("P813", Location("pango"), needed)]) from error
    require_glyphs(page, where)
    document: Any = HTML(string=page, url_fetcher=URLFetcher(allowed_protocols=["data"])).write_pdf()
    return bytes(document)
