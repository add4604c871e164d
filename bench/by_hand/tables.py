"""What is looked up once for all cases: places, the line of each rule, the fixed phrases."""

from typing import Any, NamedTuple

from jiexu.explanation.labels import LANGUAGES
from jiexu.law.library import Library

from by_hand.rules import RULES, J, Rule

Data = dict[str, Any]


class Tables(NamedTuple):
    sha256: str
    codes: dict[str, str]
    """Of places, by each of their names."""
    names: dict[str, str]
    """Of places, by code."""
    sources: dict[Rule, Data]
    """What cites a rule, with its line in the file that holds it."""
    phrases: dict[str, str]
    yields: str
    """The sentence of 19号 that gives way to newer and higher rules."""


def look_up(library: Library) -> Tables:
    places = library.places.names
    return Tables(
        library.sha256,
        {name: code for code, names in places.items() for name in names},
        {code: names[0] for code, names in places.items()},
        {rule: _source(library, rule) for rule in RULES},
        LANGUAGES["zh"],
        library.instruments[J].yields_quote,
    )


def _source(library: Library, rule: Rule) -> Data:
    instrument = library.instruments[rule.instrument]
    provision = instrument.provision(rule.clause)
    assert provision is not None
    if rule.about:
        where = next(silence.where for silence in provision.silences if rule.about in silence.about)
    elif rule.quote:
        where = next(delegation.where for delegation in provision.delegations if delegation.quote == rule.quote)
    else:
        where = next(held.where for held in provision.rules if held.name == rule.name)
    return {
        "instrument": instrument.id,
        "number": instrument.number,
        "clause": rule.clause,
        "rule": rule.name,
        "file": where.file,
        "line": where.line,
    }
