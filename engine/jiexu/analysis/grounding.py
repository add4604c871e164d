"""Whether anything in force answers the questions that a statement turns on."""

from datetime import date

from jiexu.law.dependency import statement_lines
from jiexu.law.library import Statement
from jiexu.law.provision import Delegation
from jiexu.law.vocabulary import Question
from jiexu.ruleset.standing import RuleSet


class Grounds:
    """Whether anything in force answers what a statement turns on."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self.known: dict[tuple[str, date], bool] = {}

    def missing(self, name: str, statement: Statement, day: date) -> tuple[Question, ...]:
        """The questions that a statement's answer to a question turns on and that nothing answers on a day."""
        questions = self.rules.library.vocabulary.questions
        lines = statement_lines(statement.provision, statement.said, name)
        asked = dict.fromkeys(other for line in lines for other in line.names if other in questions and other != name)
        return tuple(questions[other] for other in asked if not self.answered(other, day))

    def answered(self, name: str, day: date) -> bool:
        """True for arithmetic, and where a rule or reading in force lacks nothing itself; a helper counts on the same day."""
        key = (name, day)
        if key not in self.known:
            question = self.rules.library.vocabulary.questions[name]
            standing = self.rules.standing(question, day) if question.expression is None else []
            self.known[key] = question.expression is not None or any(
                not isinstance(one.said, Delegation) and not self.missing(name, one, day) for one in standing
            )
        return self.known[key]
