"""Coverage as a page: the law clause by clause, each rule and condition with what was seen of it."""

from collections.abc import Iterable
from itertools import groupby

from jiexu.law.library import Library
from jiexu.regression.coverage import ClauseCoverage
from jiexu.report.page import page
from jiexu.report.tested.coverage_words import totals, words


def coverage_page(library: Library, clauses: Iterable[ClauseCoverage], trials: int, language: str = "zh") -> str:
    """The page, which stands alone."""
    held = list(clauses)
    said = words(library, language)
    instruments = [
        (of_one[0].instrument, of_one)
        for _, group in groupby(held, key=lambda clause: clause.instrument.id)
        if (of_one := list(group))
    ]
    return page(
        "coverage.html",
        language=language,
        said=said,
        totals=list(totals(said, held)),
        trials=trials,
        instruments=instruments,
    )
