"""A finding: what was decided on one question, and everything that explains it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from jiexu.decision.case import Case
from jiexu.decision.outcome import Outcome
from jiexu.law.library import Library, Statement
from jiexu.law.vocabulary import Question


@dataclass(frozen=True, slots=True)
class Tested:
    """A condition as written, whether it held, the values behind it, and whose it is."""

    condition: str
    holds: bool
    values: dict[str, Any]
    statement: Statement


@dataclass(frozen=True, slots=True)
class Worked:
    """The expression that gave the value, and the values in it."""

    expression: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Beaten:
    """A provision that the decider prevails over, by which principle; ``quote`` is its own sentence that yields or delegates."""

    principle: str
    statement: Statement
    value: Any = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What becomes of the question under another reading."""

    take: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ReadingUsed:
    """An unconfirmed reading that the finding rests on; ``instead`` are the readings under which it would differ."""

    name: str
    taken: str
    sensitive: bool
    instead: tuple[Otherwise, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """Something the reader must know beside the answer.

    ``kind``: sunset (the decider ends soon), resurfacing (a lower rule lapsed), reported or advice (an unverified text says
    otherwise), provisional (the next calendar may move the day), bound (outside what the delegation allows).
    """

    kind: str
    statements: tuple[Statement, ...]
    value: Any = None
    day: date | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    question: Question
    outcome: Outcome
    because: tuple[Tested, ...] = ()
    worked: Worked | None = None
    precedence: tuple[Beaten, ...] = ()
    readings: tuple[ReadingUsed, ...] = ()
    alerts: tuple[Alert, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """All findings on one case, by question name, in vocabulary order."""

    case: Case
    library: Library
    findings: dict[str, Finding]
