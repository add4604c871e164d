"""The words for answers that change and for why they do, shared by what looks ahead and what looks aside."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from jiexu.analysis.difference import BEGUN, ENDED, Difference
from jiexu.decision.finding import Finding
from jiexu.decision.outcome import Outcome
from jiexu.explanation.data import Data, value_data
from jiexu.explanation.labels import Labels
from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.reasons import answer
from jiexu.law.library import Library, Statement
from jiexu.law.vocabulary import Question

_ZH: Labels = {
    "begun": "{what} 施行", "ended": "{what} 已于{day}期满", "not_yet": "{what} 自{day}起才施行",
    "turned": "{condition}：{before} → {after}", "true": "成立", "false": "不成立", "open": "未知",
    "behind": "（{values}）", "by": "（{by}）",
}  # fmt: skip
_EN: Labels = {
    "begun": "{what} in force", "ended": "{what} ended on {day}", "not_yet": "{what} begins on {day} only",
    "turned": "{condition}: {before} → {after}", "true": "true", "false": "false", "open": "unknown",
    "behind": " ({values})", "by": " ({by})",
}  # fmt: skip
_LANGUAGES = {"zh": _ZH, "en": _EN}
_TRUTHS = {True: "true", False: "false", None: "open"}


class ChangeWording(LawWording):
    """Says answers with their clauses, and what made them other ones, in ``zh`` or ``en``."""

    def __init__(self, library: Library, language: str = "zh") -> None:
        super().__init__(library, language)
        self.change = _LANGUAGES[language]

    def outcome(self, question: Question, outcome: Outcome) -> str:
        """The answer, or why there is none."""
        return answer(self, Finding(question, outcome))

    def with_clause(self, question: Question, outcome: Outcome) -> str:
        """The answer and the clauses that give it; those of an answer that could not be given stand in its reason."""
        told = self.outcome(question, outcome)
        by = self.cited(outcome.sources) if outcome.determined else ""
        return told + (self.change["by"].format(by=by) if by else "")

    def why(self, found: Iterable[Difference]) -> Iterator[str]:
        """One sentence for each difference."""
        for one in found:
            if one.kind not in (BEGUN, ENDED):
                yield self._turned(one)
            elif one.kind == BEGUN:
                yield self.change["begun"].format(what=self.cited(one.statements))
            else:
                yield from self._out_of_force(one)

    def _out_of_force(self, one: Difference) -> Iterator[str]:
        """Statements out of force, those that ended on one day or begin on one day together."""
        days: dict[tuple[str, date | None], list[Statement]] = {}
        ranks = self.library.rank_order
        for statement in sorted(one.statements, key=lambda held: (ranks[held.instrument.rank], held.provision.where)):
            first, last = statement.provision.validity
            key = ("ended", last) if one.day is None or first <= one.day else ("not_yet", first)
            days.setdefault(key, []).append(statement)
        for (label, day), statements in days.items():
            yield self.change[label].format(what=self.cited(statements), day=str(day))

    def _turned(self, one: Difference) -> str:
        told = self.change["turned"].format(
            condition=self.condition(one.condition),
            before=self.change[_TRUTHS[one.before]],
            after=self.change[_TRUTHS[one.after]],
        )
        values = self.named(one.values, one.statements[0].provision)
        return told + (self.change["behind"].format(values=values) if values else "")


def outcome_data(question: Question, outcome: Outcome) -> Data:
    """An outcome in brief: its status, its value, and the clauses it cites."""
    data: Data = {"status": outcome.status}
    if outcome.determined:
        data["value"] = value_data(outcome.value, question.kind, question.ids)
    if outcome.day is not None:
        data["governing_day"] = str(outcome.day)
    for key, ids in (("missing", outcome.missing), ("rests_on", outcome.rests_on)):
        if ids:
            data[key] = list(ids)
    return data | {"by": list(dict.fromkeys(statement.citation for statement in outcome.sources))}


def difference_data(one: Difference) -> Data:
    data: Data = {"kind": one.kind, "by": list(dict.fromkeys(statement.citation for statement in one.statements))}
    turned: dict[str, Any] = {"condition": one.condition, "before": one.before, "after": one.after}
    return data | (turned if one.condition else {})
