"""P512: no example's answer lies outside what the delegation above it allows."""

from collections.abc import Iterator

from jiexu.base.problem import Problem, ProblemsError
from jiexu.checks.example import example_case, stated_examples
from jiexu.checks.subject import Subject
from jiexu.decision.alerts import out_of_bounds
from jiexu.decision.decide import world_of

DECIDES = True


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each example whose delegate answers outside its delegator's bound."""
    library = subject.library
    for stated in stated_examples(library):
        try:
            case = example_case(library, stated)
        except ProblemsError:
            continue
        world = world_of(library, case, stated.accept)
        for expected in case.expect:
            question = library.vocabulary.questions[expected.question]
            for alert in out_of_bounds(world, question, world.decide(question.name)):
                by = alert.statements[0].citation
                message = f"「{expected.question}」的答案超出 {by} 授权的范围"
                yield Problem("P512", expected.where, {}, message, "改正规则，或核对上位文件的 within")
