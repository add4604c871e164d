"""What is otherwise in one provision than in another."""

from collections.abc import Iterator
from typing import Any

from jiexu.law.provision import Delegation, Item, Parameter, Provision, Reading, Rule, Silence
from jiexu.regression.likeness import content, pairs
from jiexu.regression.part import Part, lines, quoted

_UNNAMED = "#"
_PLAIN = ("says", "evidence", "implements", "not_encoded", "clause_inferred", "issued_on")


def provision_parts(was: Provision, now: Provision) -> Iterator[Part]:
    """Everything that is otherwise, in the order in which a clause is written; its validity is told elsewhere."""
    for name in _PLAIN:
        if getattr(was, name) != getattr(now, name):
            yield Part(name, getattr(was, name), getattr(now, name))
    if content(was.applies_to) != content(now.applies_to):
        yield Part("applies_to", was.applies_to, now.applies_to)
    yield from quoted(was.quotes, now.quotes)
    for before, after in pairs(was.parameters, now.parameters, (lambda one: one.name,)):
        yield from _parameter(before, after)
    for one, other in pairs(was.readings, now.readings, (lambda one: one.name,)):
        yield from _reading(one, other)
    for rule, its in pairs(was.rules, now.rules, _SAME_RULE):
        yield from _rule(rule, its)
    for left, now_left in pairs(was.delegations, now.delegations, _SAME_DELEGATION):
        yield from _delegation(left, now_left)
    for silent, now_silent in pairs(was.silences, now.silences, _SAME_SILENCE):
        yield from _silence(silent, now_silent)
    for item, its_item in pairs(was.items, now.items, _SAME_ITEM):
        yield from _item(item, its_item)


def rule_name(rule: Rule) -> str:
    """What a rule is called: its name, else the phrase it stands for."""
    return _own_name(rule) or rule.quote or rule.name


def _own_name(rule: Rule) -> str:
    return "" if rule.name.startswith(_UNNAMED) else rule.name


def _parameter(was: Parameter | None, now: Parameter | None) -> Iterator[Part]:
    if was is None or now is None:
        yield Part("parameter", was, now, (now or was).name)  # type: ignore[union-attr]
        return
    if content(was._replace(quote="")) != content(now._replace(quote="")):
        yield Part("parameter", was, now, now.name)
    yield from quoted(_one(was.quote), _one(now.quote), now.name)


def _reading(was: Reading | None, now: Reading | None) -> Iterator[Part]:
    if was is None or now is None:
        yield Part("reading", was, now, (now or was).name)  # type: ignore[union-attr]
        return
    if was.take != now.take:
        yield Part("take", was.take, now.take, now.name)
    elif content(was.then) != content(now.then):
        yield from _answers("definition", was.then, now.then, now.name)
    before, after = dict(was.instead), dict(now.instead)
    if {*before, was.take} != {*after, now.take}:
        yield Part("instead", tuple(before), tuple(after), now.name)
    for take in after:
        if take in before:
            yield from _answers("definition", before[take], after[take], f"{now.name} {take}")
    if was.confirmed != now.confirmed:
        yield Part("confirmed", was.confirmed, now.confirmed, now.name)
    yield from quoted(_one(was.quote), _one(now.quote), now.name)


def _rule(was: Rule | None, now: Rule | None) -> Iterator[Part]:
    if was is None or now is None:
        yield Part("rule", was, now, rule_name(now or was))  # type: ignore[arg-type]
        return
    name = rule_name(now)
    if _own_name(was) != _own_name(now):
        yield Part("rule_name", _own_name(was), _own_name(now), of=now.quote)
    yield from lines("condition", was.when, now.when, name)
    yield from _answers("answer", was.then, now.then, name)
    if was.overrides != now.overrides:
        yield Part("overrides", was.overrides, now.overrides, of=name)
    yield from quoted(_one(was.quote), _one(now.quote), _own_name(now))


def _delegation(was: Delegation | None, now: Delegation | None) -> Iterator[Part]:
    if was is None or now is None:
        yield Part("delegation", was, now)
        return
    if was.about != now.about:
        yield Part("delegated", was.about, now.about, of=now.quote)
    yield from lines("condition", was.when, now.when, now.quote)
    yield from lines("within", was.within, now.within, now.quote)
    yield from quoted(_one(was.quote), _one(now.quote))


def _silence(was: Silence | None, now: Silence | None) -> Iterator[Part]:
    if was is None or now is None or was.about != now.about:
        yield Part("silence", was, now)
        return
    if was.says != now.says:
        yield Part("says", was.says, now.says)
    yield from lines("condition", was.when, now.when, now.says)


def _item(was: Item | None, now: Item | None) -> Iterator[Part]:
    if was is None or now is None or (was.kind, was.title) != (now.kind, now.title):
        yield Part("item", was, now)
    if was is None or now is None:
        return
    if was.says != now.says and was.title == now.title:
        yield Part("item_says", was.says, now.says, of=now.title)
    before, after = dict(was.detail), dict(now.detail)
    for key in (key for key in dict.fromkeys((*after, *before)) if key != "name"):
        if before.get(key) != after.get(key):
            yield Part(f"item_{key}", before.get(key), after.get(key), of=now.title)
    yield from quoted(was.quotes, now.quotes, now.title)


def _answers(part: str, was: dict[str, Any], now: dict[str, Any], of: str) -> Iterator[Part]:
    for name in dict.fromkeys((*now, *was)):
        if content(was.get(name)) != content(now.get(name)):
            yield Part(part, was.get(name), now.get(name), name, of)


def _one(quote: str) -> tuple[str, ...]:
    return (quote,) if quote else ()


_SAME_RULE = (_own_name, lambda one: content(one._replace(name="")), lambda one: one.quote, lambda one: (*one.then,))
_SAME_DELEGATION = (content, lambda one: one.about, lambda one: one.quote)
_SAME_SILENCE = (content, lambda one: one.about, lambda one: one.says)
_SAME_ITEM = (content, lambda one: one.says, lambda one: one.title, lambda one: one.quotes)
