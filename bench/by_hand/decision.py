"""The whole decision: each answer with its reasons, as ``jiexu-decision/1``."""

from collections.abc import Mapping
from typing import Any

from jiexu import __version__
from jiexu.law.library import Library

from by_hand.alerts import (
    advice,
    base_alerts,
    costs_alerts,
    gap_alerts,
    papers_alerts,
    retirement_alerts,
    start_alerts,
    sunset,
)
from by_hand.facts import DELAYED_FROM, Facts, as_data, is_local, month_end, month_text, read
from by_hand.questions import (
    SILENT,
    Outcome,
    benefits_from,
    documents_required,
    gap_back_payment,
    gap_back_payment_base,
    gap_costs,
    lapsed,
)
from by_hand.readings import base_readings, readings, removal
from by_hand.rules import (
    AGES,
    BEHIND,
    CHOICES,
    EMPLOYED,
    HERE,
    J_UNTIL,
    NEW_AGE,
    NEW_AGES_FIRST,
    OLD_AGE,
    P_UNTIL,
    J,
    P,
)
from by_hand.tables import look_up

Data = dict[str, Any]


class ByHand:
    """Decides cases: ``read`` makes values of the texts of a case's JSON, ``decide`` the decision of the values."""

    def __init__(self, library: Library) -> None:
        self.tables = look_up(library)

    def __call__(self, case: Mapping[str, Any]) -> Data:
        return self.decide(self.read(case))

    def read(self, case: Mapping[str, Any]) -> Facts:
        return read(case, self.tables.codes)

    def decide(self, facts: Facts) -> Data:
        tables, in_time = self.tables, facts.in_time[0]
        papers = documents_required(facts, in_time)
        start = benefits_from(facts, in_time)
        gap = gap_back_payment(facts, in_time)
        base = gap_back_payment_base(facts, in_time)
        costs = gap_costs(facts, in_time)
        facts.shown["中断期费用补缴"] = CHOICES.get(gap.value)
        papers_readings = removal(facts, papers, documents_required) if facts.transferee else []
        start_readings, gap_readings = readings(facts, start, benefits_from), readings(facts, gap, gap_back_payment)
        base_read = base_readings(facts, base, gap_back_payment_base)
        costs_readings = readings(facts, costs, gap_costs)
        as_of, first_on = str(facts.as_of), str(facts.first_on)
        return {
            "format": "jiexu-decision/1",
            "case": facts.id,
            "as_of": as_of,
            "from": {"code": facts.origin, "name": tables.names[facts.origin]},
            "to": {"code": facts.destination, "name": tables.names[facts.destination]},
            "pack": {"sha256": tables.sha256, "engine": __version__},
            "findings": {
                "documents_required": self.finding(
                    facts, as_of, papers, papers_readings, papers_alerts(tables, facts, papers)
                ),
                "origin_benefits_until": self.origin_benefits_until(facts),
                "benefits_from": self.finding(
                    facts, first_on, start, start_readings, start_alerts(tables, facts, start)
                ),
                "gap_back_payment": self.finding(facts, first_on, gap, gap_readings, gap_alerts(tables, facts, gap)),
                "gap_back_payment_base": self.finding(
                    facts, first_on, base, base_read, base_alerts(tables, facts, base)
                ),
                "gap_costs": self.finding(facts, first_on, costs, costs_readings, costs_alerts(tables, facts, costs)),
                "hospital_place": {
                    "status": "pending",
                    "missing": ["discharged_on"],
                    "alerts": [advice(tables, facts)],
                },
                "statutory_retirement_month": self.statutory_retirement_month(facts),
                "lump_sum_payer": {"status": "pending", "governing_day": as_of, "missing": ["actual_months"]}
                if is_local(facts.as_of)
                else {"status": "silent", "governing_day": as_of},
            },
        }

    def origin_benefits_until(self, facts: Facts) -> Data:
        """转出地待遇截止日, by the law of the last day of the month last paid; 19号 too for a county of Jining."""
        until = month_end(facts.last)
        by = (P_UNTIL, J_UNTIL) if facts.origin.startswith("3708") else (P_UNTIL,)
        if not is_local(until):
            outcome = SILENT if facts.flexible or not facts.transferee else lapsed(until, by)
        elif facts.local and not facts.transferee:
            outcome = Outcome("not_applicable", failed=(HERE,))
        elif facts.flexible:
            outcome = Outcome("not_applicable", failed=(EMPLOYED,))
        elif not facts.local:
            outcome = lapsed(facts.first_on, names=(P, J), rests_on="in_province_transferee")
        else:
            outcome = Outcome("determined", str(until), by)
        return self.finding(facts, str(until), outcome, [], sunset(self.tables, facts, outcome))

    def statutory_retirement_month(self, facts: Facts) -> Data:
        """法定退休年月, by the law of the first day of the month in which one would have retired before 2025."""
        age, step, most = AGES[facts.category]
        rule, expression = OLD_AGE, "顺延(出生年月, 原法定退休年龄)"
        values = {"出生年月": month_text(facts.birth), "原法定退休年龄": str(age)}
        if facts.original >= DELAYED_FROM:
            rule, expression = NEW_AGE, "顺延(原法定退休年月, 延迟月数)"
            values |= {"施行日": str(NEW_AGES_FIRST), "延迟步长": str(step), "最多延迟": str(most)}
        return {
            "status": "determined",
            "value": month_text(facts.retirement),
            "governing_day": f"{month_text(facts.original)}-01",
            "by": [dict(self.tables.sources[rule])],
            "because": [],
            "precedence": [],
            "readings": [],
            "alerts": retirement_alerts(self.tables, facts, rule),
            "arithmetic": {"expression": expression, "values": values},
        }

    def finding(self, facts: Facts, day: str, outcome: Outcome, read: list[Data], alerts: list[Data]) -> Data:
        """One finding; what an undetermined one does not have is left out."""
        sources = self.tables.sources
        determined = outcome.status == "determined"
        data: Data = {"status": outcome.status}
        if determined:
            data["value"] = as_data(outcome.value)
        data["governing_day"] = day
        if outcome.missing:
            data["missing"] = [outcome.missing]
        if outcome.rests_on:
            data["rests_on"] = [outcome.rests_on]
        if outcome.names:
            key, end = outcome.lapse
            data |= {key: end, "names": list(outcome.names)}
        if outcome.status == "conflict":
            data["candidates"] = [
                {"value": as_data(value), "by": [dict(sources[rule])]} for rule, value in outcome.candidates
            ]
        met = outcome.by[0].conditions if determined else ()
        optional = {
            "by": [dict(sources[rule]) for rule in outcome.by],
            "because": [_tested(facts, line, True) for line in met]
            + [_tested(facts, line, False) for line in outcome.failed],
            "precedence": self.precedence(outcome),
            "readings": read,
            "alerts": alerts,
        }
        data |= optional if determined else {key: value for key, value in optional.items() if value}
        if determined and outcome.by[0].works:
            works = outcome.by[0].works
            data["arithmetic"] = {"expression": works, "values": {name: facts.shown[name] for name in BEHIND[works]}}
        return data

    def precedence(self, outcome: Outcome) -> list[Data]:
        """Who left it to whom, then who lost."""
        found: list[Data] = [
            {"principle": "delegation", "over": rule.citation, "quote": rule.quote} for rule in outcome.handed
        ]
        for principle, rule, value in outcome.lost:
            beaten = {"principle": principle, "over": rule.citation, "value": as_data(value)}
            found.append(beaten | {"quote": self.tables.yields} if principle == "superior" else beaten)
        return found


def _tested(facts: Facts, line: str, holds: bool) -> Data:
    return {"condition": line, "holds": holds, "values": {name: facts.shown[name] for name in BEHIND[line]}}
