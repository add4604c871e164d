"""Where a rule file says on which day an instrument, or one of its clauses, ends."""

from datetime import date

from jiexu.base.kinds import parse_date
from jiexu.base.location import Location
from jiexu.base.validity import Validity
from jiexu.document.node import Mapping
from jiexu.document.splice import Edit, lines_of, source_at
from jiexu.law.intake import entries, items, scalar


def written_validity(root: Mapping, clause: str) -> Validity:
    """The first and last day that a sound file writes for its instrument or for one clause, whatever later files changed."""
    head = entries(root.get("instrument"))
    written = entries((_provision(root, clause) if clause else head).get("validity")) or entries(head["validity"])
    last = scalar(written.get("until"))
    return Validity(parse_date(scalar(written["from"])), parse_date(last) if last else None)


def ending(root: Mapping, text: str, clause: str, day: date) -> Edit:
    """The one change that makes *day* the last day of the instrument of a sound file, or of one clause.

    *text* is what *root* was read from, without byte order mark. A value that stands there is replaced; else one key goes
    in: beside the first day, or, in a clause that has no validity of its own, beside its number.
    """
    part = _provision(root, clause) if clause else entries(root.get("instrument"))
    validity = part.get("validity")
    if not isinstance(validity, Mapping):
        first = written_validity(root, clause).first
        return _beside(text, _provision(root, clause), "clause", f"validity: {{from: {first}, until: {day}}}")
    until = validity.get("until")
    if until is not None:
        return Edit(until.where, str(day))
    return _beside(text, validity, "from", f"until: {day}")


def _provision(root: Mapping, clause: str) -> Mapping:
    provisions = (item for item in items(root.get("provisions")) if isinstance(item, Mapping))
    return next(item for item in provisions if scalar(item.get("clause")) == clause)


def _beside(text: str, mapping: Mapping, key: str, entry: str) -> Edit:
    """*entry* as the neighbour of *key*: after its value inside braces, else on a line of its own below it."""
    value = mapping.entries[key].where
    if source_at(text, mapping.where).startswith("{"):
        return Edit(value._replace(column=value.column + value.width, width=0), f", {entry}")
    line = lines_of(text)[value.line - 1]
    bare = line.rstrip("\r\n")
    end = line[len(bare) :] or _line_end(text)
    indent = " " * (mapping.key_at[key].column - 1)
    return Edit(Location(value.file, value.line, len(bare) + 1, 0), f"{end}{indent}{entry}")


def _line_end(text: str) -> str:
    """How the first line of a text ends; a text of one line, as on most systems."""
    first = lines_of(text)[0]
    return first[len(first.rstrip("\r\n")) :] or "\n"
