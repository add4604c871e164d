"""Which other ranks an instrument could have that would change how it stands to another."""

from collections.abc import Iterator

from jiexu.law.instrument import Instrument
from jiexu.law.library import Library


def neighbouring_ranks(library: Library, instrument: Instrument) -> Iterator[str]:
    """The nearest rank above and below at which it stands otherwise to an instrument that speaks on one of its questions too.

    A rank that no such instrument would notice is none of them.
    """
    order = library.rank_order
    own = order[instrument.rank]
    others = {order[rival.rank] for rival in rivals(library, instrument)}
    ranks = list(order)
    above = own - 1 if own in others else max((other for other in others if other < own), default=-1)
    below = own + 1 if own in others else min((other for other in others if other > own), default=len(ranks))
    yield from (ranks[place] for place in (above, below) if 0 <= place < len(ranks))


def rivals(library: Library, instrument: Instrument) -> list[Instrument]:
    """The other instruments with a statement on one of its questions, at a place above or below its own."""
    told = {
        name
        for held in (library.statements, library.silences)
        for name, statements in held.items()
        if any(statement.instrument is instrument for statement in statements)
    }
    places = library.places
    found = {
        statement.instrument.id: statement.instrument
        for name in sorted(told)
        for statement in (*library.statements[name], *library.silences[name])
        if statement.instrument is not instrument
        and (
            library.vocabulary.questions[name].at == "both"
            or places.lies_in(instrument.place, statement.instrument.place)
            or places.lies_in(statement.instrument.place, instrument.place)
        )
    }
    return list(found.values())
