"""P501–P503: every example answers as it says; P510: a clause that decides has an example."""

from collections.abc import Iterator

from jiexu.base.problem import Problem, ProblemsError
from jiexu.checks.comparison import breaches
from jiexu.checks.example import Stated, example_case, stated_examples
from jiexu.checks.subject import Subject
from jiexu.decision.decide import world_of
from jiexu.law.library import DECIDING, Library

DECIDES = True


def check(subject: Subject) -> Iterator[Problem]:
    """Yield what every example pins and does not get, and each deciding clause without an example."""
    for stated in stated_examples(subject.library):
        yield from failures(subject.library, stated)
    for instrument in subject.library.instruments.values():
        for provision in instrument.provisions:
            decides = provision.evidence in DECIDING and (provision.rules or provision.delegations)
            if decides and not provision.examples:
                yield Problem(
                    "P510",
                    provision.where,
                    {},
                    f"{provision.clause} 有规则而没有例子",
                    "在 examples 里写出每个界限两边的例子",
                )


def failures(library: Library, stated: Stated) -> Iterator[Problem]:
    """Yield what one example pins and does not get."""
    try:
        case = example_case(library, stated)
    except ProblemsError as error:
        yield from error.problems
        return
    yield from breaches(world_of(library, case, stated.accept), case)
