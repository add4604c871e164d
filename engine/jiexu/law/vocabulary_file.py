"""Reads ``vocabulary.yaml`` and ``jurisdictions.yaml``."""

from typing import TypeVar

from jiexu.base.kinds import PLAIN, Kind
from jiexu.document.node import Mapping, Node
from jiexu.law.intake import Intake, each, entries, items, scalar, texts
from jiexu.law.jurisdiction import Places
from jiexu.law.vocabulary import Fact, Question, Unit, Vocabulary

Term = TypeVar("Term", Fact, Question)
_WORDS = ("yes", "no", "as_of", "governing_day")


def read_places(nodes: list[Mapping]) -> Places:
    """One map of places from one file or several; a later file adds places or names."""
    names: dict[str, tuple[str, ...]] = {}
    for node in nodes:
        for code, written in entries(node.get("places")).items():
            names[code] = tuple(dict.fromkeys((*names.get(code, ()), *texts(written))))
    return Places(names, min(names, default=""))


def read_vocabulary(nodes: list[Mapping], intake: Intake) -> Vocabulary:
    """One vocabulary from one file or several: a later file adds terms and may not change one."""
    facts: dict[str, Fact] = {}
    questions: dict[str, Question] = {}
    words = {key: scalar(value) for node in nodes for key, value in entries(node.get("words")).items()}
    for word in _WORDS:
        if word not in words:
            intake.add("P122", (nodes[0].get("words") or nodes[0]).where, key=f"words: {word}")
            words[word] = word
    ranks: dict[str, str] = {}
    evidence: dict[str, str] = {}
    units: dict[str, Unit] = {}
    in_order: list[tuple[str, str]] = []
    sunset = 0
    for node in nodes:
        ranks |= {key: scalar(value) for key, value in entries(node.get("ranks")).items()}
        evidence |= {key: scalar(value) for key, value in entries(node.get("evidence")).items()}
        units |= {name: _unit(unit) for name, unit in entries(node.get("units")).items()}
        in_order += [(pair[0], pair[1]) for pair in map(texts, items(node.get("in_order")))]
        if node.get("sunset_within_days"):
            sunset = int(scalar(node.get("sunset_within_days")))
        for item in each(node.get("facts"), lambda fact: fact):
            _enter(facts, _fact(item, intake), item, intake)
        for item in each(node.get("questions"), lambda question: question):
            _enter(questions, _question(item, intake, words), item, intake)
    for pair in (item for node in nodes for item in items(node.get("in_order"))):
        for name in items(pair):
            intake.known(scalar(name), name.where, facts, "P251")
    return Vocabulary(words, ranks, evidence, units, sunset, facts, questions, tuple(in_order))


def _enter(terms: dict[str, Term], term: Term, node: Mapping, intake: Intake) -> None:
    if any(term.name == other.name or term.id == other.id for other in terms.values()):
        intake.add("P225", node.where, name=term.name)
    terms[term.name] = term


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
