"""Coverage as data: ids, clauses and lines as they are written."""

from collections.abc import Iterable
from typing import Any

from jiexu.law.library import Library
from jiexu.regression.coverage import CONDITIONS, SPEAKING, ClauseCoverage, Tally, tally


def coverage_data(library: Library, clauses: Iterable[ClauseCoverage], trials: int) -> dict[str, Any]:
    """``jiexu-coverage/1``."""
    held = list(clauses)
    return {
        "format": "jiexu-coverage/1",
        "pack": {"sha256": library.sha256},
        "trials": trials,
        **_tallies(held),
        "clauses": [
            {
                "instrument": clause.instrument.id,
                "clause": clause.provision.clause,
                **_tallies([clause]),
                "points": [
                    {
                        "kind": point.kind,
                        "site": point.site.kind,
                        "name": point.site.name,
                        "text": point.text,
                        "file": point.where.file,
                        "line": point.where.line,
                        "seen": list(point.seen),
                        "missing": list(point.missing),
                    }
                    for point in clause.points
                ],
            }
            for clause in held
        ],
    }


def _tallies(clauses: list[ClauseCoverage]) -> dict[str, Any]:
    return {
        "rules": _tally(tally(clauses, *SPEAKING)),
        "conditions": _tally(tally(clauses, *CONDITIONS)),
        "all": _tally(tally(clauses)),
    }


def _tally(counted: Tally) -> dict[str, int]:
    return {"seen": counted.seen, "wanted": counted.wanted, "percent": counted.percent}
