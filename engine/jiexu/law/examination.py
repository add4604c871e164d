"""Reads and validates law files into one library."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.document.loader import salvage
from jiexu.document.node import Mapping, Node
from jiexu.document.shape import violations
from jiexu.law.folder import Files, shipped_policies
from jiexu.law.instrument import Instrument
from jiexu.law.instrument_file import read_instrument
from jiexu.law.intake import Intake, scalar
from jiexu.law.knowledge import known_by
from jiexu.law.library import Library, settled
from jiexu.law.soundness import unsound
from jiexu.law.vocabulary_file import read_places, read_vocabulary

_SCHEMAS = {
    "jiexu-rules/1": "instrument.schema.json",
    "jiexu-vocabulary/1": "vocabulary.schema.json",
    "jiexu-places/1": "jurisdictions.schema.json",
}
_DAY = r"\d{4}-\d{2}-\d{2}"


def read_law(files: Files, known_as_of: date | None = None) -> Library:
    """Read and validate law files; raises ProblemsError with every problem of all of them."""
    library, problems = examine(files, known_as_of)
    if library is None or problems:
        raise ProblemsError(problems)
    return library


def examine(files: Files, known_as_of: date | None = None) -> tuple[Library | None, list[Problem]]:
    """The library as far as it could be built, None when it could not, and every problem met.

    The files are examined whole; *known_as_of* then leaves out what had not been issued by that day.
    """
    problems: list[Problem] = []
    nodes: dict[str, list[Mapping]] = {format_: [] for format_ in _SCHEMAS}
    for label, data in files.content.items():
        node, found = salvage(data, label)
        problems += found
        if node is None:
            continue
        format_, schema = _format(node), schema_of(node)
        if schema is None or not isinstance(node, Mapping):
            problems.append(Problem("P131", node.where, {"allowed": "、".join(_SCHEMAS)}))
            continue
        wrong = list(violations(node, schema))
        problems += wrong
        if all(format_ == "jiexu-rules/1" and _is_slight(problem) for problem in wrong):
            nodes[format_].append(node)
    if not nodes["jiexu-vocabulary/1"] or not nodes["jiexu-places/1"]:
        return None, problems or [Problem("P132", Location(next(iter(files.content))))]
    intake = Intake(read_places(nodes["jiexu-places/1"]), problems)
    vocabulary = read_vocabulary(nodes["jiexu-vocabulary/1"], intake)
    held: dict[str, Instrument] = {}
    for node in nodes["jiexu-rules/1"]:
        instrument = read_instrument(node, intake, vocabulary)
        if instrument.id in held:
            intake.add("P225", instrument.where, name=instrument.id)
        held[instrument.id] = instrument
    library = Library(vocabulary, intake.places, settled(held.values()), files.sha256)
    problems += unsound(library, {(problem.where.file, problem.where.line) for problem in problems})
    if known_as_of is not None:
        known = settled(known_by(held.values(), known_as_of))
        left_out = tuple(instrument.where.file for instrument in held.values() if instrument.id not in known)
        library = replace(library, instruments=known, known_as_of=known_as_of, left_out=left_out)
    return library, [problem for problem in problems if not _is_told_before(problem, problems)]


def schema_of(node: Node) -> Path | None:
    """The schema of a law file, by the format it names; None for any other file."""
    name = _SCHEMAS.get(_format(node))
    return Path(shipped_policies(), name) if name else None


def _is_slight(violation: Problem) -> bool:
    """True when the rest of a rule file can be read in spite of it: an unknown key or choice, a phrase or day ill written."""
    return violation.code in ("P121", "P123", "P125") or (
        violation.code == "P124" and _DAY in violation.values["pattern"]
    )


def _is_told_before(problem: Problem, problems: list[Problem]) -> bool:
    """A day that the schema refuses is refused once more when it is read."""
    return problem.code == "P222" and any(one.code == "P124" and one.where == problem.where for one in problems)


def _format(node: Node) -> str:
    return scalar(node.get("format")) if isinstance(node, Mapping) else ""
