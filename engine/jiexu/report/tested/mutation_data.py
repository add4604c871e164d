"""Mutants as data."""

from typing import Any

from jiexu.decision.case_text import case_text
from jiexu.decision.decide import world_of
from jiexu.law.library import Library
from jiexu.regression.boundary import Boundary
from jiexu.regression.survey import Score, Surveyed, score
from jiexu.report.tested.mutant_words import mutant_words


def mutation_data(library: Library, surveyed: list[Surveyed], language: str = "zh") -> dict[str, Any]:
    """``jiexu-mutation/1``: the score, and every mutant with what became of it."""
    said = mutant_words(library, language)
    return {
        "format": "jiexu-mutation/1",
        "pack": {"sha256": library.sha256},
        "score": _score(score(surveyed)),
        "mutants": [
            {
                **one.mutant.described,
                "file": one.mutant.site.where.file,
                "line": one.mutant.site.where.line,
                "says": said.change(one.mutant),
                "end": one.end,
                "by": one.fate.trial,
                "tried": one.fate.tried,
                "why": one.why,
                "case": _case(library, one.boundary) if one.boundary else "",
            }
            for one in surveyed
        ],
    }


def _case(library: Library, boundary: Boundary) -> str:
    """The file of the case that would notice, with what the law answers."""
    world = world_of(library, boundary.case)
    return case_text(library, boundary.case, [(name, world.decide(name)) for name in boundary.names])


def _score(counted: Score) -> dict[str, int]:
    return {
        "mutants": counted.all,
        "killed": counted.killed,
        "pin": counted.pin,
        "decision": counted.decision,
        "equivalent": counted.equivalent,
        "open": counted.open,
        "percent": counted.percent,
    }
