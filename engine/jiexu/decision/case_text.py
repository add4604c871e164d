"""A case as the file that ``case_file`` reads: the inverse of reading it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from jiexu.base.kinds import as_text
from jiexu.decision.case import Case
from jiexu.decision.outcome import PENDING, Outcome
from jiexu.document.scalar import scalar_text
from jiexu.law.library import Library
from jiexu.law.vocabulary import Fact, Question


def case_text(library: Library, case: Case, expect: Iterable[tuple[str, Outcome]] = (), *, dated: bool = True) -> str:
    """The YAML of a case, by Chinese names; *expect* pins questions by name to these outcomes: value and clauses, or status.

    One that is not *dated* does not keep its day: it is decided as of the day on which it is read.
    """
    return "\n".join(_lines(library, case, expect, dated=dated)) + "\n"


def _lines(library: Library, case: Case, expect: Iterable[tuple[str, Outcome]], *, dated: bool) -> Iterator[str]:
    vocabulary = library.vocabulary
    yield f"case: {scalar_text(case.id)}"
    if case.title:
        yield f"title: {scalar_text(case.title)}"
    if dated:
        yield f"as_of: {case.as_of}"
    for side, code in (("from", case.origin), ("to", case.destination)):
        if code is not None:
            yield f"{side}: {scalar_text(library.places.name(code))}"
    if not case.facts:
        yield "facts: {}"
    else:
        yield "facts:"
        for fact in vocabulary.facts.values():
            if fact.id in case.facts:
                yield from _fact(library, fact, case.facts[fact.id])
    if case.questions:
        yield f"questions: [{', '.join(case.questions)}]"
    pinned = [_pinned(library, vocabulary.questions[name], outcome) for name, outcome in expect]
    if pinned:
        yield "expect:"
        yield from (f"  {line}" for line in pinned)


def _fact(library: Library, fact: Fact, value: Any) -> Iterator[str]:
    if fact.kind.name != "periods":
        yield f"  {fact.name}: {written(library, fact, value)}"
        return
    yield f"  {fact.name}:"
    for period in value:
        place = scalar_text(library.places.name(period.place))
        yield f"  - {{place: {place}, from: {period.first}, until: {period.last}, kind: {period.kind}}}"


def _pinned(library: Library, question: Question, outcome: Outcome) -> str:
    by = ", ".join(dict.fromkeys(statement.citation for statement in outcome.sources))
    cited = f", by: [{by}]" if by else ""
    if outcome.determined:
        return f"{question.name}: {{value: {written(library, question, outcome.value)}{cited}}}"
    if outcome.status == PENDING and outcome.missing:
        names = ", ".join(library.vocabulary.by_id[fact].name for fact in outcome.missing)
        return f"{question.name}: {{status: {outcome.status}, missing: [{names}]}}"
    return f"{question.name}: {{status: {outcome.status}{cited}}}"


def written(library: Library, term: Fact | Question, value: Any) -> str:
    """A value as a case file writes it."""
    kind = term.kind.name
    if isinstance(value, bool):
        return library.vocabulary.words["yes" if value else "no"]
    if kind == "place":
        return scalar_text(library.places.name(value))
    if kind == "set":
        return f"[{', '.join(value)}]"
    if kind == "rate" and isinstance(value, Decimal):
        return f"{(value * 100).normalize():f}%"
    return f"{value:.2f}" if kind == "yuan" else as_text(value)
