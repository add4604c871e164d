"""What is otherwise in the words of one law than in those of another: facts, questions, units, places."""

from collections.abc import Iterator

from jiexu.law.library import Library
from jiexu.law.vocabulary import Fact, Question, Vocabulary
from jiexu.regression.likeness import content, pairs
from jiexu.regression.part import Part
from jiexu.regression.procedure_change import actor_parts

_TABLES = ("words", "ranks", "evidence", "units")


def vocabulary_parts(old: Library, new: Library) -> Iterator[Part]:
    """Everything that is otherwise; terms are the same by their ids."""
    was, now = old.vocabulary, new.vocabulary
    for part, kind in (("fact", Fact), ("question", Question)):
        before, after = ([term for term in one.terms if isinstance(term, kind)] for one in (was, now))
        for one, other in pairs(before, after, (_id,)):
            yield from _term(part, one, other)
    yield from _tables(was, now)
    yield from actor_parts(was.actors, now.actors)
    if content(was.procedure_days) != content(now.procedure_days):
        yield Part("procedure_days", was.procedure_days, now.procedure_days)
    for code in dict.fromkeys((*new.places.names, *old.places.names)):
        names, others = (places.names.get(code) for places in (old.places, new.places))
        if names != others:
            yield Part("place_names", names, others, (others or names or (code,))[0])


def _id(term: Fact | Question) -> str:
    return term.id


def _term(part: str, was: Fact | Question | None, now: Fact | Question | None) -> Iterator[Part]:
    if was is None or now is None:
        yield Part(part, was, now, (now or was).name)  # type: ignore[union-attr]
        return
    for field in now._fields:
        before, after = getattr(was, field, None), getattr(now, field, None)
        if field == "kind":
            if was.kind.name != now.kind.name:
                yield Part("term_kind", was.kind.name, now.kind.name, now.name)
            before, after, field = was.kind.members, now.kind.members, "members"
        renamed = field != "ids" or was.kind.members == now.kind.members  # new members have new ids: told once
        if renamed and content(before) != content(after):
            yield Part(f"term_{field}", before, after, now.name)


def _tables(was: Vocabulary, now: Vocabulary) -> Iterator[Part]:
    for table in _TABLES:
        before, after = getattr(was, table), getattr(now, table)
        for name in dict.fromkeys((*after, *before)):
            if before.get(name) != after.get(name):
                yield Part(table, before.get(name), after.get(name), name)
        if list(before) != list(after) and before == after:
            yield Part(table, tuple(before), tuple(after))
    for name in ("sunset_within_days", "in_order"):
        if getattr(was, name) != getattr(now, name):
            yield Part(name, getattr(was, name), getattr(now, name), name)
