"""What the checks of procedures look at: each route with its steps."""

from collections.abc import Iterator
from typing import NamedTuple

from jiexu.checks.subject import Subject
from jiexu.law.instrument import Instrument
from jiexu.law.procedures import Stated, stated_steps
from jiexu.law.step import Route


class Laid(NamedTuple):
    """A route of an instrument with its steps by name."""

    instrument: Instrument
    route: Route
    steps: dict[str, Stated]


def routes(subject: Subject) -> Iterator[Laid]:
    for instrument in subject.library.instruments.values():
        for route in instrument.routes:
            yield Laid(instrument, route, stated_steps(instrument, route))
