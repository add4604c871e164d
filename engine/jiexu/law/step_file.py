"""Reads the routes of an instrument's file and the steps of its provisions."""

from jiexu.base.kinds import DATE
from jiexu.document.node import Mapping, Node
from jiexu.law.intake import Intake, each, entries, items, scalar, texts
from jiexu.law.step import Failure, Operation, Route, Step
from jiexu.law.vocabulary import Vocabulary


def read_route(node: Mapping, intake: Intake) -> Route:
    return Route(
        id=scalar(node.get("id")),
        name=scalar(node.get("name")),
        says=scalar(node.get("says")),
        where=node.where,
        begins=texts(node.get("begins")),
        ends=texts(node.get("ends")),
        when=intake.lines(node.get("when")),
        quotes=texts(node.get("quote")),
    )


def read_steps(node: Node | None, intake: Intake, vocabulary: Vocabulary) -> tuple[Step, ...]:
    """The steps among a provision's items of procedure."""
    found = (item for item in items(node) if isinstance(item, Mapping) and "step" in item.entries)
    return tuple(_step(item, intake, vocabulary) for item in found)


def read_operations(node: Node | None) -> tuple[Operation, ...]:
    """What is done inside steps, among a provision's items of procedure."""
    found = (item for item in items(node) if isinstance(item, Mapping) and "within" in item.entries)
    return tuple(
        Operation(
            within=scalar(item.get("within")),
            says=scalar(item.get("says")),
            where=item.where,
            screen=scalar(item.get("screen")),
            enter=_fields(item.get("enter")),
            quotes=texts(item.get("quote")),
        )
        for item in found
    )


def _step(node: Mapping, intake: Intake, vocabulary: Vocabulary) -> Step:
    ends_with, due = node.get("ends_with"), node.get("due")
    if ends_with is not None:
        days = [fact.name for fact in vocabulary.facts.values() if fact.kind == DATE and fact.derived is None]
        intake.known(scalar(ends_with), ends_with.where, days, "P251")
    return Step(
        name=scalar(node.get("step")),
        routes=texts(node.get("route")),
        actor=scalar(node.get("actor")),
        says=scalar(node.get("says")),
        where=node.where,
        ends_with=scalar(ends_with),
        after=texts(node.get("after")),
        when=intake.lines(node.get("when")),
        due=intake.line(due) if due is not None else None,
        screen=scalar(node.get("screen")),
        enter=_fields(node.get("enter")),
        brings=texts(node.get("brings")),
        needs=texts(node.get("needs")),
        produces=texts(node.get("produces")),
        failures=each(node.get("on_failure"), lambda item: _failure(item, intake, vocabulary)),
        quotes=texts(node.get("quote")),
    )


def _failure(node: Mapping, intake: Intake, vocabulary: Vocabulary) -> Failure:
    refuses = node.get("refuses")
    if refuses is not None:
        intake.known(scalar(refuses), refuses.where, vocabulary.questions, "P221")
    return Failure(
        says=scalar(node.get("says")),
        where=node.where,
        when=intake.lines(node.get("when")),
        to=scalar(node.get("to")),
        refuses=scalar(refuses),
        turns_to=scalar(node.get("turns_to")),
    )


def _fields(node: Node | None) -> tuple[tuple[str, str], ...]:
    return tuple((field, scalar(value)) for field, value in entries(node).items())
