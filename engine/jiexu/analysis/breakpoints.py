"""Along one fact, all else held: the values at which something that given questions turn on changes."""

from collections.abc import Iterable
from typing import Any

from jiexu.analysis.line import AS_OF, Line
from jiexu.analysis.scale import scale_of
from jiexu.analysis.turns import Turn, turns_of
from jiexu.base.kinds import DATE
from jiexu.decision.world import World, possible_values
from jiexu.law.dependency import resting_on
from jiexu.ruleset.standing import RuleSet


def break_points(world: World, fact: str, names: Iterable[str]) -> tuple[Any, ...]:
    """The last value of a fact (by id) before each change and the first after it, in order; every member of a choice or yes_no.

    What may change is a condition, a test inside an answer, a dated number, a validity, the reach of the calendars:
    whatever the questions by *names* turn on, through other questions too, with all other facts as they are in *world*.
    The id ``as_of`` stands for the day of the decision. Nothing for a place, a list of periods or a set.

    Exact but for a comparison one side of which counts the fact both up and down: a pair of changes may hide there.
    """
    kind = DATE if fact == AS_OF else world.library.vocabulary.by_id[fact].kind
    members = possible_values(kind)
    if members:
        return members
    scale = scale_of(kind, world.case.as_of)
    if scale is None:
        return ()
    line = Line(world, fact, kind, scale)
    found: set[int] = set()
    for turn in turns_behind(world.rules, names):
        found |= line.changes(turn, found)
    return tuple(scale.value(number) for number in sorted(found))


def turns_behind(rules: RuleSet, names: Iterable[str]) -> list[Turn]:
    """All that the questions turn on, through other questions too; what rests on others after them."""
    library = rules.library
    wanted = {other for name in names for other in resting_on(library, name)}
    ordered = sorted(wanted, key=lambda name: (len(resting_on(library, name)), name))
    return [turn for name in ordered for turn in turns_of(rules, name)]
