"""One sentence for each thing that changed in the law."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from jiexu.base.validity import Validity
from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.step_lines import failure, fields
from jiexu.expression.grammar import Expression
from jiexu.law.instrument import Instrument, YearOfWorkdays
from jiexu.law.provision import Delegation, Item, Parameter, Provision, Reading, Rule, Silence
from jiexu.law.step import Actor, Failure, Operation, Route, Step
from jiexu.law.vocabulary import Fact, Question, Unit
from jiexu.regression.law_change import LawChange
from jiexu.regression.moved import Cause
from jiexu.report.impact.wording import ImpactWording

_OPEN = "open"


def law_rows(words: ImpactWording, law: Iterable[LawChange]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What changed, instrument by instrument: its name, and rows of a clause and a sentence."""
    for id_, changes in groupby(law, key=lambda change: change.instrument):
        name = words.instrument(id_) if id_ else words.labels["vocabulary"]
        yield name, [_row(words, change) for change in changes]


def _row(words: ImpactWording, change: LawChange) -> tuple[str, str]:
    """One clause beside the sentence; several before it, where there is room."""
    clauses, told = _clauses(words, change), sentence(words, change)
    several = len(change.clauses) > 1 and not change.whole
    return ("", words.say("listed_of", clauses=clauses, sentence=told)) if several else (clauses, told)


def cause_sentence(words: ImpactWording, law: Sequence[LawChange], cause: Cause) -> str:
    """The sentence of a cause, with the instrument and the clauses that count, to stand alone."""
    change = law[cause.change]
    if cause.clauses != change.clauses:
        change = change._replace(clauses=cause.clauses, whole=False)
    name = words.instrument(change.instrument) if change.instrument else words.labels["vocabulary"]
    clauses = _clauses(words, change) if change.clauses else ""
    return " ".join(part for part in (name, clauses, sentence(words, change)) if part)


def sentence(words: ImpactWording, change: LawChange) -> str:
    """What changed, without the clause it stands in."""
    part, was_value, now_value = _narrowed(change)
    was, now = (
        None if _is_nothing(value) else _shown(words, wording, change.part, value)
        for wording, value in ((words.old, was_value), (words.new, now_value))
    )
    state = "added" if was is None else "removed" if now is None else "changed"
    values = {
        "name": _term(words, change.name),
        "of": change.of,
        "was": was or words.labels["none"],
        "now": now or words.labels["none"],
    }
    label = own if (own := f"{part}_{state}") in words.labels else state
    what = "" if label == own else words.say(f"part_{part}", **values)
    told = words.say(label, what=what, **values)
    return told + (words.say("validity_by", by=words.new.listed(map(words.instrument, change.by))) if change.by else "")


def _narrowed(change: LawChange) -> tuple[str, Any, Any]:
    """The part and its two values; of days of validity of which one end is the same, the other end alone."""
    was, now = change.was, change.now
    if change.part == "quotation" and change.name:
        return "quotation_of", was, now
    if change.part == "validity" and was.first == now.first:
        return "validity_last", was.last or _OPEN, now.last or _OPEN
    if change.part == "validity" and was.last == now.last:
        return "validity_first", was.first, now.first
    return change.part, was, now


def _is_nothing(value: Any) -> bool:
    return value is None or value == "" or value == ()


def _term(words: ImpactWording, name: str) -> str:
    """A name as this language has it, where it is a term."""
    vocabularies = (words.new.library.vocabulary, words.old.library.vocabulary)
    held = next((term for one in vocabularies for term in one.terms if term.name == name), None)
    return words.new.term(held) if held else name


def _clauses(words: ImpactWording, change: LawChange) -> str:
    if change.whole and change.clauses:
        return words.labels["whole"]
    if not change.clauses:
        return words.labels["head"] if change.instrument and change.part != "instrument" else ""
    return words.new.listed(change.clauses)


def _shown(words: ImpactWording, wording: LawWording, part: str, value: Any) -> str:
    show = _SHOWN.get(type(value))
    if show is not None:
        return show(words, wording, value)
    if part in ("extends", "repeals"):
        what = f"{words.instrument(value.instrument)} {value.clause}".strip()
        return wording.tell(part, what=what, day=str(value.day))
    if isinstance(value, bool):
        return (
            wording.library.vocabulary.words["yes" if value else "no"] if words.language == "zh" else str(value).lower()
        )
    if part in ("step_enter", "operation_enter"):
        return fields(wording, value)
    if isinstance(value, tuple):
        return wording.listed(_shown(words, wording, part, one) for one in value)
    if part in ("sunset_within_days", "renumbered"):
        return str(value) if part == "renumbered" else words.say(part, value=value)
    if part == "place" and value in wording.library.places.names:
        return wording.place(value)
    if part in ("item_kind", "item_role"):
        return wording.quoted(wording.law[f"{part.removeprefix('item_')}_{value}"])
    if part in ("term_at", "actor_at"):
        return words.labels[f"at_{value}"]
    if value == _OPEN:
        return words.labels["no_last"]
    if part == "rank":
        return wording.rank(value)
    if part == "evidence" and value in wording.library.vocabulary.evidence:
        return wording.evidence(value)
    return wording.quoted(str(value))


def _expression(words: ImpactWording, wording: LawWording, line: Expression) -> str:  # noqa: ARG001
    return wording.quoted(wording.condition(line.source))


def _rule(words: ImpactWording, wording: LawWording, rule: Rule) -> str:
    tests = wording.labels["stop"].join(text for _, text in wording.tests(rule.when))
    answers = wording.labels["stop"].join(wording.answer_of(name, given) for name, given in rule.then.items())
    return words.say("rule_when" if tests else "rule_always", tests=tests, answers=answers)


def _failure(words: ImpactWording, wording: LawWording, held: Failure) -> str:
    told = failure(wording, held)
    told = words.say("refuses", says=told, question=wording.questions([held.refuses])) if held.refuses else told
    tests = wording.labels["stop"].join(text for _, text in wording.tests(held.when))
    return wording.quoted(words.say("failing", says=told, when=tests) if tests else told)


def _workdays(words: ImpactWording, wording: LawWording, year: YearOfWorkdays) -> str:
    days = (words.say("workday" if worked else "day_off", day=day) for day, worked in sorted(year.moved))
    return wording.listed(days)


def _delegation(words: ImpactWording, wording: LawWording, delegation: Delegation) -> str:  # noqa: ARG001
    return wording.questions(delegation.about) + wording.quoted(delegation.quote)


def _silence(words: ImpactWording, wording: LawWording, silence: Silence) -> str:  # noqa: ARG001
    return wording.questions(silence.about) + wording.labels["colon"] + silence.says


def _instrument(words: ImpactWording, wording: LawWording, held: Instrument) -> str:  # noqa: ARG001
    return f"{wording.heading(held)}{wording.labels['comma']}{wording.validity(held.validity)}"


def _provision(words: ImpactWording, wording: LawWording, held: Provision) -> str:  # noqa: ARG001
    return held.says or wording.quoted(*held.quotes)


def _unit(words: ImpactWording, wording: LawWording, unit: Unit) -> str:  # noqa: ARG001
    return f"{unit.kind} × {unit.times}"


_SHOWN: dict[type, Callable[[ImpactWording, LawWording, Any], str]] = {
    Expression: _expression,
    Parameter: lambda words, wording, value: wording.number(value),  # noqa: ARG005
    Validity: lambda words, wording, value: wording.validity(value),  # noqa: ARG005
    date: lambda words, wording, value: str(value),  # noqa: ARG005
    Rule: _rule,
    YearOfWorkdays: _workdays,
    Delegation: _delegation,
    Silence: _silence,
    Instrument: _instrument,
    Provision: _provision,
    Reading: lambda words, wording, value: wording.quoted(value.take),  # noqa: ARG005
    Item: lambda words, wording, value: wording.quoted(value.title),  # noqa: ARG005
    Unit: _unit,
    Step: lambda words, wording, value: wording.quoted(value.says),  # noqa: ARG005
    Operation: lambda words, wording, value: wording.quoted(value.says),  # noqa: ARG005
    Failure: _failure,
    Route: lambda words, wording, value: wording.quoted(value.says),  # noqa: ARG005
    Actor: lambda words, wording, value: value.name,  # noqa: ARG005
    Fact: lambda words, wording, value: wording.term(value),  # noqa: ARG005
    Question: lambda words, wording, value: wording.term(value),  # noqa: ARG005
}
