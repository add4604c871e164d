"""The words of an impact: clauses and answers of both sides, what moved and how far."""

from collections.abc import Sequence
from decimal import Decimal

from jiexu.decision.finding import Finding
from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.problems import spelled
from jiexu.explanation.reasons import answer
from jiexu.law.vocabulary import Question
from jiexu.regression.grouping import Move, Total, count_cases, totals
from jiexu.regression.impact import Impact, Unread
from jiexu.regression.moved import Moved
from jiexu.regression.shift import DIRECTIONS, Shift
from jiexu.regression.side import Side
from jiexu.report.impact.labels import IMPACT_LANGUAGES


class ImpactWording:
    """Says what an impact found, in ``zh`` or ``en``; what a side holds is said in that side's own terms."""

    def __init__(self, found: Impact, language: str = "zh") -> None:
        self.language = language
        self.labels = IMPACT_LANGUAGES[language]
        self.old = LawWording(found.old.library, language)
        self.new = LawWording(found.new.library, language)

    def say(self, label: str, **values: object) -> str:
        return self.labels[label].format(**values)

    def side(self, side: Side) -> str:
        """How a side was given, and the days chosen for it."""
        told = self.say("on", name=side.name, day=side.as_of) if side.as_of else side.name
        known = side.library.known_as_of
        return f"{told}  {self.new.say('known_as_of', day=str(known))}" if known else told

    def counted(self, found: Impact) -> str:
        """How many cases there are, how many change, and how many only one side can read."""
        if found.is_empty:
            return self.say("nothing", cases=len(found.compared))
        if not (found.compared or found.unread):
            return self.labels["no_cases"]
        changed = {"changed": count_cases(found.telling), "findings": len(found.telling)}
        told = self.say("counted" if found.telling else "unchanged", cases=len(found.compared), **changed)
        told += self.say("remarked", count=len(found.remarks)) if found.remarks else ""
        return told + (self.say("one_sided", count=len(found.unread)) if found.unread else "")

    def unread_by(self, one: Unread) -> str:
        """Which side cannot read a case."""
        return self.labels["unread_old" if one.old else "unread_new"]

    def unread_why(self, one: Unread) -> list[str]:
        """Each problem with its place."""
        return [f"{problem.where} {problem.code} {problem.message}" for problem in map(spelled, one.problems)]

    def named(self, found: Impact) -> tuple[str, str]:
        """The old side and the new, each told as such."""
        old, new = (
            self.say("explained", side=self.labels[key], name=self.side(side))
            for key, side in (("old", found.old), ("new", found.new))
        )
        return old, new

    def instrument(self, id_: str) -> str:
        """An instrument as the new side calls it, else as the old one does."""
        for wording in (self.new, self.old):
            if id_ in wording.library.instruments:
                return wording.instrument(wording.library.instruments[id_])
        return id_

    def clause(self, citation: str) -> str:
        """A citation as the side that has the clause writes it; that none decides, where it is empty."""
        for wording in (self.new, self.old):
            found = wording.library.provision(citation)
            if found is not None:
                return wording.clause(*found)
        return citation or self.labels["no_clause"]

    def move(self, move: Move) -> str:
        """The clause that decided, and the one that decides now."""
        before, after = self.clause(move.before), self.clause(move.after)
        return before if before == after else f"{before} → {after}"

    def cited(self, one: Moved) -> str:
        """All clauses a finding stood on, and those it stands on now."""
        before, after = (self.new.listed(map(self.clause, cited)) or self.labels["no_clause"] for cited in one.cited)
        return f"{before} → {after}"

    def question(self, question: Question) -> str:
        return self.new.term(question)

    def answers(self, before: Finding | None, after: Finding | None) -> tuple[str, str]:
        """What each side answers, in full."""
        return tuple(  # type: ignore[return-value]
            answer(wording, finding) if finding else self.labels["none"]
            for wording, finding in ((self.old, before), (self.new, after))
        )

    def briefly(self, before: Finding | None, after: Finding | None) -> tuple[str, str]:
        """What each side answers: the value, or the status alone unless the reason is all that tells them apart."""
        told = [
            answer(wording, finding)
            if finding and finding.outcome.determined
            else wording.labels[finding.outcome.status]
            if finding
            else self.labels["none"]
            for wording, finding in ((self.old, before), (self.new, after))
        ]
        return (told[0], told[1]) if told[0] != told[1] else self.answers(before, after)

    def kind(self, kind: str) -> str:
        return self.labels[f"kind_{kind}"]

    def shift(self, shift: Shift) -> str:
        """How far an answer moved; nothing where that cannot be counted."""
        if shift.amount is None:
            return ""
        return self.say("shift", direction=self.labels[shift.direction], amount=self._amount(shift.amount, shift.unit))

    def moved(self, moved: Sequence[Moved]) -> str:
        """How many moved which way, and how far together; of what did not move, how many, and the amounts that came or went."""
        told = totals(moved)
        ways = [self._total(one) for one in told if one.direction in DIRECTIONS]
        came = [self._came(one, len(moved)) for one in told if one.direction not in DIRECTIONS]
        return self.new.labels["comma"].join([*(ways or [self.say("items", count=len(moved))]), *came])

    def _came(self, total: Total, among: int) -> str:
        amount = self._amount(total.amount or 0, total.unit)
        return self.say("came" if total.findings < among else "came_all", count=total.findings, amount=amount)

    def _total(self, total: Total) -> str:
        direction = self.labels[total.direction]
        if total.amount is None:
            return self.say("total", direction=direction, count=total.findings)
        amount = self._amount(total.amount, total.unit)
        return self.say("total_amount", direction=direction, count=total.findings, amount=amount)

    def _amount(self, amount: int | Decimal, unit: str) -> str:
        if unit == "rate":
            amount = Decimal(amount * 100).normalize()
        return self.say(
            f"unit_{unit}", amount=f"{amount:,.2f}" if unit == "yuan" else f"{amount:f}" if unit == "rate" else amount
        )
