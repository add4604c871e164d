"""Names and kinds of every expression, references between clauses, and circles: what must hold before the law decides anything."""

from collections.abc import Iterator, Mapping, Set

from jiexu.base.kinds import ANY, DATE, PLACE, YES_NO, Kind
from jiexu.base.location import Location
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem
from jiexu.expression.functions import MONTH_END
from jiexu.expression.grammar import Expression
from jiexu.expression.kinds import NUMBER, Names, kind_of, kind_problem
from jiexu.law.dependency import dependencies
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library
from jiexu.law.procedures import dangling
from jiexu.law.provision import Provision

Told = Set[tuple[str, int]]
"""Files and numbers of lines that a problem was told of already: what rests on them cannot be judged."""


def unsound(library: Library, told: Told = frozenset()) -> Iterator[Problem]:
    """Yield every problem of names, kinds, references and circles; of names and kinds alone where the law is not whole."""
    names = names_in(library, None, told)
    vocabulary = library.vocabulary
    circles = list(_defined_in_circles(library))
    if circles:  # no kind can be told of what is defined by itself
        yield from circles
        return
    for fact in vocabulary.facts.values():
        yield from _problems([fact.derived] if fact.derived else [], fact.kind, names, told)
    for question in vocabulary.questions.values():
        yield from _problems(list(question.governed_by), DATE, names, told)
        yield from _problems([question.expression] if question.expression else [], question.kind, names, told)
    yield from _problems(list(vocabulary.procedure_days), DATE, names, told)
    for instrument in library.instruments.values():
        yield from _problems([line for route in instrument.routes for line in route.when], YES_NO, names, told)
        for provision in instrument.provisions:
            yield from _provision_problems(library, provision, told)
    if told:
        return
    for instrument in library.instruments.values():
        yield from _dangling(library, instrument)
        yield from dangling(instrument)
    ranks = list(_unknown_ranks(library))
    yield from ranks or _circles(dependencies(library))


def names_in(library: Library, provision: Provision | None, told: Told = frozenset()) -> Names:
    """What the lines of a provision may mention; None: those of the vocabulary."""
    vocabulary = library.vocabulary

    def kind(name: str) -> Kind | None:
        parameter = provision.parameter(name) if provision else None
        if parameter:
            return parameter.kind
        term = vocabulary.facts.get(name) or vocabulary.questions.get(name)
        if term:
            return term.kind
        definition = provision.definition(name) if provision else None
        if definition:
            line = definition.then[name]
            return ANY if _place(line.where) in told else kind_of(line, names)
        if name in vocabulary.days:
            return DATE
        if name in (vocabulary.words["yes"], vocabulary.words["no"]):
            return YES_NO
        return PLACE if name not in vocabulary.bare_names and len(library.places.find(name)) == 1 else None

    def suggest(name: str) -> str:
        local = [*(parameter.name for parameter in provision.parameters)] if provision else []
        return nearest(
            name, [*local, *vocabulary.facts, *vocabulary.questions, *vocabulary.bare_names, *vocabulary.days]
        )

    def is_bare(name: str) -> bool:
        return name in vocabulary.bare_names or name in MONTH_END.members

    names = Names(kind, vocabulary.facts.__contains__, is_bare, suggest, vocabulary.period_kinds)
    return names


def _problems(lines: list[Expression], wanted: Kind | None, names: Names, told: Told) -> Iterator[Problem]:
    for line in lines:
        problem = None if _place(line.where) in told else kind_problem(line, wanted, names)
        if problem:
            yield problem


def _place(where: Location) -> tuple[str, int]:
    return where.file, where.line


def _provision_problems(library: Library, provision: Provision, told: Told) -> Iterator[Problem]:
    names = names_in(library, provision, told)
    questions = library.vocabulary.questions
    tests = [provision.applies_to] if provision.applies_to else []
    tests += [line for rule in provision.rules for line in rule.when]
    tests += [line for delegation in provision.delegations for line in (*delegation.when, *delegation.within)]
    tests += [line for silence in provision.silences for line in silence.when]
    tests += [line for step in provision.steps for line in step.lines]
    yield from _problems(tests, YES_NO, names, told)
    yield from _problems([step.due for step in provision.steps if step.due], DATE, names, told)
    for rule in provision.rules:
        for question, answer in rule.then.items():
            if isinstance(answer, Expression):
                yield from _problems([answer], questions[question].kind, names, told)
    for reading in provision.readings:
        for name, line in reading.then.items():
            kind = questions[name].kind if name in questions else kind_of(line, names)
            wanted = None if kind in (ANY, NUMBER) else kind
            takes = [line, *(then[name] for _, then in reading.instead if name in then)]
            yield from _problems(takes, wanted, names, told)
        for take, then in reading.instead:
            for name in then.keys() ^ reading.then.keys():
                yield Problem("P306", reading.where, {"name": name, "take": take})


def _dangling(library: Library, instrument: Instrument) -> Iterator[Problem]:
    def missing(name: str, where: Location, known: list[str]) -> Problem:
        return Problem("P301", where, {"name": name, "nearest": nearest(name, known)})

    citations = [held.cite(provision.clause) for held in library.instruments.values() for provision in held.provisions]
    for change in (*instrument.extends, *instrument.repeals):
        target = library.instruments.get(change.instrument)
        if target is None:
            yield missing(change.instrument, change.where, list(library.instruments))
        elif change.clause and not target.provision(change.clause):
            yield missing(f"{change.instrument} {change.clause}", change.where, citations)
    own = [provision.clause for provision in instrument.provisions]
    named = own + [f"{provision.clause} {rule.name}" for provision in instrument.provisions for rule in provision.rules]
    for provision in instrument.provisions:
        for citation in provision.implements:
            if citation not in citations:
                yield missing(citation, provision.where, citations)
        for rule in provision.rules:
            for overridden in rule.overrides:
                if overridden not in named:
                    yield missing(overridden, rule.where, named)


def _unknown_ranks(library: Library) -> Iterator[Problem]:
    ranks = library.vocabulary.ranks
    for instrument in library.instruments.values():
        for rank in sorted({instrument.rank, *instrument.yields_to} - ranks.keys()):
            yield Problem("P301", instrument.where, {"name": rank, "nearest": nearest(rank, ranks)})


def _defined_in_circles(library: Library) -> Iterator[Problem]:
    """Derived facts, and names that readings define, which rest on themselves."""
    facts = library.vocabulary.facts
    yield from _circles(
        {
            fact.name: {name: fact.derived for name in fact.derived.names if name in facts} if fact.derived else {}
            for fact in facts.values()
        }
    )
    for instrument in library.instruments.values():
        for provision in instrument.provisions:
            taken = [
                (name, then[name])
                for reading in provision.readings
                for then in (reading.then, *(alternative for _, alternative in reading.instead))
                for name in then
                if name not in library.vocabulary.questions
            ]
            graph: dict[str, dict[str, Expression]] = {name: {} for name, _ in taken}
            for name, line in taken:
                graph[name] |= {mentioned: line for mentioned in line.names if mentioned in graph}
            yield from _circles(graph)


def _circles(graph: Mapping[str, Mapping[str, Expression]]) -> Iterator[Problem]:
    """A problem for each way of coming back to a name, by the lines that mention the next."""
    done: set[str] = set()

    def follow(name: str, path: list[str]) -> Iterator[Problem]:
        for other, line in graph[name].items():
            if other in path:
                circle = [*path[path.index(other) :], other]
                yield Problem("P302", line.where, {"circle": " → ".join(circle)})
            elif other not in done:
                yield from follow(other, [*path, other])
        done.add(name)

    for name in graph:
        if name not in done:
            yield from follow(name, [name])
