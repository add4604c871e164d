"""One of the two that are compared: a law, and the day on which it is asked."""

from datetime import date
from typing import NamedTuple

from jiexu.base.problem import ProblemsError
from jiexu.decision.asking import asked_by_default
from jiexu.decision.case import Case
from jiexu.decision.case_file import read_case_text
from jiexu.decision.decide import findings, world_of
from jiexu.decision.finding import Decision
from jiexu.law.library import Library


class Side(NamedTuple):
    """``name`` is how it was given; ``as_of``, when set, stands in for every case's own day."""

    name: str
    library: Library
    as_of: date | None = None

    def read(self, data: bytes, file: str, default_id: str, today: date) -> Case | ProblemsError:
        """The case of a file as this side's vocabulary has it, or why it cannot be read."""
        try:
            case = read_case_text(data, file, self.library, today, default_id)
        except ProblemsError as error:
            return error
        return case._replace(as_of=self.as_of) if self.as_of else case

    def asked(self, case: Case) -> frozenset[str]:
        """The ids of the questions that this side answers for a case when nothing else is said."""
        names = case.questions or asked_by_default(world_of(self.library, case))
        return frozenset(self.library.vocabulary.questions[name].id for name in names)

    def decide(self, case: Case, questions: frozenset[str]) -> Decision:
        """The case decided on those of the questions (ids) that this side's vocabulary knows."""
        held = self.library.vocabulary.questions.values()
        world = world_of(self.library, case)
        names = [question.name for question in held if question.id in questions]
        return Decision(case, self.library, findings(world, names), world)
