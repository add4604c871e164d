"""What was expected against what was decided."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.decision.case import Case, Expected
from jiexu.decision.outcome import Outcome
from jiexu.decision.world import World
from jiexu.explanation.reasons import outcome_answer
from jiexu.explanation.wording import Wording


def breaches(world: World, case: Case) -> Iterator[Problem]:
    """What a case pins and a world does not answer."""
    for expected in case.expect:
        yield from differences(world, expected)


def differences(world: World, expected: Expected) -> Iterator[Problem]:
    """Yield a problem for each thing pinned that came out otherwise: status or value, clause, missing facts."""
    outcome = world.decide(expected.question)
    wording = Wording(world.library)
    question = world.library.vocabulary.questions[expected.question]
    if outcome.status != expected.status or (expected.value is not None and outcome.value != expected.value):
        wanted = (
            wording.answer(question, expected.value) if expected.value is not None else wording.labels[expected.status]
        )
        values = {"question": expected.question, "wanted": wanted, "found": outcome_answer(wording, question, outcome)}
        yield Problem("P501", expected.where, values)
    elif expected.by and not _cites(outcome, expected.by):
        found = "、".join(statement.citation for statement in outcome.sources)
        yield Problem(
            "P502", expected.where, {"question": expected.question, "wanted": "、".join(expected.by), "found": found}
        )
    missing = set(expected.missing) - set(outcome.missing)
    if missing and outcome.status == expected.status:
        values = {
            "question": expected.question,
            "wanted": wording.terms(expected.missing),
            "found": wording.terms(outcome.missing),
        }
        yield Problem("P503", expected.where, values)


def _cites(outcome: Outcome, pinned: tuple[str, ...]) -> bool:
    """True when the first clause pinned decided and the others stand beside it."""
    found = [statement.citation for statement in outcome.sources]
    return bool(found) and found[0] == pinned[0] and set(pinned) <= set(found)
