"""A field that has no value yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from jiexu.base.problem import Problem


class Blank:
    """Stands where a value would: false, empty, in no order with anything; made text of, it tells why nothing is there.

    Whatever is asked of it, it is the same blank again, so that ``person.bank.account`` needs no test at each step.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        watch = _WATCH.get(None)
        if watch is None:
            return ""
        watch.printed.append(self)
        return watch.word

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __getattr__(self, name: str) -> "Blank":
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __call__(self, *arguments: Any) -> "Blank":  # noqa: ARG002
        return self

    def _same(self, *others: Any) -> "Blank":  # noqa: ARG002
        return self

    __getitem__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __floordiv__ = __mod__ = _same

    def _no(self, other: Any) -> bool:  # noqa: ARG002
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _no


class _Watch(NamedTuple):
    """What a blank is printed as, and those that were."""

    word: str
    printed: list[Blank]


_WATCH: ContextVar[_Watch] = ContextVar("watch")


@contextmanager
def watched(word: str) -> Iterator[list[Blank]]:
    """The blanks that are printed, as *word*, while the block runs."""
    printed: list[Blank] = []
    token = _WATCH.set(_Watch(word, printed))
    try:
        yield printed
    finally:
        _WATCH.reset(token)
