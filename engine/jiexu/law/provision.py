"""The smallest citable piece of an instrument, and what it says."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from jiexu.base.kinds import Kind
from jiexu.base.location import NOWHERE, Location
from jiexu.base.validity import Validity
from jiexu.expression.grammar import Expression

if TYPE_CHECKING:
    from jiexu.law.step import Operation, Step  # a decision has no use for steps, and does not pay for their import

Answer = Expression | tuple[str, ...]
"""What a rule gives a question: an expression, or the members it adds to a set."""


class Parameter(NamedTuple):
    """A number of the law.

    One of: ``value``; ``dated``, pairs of a first day and the value from then; ``by_choice``, a value for each member
    of the fact ``per``.
    """

    name: str
    kind: Kind
    value: Any = None
    dated: tuple[tuple[date, Any], ...] = ()
    per: str = ""
    by_choice: tuple[tuple[str, Any], ...] = ()
    quote: str = ""
    where: Location = NOWHERE
    unit: str = ""
    times: int = 1
    """How many basic units of the kind one written unit is: 12 months for a parameter in 年."""


class Rule(NamedTuple):
    """When all conditions hold, each question in ``then`` has its answer. ``overrides`` are rules of the same instrument."""

    name: str
    when: tuple[Expression, ...]
    then: dict[str, Answer]
    quote: str
    where: Location
    overrides: tuple[str, ...] = ()


class Reading(NamedTuple):
    """How an ambiguous phrase is taken.

    ``then`` gives questions, or names local to the provision, by the reading taken; ``instead`` are the others, each
    with its name. ``confirmed`` is empty until someone has, then tells by whom and when.
    """

    name: str
    quote: str
    take: str
    then: dict[str, Expression]
    instead: tuple[tuple[str, dict[str, Expression]], ...]
    where: Location
    confirmed: str = ""


class Delegation(NamedTuple):
    """The provision leaves ``about`` to the rank below when ``when`` holds, within bounds on the delegate's answer."""

    about: tuple[str, ...]
    quote: str
    when: tuple[Expression, ...]
    within: tuple[Expression, ...]
    where: Location


class Silence(NamedTuple):
    """The text is known to leave these questions unsettled when the conditions hold."""

    about: tuple[str, ...]
    says: str
    when: tuple[Expression, ...]
    where: Location


class Item(NamedTuple):
    """Something a provision tells that decides nothing: information, a document, advice, a contradiction."""

    kind: str
    says: str
    quotes: tuple[str, ...]
    where: Location
    detail: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """What it is called: a document's name, else the sentence itself."""
        return dict(self.detail).get("name") or self.says


class Example(NamedTuple):
    """Facts, and what the whole law answers to them; ``given`` and ``expect`` are the nodes as written."""

    given: Any
    expect: Any
    where: Location
    name: str = ""


@dataclass(frozen=True)
class Provision:
    """``validity`` and ``evidence`` are its own when it has them, else its instrument's, as the library settled them."""

    clause: str
    says: str
    where: Location
    validity: Validity
    evidence: str
    clause_inferred: bool = False
    applies_to: Expression | None = None
    implements: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    readings: tuple[Reading, ...] = ()
    rules: tuple[Rule, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    silences: tuple[Silence, ...] = ()
    items: tuple[Item, ...] = ()
    examples: tuple[Example, ...] = ()
    quotes: tuple[str, ...] = ()
    not_encoded: str = ""
    issued_on: date | None = None
    """The clause's own day of issue, when it came into the text later than the instrument did."""
    steps: "tuple[Step, ...]" = ()
    operations: "tuple[Operation, ...]" = ()

    @cached_property
    def local(self) -> dict[str, Parameter | Reading]:
        """What names mean here: the readings that define them, and before these the parameters."""
        defined: dict[str, Parameter | Reading] = {name: reading for reading in self.readings for name in reading.then}
        return defined | {parameter.name: parameter for parameter in self.parameters}

    def parameter(self, name: str) -> Parameter | None:
        found = self.local.get(name)
        return found if isinstance(found, Parameter) else None

    def definition(self, name: str) -> Reading | None:
        """The reading that defines *name* for this provision."""
        found = self.local.get(name)
        return found if isinstance(found, Reading) else None
