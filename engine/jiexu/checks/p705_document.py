"""P705: every document that a step needs was produced by a step before it."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.route import routes
from jiexu.checks.subject import Subject
from jiexu.law.graph import ancestors


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each document that is needed before anybody has produced it."""
    for laid in routes(subject):
        for name, held in laid.steps.items():
            before = ancestors(laid.steps, name)
            produced = {document for one in before for document in laid.steps[one].step.produces}
            for document in held.step.needs:
                if document not in produced:
                    message = f"步骤「{name}」要凭「{document}」，「{laid.route.name}」里它之前没有一步产生这份材料"
                    help_ = "在前面的一步 produces 里写上它；由办理人自己带来的，写在 brings 里"
                    yield Problem("P705", held.step.where, {}, message, help_)
