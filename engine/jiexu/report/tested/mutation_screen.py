"""Mutants on a terminal: a line an instrument, then each that nobody noticed with the case that would."""

from collections.abc import Iterator
from itertools import groupby

from jiexu.base.kinds import as_text
from jiexu.decision.case import Case
from jiexu.explanation.columns import padded, width
from jiexu.explanation.sheet import Paint, hanging, plain, whole
from jiexu.law.library import Library
from jiexu.regression.survey import OPEN, Score, Surveyed, score
from jiexu.report.tested.mutant_words import MutantWords, mutant_words

_GAP = "  "


def mutation_screen(library: Library, surveyed: list[Surveyed], language: str = "zh", paint: Paint = plain) -> str:
    """What became of the mutants."""
    return whole(_lines(mutant_words(library, language), surveyed, paint))


def _lines(said: MutantWords, surveyed: list[Surveyed], paint: Paint) -> Iterator[str]:
    column = max((width(one.mutant.held.id) for one in surveyed), default=0)
    for identity, group in groupby(surveyed, key=lambda one: one.mutant.held.id):
        counted = score(list(group))
        style = "open" if counted.open else "value"
        yield f"{paint(padded(identity, column), 'title')}{_GAP}{paint(_told(said, 'of_instrument', counted), style)}"
    survivors = [one for one in surveyed if one.end == OPEN]
    if survivors:
        yield ""
        yield paint(said.labels["survivors"], "title")
        for one in survivors:
            yield from _survivor(said, one, paint)
    yield ""
    yield paint(_told(said, "mutants", score(surveyed)), "title")


def _told(said: MutantWords, label: str, counted: Score) -> str:
    numbers = counted._asdict() | {"count": counted.all, "killed": counted.killed, "percent": counted.percent}
    return said.labels[label].format(**numbers)


def _survivor(said: MutantWords, one: Surveyed, paint: Paint) -> Iterator[str]:
    mutant, colon = one.mutant, said.law.labels["colon"]
    yield ""
    yield from (paint(line, "open") for line in hanging(f"✗ {said.place(mutant)}{colon}{said.change(mutant)}", 0))
    yield f"    {paint(str(mutant.site.where), 'dim')}"
    tried = said.labels["looked"].format(count=one.fate.tried) if one.fate.tried else said.labels["nobody"]
    yield f"    {tried}"
    if one.boundary is None:
        yield from hanging(said.labels["not_found"].format(file=f"{mutant.held.id}.equivalent.yaml"), 2 + 2)
        return
    yield from hanging(said.labels["would_notice"] + colon + _case(said, one.boundary.case), 2 + 2)
    for question, was, now in said.parted(mutant, one.boundary):
        yield from hanging(f"{question}{colon}{said.labels['was']} {was} → {said.labels['becomes']} {now}", 2 + 2 + 2)


def _case(said: MutantWords, case: Case) -> str:
    """The places, the day and the facts of a case, in one line."""
    wording, terms = said.law, said.library.vocabulary.by_id
    places = [wording.place(code) if code else said.labels["place_none"] for code in (case.origin, case.destination)]
    facts = [
        f"{wording.term(terms[fact])} {wording.value(value, terms[fact].kind, terms[fact].ids)}"
        for fact, value in case.facts.items()
    ]
    head = f"{wording.labels['arrow'].join(places)}{wording.labels['comma']}{wording.labels['as_of']} {as_text(case.as_of)}"
    return wording.labels["stop"].join([head, wording.labels["comma"].join(facts) or said.labels["absent_facts"]])
