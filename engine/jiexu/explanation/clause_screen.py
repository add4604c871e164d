"""One provision: its words, its rules, and who stands above, below and beside it."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from jiexu.explanation.columns import wrapped
from jiexu.explanation.coverage_lines import covered
from jiexu.explanation.instrument_screen import head
from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.said_lines import contradiction_lines, item_lines, reading_lines, rule_lines, silence_lines
from jiexu.explanation.sheet import LINE, Paint, Pair, hanging, labelled, plain, whole
from jiexu.explanation.step_lines import operation_lines, step_lines
from jiexu.law.instrument import Instrument
from jiexu.law.library import DECIDING, Library
from jiexu.law.provision import Delegation, Provision
from jiexu.ruleset.handing import coverage, handed_to, lowest_places
from jiexu.ruleset.relations import Relation, relations
from jiexu.ruleset.standing import ADVICE
from jiexu.ruleset.state import changes, state_of

_ITEMS = ("information", "documents")
_IN, _DEEP = 2 + 2, 2 + 2 + 2


def clause_screen(
    library: Library,
    instrument: Instrument,
    provision: Provision,
    day: date,
    place: str | None,
    compared: str,
    language: str = "zh",
    paint: Paint = plain,
) -> str:
    """The whole text of one provision's screen; what it leaves to lower ranks is looked up at *place*, else wherever law is held."""
    screen = _Screen(LawWording(library, language), instrument, provision, place, paint)
    return whole(screen.lines(day, compared))


class _Screen:
    def __init__(
        self, wording: LawWording, instrument: Instrument, provision: Provision, place: str | None, paint: Paint
    ) -> None:
        self.wording = wording
        self.library = wording.library
        self.law = wording.law
        self.instrument = instrument
        self.provision = provision
        self.places = (place,) if place else lowest_places(wording.library)
        self.paint = paint

    def lines(self, day: date, compared: str) -> Iterator[str]:
        provision, wording, paint = self.provision, self.wording, self.paint
        yield paint(wording.clause(self.instrument, provision), "title")
        if provision.says:
            yield from wrapped(provision.says, LINE)
        yield ""
        yield from labelled(self._head(day, compared), paint)
        yield from self._block("parameters", labelled(self._numbers(), paint, _IN))
        yield from self._block("readings", *(reading_lines(wording, one, paint) for one in provision.readings))
        yield from self._block("rules", *(rule_lines(wording, one, paint) for one in provision.rules))
        yield from self._block("delegates", *map(self._delegation, provision.delegations))
        yield from self._block("silent", *(silence_lines(wording, one, paint) for one in provision.silences))
        yield from self._block("handed", self._handed())
        yield from self._block("relations", self._relations())
        for kind in _ITEMS:
            held = (item for item in provision.items if item.kind == kind)
            yield from self._block(kind, *(item_lines(wording, item, paint) for item in held))
        steps = (step_lines(wording, step, paint) for step in provision.steps)
        inside = (operation_lines(wording, operation, paint) for operation in provision.operations)
        yield from self._block("procedure", *steps, *inside)
        against = (item for item in provision.items if item.kind == "contradicts")
        yield from self._block(
            "contradicts",
            *(contradiction_lines(wording, self.instrument, provision, item, paint) for item in against),
        )

    def _head(self, day: date, compared: str) -> Iterator[Pair]:
        law, provision, instrument, wording = self.law, self.provision, self.instrument, self.wording
        yield law["id"], instrument.cite(provision.clause)
        if provision.clause_inferred:
            yield law["inferred"], law["inferred_why"]
        yield law["instrument"], wording.heading(instrument)
        yield from head(wording, instrument, compared, provision.evidence)
        yield law["issued"], str(provision.issued_on or "")
        yield law["validity"], wording.standing(provision.validity, day, state_of(provision.validity, day))
        for changed in changes(self.library, instrument, provision.clause):
            yield law["later"], wording.changed(changed)
        yield law["yields"], wording.quoted(instrument.yields_quote)
        if provision.applies_to:
            yield law["applies_to"], wording.condition(provision.applies_to.source)
        yield law["implements"], wording.listed(map(self._named, provision.implements))
        yield law["quotation"], wording.quoted(*provision.quotes)
        yield law["not_encoded"], provision.not_encoded
        yield law["overridden"], wording.listed(self._overriding())
        yield law["file"], f"{provision.where.file}:{provision.where.line}"

    def _named(self, citation: str) -> str:
        found = self.library.provision(citation)
        return self.wording.clause(*found) if found else citation

    def _overriding(self) -> Iterator[str]:
        """The rules of the same instrument that change this provision."""
        own = [self.provision.clause, *(f"{self.provision.clause} {rule.name}" for rule in self.provision.rules)]
        for other in self.instrument.provisions:
            for rule in other.rules:
                if not set(own).isdisjoint(rule.overrides):
                    yield f"{other.clause} {rule.name}{self.wording.quoted(rule.quote)}"

    def _numbers(self) -> Iterator[Pair]:
        for parameter in self.provision.parameters:
            told = self.wording.number(parameter)
            yield parameter.name, f"{told}  {self.wording.quoted(parameter.quote)}".rstrip()

    def _block(self, heading: str, *parts: Iterable[str]) -> Iterator[str]:
        body = list(chain.from_iterable(parts))
        if body:
            yield ""
            yield self.paint("■ " + self.law[heading], "title")
            yield from body

    def _delegation(self, delegation: Delegation) -> Iterator[str]:
        wording = self.wording
        about = wording.questions(delegation.about)
        yield from hanging(f"{about}  {wording.quoted(delegation.quote)}", _IN)
        bounds = ((self.law["within"], wording.condition(line.source)) for line in delegation.within)
        found = coverage(self.library, self.instrument, self.provision, delegation, self.places)
        by = ((self.law["filled"], text) for text in covered(wording, self.provision, found))
        yield from labelled([*wording.tests(delegation.when), *bounds, *by], self.paint, _DEEP)

    def _handed(self) -> Iterator[str]:
        for handed in handed_to(self.library, self.instrument, self.provision):
            cited = self.wording.clause(handed.instrument, handed.provision)
            yield from hanging(cited + self.wording.quoted(handed.delegation.quote), _IN)
            pairs = [(self.law["about"], self.wording.questions(handed.questions))]
            pairs += self.wording.tests(handed.delegation.when)
            pairs += ((self.law["within"], self.wording.condition(line.source)) for line in handed.delegation.within)
            pairs += [(self.law["validity"], self.wording.validity(handed.provision.validity))]
            yield from labelled(pairs, self.paint, _DEEP)

    def _relations(self) -> Iterator[str]:
        """Relations to one instrument on the same terms are told together, those that prevail first."""
        groups: dict[tuple[int, str, tuple[Pair, ...]], list[Relation]] = {}
        for relation in relations(self.library, self.instrument, self.provision):
            key = (_STANCES.index(self._stance(relation)), relation.instrument.id, tuple(self._terms(relation)))
            groups.setdefault(key, []).append(relation)
        for (stance, _, terms), found in sorted(groups.items(), key=lambda one: one[0][0]):
            cited = self.wording.clauses((relation.instrument, relation.provision) for relation in found)
            yield from hanging(f"{self.law[_STANCES[stance]]}{self.wording.labels['colon']}{cited}", _IN)
            yield from labelled(terms, self.paint, _DEEP)

    def _terms(self, relation: Relation) -> Iterator[Pair]:
        yield self.law["about"], self.wording.questions(relation.questions)
        grade = relation.provision.evidence
        reasons = (self.law[f"principle_{relation.principle}"], "" if grade in DECIDING else self.wording.grade(grade))
        yield self.law["why"], self.wording.labels["comma"].join(reason for reason in reasons if reason)
        yield self.law["both_in_force"], self.wording.validity(relation.overlap)

    def _stance(self, relation: Relation) -> str:
        own, other = self.provision.evidence, relation.provision.evidence
        if ADVICE in (own, other):
            return "advice"
        if relation.prevails is None:
            return relation.principle
        certain = own in DECIDING and other in DECIDING
        name = "prevail" if relation.prevails else "give_way"
        return name if certain else f"{name}_if_true"


_STANCES = ("prevail", "give_way", "prevail_if_true", "give_way_if_true", "equal", "same", "together", "advice")
