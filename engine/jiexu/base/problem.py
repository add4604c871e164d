"""One thing a person must mend, said once, at the place to mend it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from jiexu.base.location import Location


class Problem(NamedTuple):
    """A mistake in a case or rule file.

    ``code`` is never reused nor renumbered; ``docs/checks/<code>.md`` explains it. The layers below
    ``explanation`` give only ``values``, which its catalogue turns into the Chinese ``message`` and ``help``;
    a check brings its own two sentences.
    """

    code: str
    where: Location
    values: Mapping[str, str] = MappingProxyType({})
    message: str = ""
    help: str = ""


class ProblemsError(Exception):
    """Files that cannot be used; carries every problem found, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(
            f"{len(self.problems)} problem(s), the first {first.code} at {first.where} {dict(first.values)}"
        )
