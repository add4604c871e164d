"""What the answers would be, were the words taken otherwise."""

from collections.abc import Callable
from typing import Any

from by_hand.facts import Facts, as_data
from by_hand.questions import Outcome, benefits_from
from by_hand.rules import WAIT, WINDOW

Data = dict[str, Any]


def readings(facts: Facts, outcome: Outcome, question: Callable[..., Outcome]) -> list[Data]:
    """The readings used, where the local notices were heard, whose words can be taken in several ways."""
    if not (facts.transferee and (facts.local or outcome.status != "determined")):
        return []
    found = removal(facts, outcome, question)
    if found and question is benefits_from and facts.flexible and not facts.in_time[0]:
        waiting = [("缴费当月不计入", benefits_from(facts, facts.in_time[0], WAIT + 1))]
        found.append(_reading("满6个月", "缴费当月计入", outcome, waiting))
    return found


def base_readings(facts: Facts, outcome: Outcome, question: Callable[..., Outcome]) -> list[Data]:
    """Those of the base, unless it turned on 43号 alone."""
    if not facts.transferee or (facts.national and not facts.local and facts.unpaid <= WINDOW):
        return []
    return removal(facts, outcome, question)


def removal(facts: Facts, outcome: Outcome, question: Callable[..., Outcome]) -> list[Data]:
    """The reading 月数起算; nothing is said of readings while a fact is missing."""
    if outcome.status == "pending":
        return []
    taken, *others = facts.in_time
    takes = zip(("次月计为第1个月", "按日对日计算"), others, strict=True)
    differing = [(take, question(facts, other)) for take, other in takes if other != taken]
    return [_reading("月数起算", "减员当月计为第1个月", outcome, differing)]


def _reading(name: str, taken: str, outcome: Outcome, others: list[tuple[str, Outcome]]) -> Data:
    data: Data = {"name": name, "taken": taken, "sensitive": False}
    instead = []
    for take, other in others:
        if other.status == outcome.status and other.value == outcome.value:
            continue
        told = {"take": take, "status": other.status}
        if other.status == "determined":
            told["value"] = as_data(other.value)
            data["sensitive"] = True
        elif outcome.status == "determined" and other.status != "pending":
            data["sensitive"] = True
        instead.append(told)
    if instead:
        data["instead"] = instead
    return data
