"""One small change to the law that some example or case should notice."""

from dataclasses import replace
from typing import Any, NamedTuple

from jiexu.base.location import Location
from jiexu.expression.grammar import Expression
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library
from jiexu.law.provision import Provision

THRESHOLD, DATE, RANK, VALIDITY = "threshold", "date", "rank", "validity"
DROPPED, OVERRIDE, NEGATED, OPERAND = "dropped", "override", "negated", "operand"
COMPARISON, CONSTANT, ARITHMETIC, CHOICE = "comparison", "constant", "arithmetic", "choice"
EXCHANGED, BRANCHES = "exchanged", "branches"
INSTRUMENT, SCOPE, RULE, READING = "instrument", "scope", "rule", "reading"
PARAMETER, DELEGATION, SILENCE = "parameter", "delegation", "silence"
_LISTS = ("parameters", "readings", "rules", "delegations", "silences")


class Site(NamedTuple):
    """Where in a clause: ``kind`` (rule, reading, parameter, delegation, silence, scope, clause, instrument) and its name."""

    kind: str
    name: str = ""
    where: Location = Location("")


class Mutant(NamedTuple):
    """``change`` is what was done, ``was`` and ``now`` the written things before and after (``now`` empty: dropped).

    ``about`` is the question or the member whose number is meant, where the site does not tell. ``held`` is the changed
    instrument; ``touches`` where what was changed stands: a trial that touched none of it answers as before.
    """

    change: str
    site: Site
    was: str
    now: str
    held: Instrument
    touches: frozenset[Location]
    clauses: tuple[str, ...] = ()
    about: str = ""

    @property
    def described(self) -> dict[str, str]:
        """What tells it from every other mutant of the law, the same as long as its line is."""
        return {
            "instrument": self.held.id,
            "clause": self.clauses[0] if len(self.clauses) == 1 else "",
            "site": self.site.kind,
            "name": self.site.name,
            "change": self.change,
            "about": self.about,
            "was": self.was,
            "now": self.now,
        }

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(self.described.values())

    @property
    def citation(self) -> str:
        return self.held.cite(self.clauses[0]) if len(self.clauses) == 1 else self.held.id

    def applied(self, library: Library) -> Library:
        """The law with this change."""
        return replace(library, instruments=library.instruments | {self.held.id: self.held})


def with_provision(instrument: Instrument, old: Provision, new: Provision) -> Instrument:
    provisions = (new if provision is old else provision for provision in instrument.provisions)
    return instrument._replace(provisions=tuple(provisions))


def with_part(provision: Provision, old: object, new: Any) -> Provision:
    """The provision with one of its parts (the very object) replaced, or dropped from the list it stands in when *new* is None."""
    if provision.applies_to is old:
        return replace(provision, applies_to=new)
    parts = {name: _exchanged(getattr(provision, name), old, new) for name in _LISTS}
    return replace(provision, **parts)


def _exchanged(value: Any, old: object, new: object) -> Any:
    if value is old:
        return new
    if isinstance(value, dict):
        return {key: _exchanged(part, old, new) for key, part in value.items()}
    if isinstance(value, tuple) and not isinstance(value, Expression | Location):
        parts = [_exchanged(part, old, new) for part in value if part is not old or new is not None]
        return tuple(parts) if type(value) is tuple else type(value)(*parts)
    return value
