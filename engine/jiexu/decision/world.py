"""One way things may be: the facts, the readings taken and the evidence accepted. Gives every name its value."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from jiexu.base.kinds import Kind
from jiexu.base.unknown import Failure, Unknown, is_unknown
from jiexu.base.workdays import Calendar
from jiexu.decision.case import Case
from jiexu.decision.frame import Asking, Frame, Inside, Touched
from jiexu.decision.outcome import PENDING, Outcome
from jiexu.expression.evaluate import Interpreter
from jiexu.expression.grammar import Expression
from jiexu.law.library import Library
from jiexu.law.provision import Parameter, Provision, Reading
from jiexu.law.vocabulary import Fact
from jiexu.ruleset.standing import RuleSet

_Key = tuple[str, int, date | None]
"""What was asked for, the identity of the provision or statement it was asked of, and the governing day."""


class _Known(NamedTuple):
    """A value found before, and what finding it touched."""

    value: Any
    touched: Touched
    provisional: date | None


class World:
    """Facts and choices for one case; ``decider`` is the evaluator, which gives a question its outcome in a world.

    ``changed`` names what differs from ``parent``: whatever did not touch it there need not be decided again.
    """

    def __init__(
        self, rules: RuleSet, case: Case, decider: "Decider", parent: "World | None" = None, changed: str = ""
    ) -> None:
        self.rules = rules
        self.library: Library = rules.library
        self.case = case
        self.decider = decider
        self.parent = parent
        self.changed = changed
        self.takes: dict[str, str] = dict(parent.takes) if parent else {}
        self.timeless: bool = parent.timeless if parent else False
        self.given = {"from": case.origin, "to": case.destination, **case.facts}
        self.outcomes: dict[str, Outcome] = {}
        self.frame = Frame("")
        self._known: dict[_Key, _Known] = {}

    def with_fact(self, fact: str, value: Any) -> "World":
        """The same, but one unknown fact has a value."""
        return type(self)(
            self.rules, self.case._replace(facts=self.case.facts | {fact: value}), self.decider, self, fact
        )

    def with_reading(self, name: str, take: str) -> "World":
        """The same, but readings of one name are taken otherwise."""
        world = type(self)(self.rules, self.case, self.decider, self, reading_key(name))
        world.takes[name] = take
        return world

    def with_rules(self, rules: RuleSet, changed: str) -> "World":
        """The same under more evidence."""
        return type(self)(rules, self.case, self.decider, self, changed)

    @cached_property
    def without_time(self) -> "World":
        """The same, with every provision taken as in force where nothing in force answers."""
        # Not a child of this one: two worlds that hold each other would be left to the garbage collector.
        parent = self.parent.without_time if self.parent is not None else None
        world = type(self)(self.rules, self.case, self.decider, parent, self.changed)
        world.takes = self.takes
        world.timeless = True
        return world

    def decide(self, name: str) -> Outcome:
        """What becomes of a question here; asked again, the same outcome."""
        outcome = self.outcomes.get(name) or self._inherited(name)
        if outcome is None:
            outcome = self.decider(self, name)
        self.outcomes[name] = outcome
        return outcome

    def _inherited(self, name: str) -> Outcome | None:
        """The parent's outcome, when nothing it turned on changed since: neither by itself nor in the questions it asked."""
        parent = self.parent
        outcome = parent.outcomes.get(name) if parent is not None else None
        if parent is None or outcome is None or self.changed in outcome.own:
            return None
        if self.changed not in outcome.touched or all(
            self.decide(asked).says_as(parent.decide(asked)) for asked in outcome.asked
        ):
            return outcome
        return None

    def closure(self, touched: Touched) -> frozenset[str]:
        """All that an evaluation turned on, through the questions it asked too."""
        return frozenset(touched.own).union(*(self.outcomes[name].touched for name in touched.asked))

    def asking(self, name: str, day: date | None = None) -> "Asking":
        """A frame for one question, in which names are looked up while the block runs."""
        return Asking(self, Frame(name, day))

    def inside(self, provision: Provision | None) -> "Inside":
        """Names of this provision count while the block runs."""
        return Inside(self.frame, provision)

    def value(self, line: Expression) -> Any:
        return Interpreter(self.lookup, self).value(line)

    def tested(self, line: Expression) -> Any:
        """The value of a condition; the rules of a provision share conditions, so it is remembered."""
        frame = self.frame
        return self.remembered((line.source, id(frame.provision), frame.day), self.value, line)

    def remembered(self, key: _Key, find: Callable[..., Any], *arguments: Any) -> Any:
        """What *find* gives in this frame, found once for a key; the parent's, when nothing changed since that it turned on."""
        frame = self.frame
        known = self._known.get(key)
        if known is None:
            known = self._known_before(key, self.parent) if self.parent is not None else None
            if known is None:
                touched, provisional = frame.touched, frame.provisional
                frame.touched, frame.provisional = Touched(), None
                known = _Known(find(*arguments), frame.touched, frame.provisional)
                frame.touched, frame.provisional = touched, provisional
            self._known[key] = known
        frame.touched.add(known.touched)
        if known.provisional is not None:
            frame.provisional = known.provisional
        return known.value

    def _known_before(self, key: _Key, parent: "World") -> _Known | None:
        known = parent._known.get(key)
        if known is None or self.changed in known.touched.own:
            return None
        same = all(self.decide(name).says_as(parent.decide(name)) for name in known.touched.asked)
        return known if same else None

    def lookup(self, name: str) -> Any:
        """The value of a name as the current provision means it."""
        frame = self.frame
        if frame.provision is not None:
            local = frame.provision.local.get(name)
            if isinstance(local, Parameter):
                return self.parameter(local)
            if local is not None and name not in self.library.vocabulary.questions:
                return self.value(self.taken(local, name))
        return self._term(name, frame)

    def _term(self, name: str, frame: Frame) -> Any:
        vocabulary = self.library.vocabulary
        fact = vocabulary.facts.get(name)
        if fact is not None:
            return self.fact(fact)
        if name in vocabulary.questions:
            return frame.proposed if name == frame.question and frame.proposed is not None else self.answer(name)
        role = vocabulary.days.get(name)
        if role is not None:
            day = self.case.as_of if role == "as_of" else frame.day
            return Unknown() if day is None else day
        if name in vocabulary.bare_names:
            return name
        if name == vocabulary.words["yes"]:
            return True
        if name == vocabulary.words["no"]:
            return False
        codes = self.library.places.find(name)
        return codes[0] if codes else name

    def fact(self, fact: Fact) -> Any:
        """A given fact, or one derived from others, or an Unknown that names what to ask."""
        self.frame.touched.own.add(fact.id)
        value = self.given.get(fact.id)
        if value is not None or fact.derived is None:
            return Unknown(facts=(fact.id,)) if value is None else value
        derived = self.value(fact.derived)
        return Unknown(facts=(fact.id,)) if is_unknown(derived) and fact.ask else derived

    def answer(self, name: str) -> Any:
        """The value of another question, decided on its own governing day, or an Unknown that carries why it has none."""
        outcome = self.decide(name)
        self.frame.touched.asked.add(name)
        if outcome.determined:
            return outcome.value
        if outcome.status == PENDING and not outcome.rests_on:
            return Unknown(facts=outcome.missing)
        return Unknown(questions=(self.library.vocabulary.questions[name].id,))

    def parameter(self, parameter: Parameter) -> Any:
        """The number of the law that holds here: by the governing day when dated, by a fact when keyed by a choice."""
        if parameter.dated:
            day = self.frame.day
            values = [value for first, value in parameter.dated if day is not None and first <= day]
            return values[-1] if values else Unknown(failures=(_not_yet(parameter),))
        if parameter.per:
            fact = self.library.vocabulary.facts[parameter.per]
            chosen = self.fact(fact)
            return chosen if is_unknown(chosen) else dict(parameter.by_choice)[chosen]
        return parameter.value

    def taken(self, reading: Reading, name: str) -> Expression:
        """The line a reading gives a name by the way it is taken in this world."""
        if not reading.confirmed:
            self.frame.touched.own.add(reading_key(reading.name))
        chosen = self.takes.get(reading.name)
        return next(
            (then[name] for take, then in reading.instead if take == chosen and name in then), reading.then[name]
        )

    # What the functions of the rule language may ask.

    @property
    def calendar(self) -> Calendar:
        return self.library.calendar

    @property
    def period_kinds(self) -> tuple[str, ...]:
        return self.library.vocabulary.period_kinds

    def lies_in(self, place: str, area: str) -> bool:
        return self.library.places.lies_in(place, area)

    def province_of(self, place: str) -> str:
        return self.library.places.province_of(place)

    def note_provisional(self, day: date) -> None:
        self.frame.provisional = day


def _not_yet(parameter: Parameter) -> Failure:
    first = parameter.dated[0][0]
    return Failure(first.year, parameter.name, first)


Decider = Callable[[World, str], Outcome]


def reading_key(name: str) -> str:
    """How a reading is named among the things an outcome touched."""
    return f"reading {name}"


def possible_values(kind: Kind) -> tuple[Any, ...]:
    """All values of a fact that can be tried one by one: a choice's members, yes and no; none for numbers and dates."""
    if kind.name == "yes_no":
        return (True, False)
    return kind.members if kind.name == "choice" else ()
