"""Reads ``vocabulary.yaml`` and ``jurisdictions.yaml``."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from jiexu.base.kinds import PLAIN, Kind
from jiexu.document.node import Mapping, Node
from jiexu.law.intake import Intake, each, entries, items, scalar, texts
from jiexu.law.jurisdiction import Places
from jiexu.law.step import Actor
from jiexu.law.vocabulary import Fact, Question, Unit, Vocabulary

Term = TypeVar("Term", Fact, Question)
Entry = TypeVar("Entry")
_WORDS = ("yes", "no", "as_of", "governing_day")


def read_places(nodes: list[Mapping]) -> Places:
    """One map of places from one file or several; a later file adds places or names."""
    names: dict[str, tuple[str, ...]] = {}
    for node in nodes:
        for code, written in entries(node.get("places")).items():
            names[code] = tuple(dict.fromkeys((*names.get(code, ()), *texts(written))))
    return Places(names, min(names, default=""))


def read_vocabulary(nodes: list[Mapping], intake: Intake) -> Vocabulary:
    """One vocabulary from one file or several: a later file adds terms, or members of a set, and may not change one."""
    facts: dict[str, Fact] = {}
    questions: dict[str, Question] = {}
    words = _together(nodes, "words", scalar, intake)
    for word in _WORDS:
        if word not in words:
            intake.add("P122", (nodes[0].get("words") or nodes[0]).where, key=f"words: {word}")
            words[word] = word
    ranks = _together(nodes, "ranks", scalar, intake)
    evidence = _together(nodes, "evidence", scalar, intake)
    units = _together(nodes, "units", _unit, intake)
    in_order: list[tuple[str, str]] = []
    sunset = 0
    for node in nodes:
        in_order += [(pair[0], pair[1]) for pair in map(texts, items(node.get("in_order")))]
        if node.get("sunset_within_days"):
            sunset = int(scalar(node.get("sunset_within_days")))
        for item in each(node.get("facts"), lambda fact: fact):
            _enter(facts, questions.values(), _fact(item, intake), item, intake)
        for item in each(node.get("questions"), lambda question: question):
            _enter(questions, facts.values(), _question(item, intake, words), item, intake)
    for node in nodes:
        for name, more in entries(node.get("members")).items():
            _enlarge(questions, name, more, intake)
    for pair in (item for node in nodes for item in items(node.get("in_order"))):
        for term in items(pair):
            intake.known(scalar(term), term.where, facts, "P251")
    procedures = [entries(node.get("procedure")) for node in nodes]
    actors: list[Actor] = []
    for id_, actor in (pair for held in procedures for pair in entries(held.get("actors")).items()):
        _engage(actors, _actor(id_, actor), actor, intake)
    days = [line for held in procedures for line in intake.lines(held.get("governed_by"))]
    return Vocabulary(
        words, ranks, evidence, units, sunset, facts, questions, tuple(in_order), tuple(actors), tuple(days)
    )


def _together(nodes: list[Mapping], key: str, value: Callable[[Node], Entry], intake: Intake) -> dict[str, Entry]:
    """What all files say under one key; a file that says otherwise than an earlier one is reported."""
    held: dict[str, Entry] = {}
    for node in nodes:
        for name, entry in entries(node.get(key)).items():
            if held.setdefault(name, value(entry)) != value(entry):
                intake.add("P225", entry.where, name=name)
    return held


def _enter(
    terms: dict[str, Term], others: Iterable[Fact | Question], term: Term, node: Mapping, intake: Intake
) -> None:
    if any(term.name == other.name or term.id == other.id for other in (*terms.values(), *others)):
        intake.add("P225", node.where, name=term.name)
    terms[term.name] = term


def _enlarge(questions: dict[str, Question], name: str, node: Node, intake: Intake) -> None:
    """Give a set more members; those of a choice are closed, since rules rest on there being no other."""
    sets = [question.name for question in questions.values() if question.kind.name == "set"]
    if not intake.known(name, node.where, sets, "P221"):
        return
    question = questions[name]
    more = {id_: scalar(member) for id_, member in entries(node).items()}
    for id_, member in more.items():
        if id_ in question.ids or member in question.kind.members:
            intake.add("P225", node.where, name=member)
    members = (*question.kind.members, *more.values())
    questions[name] = question._replace(kind=Kind(question.kind.name, members), ids=(*question.ids, *more))


def _engage(actors: list[Actor], actor: Actor, node: Node, intake: Intake) -> None:
    """Enter an actor, once; one that has another's name or id and is not the same is reported."""
    if any((actor.id == held.id or actor.name == held.name) and actor != held for held in actors):
        intake.add("P225", node.where, name=actor.name)
    elif actor not in actors:
        actors.append(actor)


def _actor(id_: str, node: Node) -> Actor:
    parts = entries(node)
    return Actor(id_, scalar(parts.get("name")), scalar(parts.get("at")))


def _unit(node: Node) -> Unit:
    parts = entries(node)
    return Unit(PLAIN[scalar(parts["kind"])], int(scalar(parts.get("times")) or 1))


def _kind(node: Mapping) -> tuple[Kind, tuple[str, ...]]:
    choices = {id_: scalar(name) for id_, name in entries(node.get("choices")).items()}
    return Kind(scalar(node.get("kind")), tuple(choices.values())), tuple(choices)


def _fact(node: Mapping, intake: Intake) -> Fact:
    kind, ids = _kind(node)
    derived = node.get("derived")
    return Fact(
        scalar(node.get("id")),
        scalar(node.get("name")),
        kind,
        ids,
        intake.line(derived) if derived else None,
        scalar(node.get("ask")),
    )


def _question(node: Mapping, intake: Intake, words: dict[str, str]) -> Question:
    kind, ids = _kind(node)
    expression = node.get("expression")
    return Question(
        id=scalar(node.get("id")),
        name=scalar(node.get("name")),
        kind=kind,
        ids=ids,
        at=scalar(node.get("at")),
        governed_by=intake.lines(node.get("governed_by")),
        expression=intake.line(expression) if expression else None,
        conjunction=scalar(node.get("conjunction")) == words["yes"],
        rounded_to_fen=scalar(node.get("rounded_to_fen")) == words["yes"],
        shown=scalar(node.get("shown")) != words["no"],
    )
