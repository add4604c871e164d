"""Which questions, and which facts, a question turns on."""

from collections.abc import Container, Iterator
from functools import lru_cache

from jiexu.expression.grammar import Expression
from jiexu.law.library import Library
from jiexu.law.provision import Provision, Reading


def dependencies(library: Library) -> dict[str, dict[str, Expression]]:
    """For each question the questions it turns on, each with a line that mentions it."""
    graph: dict[str, dict[str, Expression]] = {}
    for name, question in library.vocabulary.questions.items():
        lines = [*question.governed_by, *([question.expression] if question.expression else [])]
        for statement in (*library.statements[name], *library.silences[name]):
            lines += statement_lines(statement.provision, statement.said, name)
        graph[name] = {
            mentioned: line
            for line in lines
            for mentioned in mentions(library, line)
            if mentioned in library.vocabulary.questions
        }
    return graph


def mentions(library: Library, line: Expression) -> Iterator[str]:
    """The names a line mentions, those of derived facts followed to what they are derived from."""
    for name in line.names:
        yield name
        fact = library.vocabulary.facts.get(name)
        if fact and fact.derived:
            yield from mentions(library, fact.derived)


def statement_lines(
    provision: Provision, said: object, question: str, decided: Container[str] = ()
) -> list[Expression]:
    """Every line that a statement's answer to a question turns on; definitions followed but for names that are *decided*."""
    lines = [provision.applies_to] if provision.applies_to else []
    lines += getattr(said, "when", ())
    if isinstance(said, Reading):
        lines += [
            then[question]
            for then in (said.then, *(alternative for _, alternative in said.instead))
            if question in then
        ]
    else:
        answer = getattr(said, "then", {}).get(question)
        lines += [answer] if isinstance(answer, Expression) else []
    followed = {question}
    for line in lines:  # which grows while it is read
        for name in line.names:
            definition = provision.definition(name)
            if definition and name not in followed and name not in decided:
                followed.add(name)
                lines += [
                    then[name]
                    for then in (definition.then, *(alternative for _, alternative in definition.instead))
                    if name in then
                ]
    return lines


@lru_cache(2)
def _graph(library: Library) -> dict[str, dict[str, Expression]]:
    return dependencies(library)


def resting_on(library: Library, name: str) -> frozenset[str]:
    """All questions that a question turns on, itself included."""
    graph = _graph(library)
    found, waiting = {name}, [name]
    while waiting:
        for other in graph[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)
