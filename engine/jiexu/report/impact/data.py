"""An impact as JSON: ids, a fixed order of keys, the same bytes for the same two sides and cases."""

from collections.abc import Iterable

from jiexu import __version__
from jiexu.decision.finding import Finding
from jiexu.explanation.data import Data, finding_data, problem_data
from jiexu.explanation.problems import spelled
from jiexu.explanation.wording import Wording
from jiexu.regression.grouping import Group, Move, by_kind, count_cases, moves
from jiexu.regression.impact import Impact
from jiexu.regression.law_change import LawChange
from jiexu.regression.moved import Cause, Moved
from jiexu.regression.notice import Held, Notice
from jiexu.regression.shift import Shift
from jiexu.regression.side import Side
from jiexu.report.impact.law_sentences import sentence
from jiexu.report.impact.part_data import part_data
from jiexu.report.impact.wording import ImpactWording

_DECIMAL = ("yuan", "rate")
_OF_A_FINDING = ("status", "value", "governing_day", "missing", "rests_on", "last_in_force", "first_in_force", "names")


def impact_data(found: Impact, notice: Notice | None = None, held: Held | None = None) -> Data:
    """An impact as ``jiexu-diff/1``; with a notice, what is left when it is held against it."""
    words = ImpactWording(found)
    data: Data = {
        "format": "jiexu-diff/1",
        "engine": __version__,
        "old": _side(found.old),
        "new": _side(found.new),
        "cases": {
            "compared": len(found.compared),
            "changed": count_cases(found.telling),
            "unread": len(found.unread),
            "wrong": len(found.wrong),
        },
        "changed": {kind: len(those) for kind, those in by_kind(found.moved).items()},
        "law": [_law(words, change) for change in found.law],
        "moves": [_move(words, move) for move in moves(found)],
        "remarks": [{"case": one.case.id, "file": one.case.file, "question": one.question.id} for one in found.remarks],
        "unread": [
            {
                "file": one.file,
                "side": "old" if one.old else "new",
                "problems": [problem_data(spelled(problem)) for problem in one.problems],
            }
            for one in found.unread
        ],
        "wrong": [problem_data(spelled(problem)) for problem in found.wrong],
    }
    if notice is not None and held is not None:
        data["notice"] = {
            "title": notice.title,
            "kept": held.kept,
            "unannounced": [
                {"case": one.case.id, "file": one.case.file, "question": one.question.id, "direction": one.direction}
                for one in held.unannounced
            ],
            "lost": [one.file for one in held.lost],
            "unmet": [{"file": one.where.file, "line": one.where.line, "says": one.says} for one in held.unmet],
        }
    return data


def _side(side: Side) -> Data:
    days = {"as_of": side.as_of, "known_as_of": side.library.known_as_of}
    return {"name": side.name, "sha256": side.library.sha256, **{key: str(day) for key, day in days.items() if day}}


def _law(words: ImpactWording, change: LawChange) -> Data:
    named = {"instrument": change.instrument, "name": change.name, "of": change.of}
    return {
        "part": change.part,
        **{key: name for key, name in named.items() if name},
        "clauses": list(change.clauses),
        "was": part_data(words.old.library, change.was),
        "now": part_data(words.new.library, change.now),
        **({"whole": True} if change.whole else {}),
        **({"by": list(change.by)} if change.by else {}),
        "decides": change.decides,
        "text": sentence(words, change),
    }


def _move(words: ImpactWording, move: Move) -> Data:
    return {
        "before": move.before or None,
        "after": move.after or None,
        "because": [_cause(cause) for cause in move.causes],
        "groups": [_group(words, group) for group in move.groups],
    }


def _cause(cause: Cause) -> Data:
    return {"law": cause.change, "clauses": list(cause.clauses)}


def _group(words: ImpactWording, group: Group) -> Data:
    return {
        "question": group.question.id,
        "kind": group.kind,
        "totals": [
            {"direction": one.direction, "count": one.findings, **_amount(Shift(one.direction, one.amount, one.unit))}
            for one in group.totals
        ],
        "cases": [_moved(words, one) for one in group.moved],
    }


def _moved(words: ImpactWording, one: Moved) -> Data:
    return {
        "case": one.case.id,
        "title": one.case.title,
        "file": one.case.file,
        "direction": one.direction,
        **_amount(one.shift),
        "before": _finding(words.old, one.before, one.cited[0]),
        "after": _finding(words.new, one.after, one.cited[1]),
        "because": [_cause(cause) for cause in one.causes],
    }


def _finding(wording: Wording, finding: Finding | None, cited: Iterable[str]) -> Data | None:
    if finding is None:
        return None
    told = finding_data(wording, finding)
    return {**{key: told[key] for key in _OF_A_FINDING if key in told}, "by": list(cited)}


def _amount(shift: Shift) -> Data:
    """How far an answer moved; nothing where that cannot be counted."""
    return (
        {}
        if shift.amount is None
        else {"amount": format(shift.amount, "f" if shift.unit in _DECIMAL else "d"), "unit": shift.unit}
    )
