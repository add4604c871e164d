"""An impact as a page that stands alone, to be attached to a submission."""

from collections.abc import Iterable, Iterator
from typing import Any

from jiexu.explanation.data import Data
from jiexu.explanation.problems import spelled
from jiexu.regression.grouping import Group, Move, by_kind, by_question, count_cases, moves
from jiexu.regression.impact import Impact
from jiexu.regression.moved import CLAUSE, Moved
from jiexu.regression.notice import Held, Notice
from jiexu.report.impact.explained import explanations
from jiexu.report.impact.law_sentences import cause_sentence, law_rows
from jiexu.report.impact.notice import notice_problems
from jiexu.report.impact.wording import ImpactWording
from jiexu.report.page import page


def impact_page(found: Impact, notice: Notice | None, held: Held | None, language: str = "zh") -> str:
    """The whole page; *notice* and *held* are None where no notice was given."""
    words = ImpactWording(found, language)
    cases = {cases[1].file: cases for cases in found.compared}
    files = list(dict.fromkeys(one.case.file for one in found.telling))
    anchors = {file: f"case-{number}" for number, file in enumerate(files, 1)}
    return page(
        "impact.html",
        language=language,
        label=words.labels,
        sides=[
            (words.labels[key], words.side(side), side.library.sha256)
            for key, side in (("old", found.old), ("new", found.new))
        ],
        named=words.named(found),
        counted=words.counted(found),
        unmoved=words.labels["unmoved"] if found.moves_nobody else "",
        whom=list(_whom(words, found.telling)),
        law=list(law_rows(words, found.law)),
        moves=[_move(words, found, move, anchors) for move in moves(found)],
        remarks=[
            (words.question(those[0].question), words.new.listed(one.case.id for one in those))
            for those in by_question(found.remarks).values()
        ],
        unread=[(one.file, words.unread_by(one), words.unread_why(one)) for one in found.unread],
        notice=_notice(words, notice, held) if notice and held else None,
        explained=[
            {
                "anchor": anchors[file],
                "id": cases[file][1].id,
                "title": cases[file][1].title,
                "texts": explanations(found, cases[file], language),
            }
            for file in files
        ],
    )


def _whom(words: ImpactWording, telling: Iterable[Moved]) -> Iterator[tuple[str, str, str, int]]:
    """What changed, on which question, how far, and for how many cases."""
    for kind, alike in by_kind(telling).items():
        for those in by_question(alike).values():
            yield words.kind(kind), words.question(those[0].question), words.moved(those), count_cases(those)


def _move(words: ImpactWording, found: Impact, move: Move, anchors: dict[str, str]) -> Data:
    return {
        "title": words.move(move),
        "causes": [cause_sentence(words, found.law, cause) for cause in move.causes],
        "groups": [_group(words, group, anchors) for group in move.groups],
    }


def _group(words: ImpactWording, group: Group, anchors: dict[str, str]) -> Data:
    return {
        "question": words.question(group.question),
        "kind": words.kind(group.kind),
        "totals": words.moved(group.moved),
        "shifted": "by" if group.kind == CLAUSE else "moved_by" if any(one.shift.amount for one in group.moved) else "",
        "rows": [_row(words, one, anchors[one.case.file]) for one in group.moved],
    }


def _row(words: ImpactWording, one: Moved, anchor: str) -> Data:
    before, after = words.answers(one.before, one.after)
    finding = one.after or one.before
    return {
        "anchor": anchor,
        "id": one.case.id,
        "title": one.case.title,
        "day": str(finding.outcome.day or "") if finding else "",
        "before": before,
        "after": after,
        "shift": words.shift(one.shift) or (words.cited(one) if one.kind == CLAUSE else ""),
    }


def _notice(words: ImpactWording, notice: Notice, held: Held) -> dict[str, Any]:
    return {
        "title": words.say("announced", title=notice.title),
        "kept": held.kept,
        "problems": [
            (f"{problem.where.file}:{problem.where.line}", problem.message)
            for problem in map(spelled, notice_problems(words, held))
        ],
    }
