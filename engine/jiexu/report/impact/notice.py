"""What is left of a notice of change, as problems with their places."""

from collections.abc import Iterator

from jiexu.base.location import Location
from jiexu.base.problem import Problem
from jiexu.regression.notice import Held
from jiexu.report.impact.wording import ImpactWording


def notice_problems(words: ImpactWording, held: Held) -> Iterator[Problem]:
    """A problem for each change that was not announced, at its case, and for each empty announcement, at its entry."""
    for one in held.unannounced:
        before, after = words.briefly(one.before, one.after)
        moved = words.cited(one) if before == after else f"{before} → {after}"
        what = f"{words.kind(one.kind)}{words.new.labels['comma']}{moved}"
        values = {"case": one.case.id, "question": words.question(one.question), "what": what}
        yield Problem("P571", Location(one.case.file), values)
    for lost in held.lost:
        yield from lost.problems
    for entry in held.unmet:
        says = words.new.labels["colon"] + entry.says if entry.says else ""
        yield Problem("P572", entry.where, {"says": says})
