"""How a finding of the proof is told: its place in a file, its counter-example, what to do."""

from collections.abc import Callable, Iterator

from jiexu.analysis.observation import LAPSED, NOT_ANALYSED, READING, RESURFACING
from jiexu.analysis.proof import Finding
from jiexu.base.location import NOWHERE, Location
from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject
from jiexu.decision.case_text import written
from jiexu.law.library import Library, Statement

NAME_IT = "本来就是这样的，在 .known.yaml 里写明"


def told(subject: Subject, code: str, kind: str, message: Callable[[Finding], str], help_: str) -> Iterator[Problem]:
    """Yield a problem for each finding of a kind that no entry names."""
    for finding in subject.proof.findings if subject.proof else ():
        if finding.shown.kind == kind and finding.known is None:
            count = f"（{finding.combinations} 种情形）" if finding.combinations > 1 else ""
            shown = counterexample(subject.library, finding)
            help_with = f"反例：{shown}。{help_}" if shown else help_
            yield Problem(code, place(subject.library, finding), {}, message(finding) + count, help_with)


def cited(statement: Statement) -> str:
    """A statement as it is cited, with the rule's name."""
    return f"{statement.citation} {statement.name}".rstrip()


def counterexample(library: Library, finding: Finding) -> str:
    """The case in one line: day, places and facts; empty for a rule that never even speaks."""
    case = finding.case
    if case is None:
        return ""
    facts = [
        f"{fact.name} {written(library, fact, case.facts[fact.id])}"
        for fact in library.vocabulary.facts.values()
        if fact.id in case.facts
    ]
    places = " → ".join(library.places.name(code) for code in (case.origin, case.destination) if code)
    return "，".join([f"依据日 {case.as_of}", places, *facts])


def place(library: Library, finding: Finding) -> Location:
    """Where to look first: the statement it is about, else the latest of those held on the question."""
    shown, held = finding.shown, library.statements[finding.question.name]
    if shown.kind == READING:
        return _reading(library, shown.names[0])
    if shown.kind == NOT_ANALYSED:
        return _mention(held, finding.question.name, library.vocabulary.by_id[shown.names[0]].name)
    if shown.statements:
        return shown.statements[0 if shown.kind in (LAPSED, RESURFACING) else -1].where
    return max(held, key=lambda one: (one.provision.validity.first, one.where)).where if held else NOWHERE


def _reading(library: Library, name: str) -> Location:
    provisions = (provision for instrument in library.instruments.values() for provision in instrument.provisions)
    return next(reading.where for provision in provisions for reading in provision.readings if reading.name == name)


def _mention(held: tuple[Statement, ...], question: str, fact: str) -> Location:
    """The first line on a question that mentions a fact, else the first thing said on it."""
    lines = (
        line
        for one in held
        for line in (*getattr(one.said, "when", ()), getattr(one.said, "then", {}).get(question))
        if fact in getattr(line, "names", ())
    )
    return next((line.where for line in lines if line is not None), held[0].where if held else NOWHERE)
