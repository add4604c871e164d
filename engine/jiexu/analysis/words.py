"""When two lines of different provisions say the same."""

from collections.abc import Iterable

from jiexu.expression.grammar import Expression
from jiexu.law.library import Library
from jiexu.law.provision import Provision
from jiexu.ruleset.relations import meaning


def said_by(library: Library, provision: Provision | None, line: Expression) -> tuple[object, ...]:
    """A line's words, and what each name of the provision's own in it means; a question's name is everybody's."""
    if provision is None:
        return (line.source,)
    questions = library.vocabulary.questions
    return line.source, *(None if name in questions else meaning(provision, name) for name in line.names)


def about_places(library: Library, names: Iterable[str]) -> bool:
    """True for a condition that mentions places and nothing else."""
    facts = library.vocabulary.facts
    return all((name in facts and facts[name].kind.name == "place") or library.places.find(name) for name in names)
