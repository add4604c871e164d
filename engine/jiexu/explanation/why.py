"""Why, and why not: every statement on one question, with each of its conditions, in force or not."""

from collections.abc import Iterator
from typing import Any

from jiexu.base.unknown import Unknown, is_unknown
from jiexu.decision.case import Case
from jiexu.decision.decide import world_of
from jiexu.decision.finding import Finding
from jiexu.decision.hearing import answer_line
from jiexu.decision.outcome import Outcome
from jiexu.decision.trace import values_behind
from jiexu.decision.world import World
from jiexu.explanation.reasons import answer
from jiexu.explanation.sheet import Paint, plain
from jiexu.explanation.wording import Wording
from jiexu.expression.grammar import Expression
from jiexu.law.library import DECIDING, Library, Statement
from jiexu.law.provision import Delegation, Silence
from jiexu.law.vocabulary import Question
from jiexu.ruleset.standing import ADVICE, REPORTED

_MARKS = {True: "✓", False: "✗"}


def why_screen(
    case: Case,
    library: Library,
    question: Question,
    language: str = "zh",
    paint: Paint = plain,
    *,
    accept_reported: bool = False,
) -> str:
    """The full tree of one question."""
    world = world_of(library, case, (*DECIDING, REPORTED) if accept_reported else DECIDING)
    return "\n".join(_Why(world, question, Wording(library, language), paint).lines()) + "\n"


class _Why:
    def __init__(self, world: World, question: Question, wording: Wording, paint: Paint) -> None:
        self.world = world
        self.question = question
        self.wording = wording
        self.paint = paint
        self.outcome: Outcome = world.decide(question.name)

    def lines(self) -> Iterator[str]:
        label = self.wording.labels
        yield self.paint(
            f"{self.wording.term(self.question)}{label['colon']}{answer(self.wording, Finding(self.question, self.outcome))}",
            "title",
        )
        if self.outcome.day:
            yield f"  {label['governing']} {self.outcome.day}    {self.wording.as_of(self.world.case.as_of)}"
        if self.question.expression:
            values = values_behind(self.world, self.question.name, None, self.question.expression)
            yield f"  {self.wording.condition(self.question.expression.source)}    {self.wording.named(values, None)}"
        grades = (*DECIDING, REPORTED, ADVICE)
        for statement in self.world.rules.candidates(self.question, grades):
            yield from self._statement(statement)
        for statement in self.world.rules.candidates(self.question, grades, silences=True):
            yield from self._statement(statement)

    def _statement(self, statement: Statement) -> Iterator[str]:
        deciders = [voice.statement for voice in self.outcome.walk.deciders]
        tests = [(line, self._value(statement, line)) for line in statement.conditions]
        speaks = all(value is True for _, value in tests)
        sign = "★" if statement in deciders else "·"
        notes = [self.wording.labels["speaks" if speaks else "stopped"], *self._standing(statement)]
        label = self.wording.labels
        yield ""
        yield self.paint(
            f"{sign} {self.wording.citation(statement)} {statement.name}{label['open']}{label['comma'].join(notes)}{label['close']}",
            "label",
        )
        for line, value in tests:
            mark = _MARKS.get(value, "？") if not is_unknown(value) else "？"
            behind = values_behind(self.world, self.question.name, statement.provision, line)
            values = self.wording.named(behind, statement.provision)
            missing = (
                f"{label['missing']}{self.wording.terms(value.facts)}"
                if isinstance(value, Unknown) and value.facts
                else ""
            )
            yield f"    {mark} {self.wording.condition(line.source)}    " + label["comma"].join(
                part for part in (values, missing) if part
            )
        yield f"    {label['gives' if speaks else 'would_give']}{label['colon']}{self._answer(statement)}"

    def _standing(self, statement: Statement) -> list[str]:
        label = self.wording.labels
        notes = []
        if self.outcome.day and not statement.provision.validity.covers(self.outcome.day):
            notes.append(label["out_of_force"])
        if statement.provision.evidence not in self.world.rules.accept:
            notes.append(label["not_deciding"])
        lost = [entry.principle for entry in self.outcome.walk.lost if entry.voice.statement is statement]
        return notes + [label[principle] for principle in lost]

    def _value(self, statement: Statement, line: Expression) -> Any:
        with self.world.asking(self.question.name, self.outcome.day), self.world.inside(statement.provision):
            return self.world.value(line)

    def _answer(self, statement: Statement) -> str:
        label = self.wording.labels
        if isinstance(statement.said, Delegation):
            return f"{label['delegation']}「{statement.said.quote}」"
        if isinstance(statement.said, Silence):
            return f"{label['silent']}{label['colon']}{statement.said.says}"
        with self.world.asking(self.question.name, self.outcome.day):
            line = answer_line(self.world, statement, self.question.name)
        if not isinstance(line, Expression):
            return self.wording.answer(self.question, line)
        value = self._value(statement, line)
        shown = label["unknown"] if is_unknown(value) else self.wording.answer(self.question, value)
        return f"{self.wording.condition(line.source)}{label['colon']}{shown}"
