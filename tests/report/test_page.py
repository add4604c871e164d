"""Pages stand alone, say their language, and never let a value become markup."""

import re
from pathlib import Path

import pytest
from jiexu.report.page import page
from jinja2 import UndefinedError

PAGES = Path(__file__).resolve().parents[2] / "engine" / "jiexu" / "report" / "pages"


def test_the_language_of_a_page_is_said_so_that_chinese_is_not_drawn_with_japanese_shapes():
    assert '<html lang="zh-CN">' in page("base.html", language="zh")
    assert '<html lang="en">' in page("base.html", language="en")


def test_a_value_that_a_template_names_and_does_not_get_is_an_error():
    with pytest.raises(UndefinedError):
        page("base.html")


@pytest.mark.parametrize("template", sorted(PAGES.glob("*.html")), ids=lambda path: path.name)
def test_a_page_fetches_nothing(template: Path):
    """An officer attaches the file to a submission; it is read where there is no network."""
    fetched = re.findall(r"""(?:src|href)\s*=\s*["'](?!data:|#|\{)|url\(|@import""", template.read_text("utf-8"))

    assert [] == fetched
