"""What a provision says, part by part, as rows: rules, readings, delegations, silences and the things that decide nothing."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.sheet import Paint, Pair, hanging, labelled
from jiexu.law.instrument import Instrument
from jiexu.law.provision import Item, Provision, Reading, Rule, Silence

_HIDDEN = ("kind", "role", "clause", "take", "name")
_UNNAMED = "#"
_IN, _DEEP = 2 + 2, 2 + 2 + 2


def rule_lines(wording: LawWording, rule: Rule, paint: Paint) -> Iterator[str]:
    """A rule's name and phrase, its conditions one a line, its answers one a line."""
    name = "" if rule.name.startswith(_UNNAMED) and rule.quote else f"{rule.name}  "
    yield from hanging(name + wording.quoted(rule.quote), _IN)
    pairs = list(wording.tests(rule.when)) or [(wording.law["when"], wording.law["always"])]
    pairs += [(wording.law["then"], wording.answer_of(name, answer)) for name, answer in rule.then.items()]
    pairs += [(wording.law["overrides"], wording.listed(rule.overrides))]
    yield from labelled(pairs, paint, _DEEP)


def reading_lines(wording: LawWording, reading: Reading, paint: Paint) -> Iterator[str]:
    """A reading's name and phrase, then every way to take it, the one taken first."""
    law = wording.law
    state = wording.tell("confirmed", by=reading.confirmed) if reading.confirmed else law["unconfirmed"]
    noted = f"{wording.labels['open']}{state}{wording.labels['close']}"
    yield from hanging(f"{reading.name}{noted}  {wording.quoted(reading.quote)}", _IN)
    yield from labelled(takes(wording, reading), paint, _DEEP)


def takes(wording: LawWording, reading: Reading) -> Iterator[Pair]:
    """Every way to take a reading, the one taken first, with what it then gives."""
    for label, take, then in (
        ("take", reading.take, reading.then),
        *(("instead", take, then) for take, then in reading.instead),
    ):
        given = wording.labels["stop"].join(wording.answer_of(name, line) for name, line in then.items())
        yield wording.law[label], f"{take}    {given}"


def silence_lines(wording: LawWording, silence: Silence, paint: Paint) -> Iterator[str]:
    """What a text leaves unsettled, and when."""
    yield from hanging(wording.questions(silence.about) + wording.labels["colon"] + silence.says, _IN)
    yield from labelled(wording.tests(silence.when), paint, _DEEP)


def item_lines(wording: LawWording, item: Item, paint: Paint) -> Iterator[str]:
    """Information, a document or a step, with its sentence and details."""
    detail = dict(item.detail)
    kinds = [wording.law[f"{key}_{detail[key]}"] for key in ("kind", "role") if key in detail]
    told = [detail["name"], item.says] if "name" in detail else [item.says]
    text = wording.labels["colon"].join(part for part in (*kinds, *told) if part)
    yield from hanging(text, _IN)
    details = [
        (wording.law[f"detail_{key}"], value)
        for key, value in item.detail
        if value and key not in _HIDDEN and f"detail_{key}" in wording.law
    ]
    yield from labelled([*details, (wording.law["quotation"], wording.quoted(*item.quotes))], paint, _DEEP)


def contradiction_lines(
    wording: LawWording, instrument: Instrument, provision: Provision, item: Item, paint: Paint
) -> Iterator[str]:
    """What disagrees, both sentences, and what is gone by."""
    yield from hanging(item.says, _IN)
    yield from labelled(contradiction_pairs(wording, instrument, provision, item), paint, _DEEP)


def contradiction_pairs(
    wording: LawWording, instrument: Instrument, provision: Provision, item: Item
) -> Iterator[Pair]:
    """The two sentences, each with its clause, and what is gone by."""
    detail = dict(item.detail)
    other = instrument.provision(detail["clause"])
    found = (instrument, other) if other is not None else wording.library.provision(detail["clause"])
    yield provision.clause, wording.quoted(*item.quotes)
    if found is not None:
        name = found[1].clause if found[0] is instrument else wording.clause(*found)
        yield name, wording.quoted(sentence_beside(item, found[1])) or found[1].says
    yield wording.law["now"], detail.get("take", "")


def sentence_beside(item: Item, provision: Provision) -> str:
    """The quotation of a provision that shares most with a contradiction to it; empty when it has none."""
    quotes = [*provision.quotes, *(rule.quote for rule in provision.rules)]
    quotes += [held for item in provision.items for held in item.quotes]

    def shared(quote: str) -> int:
        told = (item.says, *item.quotes)
        return sum(SequenceMatcher(None, one, quote, autojunk=False).find_longest_match().size for one in told)

    return max((held for held in quotes if held), key=shared, default="")
