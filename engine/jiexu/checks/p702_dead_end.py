"""P702: from every step of a route its end can be reached, and what goes wrong leads somewhere."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.route import Laid, routes
from jiexu.checks.subject import Subject
from jiexu.law.graph import ends_of


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each step after which nothing comes, and for each failure that leads nowhere."""
    for laid in routes(subject):
        going_on = ends_of(laid.route, laid.steps)
        for name, held in laid.steps.items():
            if name not in going_on and going_on:
                message = f"步骤「{name}」是死路：「{laid.route.name}」里没有一步接在它之后，它也不是结束"
                yield Problem("P702", held.step.where, {}, message, "在下一步的 after 里写上它，或把它写进途径的 ends")
        yield from _failures(laid)


def _failures(laid: Laid) -> Iterator[Problem]:
    for name, held in laid.steps.items():
        for failure in held.step.failures:
            outside = failure.to and failure.to not in laid.steps
            if outside or not (failure.to or failure.refuses or failure.turns_to):
                message = f"步骤「{name}」办不成时没有去处：「{failure.says}」"
                help_ = "写明转到本途径的哪一步（to）、不予受理（refuses）或改走哪条途径（turns_to），三者取一"
                yield Problem("P702", failure.where, {}, message, help_)
