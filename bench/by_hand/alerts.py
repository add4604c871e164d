"""What to know beside an answer: what ends soon, what ended, what Jining's notice of 2022 would say, an article's word."""

from collections.abc import Callable
from datetime import date
from typing import Any

from by_hand.facts import Facts, as_data, month_text
from by_hand.questions import Local, Outcome, local_gap_back_payment, local_gap_costs, local_start
from by_hand.rules import A_LATE, CHOICES, LOCAL_LAST, OLD_AGE, OLD_AGES_LAST, SUNSET, WINDOW, N, Rule
from by_hand.tables import Tables

Data = dict[str, Any]


def papers_alerts(tables: Tables, facts: Facts, outcome: Outcome) -> list[Data]:
    alerts = sunset(tables, facts, outcome)
    if facts.adopted and facts.unpaid > WINDOW and outcome.rests_on:
        alerts.append(_not_applicable(tables))
    return alerts


def start_alerts(tables: Tables, facts: Facts, outcome: Outcome) -> list[Data]:
    late = None if _province_decides(facts) else facts.first + 1
    return _alerts(tables, facts, outcome, local_start, late, overtaken=facts.flexible)


def gap_alerts(tables: Tables, facts: Facts, outcome: Outcome) -> list[Data]:
    late = None if _province_decides(facts) else "years_only"
    return _alerts(tables, facts, outcome, local_gap_back_payment, late)


def costs_alerts(tables: Tables, facts: Facts, outcome: Outcome) -> list[Data]:
    late = None if _province_decides(facts) and facts.paid is not False else "not_covered"
    return _alerts(tables, facts, outcome, local_gap_costs, late, overtaken=True)


def base_alerts(tables: Tables, facts: Facts, outcome: Outcome) -> list[Data]:
    """Where the notice of 2022 lets only the years count, there is no base."""
    alerts = sunset(tables, facts, outcome)
    if facts.adopted and facts.unpaid > WINDOW and not _province_decides(facts) and outcome.status != "not_applicable":
        alerts.append(_not_applicable(tables))
    return alerts


def retirement_alerts(tables: Tables, facts: Facts, rule: Rule) -> list[Data]:
    if rule is OLD_AGE and facts.as_of <= OLD_AGES_LAST <= facts.as_of + SUNSET:
        return [_alert(tables, "sunset", [rule.citation], rule.cited, day=OLD_AGES_LAST)]
    return []


def advice(tables: Tables, facts: Facts) -> Data:
    """What an article says of a stay in hospital: the place one came from."""
    cited, name = "《医保关系怎么转移》 四2", tables.names[facts.origin]
    return _alert(tables, "advice", ["general-transfer-article 四2"], cited, facts.origin, name)


def sunset(tables: Tables, facts: Facts, outcome: Outcome) -> list[Data]:
    if outcome.status != "determined" or outcome.by[0].instrument == N:
        return []
    if not facts.as_of <= LOCAL_LAST <= facts.as_of + SUNSET:
        return []
    return [_alert(tables, "sunset", [outcome.by[0].citation], outcome.by[0].cited, day=LOCAL_LAST)]


def _alerts(
    tables: Tables,
    facts: Facts,
    outcome: Outcome,
    local: Callable[[Facts, bool], Local],
    late: int | str | None,
    *,
    overtaken: bool = False,
) -> list[Data]:
    """*late* is what the notice of 2022 answers those who come late; None where 47号 decides all the same."""
    alerts = sunset(tables, facts, outcome)
    if outcome.status == "determined" and not facts.local:
        for rule, value in local(facts, facts.in_time[0]).speaking:
            kind = "resurfacing_same" if value == outcome.value else "resurfacing"
            alerts.append(
                _alert(tables, kind, [rule.citation], rule.cited, as_data(value), _as_text(value), LOCAL_LAST)
            )
    if facts.adopted and facts.unpaid > WINDOW and late is not None and late != outcome.value:
        alerts.append(_alert(tables, "reported", [A_LATE.citation], A_LATE.cited, as_data(late), _as_text(late)))
    if facts.adopted and facts.unpaid <= WINDOW and overtaken and not facts.in_time[0] and outcome.names:
        # It counts unpaid months: one is in time, and what 19号 said to those who come late would not have applied.
        alerts.append(_not_applicable(tables))
    return alerts


def _province_decides(facts: Facts) -> bool:
    """Whether 47号 speaks itself, so that no notice of Jining could say otherwise."""
    return facts.local and facts.transferee and not facts.flexible and facts.in_time[0]


def _not_applicable(tables: Tables) -> Data:
    """The notice of 2022 would make the question not apply."""
    return _alert(tables, "reported", [A_LATE.citation], A_LATE.cited, None, tables.phrases["not_applicable"])


def _alert(
    tables: Tables,
    kind: str,
    by: list[str],
    cited: str,
    value: str | None = None,
    shown: str = "",
    day: date | None = None,
) -> Data:
    data: Data = {"kind": kind.removesuffix("_same"), "by": by}
    if value is not None:
        data["value"] = value
    data["text"] = tables.phrases[kind].format(by=cited, value=shown, day=day)
    return data


def _as_text(value: int | str) -> str:
    return month_text(value) if isinstance(value, int) else CHOICES[value]
