"""How a transfer is handled: routes, their steps, and who acts."""

from typing import NamedTuple

from jiexu.base.location import Location
from jiexu.expression.grammar import Expression


class Actor(NamedTuple):
    """Who handles a step. ``at`` is the side whose agency it is: out, in or both; empty for the person."""

    id: str
    name: str
    at: str = ""


class Failure(NamedTuple):
    """What may go wrong with a step, and where that leads.

    It has happened when all of ``when`` hold; without any, only a person can tell. One of: ``to``, a step after which
    this one is tried again; ``refuses``, the question whose answer is the reasons for refusing; ``turns_to``, another route.
    """

    says: str
    where: Location
    when: tuple[Expression, ...] = ()
    to: str = ""
    refuses: str = ""
    turns_to: str = ""


class Operation(NamedTuple):
    """Something done inside a step: on which screen, and what is entered there, as pairs of a field and its value."""

    within: str
    says: str
    where: Location
    screen: str = ""
    enter: tuple[tuple[str, str], ...] = ()
    quotes: tuple[str, ...] = ()


class Step(NamedTuple):
    """One step of the routes it names; ``ends_with`` is the fact (a date) that tells it is done.

    ``after`` are the steps before it; ``when`` is empty for a step that is always taken. ``needs`` are documents that
    other steps produce, ``brings`` those that its actor has from elsewhere. ``due`` is a line that gives the last day:
    most often just the name of a question.
    """

    name: str
    routes: tuple[str, ...]
    actor: str
    says: str
    where: Location
    ends_with: str
    after: tuple[str, ...] = ()
    when: tuple[Expression, ...] = ()
    due: Expression | None = None
    screen: str = ""
    enter: tuple[tuple[str, str], ...] = ()
    brings: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    produces: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    quotes: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Expression, ...]:
        """Every condition of the step and of what may go wrong with it."""
        return (*self.when, *(line for failure in self.failures for line in failure.when))


class Route(NamedTuple):
    """A way through the steps of one instrument, open to a case when all of ``when`` hold.

    It begins with any of the steps ``begins``, and is through when all of ``ends`` that apply are done.
    """

    id: str
    name: str
    says: str
    where: Location
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    when: tuple[Expression, ...] = ()
    quotes: tuple[str, ...] = ()
