"""Facts and questions as an editor offers them: their names, and the values that each can have."""

from collections.abc import Iterable

from jiexu.explanation.problems import KINDS
from jiexu.law.library import Library
from jiexu.law.vocabulary import Fact, Question, Vocabulary
from jiexu.report.editor.pieces import DAY, MONTH, TEXT, Schema, accepted, chosen, entries, offered, ref, written

_COUNT, _AMOUNT = r"^\d+$", r"^\d+(\.\d+)?%?$"
_FORMS = {
    "date": DAY,
    "month": MONTH,
    "months": _COUNT,
    "days": _COUNT,
    "count": _COUNT,
    "yuan": _AMOUNT,
    "rate": _AMOUNT,
}


def facts(library: Library, more: tuple[str, ...] = ()) -> Schema:
    """A block of facts, by name; *more* are names of days that may stand among them."""
    vocabulary = library.vocabulary
    values = {fact.name: _given(vocabulary, fact) for fact in vocabulary.facts.values()}
    return _named(values | dict.fromkeys(more, written(DAY)), vocabulary.facts.values())


def expectations(library: Library) -> Schema:
    """What a case or an example expects: for a question its value, or what is pinned of its finding."""
    vocabulary = library.vocabulary
    values = {question.name: _pinned(vocabulary, question) for question in vocabulary.questions.values()}
    return _named(values, vocabulary.questions.values())


def answers(library: Library) -> dict[str, Schema]:
    """What a rule may give each question, by name: a line, or members of its set."""
    return {name: _answer(library.vocabulary, question) for name, question in library.vocabulary.questions.items()}


def conditions(vocabulary: Vocabulary) -> Schema:
    """A condition: those that one name makes are offered, and any line passes."""
    whole = [line for term in vocabulary.terms for line in _conditions(term)]
    return {"type": "string", "minLength": 1, "examples": whole}


def _conditions(term: Fact | Question) -> list[str]:
    """The conditions that a name makes alone; of a number or a day, which wants another side, the name."""
    if term.kind.name == "yes_no":
        return [term.name, f"not {term.name}"]
    if term.kind.name == "choice":
        return [f"{term.name} == {member}" for member in term.kind.members]
    return [f"{member} in {term.name}" for member in term.kind.members] or [term.name]


def _named(values: dict[str, Schema], terms: Iterable[Fact | Question]) -> Schema:
    """A block by names; ids pass too, and are not offered."""
    ids = "|".join(term.id for term in terms)
    return entries(values, patternProperties={f"^({ids})$": {}})


def _given(vocabulary: Vocabulary, fact: Fact) -> Schema:
    value = _value(vocabulary, fact)
    described = fact.ask or (f"由「{fact.derived.source}」推得" if fact.derived else "")
    with_proof = accepted(entries({"value": value, "proof": {"type": TEXT}}, required=["value"]))
    return {"description": f"{described}（{KINDS[fact.kind.name]}）", "anyOf": [value, with_proof]}


def _pinned(vocabulary: Vocabulary, question: Question) -> Schema:
    value = _value(vocabulary, question)
    pinned = entries(
        {
            "value": value,
            "status": ref("status"),
            "by": {"type": "array", "items": ref("citation")},
            "missing": {"type": "array", "items": ref("fact")},
        }
    )
    return {"description": KINDS[question.kind.name], "anyOf": [value, pinned]}


def _answer(vocabulary: Vocabulary, question: Question) -> Schema:
    kind, described = question.kind, {"description": KINDS[question.kind.name]}
    if kind.name == "set":
        members = chosen(kind.members)
        return {**described, "anyOf": [{"type": "array", "items": members}, members]}
    named = kind.members or ((vocabulary.words["yes"], vocabulary.words["no"]) if kind.name == "yes_no" else ())
    alike = [term.name for term in vocabulary.terms if term.kind.name == kind.name and term.name != question.name]
    return {**described, **offered([*named, *([] if named else alike)])}


def _value(vocabulary: Vocabulary, term: Fact | Question) -> Schema:
    """A value as it is written for a term of its kind."""
    kind = term.kind.name
    if kind == "yes_no":
        yes_no = chosen([vocabulary.words["yes"], vocabulary.words["no"]])
        return {"anyOf": [yes_no, accepted({"type": "boolean"}, {"enum": ["true", "false"]})]}
    if kind in ("choice", "set"):
        one = {"anyOf": [chosen(term.kind.members), accepted(chosen(term.ids))]}
        return one if kind == "choice" else {"anyOf": [{"type": "array", "items": one}, one]}
    if kind == "periods":
        month = written(MONTH)
        period = {"place": ref("place"), "from": month, "until": month, "kind": chosen((*term.kind.members, *term.ids))}
        return {"type": "array", "items": entries(period, required=["place", "from", "until"])}
    return ref("place") if kind == "place" else written(_FORMS[kind])
