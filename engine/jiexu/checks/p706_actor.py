"""P706: whoever acts is known to the vocabulary."""

from collections.abc import Iterator

from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each step whose actor the vocabulary does not name."""
    actors = [actor.name for actor in subject.library.vocabulary.actors]
    for instrument in subject.library.instruments.values():
        for provision in instrument.provisions:
            for step in provision.steps:
                if step.actor not in actors:
                    meant = nearest(step.actor, actors)
                    help_ = f"是不是「{meant}」？" if meant else "在词汇表 procedure 的 actors 里登记"
                    message = f"步骤「{step.name}」由「{step.actor}」来办，词汇表里没有这一方"
                    yield Problem("P706", step.where, {}, message, help_)
