"""The schemas that editors read: those of the engine, with the names that the law declares in their places."""

import json
from pathlib import Path

from jiexu.decision.outcome import DETERMINED, TRAVELS
from jiexu.explanation.citation import citations
from jiexu.explanation.labels import ZH
from jiexu.law.folder import shipped_policies
from jiexu.law.library import Library
from jiexu.report.editor.derivation import ITEM, Derivation
from jiexu.report.editor.keys import CASES, RULES
from jiexu.report.editor.pieces import TEXT, Schema, chosen, entries, known, offered, ref
from jiexu.report.editor.terms import answers, conditions, expectations, facts

FOLDER = "editor"
"""The folder, inside one of law, in which the schemas stand."""
_CASE = Path(__file__).parent.parent.parent / "schemas" / "case.schema.json"
_ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
_IN_RULES = {
    ("instrument", "place"): "place",
    ("rank",): "rank",
    ("ranks", ITEM): "rank",
    ("evidence",): "evidence",
    ("extends", ITEM, "instrument"): "instrument",
    ("repeals", ITEM, "instrument"): "instrument",
    ("extends", ITEM, "clause"): "clause",
    ("repeals", ITEM, "clause"): "clause",
    ("implements", ITEM): "citation",
    ("overrides", ITEM): "clause",
    ("same_as",): "clause",
    ("unit",): "unit",
    ("per",): "choice",
    ("background",): "facts",
    ("given",): "facts",
    ("expect",): "expectations",
    ("rules", ITEM, "then"): "answers",
    ("then",): "taken",
    ("about", ITEM): "question",
    ("applies_to",): "line",
    ("when", ITEM): "line",
    ("within", ITEM): "line",
}
_IN_CASES = {
    ("from",): "place",
    ("to",): "place",
    ("facts",): "facts",
    ("questions", ITEM): "asked",
    ("expect",): "expectations",
}


def schemas(library: Library) -> dict[str, bytes]:
    """The text of each schema, by the name of its file."""
    shipped = Path(shipped_policies())
    days = (library.vocabulary.words["as_of"],)
    given = {f"then_{library.vocabulary.questions[name].id}": piece for name, piece in answers(library).items()}
    block = dict(zip(library.vocabulary.questions, map(ref, given), strict=True))
    rules = _names(library) | {
        "facts": facts(library, days),
        "expectations": expectations(library),
        **given,
        "answers": entries(block),
        "taken": {"type": "object", "properties": block, "additionalProperties": {"type": TEXT}},
        "line": conditions(library.vocabulary),
    }
    asked = [question.id for question in library.vocabulary.questions.values()]
    cases = _names(library) | {
        "facts": facts(library),
        "expectations": expectations(library),
        "asked": known(library.vocabulary.questions, "问题", asked),
    }
    return {
        "instrument.schema.json": _text(shipped / "instrument.schema.json", Derivation(_IN_RULES, RULES), rules),
        "case.schema.json": _text(_CASE, Derivation(_IN_CASES, CASES), cases),
        "vocabulary.schema.json": _text(shipped / "vocabulary.schema.json", Derivation({}, {}), {}),
        "jurisdictions.schema.json": _text(shipped / "jurisdictions.schema.json", Derivation({}, {}), {}),
    }


def _names(library: Library) -> dict[str, Schema]:
    """The names that both rules and cases may use, as pieces to refer to."""
    vocabulary, places = library.vocabulary, library.places
    held = library.instruments.values()
    official = dict.fromkeys(places.name(code) for code in places.names)
    clear = [name for name in places.codes if len(places.find(name)) == 1]
    choices = [fact.name for fact in vocabulary.facts.values() if fact.kind.name == "choice"]
    statuses = (DETERMINED, *TRAVELS)
    return {
        "place": known(official, "地名（或它不止一处）", clear),
        "rank": chosen(vocabulary.ranks, vocabulary.ranks.values()),
        "evidence": chosen(vocabulary.evidence, vocabulary.evidence.values()),
        "status": chosen(statuses, (ZH[status] for status in statuses)),
        "unit": chosen(vocabulary.units),
        "fact": known(vocabulary.facts, "事实", (fact.id for fact in vocabulary.facts.values())),
        "choice": known(choices, "选项事实"),
        "question": known(vocabulary.questions, "问题"),
        "instrument": offered(library.instruments, _ID),
        "clause": offered(dict.fromkeys(provision.clause for one in held for provision in one.provisions)),
        "citation": offered((name for name in citations(library) if " " in name), r"^\S+ \S"),
    }


def _text(path: Path, derivation: Derivation, pieces: dict[str, Schema]) -> bytes:
    """The derived schema, each piece on one line: names are many, and a change of one shows as one line."""
    derived = derivation.of(json.loads(path.read_text("utf-8")))
    written = json.dumps(derived, ensure_ascii=False, indent=1)
    if pieces:
        lines = [f'  "{name}": {json.dumps(piece, ensure_ascii=False)}' for name, piece in pieces.items()]
        written = "\n".join([written.removesuffix("\n}") + ",", ' "$defs": {', ",\n".join(lines), " }", "}"])
    return f"{written}\n".encode()
