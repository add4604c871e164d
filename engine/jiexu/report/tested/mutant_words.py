"""Mutants in words: where the change is, what it is, and how it would show."""

from collections.abc import Iterator
from typing import NamedTuple

from jiexu.decision.decide import world_of
from jiexu.decision.outcome import Outcome
from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.reasons import outcome_answer
from jiexu.expression.grammar import tree_of
from jiexu.law.library import Library
from jiexu.law.vocabulary import Question
from jiexu.regression.boundary import Boundary
from jiexu.regression.mutant import (
    DROPPED,
    INSTRUMENT,
    OVERRIDE,
    PARAMETER,
    RANK,
    VALIDITY,
    Mutant,
)
from jiexu.report.tested.labels import LANGUAGES, site_words


class MutantWords(NamedTuple):
    """Says mutants in one language."""

    library: Library
    law: LawWording
    labels: dict[str, str]

    def place(self, mutant: Mutant) -> str:
        """济医保发〔2020〕19号 二（二） 规则「材料」."""
        clause = mutant.clauses[0] if mutant.site.kind != INSTRUMENT else ""
        parts = (self.law.instrument(mutant.held), clause, site_words(self.labels, mutant.site))
        return " ".join(part for part in parts if part)

    def change(self, mutant: Mutant) -> str:
        """「中断缴费月数＞0」改为「中断缴费月数≥0」."""
        labels = self.labels
        if mutant.change == RANK:
            return labels["rank"].format(was=self.law.rank(mutant.was), now=self.law.rank(mutant.now))
        if mutant.change == VALIDITY:
            text = labels[f"validity_{mutant.about}"].format(was=mutant.was, now=mutant.now)
            clauses = self.law.listed(mutant.clauses)
            return text + (labels["about"].format(about=clauses) if self._is_part(mutant) else "")
        about = labels["about"].format(about=mutant.about) if mutant.about else ""
        if mutant.site.kind == PARAMETER:
            return labels["number"].format(was=mutant.was, now=mutant.now) + about
        if mutant.change == OVERRIDE:
            return labels["override"].format(was=mutant.was)
        if mutant.change == DROPPED:
            return labels["dropped"].format(was=self._line(mutant.was))
        return labels["rewritten"].format(was=self._line(mutant.was), now=self._line(mutant.now)) + about

    def parted(self, mutant: Mutant, boundary: Boundary) -> Iterator[tuple[str, str, str]]:
        """Each question on which a case notices, with the answer of the law and that of the mutant."""
        world = world_of(self.library, boundary.case)
        other = world_of(mutant.applied(self.library), boundary.case)
        for name in boundary.names:
            question = self.library.vocabulary.questions[name]
            was, now = (self._answer(question, one.decide(name)) for one in (world, other))
            yield self.law.term(question), was, self.labels["beside"] if was == now else now

    def _line(self, written: str) -> str:
        """A line in an officer's words; the members of a set, which are no line, as they are."""
        try:
            tree_of(written)
        except SyntaxError:
            return self.law.listed(written.split())
        return self.law.condition(written)

    def _answer(self, question: Question, outcome: Outcome) -> str:
        by, answer = self.law.cited(outcome.sources), outcome_answer(self.law, question, outcome)
        return answer if by in answer else answer + self.labels["about"].format(about=by)

    def _is_part(self, mutant: Mutant) -> bool:
        """Whether only some of the clauses that decide are meant."""
        held = self.library.instruments[mutant.held.id].provisions
        return any(
            getattr(one.validity, mutant.about) != getattr(two.validity, mutant.about) for one in held for two in held
        )


def mutant_words(library: Library, language: str) -> MutantWords:
    return MutantWords(library, LawWording(library, language), LANGUAGES[language])
