"""What a template may name: the case, its facts, findings, parties and the law's own information."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from jiexu.base.location import Location
from jiexu.base.problem import Problem
from jiexu.decision.finding import Decision
from jiexu.explanation.law_wording import LawWording
from jiexu.forms.account import Account, account_of, certified
from jiexu.forms.blank import Blank
from jiexu.forms.form import Form, Index
from jiexu.forms.party import Parties, hidden, party_schema
from jiexu.forms.sheet import Sheet
from jiexu.forms.view import View, Views, printable
from jiexu.law.library import DECIDING, Library


class Heading(NamedTuple):
    """The head of a case: places by name, empty when not given.

    ``issued_on`` is the day of the step that a form comes from, where the case has it, else that of the decision.
    """

    id: str
    title: str
    as_of: Any
    issued_on: Any
    origin: str
    destination: str


class Told(NamedTuple):
    """Something a provision tells beside its rules, with its citation; ``value`` may be empty."""

    says: str
    value: str
    citation: str


class Facts:
    """The facts of a case by name, given or derived; a Blank for one that is not known."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def __getitem__(self, name: str) -> Any:
        fact = self.sheet.decision.library.vocabulary.fact(name)
        if fact is None:
            raise KeyError(name)
        value = self.sheet.fact(fact)
        return Blank(value) if isinstance(value, Problem) else printable(self.sheet.views.wording, fact.kind, value)


class Findings:
    """The findings by the question's name, and ``asked``: those the case asked for."""

    def __init__(self, views: Views) -> None:
        self.views = views

    def __getitem__(self, name: str) -> View:
        question = self.views.decision.library.vocabulary.question(name)
        if question is None:
            raise KeyError(name)
        return self.views.of(question.name)

    @property
    def asked(self) -> tuple[View, ...]:
        return self.views.asked()


class Party:
    """A person or an agency; what the schema of a case names and this case does not give is a Blank."""

    def __init__(self, schema: Mapping[str, Any], given: Mapping[str, Any], where: Location, path: str) -> None:
        self._schema = schema
        self._given = given
        self._where = where
        self._path = path

    def __getitem__(self, key: str) -> Any:
        inner = self._schema["properties"][key]
        path = f"{self._path}.{key}"
        given = self._given.get(key)
        if "properties" in inner:
            return Party(inner, given or {}, self._where, path)
        if given is None:
            return Blank(Problem("P805", self._where, {"name": inner["title"], "under": path}))
        return given

    def __bool__(self) -> bool:
        """True when the case gives anything of it."""
        return bool(self._given)


def context_of(
    index: Index, form: Form, sheet: Sheet, whole: Callable[[], Library], *, draft: bool = False, mask: bool = False
) -> dict[str, Any]:
    """The values for one form; *mask* shows only the ends of the person's numbers.

    *whole* gives the law with what its provisions tell beside their rules, which a library kept for deciding does not hold.
    """
    decision, parties = sheet.decision, sheet.parties
    case, places = decision.case, decision.library.places
    step = sheet.step_of(form.title)
    person, agencies = (_party(parties, block, mask=mask) for block in party_schema())
    return {
        "case": Heading(
            case.id,
            case.title,
            case.as_of,
            step.ended if step and step.ended else case.as_of,
            places.name(case.origin) if case.origin else "",
            places.name(case.destination) if case.destination else "",
        ),
        "facts": Facts(sheet),
        "findings": Findings(sheet.views),
        "person": person,
        "agencies": agencies,
        "issuer": person if form.side == "person" else agencies[sheet.issuer(form.side)],
        "form": form,
        "words": index.words,
        "draft": draft,
        "certified": lambda periods: _certified(sheet, periods),
        "information": lambda *kinds: tuple(_information(decision, whole(), kinds)),
    }


def _party(parties: Parties, block: str, *, mask: bool) -> Party:
    values = parties.values.get(block, {})
    shown = hidden(values) if mask and block == "person" else values
    return Party(party_schema()[block], shown, parties.at(block), block)


def _certified(sheet: Sheet, periods: Any) -> Account | Blank:
    """The account of the periods that the transfer-out place vouches for."""
    if isinstance(periods, Blank):
        return periods
    world = sheet.decision.world
    counted = certified(world, periods)
    if not counted:
        name = next(fact.name for fact in world.library.vocabulary.facts.values() if fact.kind.name == "periods")
        return Blank(Problem("P805", sheet.parties.at("facts"), {"name": name, "under": "facts"}))
    return account_of(world, counted)


def _information(decision: Decision, library: Library, kinds: tuple[str, ...]) -> Iterator[Told]:
    """What provisions in force at the places of the case tell of these kinds, the nearest place first."""
    world, law = decision.world, LawWording(library)
    sides = [code for code in (decision.case.origin, decision.case.destination) if code]
    reach = list(dict.fromkeys(place for code in sides for place in library.places.chain(code)))
    near = sorted(
        (held for held in library.instruments.values() if held.place in reach),
        key=lambda held: reach.index(held.place),
    )
    for instrument in near:
        for provision in instrument.provisions:
            if provision.evidence not in DECIDING or not provision.validity.covers(decision.case.as_of):
                continue
            told = [(item, dict(item.detail)) for item in provision.items if item.kind == "information"]
            chosen = [(item, detail) for item, detail in told if detail.get("kind") in kinds]
            if chosen and provision.applies_to is not None:
                with world.asking("", decision.case.as_of), world.inside(provision):
                    chosen = chosen if world.value(provision.applies_to) is True else []
            by = f"{law.heading(instrument)} {provision.clause}"
            yield from (Told(item.says, detail.get("value", ""), by) for item, detail in chosen)
