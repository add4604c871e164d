"""The order in which statements of different instruments prevail."""

from jiexu.law.library import Statement
from jiexu.law.vocabulary import Question
from jiexu.ruleset.standing import RuleSet


def precedence(rules: RuleSet, question: Question, one: Statement) -> tuple[int, int, int]:
    """A key to sort by: superior ranks first; of one rank the nearer place, then the later commenced."""
    return (
        rules.library.rank_order[one.instrument.rank],
        rules.nearness(question, one),
        -one.provision.validity.first.toordinal(),
    )
