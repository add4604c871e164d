"""P704: the last day of a step stands on a clause."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject
from jiexu.law.library import Library
from jiexu.law.provision import Provision
from jiexu.law.step import Step

DECIDES = True


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each last day that rests neither on a question some clause answers nor on a number of its own clause."""
    for instrument in subject.library.instruments.values():
        for provision in instrument.provisions:
            for step in provision.steps:
                if step.due is not None and not _has_basis(subject.library, provision, step):
                    message = f"步骤「{step.name}」的期限没有依据：「{step.due.source}」"
                    help_ = "写一个有条款回答的问题，或用本条 parameters 里登记的数（附引文）算出"
                    yield Problem("P704", step.due.where, {}, message, help_)


def _has_basis(library: Library, provision: Provision, step: Step) -> bool:
    names = step.due.names if step.due else ()
    answered = any(library.statements.get(name) for name in names)
    quoted = (parameter.quote for parameter in provision.parameters if parameter.name in names)
    return answered or any(quoted)
