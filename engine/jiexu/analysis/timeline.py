"""What stands on a question at a place over time, and who answers it in each stretch of days."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from jiexu.analysis.scope import stopped_by_places
from jiexu.analysis.succession import Ended, fate_of
from jiexu.base.validity import Validity
from jiexu.law.dependency import resting_on, statement_lines
from jiexu.law.library import Statement
from jiexu.law.provision import Delegation
from jiexu.law.vocabulary import Question
from jiexu.ruleset.exclusion import exclusive
from jiexu.ruleset.standing import ADVICE, REPORTED, RuleSet

RULED = "ruled"
PARTLY = "partly"
RESURFACED = "resurfaced"
LEFT = "left"
LAPSED = "lapsed"
NOTHING = "nothing"
STATES = (RULED, RESURFACED, PARTLY, LEFT, LAPSED, NOTHING)
"""How a question stands, best first: every situation that was ever regulated still is; a superior rule took over; some
situation may have lost its rule; all is left to ranks below that say nothing; all lapsed; nothing is or was on it."""
OPEN = (PARTLY, LEFT, LAPSED)

_ONE_DAY = timedelta(days=1)


class Handed(NamedTuple):
    """A delegation in force, and the statements below it that may answer what it leaves open."""

    statement: Statement
    by: tuple[Statement, ...]


class Groundless(NamedTuple):
    """A statement in force, and the questions it turns on that nothing in force answers."""

    statement: Statement
    questions: tuple[Question, ...]


class Stretch(NamedTuple):
    """Days between two edges, on which the same statements stand; the lists are in order of precedence.

    ``rules`` are those that no delegation in force calls for; ``ended`` those that spoke earlier and left some situation to
    a superior rule, or to none; ``groundless`` those in force that cannot speak, since nothing in force answers the
    questions they turn on.
    """

    days: Validity
    state: str
    rules: tuple[Statement, ...]
    handed: tuple[Handed, ...]
    silences: tuple[Statement, ...]
    ended: tuple[Ended, ...]
    groundless: tuple[Groundless, ...]

    def says_as(self, other: "Stretch") -> bool:
        """True when nothing but the days differs."""
        return self._replace(days=other.days) == other


class Number(NamedTuple):
    """From ``first`` on a dated number of the law has this value, as its parameter writes it."""

    first: date
    name: str
    value: Any
    statement: Statement


class Timeline(NamedTuple):
    """``lanes`` are all statements on the question at the place, those that only are compared included."""

    question: Question
    lanes: tuple[Statement, ...]
    stretches: tuple[Stretch, ...]
    numbers: tuple[Number, ...]

    def at(self, day: date) -> Stretch | None:
        """The stretch a day lies in; None before the first."""
        return next((stretch for stretch in self.stretches if stretch.days.covers(day)), None)

    def state(self, day: date) -> str:
        stretch = self.at(day)
        return stretch.state if stretch else NOTHING


def timeline(rules: RuleSet, question: Question, *, transfer: bool = False) -> Timeline:
    """The line of time of one question; without stretches where nothing is held that may decide it.

    For a *transfer* between the two places of the rules, what never speaks between them is left out; else they are one
    place, and it is not known from where anybody comes.
    """

    def speaking(found: Iterable[Statement]) -> tuple[Statement, ...]:
        reaching = (one for one in found if not (transfer and stopped_by_places(rules, question, one)))
        return _in_order(rules, question, reaching)

    lanes = speaking(rules.candidates(question, (*rules.accept, REPORTED, ADVICE)))
    held = tuple(one for one in lanes if one.provision.evidence in rules.accept)
    silences = speaking(rules.candidates(question, silences=True))
    own = [one.provision.validity for one in (*held, *silences)]
    questions = (rules.library.vocabulary.questions[name] for name in resting_on(rules.library, question.name))
    others = (one.provision.validity for other in questions for one in rules.candidates(other))
    grounds = _Grounds(rules)
    stretches: list[Stretch] = []
    for days in between((*own, *others)) if own else ():
        if stretches or days.first >= min(validity.first for validity in own):
            found = _stretch(rules, question, held, silences, days, grounds)
            if stretches and found.says_as(stretches[-1]):
                found = found._replace(days=Validity(stretches.pop().days.first, days.last))
            stretches.append(found)
    return Timeline(question, lanes, tuple(stretches), tuple(_numbers(held)))


def between(validities: Iterable[Validity]) -> Iterator[Validity]:
    """The stretches of days between the edges of these validities, from the first edge on; the last one is open.

    >>> [str(one.first) for one in between([Validity(date(2020, 9, 1), date(2025, 8, 31))])]
    ['2020-09-01', '2025-09-01']
    """
    firsts = sorted({day for validity in validities for day in edges(validity)})
    for index, first in enumerate(firsts):
        yield Validity(first, firsts[index + 1] - _ONE_DAY if index + 1 < len(firsts) else None)


def edges(validity: Validity) -> tuple[date, ...]:
    """The first day inside, and the first day after."""
    ends = validity.last is not None and validity.last < date.max
    return (validity.first, validity.last + _ONE_DAY) if ends and validity.last else (validity.first,)


class _Grounds:
    """Whether anything in force answers what a statement turns on."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self.known: dict[tuple[str, date], bool] = {}

    def missing(self, name: str, statement: Statement, day: date) -> tuple[Question, ...]:
        """The questions that a statement's answer to a question turns on and that nothing answers on a day."""
        questions = self.rules.library.vocabulary.questions
        lines = statement_lines(statement.provision, statement.said, name)
        asked = dict.fromkeys(other for line in lines for other in line.names if other in questions and other != name)
        return tuple(questions[other] for other in asked if not self.answered(other, day))

    def answered(self, name: str, day: date) -> bool:
        key = (name, day)
        if key not in self.known:
            question = self.rules.library.vocabulary.questions[name]
            standing = self.rules.standing(question, day) if question.expression is None else []
            self.known[key] = question.expression is not None or any(
                not isinstance(one.said, Delegation) and not self.missing(name, one, day) for one in standing
            )
        return self.known[key]


def _stretch(
    rules: RuleSet,
    question: Question,
    held: tuple[Statement, ...],
    silences: tuple[Statement, ...],
    days: Validity,
    grounds: _Grounds,
) -> Stretch:
    standing = [one for one in held if one.provision.validity.covers(days.first)]
    unfounded = ((one, grounds.missing(question.name, one, days.first)) for one in standing)
    groundless = tuple(Groundless(one, missing) for one, missing in unfounded if missing)
    mute = {id(one.statement) for one in groundless}
    standing = [one for one in standing if id(one) not in mute]
    speaking = [one for one in standing if not isinstance(one.said, Delegation)]
    ranks = rules.library.rank_order
    handed = tuple(
        Handed(
            one,
            tuple(
                other
                for other in speaking
                if ranks[other.instrument.rank] > ranks[one.instrument.rank]
                and not exclusive(rules.library, one, other)
            ),
        )
        for one in standing
        if isinstance(one.said, Delegation)
    )
    filling = {id(other) for one in handed for other in one.by}
    past = [one for one in held if _is_over(one, days.first) and not isinstance(one.said, Delegation)]
    fates = (fate_of(rules.library, one, speaking) for one in past)
    ended = tuple(one for one in fates if one is not None)
    return Stretch(
        days,
        _state(speaking, handed, ended, groundless),
        tuple(one for one in speaking if id(one) not in filling),
        handed,
        tuple(one for one in silences if one.provision.validity.covers(days.first)),
        ended,
        groundless,
    )


def _state(
    speaking: list[Statement], handed: tuple[Handed, ...], ended: tuple[Ended, ...], groundless: tuple[Groundless, ...]
) -> str:
    if not speaking:
        return LAPSED if ended or groundless else LEFT if handed else NOTHING
    if groundless or any(not one.wholly for one in ended) or any(not one.by for one in handed):
        return PARTLY
    return RESURFACED if ended else RULED


def _is_over(statement: Statement, day: date) -> bool:
    last = statement.provision.validity.last
    return last is not None and last < day


def _in_order(rules: RuleSet, question: Question, held: Iterable[Statement]) -> tuple[Statement, ...]:
    """Superior ranks first; of one rank the nearer place, then the later commenced, as precedence has it."""
    ranks = rules.library.rank_order
    return tuple(
        sorted(
            held,
            key=lambda one: (
                ranks[one.instrument.rank],
                rules.nearness(question, one),
                -one.provision.validity.first.toordinal(),
            ),
        )
    )


def _numbers(held: Iterable[Statement]) -> Iterator[Number]:
    told: set[tuple[str, str]] = set()
    for one in held:
        for parameter in one.provision.parameters:
            if parameter.dated and (one.citation, parameter.name) not in told:
                told.add((one.citation, parameter.name))
                yield from (Number(first, parameter.name, value, one) for first, value in parameter.dated)
