"""A finding: what was decided on one question, and everything that explains it."""

from datetime import date
from typing import Any, NamedTuple

from jiexu.decision.case import Case
from jiexu.decision.outcome import Outcome
from jiexu.decision.world import World
from jiexu.law.library import Library, Statement
from jiexu.law.vocabulary import Question


class Tested(NamedTuple):
    """A condition as written, whether it held, the values behind it, and whose it is."""

    condition: str
    holds: bool
    values: dict[str, Any]
    statement: Statement


class Worked(NamedTuple):
    """The expression that gave the value, the values behind it, and those of the names it mentions itself."""

    expression: str
    values: dict[str, Any]
    direct: dict[str, Any]


class Beaten(NamedTuple):
    """A provision that the decider prevails over, by which principle; ``quote`` is its own sentence that yields or delegates."""

    principle: str
    statement: Statement
    value: Any = None
    quote: str = ""


class Otherwise(NamedTuple):
    """What becomes of the question under another reading."""

    take: str
    outcome: Outcome


class ReadingUsed(NamedTuple):
    """An unconfirmed reading that the finding rests on; ``instead`` are the readings under which it would differ."""

    name: str
    taken: str
    sensitive: bool
    instead: tuple[Otherwise, ...] = ()


class Alert(NamedTuple):
    """Something the reader must know beside the answer.

    ``kind``: sunset (the decider ends soon), resurfacing (a lower rule lapsed), reported or advice (an unverified text says
    otherwise), provisional (the next calendar may move the day), bound (outside what the delegation allows).
    """

    kind: str
    statements: tuple[Statement, ...]
    value: Any = None
    day: date | None = None
    status: str = ""


class Finding(NamedTuple):
    question: Question
    outcome: Outcome
    because: tuple[Tested, ...] = ()
    worked: Worked | None = None
    precedence: tuple[Beaten, ...] = ()
    readings: tuple[ReadingUsed, ...] = ()
    alerts: tuple[Alert, ...] = ()


class Decision(NamedTuple):
    """All findings on one case, by question name, in vocabulary order; ``world`` answers what else is asked of the case."""

    case: Case
    library: Library
    findings: dict[str, Finding]
    world: World
