"""The questions that readings bear on, each answered for one way of counting the months."""

from datetime import date
from typing import Any, NamedTuple

from by_hand.facts import Facts, is_local
from by_hand.rules import (
    ALLOWED,
    EMPLOYED,
    FLEXIBLE,
    GAP,
    HERE,
    IN_TIME,
    J_BASE,
    J_COSTS,
    J_NEXT,
    J_NO_COSTS,
    J_NONE,
    J_NONE_FLEXIBLE,
    J_NOT,
    J_PAPERS,
    J_SILENT_COSTS,
    J_SILENT_START,
    J_START,
    J_WAIT,
    J_WINDOW,
    LOCAL_FIRST,
    LOCAL_LAST,
    LONG,
    N_COSTS,
    N_LEAVES,
    N_LEAVES_BASE,
    N_NONE,
    N_PAID,
    N_START,
    N_WINDOW,
    NATIONAL_FIRST,
    NO_GAP,
    P_COSTS,
    P_LEAVES_FLEXIBLE,
    P_LEAVES_LATE,
    P_NONE,
    P_START,
    P_WINDOW,
    PAID,
    SHORT,
    TRANSFEREE,
    WAIT,
    WINDOW,
    J,
    N,
    P,
    Rule,
)

Voice = tuple[Rule, Any]
"""A rule that speaks, and its answer: a month as a number, a choice by its id."""


class Outcome(NamedTuple):
    status: str
    value: Any = None
    by: tuple[Rule, ...] = ()
    handed: tuple[Rule, ...] = ()
    lost: tuple[tuple[str, Rule, Any], ...] = ()
    failed: tuple[str, ...] = ()
    """The conditions for which it does not apply."""
    candidates: tuple[Voice, ...] = ()
    lapse: tuple[str, str] = ("", "")
    names: tuple[str, ...] = ()
    missing: str = ""
    rests_on: str = ""


class Local(NamedTuple):
    """What 47号 and 19号 say, in force or not: the delegation of 47号, its answers, those of 19号, and what 19号 overrides."""

    leaves: Rule | None = None
    province: tuple[Voice, ...] = ()
    city: tuple[Voice, ...] = ()
    overridden: tuple[Voice, ...] = ()

    @property
    def speaking(self) -> tuple[Voice, ...]:
        return self.city if self.leaves else self.province + self.city


class Gap(NamedTuple):
    """The answers to a question about the gap, and the rules that give them; the second of a pair is for the flexibly employed."""

    none: str
    yes: str
    no: str
    national: Rule
    province: Rule
    city: tuple[Rule, Rule]
    late: tuple[Rule, Rule]


GAP_BACK_PAYMENT = Gap("not_needed", "allowed", "not_allowed", N_WINDOW, P_WINDOW, J_WINDOW, J_NOT)
GAP_COSTS = Gap("none", "payable", "not_covered", N_COSTS, P_COSTS, J_COSTS, J_NO_COSTS)
ORIGIN_PAPERS = [{"id": "origin_papers", "name": "转出地开具的相关参保材料"}]
NOTHING = Local()
SILENT = Outcome("silent")


def documents_required(facts: Facts, in_time: bool) -> Outcome:
    """应提交材料, by 19号 as it stood on the day of the decision."""
    due = in_time and facts.unpaid > 0
    if not is_local(facts.as_of):
        return lapsed(facts.as_of, (J_PAPERS[facts.flexible],)) if facts.transferee and due else SILENT
    if (
        not facts.local and facts.unpaid > 0
    ):  # whether one is a transferee was not in force on the day of the first payment
        return lapsed(facts.first_on, names=(P, J), rests_on="in_province_transferee")
    if facts.local and not facts.transferee:
        return Outcome("not_applicable", failed=(HERE,))
    if facts.local and due:
        return Outcome("determined", ORIGIN_PAPERS, (J_PAPERS[facts.flexible],))
    return Outcome("not_applicable", failed=of_both(facts, GAP if in_time or not facts.local else IN_TIME))


def benefits_from(facts: Facts, in_time: bool, wait: int = WAIT) -> Outcome:
    """待遇起始月"""
    unpaid, says = facts.unpaid, None
    if unpaid == 0:
        says = N_START, facts.first
    elif unpaid <= WINDOW and facts.paid:
        says = N_PAID, facts.first
    outcome = ranked(facts, says, N_LEAVES if unpaid > WINDOW else None, local_start(facts, in_time, wait))
    if facts.national and 0 < unpaid <= WINDOW and facts.paid is None and outcome.value != facts.first:
        return Outcome("pending", missing="gap_back_paid")
    if outcome.status:
        return outcome
    if facts.local and facts.transferee:
        return Outcome("silent", by=(J_SILENT_START,), handed=outcome.handed)
    return unanswered(facts, outcome, (NO_GAP, SHORT) if unpaid > WINDOW else (NO_GAP, PAID, LONG))


def gap_back_payment(facts: Facts, in_time: bool) -> Outcome:
    """中断期费用补缴"""
    outcome = ranked(facts, national_gap(facts, GAP_BACK_PAYMENT, True), None, local_gap_back_payment(facts, in_time))
    return outcome if outcome.status else unanswered(facts, outcome, (NO_GAP, SHORT))


def gap_back_payment_base(facts: Facts, in_time: bool) -> Outcome:
    """中断期补缴基数, where the gap may be paid for."""
    unpaid, own = facts.unpaid, J_BASE[facts.flexible]
    leaves = facts.national and 0 < unpaid <= WINDOW
    handed = (N_LEAVES_BASE,) if leaves else ()
    failed = (GAP if unpaid == 0 else SHORT,) if facts.national and not leaves else ()
    if not facts.local:
        allowed = 0 < unpaid <= WINDOW or (unpaid > 0 and in_time)
        if facts.transferee and allowed and facts.base is not None:
            return lapsed(facts.first_on, (own,), handed)
        if not facts.national:
            return SILENT
        return Outcome("unfilled", by=handed, handed=handed) if leaves else Outcome("not_applicable", failed=failed)
    if not facts.transferee:
        return Outcome("not_applicable", handed=handed, failed=(*failed, HERE))
    gap = gap_back_payment(facts, in_time)
    if gap.status == "conflict":
        return Outcome("conflict", rests_on="gap_back_payment")
    if gap.value != "allowed":
        return Outcome("not_applicable", handed=handed, failed=(*failed, *of_both(facts, ALLOWED)))
    if facts.base is None:
        return Outcome("pending", by=(own,), handed=handed, missing="first_base")
    return Outcome("determined", facts.base, (own,), handed)


def gap_costs(facts: Facts, in_time: bool) -> Outcome:
    """中断期医疗费用"""
    unpaid, here = facts.unpaid, facts.local and facts.transferee
    if facts.paid is None and unpaid > 0 and ((facts.national and unpaid <= WINDOW) or (here and in_time)):
        return Outcome("pending", missing="gap_back_paid")
    outcome = ranked(facts, national_gap(facts, GAP_COSTS, facts.paid), None, local_gap_costs(facts, in_time))
    if outcome.status:
        return outcome
    if here:
        return Outcome("silent", by=(J_SILENT_COSTS[facts.flexible],), handed=outcome.handed)
    return unanswered(facts, outcome, (NO_GAP, SHORT if unpaid > WINDOW else PAID))


def national_gap(facts: Facts, gap: Gap, granted: bool | None) -> Voice | None:
    if facts.unpaid == 0:
        return N_NONE, gap.none
    return (gap.national, gap.yes) if facts.unpaid <= WINDOW and granted else None


def local_start(facts: Facts, in_time: bool, wait: int = WAIT) -> Local:
    if not facts.transferee:
        return NOTHING
    if facts.flexible:
        return Local(P_LEAVES_FLEXIBLE, (), () if in_time else ((J_WAIT, facts.first + wait),))
    province, city = ((P_START, facts.first),), ((J_START, facts.first),)
    if in_time:
        return Local(None, province, city)
    return Local(P_LEAVES_LATE, province, ((J_NEXT, facts.first + 1),), city)


def local_gap_back_payment(facts: Facts, in_time: bool) -> Local:
    return local_gap(facts, GAP_BACK_PAYMENT, in_time, True)


def local_gap_costs(facts: Facts, in_time: bool) -> Local:
    return local_gap(facts, GAP_COSTS, in_time, facts.paid)


def local_gap(facts: Facts, gap: Gap, in_time: bool, granted: bool | None) -> Local:
    if not facts.transferee:
        return NOTHING
    province: tuple[Voice, ...] = ()
    city: tuple[Voice, ...] = ()
    if facts.unpaid == 0:
        province, city = ((P_NONE, gap.none),), ((J_NONE_FLEXIBLE if facts.flexible else J_NONE, gap.none),)
    elif in_time and granted:
        province, city = ((gap.province, gap.yes),), ((gap.city[facts.flexible], gap.yes),)
    against = () if in_time else ((gap.late[facts.flexible], gap.no),)
    if facts.flexible:
        return Local(P_LEAVES_FLEXIBLE, (), city + against)
    return Local(None, province, city) if in_time else Local(P_LEAVES_LATE, province, against, city)


def ranked(facts: Facts, says: Voice | None, leaves: Rule | None, local: Local) -> Outcome:
    """Down the ranks: 43号, 47号, 19号. Without a status where nobody decided; ``handed`` then tells who left it to whom."""
    by: list[Rule] = []
    handed: list[Rule] = []
    lost: list[tuple[str, Rule, Any]] = []
    value = None
    if facts.national:
        if says:
            by, value = [says[0]], says[1]
        elif leaves:
            handed.append(leaves)
    if facts.local:
        lost += [("specialis", rule, answer) for rule, answer in local.overridden]
        if local.leaves:
            lost += [("delegation", rule, answer) for rule, answer in local.province]
            if not by:
                handed.append(local.leaves)
        for voices in (() if local.leaves else local.province, local.city):
            if voices and not by:
                value = voices[0][1]
                if any(answer != value for _, answer in voices):
                    return Outcome("conflict", None, (), tuple(handed), tuple(lost), candidates=voices)
                by += [rule for rule, _ in voices]
                continue
            by += [rule for rule, answer in voices if answer == value]
            lost += [("superior", rule, answer) for rule, answer in voices if answer != value]
    elif not by:
        if local.speaking:
            return lapsed(facts.first_on, tuple(rule for rule, _ in local.speaking), tuple(handed))
        if says and not facts.national:
            coming = "first_in_force", str(NATIONAL_FIRST)
            return Outcome("not_in_force", by=(says[0],), lapse=coming, names=(N,))
    if not by:
        return Outcome("", handed=tuple(handed))
    return Outcome("determined", value, tuple(by), tuple(handed), tuple(entry for entry in lost if entry[2] != value))


def unanswered(facts: Facts, outcome: Outcome, failed: tuple[str, ...]) -> Outcome:
    """Nobody decided, nothing lapsed, no silence is declared; *failed* are the conditions of 43号 that do not hold."""
    if facts.local:
        failed = (*(failed if facts.national else ()), HERE, TRANSFEREE)
    elif not facts.national:
        return SILENT
    elif outcome.handed:
        return Outcome("unfilled", by=outcome.handed, handed=outcome.handed)
    return Outcome("not_applicable", handed=outcome.handed, failed=failed)


def lapsed(
    day: date, by: tuple[Rule, ...] = (), handed: tuple[Rule, ...] = (), names: tuple[str, ...] = (), rests_on: str = ""
) -> Outcome:
    """The local notices would speak, but the day is not one of theirs."""
    lapse = ("last_in_force", str(LOCAL_LAST)) if day > LOCAL_LAST else ("first_in_force", str(LOCAL_FIRST))
    names = names or tuple(dict.fromkeys(rule.instrument for rule in by))
    return Outcome("not_in_force", None, by, handed, lapse=lapse, names=names, rests_on=rests_on)


def of_both(facts: Facts, unmet: str) -> tuple[str, str]:
    """Why neither 二（二） nor 二（三） speaks: the one is for others, the other's condition is not met."""
    return (EMPLOYED, unmet) if facts.flexible else (unmet, FLEXIBLE)
