"""Examples inside the packs, read as cases."""

from collections.abc import Iterator
from dataclasses import dataclass

from jiexu.base.location import Location
from jiexu.decision.case import Case
from jiexu.decision.case_file import read_case
from jiexu.document.node import Mapping, Node, Scalar
from jiexu.law.instrument import Instrument
from jiexu.law.library import DECIDING, Library
from jiexu.law.provision import Example, Provision
from jiexu.ruleset.standing import REPORTED


@dataclass(frozen=True, slots=True)
class Stated:
    """An example where it stands."""

    instrument: Instrument
    provision: Provision
    example: Example

    @property
    def accept(self) -> tuple[str, ...]:
        """The evidence by which it is decided: what a clause known by report only would mean is said with reports accepted."""
        return (*DECIDING, REPORTED) if self.provision.evidence == REPORTED else DECIDING

    @property
    def name(self) -> str:
        title = self.example.name or str(self.example.where.line)
        return f"{self.instrument.cite(self.provision.clause)} {title}"


def stated_examples(library: Library) -> Iterator[Stated]:
    """Every example of every pack, in the order of the files."""
    for instrument in library.instruments.values():
        for provision in instrument.provisions:
            for example in provision.examples:
                yield Stated(instrument, provision, example)


def example_case(library: Library, stated: Stated) -> Case:
    """The example as a case: its facts laid over the instrument's background; raises ProblemsError.

    Its as_of is the one it gives, else the instrument's first day.
    """
    given, background = stated.example.given, stated.instrument.background
    facts: dict[str, Node] = {}
    key_at: dict[str, Location] = {}
    for node in (background, given):
        if isinstance(node, Mapping):
            facts |= node.entries
            key_at |= node.key_at
    as_of = library.vocabulary.words["as_of"]
    day = facts.pop(as_of, Scalar(str(stated.instrument.validity.first), stated.example.where))
    where = stated.example.where
    parts: dict[str, Node] = {"as_of": day, "facts": Mapping(facts, key_at, where), "expect": stated.example.expect}
    return read_case(
        Mapping(parts, dict.fromkeys(parts, where), where), library, stated.instrument.validity.first, stated.name
    )
