"""Which part of one law is which part of another, whatever line of a file it stands on."""

from collections.abc import Callable, Container, Hashable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from jiexu.base.location import Location
from jiexu.expression.grammar import Expression

Held = TypeVar("Held")


def content(value: Any) -> Hashable:
    """What a value of the law says, its places in the file left out, as something that can be compared and hashed."""
    if isinstance(value, Expression):
        return value.source
    if isinstance(value, Location):
        return None
    if isinstance(value, tuple):
        return tuple(map(content, value))
    if isinstance(value, dict):
        return tuple((key, content(held)) for key, held in value.items())
    if is_dataclass(value):
        return tuple(content(getattr(value, field.name)) for field in fields(value))
    return value  # type: ignore[no-any-return]


def without(data: Any, keys: Container[str]) -> Any:
    """Data as JSON has it, with these keys left out wherever they stand."""
    if isinstance(data, dict):
        return {key: without(held, keys) for key, held in data.items() if key not in keys}
    return [without(held, keys) for held in data] if isinstance(data, list) else data


def pairs(
    old: Iterable[Held], new: Iterable[Held], alike: Iterable[Callable[[Held], Any]]
) -> Iterator[tuple[Held | None, Held | None]]:
    """Each part of the old beside the new one that it became, in the order of the new; what is gone comes last.

    *alike* are tried in turn on what no earlier one has paired: two parts that give the same are one. What gives None
    or nothing is paired by none of it.
    """
    waiting, became = list(old), list[tuple[Held | None, Held]]((None, one) for one in new)
    for key in alike:
        for index, (before, after) in enumerate(became):
            if before is not None or not key(after):
                continue
            same = next((one for one in waiting if key(one) == key(after)), None)
            if same is not None:
                waiting = [one for one in waiting if one is not same]
                became[index] = (same, after)
    yield from became
    yield from ((one, None) for one in waiting)
