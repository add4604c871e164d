"""The facts to ask next, as questions, the most useful first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jiexu.decision.asking import asked_by_default, facts_to_ask, facts_turned_on
from jiexu.decision.outcome import DETERMINED, NOT_APPLICABLE, PENDING
from jiexu.decision.world import World
from jiexu.explanation.ask_labels import ASK_LANGUAGES, EXAMPLES
from jiexu.explanation.columns import width, wrapped
from jiexu.explanation.data import Data, place_data
from jiexu.explanation.labels import Labels
from jiexu.explanation.sheet import LINE, Paint, labelled, plain, whole
from jiexu.explanation.wording import Wording
from jiexu.law.vocabulary import Fact, Question
from jiexu.ruleset.handing import lowest_places


@dataclass(frozen=True, slots=True)
class Ask:
    """A fact to ask for, and the questions that wait for it."""

    fact: Fact
    needed_for: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """What to ask about one case, most useful first; ``presumed`` when the case gave nothing to choose questions by."""

    world: World
    asks: tuple[Ask, ...]
    determined: tuple[Question, ...]
    undecidable: tuple[Question, ...]
    presumed: bool


def asking(world: World) -> Asking:
    """What to ask for the questions of a case: its own, else those its facts bear on, else all on which something is held."""
    vocabulary, case = world.library.vocabulary, world.case
    names = case.questions or asked_by_default(world)
    presumed = not names
    if not case.questions and (presumed or case.destination is None):
        names = tuple(dict.fromkeys((*names, *_bearable(world))))
    outcomes = {name: world.decide(name) for name in names}
    asks = []
    for id_ in facts_to_ask(world, names):
        fact = vocabulary.by_id[id_]
        waiting = (vocabulary.questions[name] for name, outcome in outcomes.items() if id_ in outcome.missing)
        if isinstance(fact, Fact):
            asks.append(Ask(fact, tuple(waiting)))

    def those(*statuses: str) -> tuple[Question, ...]:
        return tuple(vocabulary.questions[name] for name, outcome in outcomes.items() if outcome.status in statuses)

    settled = (DETERMINED, NOT_APPLICABLE, PENDING)
    undecidable = tuple(vocabulary.questions[name] for name, one in outcomes.items() if one.status not in settled)
    return Asking(world, tuple(asks), those(DETERMINED), undecidable, presumed)


def ask_screen(found: Asking, name: str, language: str = "zh", paint: Paint = plain) -> str:
    """The questions as a person reads them; *name* is how the case was named on the command line."""
    return whole(_lines(found, name, Wording(found.world.library, language), language, paint))


def ask_data(found: Asking) -> Data:
    """The questions as ``jiexu-ask/1``."""
    case, library = found.world.case, found.world.library
    data: Data = {"format": "jiexu-ask/1", "case": case.id, "as_of": str(case.as_of)}
    for key, code in (("from", case.origin), ("to", case.destination)):
        if code is not None:
            data[key] = place_data(library.places, code)
    data["ask"] = [
        {
            "fact": ask.fact.id,
            "name": ask.fact.name,
            "question": ask.fact.ask,
            "kind": ask.fact.kind.name,
            **_choices(ask.fact),
            "example": _example(found.world, ask.fact),
            "needed_for": [question.id for question in ask.needed_for],
        }
        for ask in found.asks
    ]
    data["determined"] = [question.id for question in found.determined]
    data["undecidable"] = [question.id for question in found.undecidable]
    return data


def _lines(found: Asking, name: str, wording: Wording, language: str, paint: Paint) -> Iterator[str]:
    label = ASK_LANGUAGES[language]
    case = found.world.case
    yield paint("  ".join(part for part in (case.id, case.title) if part), "title")
    places = [wording.library.places.name(code) for code in (case.origin, case.destination) if code]
    yield f"{wording.labels['arrow'].join(places)}    {wording.as_of(case.as_of)}".strip()
    yield ""
    if not found.asks:
        yield label["nothing"] if found.determined or found.undecidable else label["no_questions"]
    else:
        if found.presumed:
            yield from (paint(line, "dim") for line in wrapped(label["no_facts"], LINE))
        yield paint(label["ask"].format(count=len(found.asks)), "title")
        digits = len(str(len(found.asks)))
        for number, ask in enumerate(found.asks, 1):
            lead = f" {str(number).rjust(digits)}. "
            yield lead + paint(ask.fact.ask, "value")
            rows = (
                (label["fact"], wording.term(ask.fact)),
                (label["write"], writing(found.world, ask.fact, label)),
                (label["needed"], _terms(wording, ask.needed_for)),
            )
            yield from labelled(rows, paint, width(lead))
    yield ""
    for key, questions in (("have", found.determined), ("without", found.undecidable)):
        if questions:
            told = label[key].format(count=len(questions), names=_terms(wording, questions))
            yield from (paint(line, "dim") for line in wrapped(told, LINE))
    if found.asks:
        yield paint(label["next"].format(case=name, fact=found.asks[0].fact.name), "dim")


def _terms(wording: Wording, questions: Iterable[Question]) -> str:
    return wording.listed(wording.term(question) for question in questions)


def writing(world: World, fact: Fact, label: Labels) -> str:
    """How a fact is written: its choices, else an example."""
    choices = members(world, fact)
    return label["either"].join(choices) if choices else label["example"].format(example=_example(world, fact))


def members(world: World, fact: Fact) -> tuple[str, ...]:
    """The answers there are, when they can be counted."""
    words = world.library.vocabulary.words
    if fact.kind.name == "yes_no":
        return words["yes"], words["no"]
    return fact.kind.members if fact.kind.name == "choice" else ()


def _example(world: World, fact: Fact) -> str:
    if fact.kind.name in EXAMPLES:
        return EXAMPLES[fact.kind.name]
    place = world.library.places.name(lowest_places(world.library)[0])
    if fact.kind.name == "periods":
        return f"[{{place: {place}, from: 2015-01, until: 2019-12, kind: {fact.kind.members[0]}}}]"
    return next(iter(members(world, fact)), place)


def _choices(fact: Fact) -> Data:
    if fact.kind.name != "choice":
        return {}
    return {"choices": [{"id": id_, "name": name} for id_, name in zip(fact.ids, fact.kind.members, strict=True)]}


def _bearable(world: World) -> list[str]:
    """The shown questions on which something is held for the places, or whose place is still to be given."""
    turned_on = facts_turned_on(world.rules)
    return [
        name
        for name, question in world.library.vocabulary.questions.items()
        if question.shown and (turned_on[name] or world.rules.missing_side(question))
    ]
