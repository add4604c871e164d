"""Reads and validates law files into one library."""

from pathlib import Path

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.document.loader import parse
from jiexu.document.node import Mapping, Node
from jiexu.document.shape import violations
from jiexu.law.folder import Files, shipped_policies
from jiexu.law.instrument import Instrument
from jiexu.law.instrument_file import read_instrument
from jiexu.law.intake import Intake, scalar
from jiexu.law.library import Library, settled
from jiexu.law.soundness import unsound
from jiexu.law.vocabulary_file import read_places, read_vocabulary

_SCHEMAS = {
    "jiexu-rules/1": "instrument.schema.json",
    "jiexu-vocabulary/1": "vocabulary.schema.json",
    "jiexu-places/1": "jurisdictions.schema.json",
}


def read_law(files: Files) -> Library:
    """Read and validate law files; raises ProblemsError with every problem of all of them."""
    library, problems = examine(files)
    if library is None or problems:
        raise ProblemsError(problems)
    return library


def examine(files: Files) -> tuple[Library | None, list[Problem]]:
    """The library as far as it could be built, None when it could not, and every problem met."""
    problems: list[Problem] = []
    nodes: dict[str, list[Mapping]] = {format_: [] for format_ in _SCHEMAS}
    for label, data in files.content.items():
        try:
            node = parse(data, label)
        except ProblemsError as error:
            problems += error.problems
            continue
        format_ = _format(node)
        if format_ not in _SCHEMAS or not isinstance(node, Mapping):
            problems.append(Problem("P131", node.where, {"allowed": "、".join(_SCHEMAS)}))
            continue
        wrong = list(violations(node, Path(shipped_policies(), _SCHEMAS[format_])))
        problems += wrong
        if not wrong:
            nodes[format_].append(node)
    if not nodes["jiexu-vocabulary/1"] or not nodes["jiexu-places/1"]:
        return None, problems or [Problem("P132", Location(next(iter(files.content))))]
    intake = Intake(read_places(nodes["jiexu-places/1"]), problems)
    vocabulary = read_vocabulary(nodes["jiexu-vocabulary/1"], intake)
    held: dict[str, Instrument] = {}
    for node in nodes["jiexu-rules/1"]:
        instrument = read_instrument(node, intake, vocabulary)
        if instrument and instrument.id in held:
            intake.add("P225", instrument.where, name=instrument.id)
        elif instrument:
            held[instrument.id] = instrument
    library = Library(vocabulary, intake.places, settled(held.values()), files.sha256)
    if not problems:
        problems += unsound(library)
    return library, problems


def _format(node: Node) -> str:
    return scalar(node.get("format")) if isinstance(node, Mapping) else ""
