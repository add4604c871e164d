"""The same decision written by hand: what ``jiexu decide`` answers on a move into Jining from elsewhere in Shandong.

The yardstick of the warm figures. The law is written out in Python as a programmer would write it for these nine
questions and no others: 鲁医保发〔2020〕47号, 济医保发〔2020〕19号, 医保办发〔2021〕43号, the two texts on the age of
retirement, and what is reported of Jining's notice of 2022. It gives the whole ``jiexu-decision/1``: reasons,
precedence, other readings, alerts and arithmetic. tests/bench proves the two equal.

The class of cases: both places in Shandong and different, the destination Jining or a county of it; all days from 2020
to 2026; given are 参保身份, 出生年月, 退休年龄类别, 减员日期, 最后缴费月, 首次缴费日, and perhaps 已补缴中断期费用 and
首次参保缴费基数, by these names. Nothing is validated here, since a case that was read has been.

A month is a number, twelve times the year and the months since January.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from jiexu import __version__
from jiexu.explanation.labels import LANGUAGES
from jiexu.law.library import Library

Data = dict[str, Any]

WINDOW, WAIT = 3, 6
LOCAL_FIRST, LOCAL_LAST = date(2020, 9, 1), date(2025, 8, 31)  # 47号 and 19号
NATIONAL_FIRST = date(2021, 12, 1)  # 43号
ADOPTED_FIRST = date(2022, 5, 1)  # Jining's notice of 2022, known by report
OLD_AGES_LAST, NEW_AGES_FIRST = date(2024, 12, 31), date(2025, 1, 1)
SUNSET = timedelta(days=180)
AGES = {"男职工": (60 * 12, 4, 36), "女职工原55周岁": (55 * 12, 4, 36), "女职工原50周岁": (50 * 12, 2, 60)}
TEXT = {
    "allowed": "可补缴", "years_only": "只计年限", "not_allowed": "不补缴", "not_needed": "无中断",
    "payable": "转入地可支付", "not_covered": "不享受待遇", "none": "无中断",
}  # fmt: skip

EMPLOYED, FLEXIBLE = "参保身份 == 随用人单位参保", "参保身份 == 灵活就业人员"
BETWEEN = "已提供(转出地) and 转出地 != 转入地"
TRANSFEREE, HERE = "属于省内转移接续人员", "同省(转出地, 转入地) and 属于省内转移接续人员"
IN_TIME, LATE = "期限内接续", "not 期限内接续"
NO_GAP, GAP = "中断缴费月数 == 0", "中断缴费月数 > 0"
SHORT, LONG = "中断缴费月数 <= 接续期限", "中断缴费月数 > 接续期限"
PAID = "已补缴中断期费用"
ALLOWED = "中断期费用补缴 == 可补缴"
PLACES, MOVE, MONTHS = ("转出地", "转入地"), ("减员月", "首次缴费月", "接续期限"), ("最后缴费月", "首次缴费月")
BEHIND = {
    EMPLOYED: ("参保身份",), FLEXIBLE: ("参保身份",), BETWEEN: PLACES, TRANSFEREE: (*PLACES, "法定退休年月", "适用日"),
    HERE: (*PLACES, "法定退休年月", "适用日"), IN_TIME: MOVE, LATE: MOVE, NO_GAP: MONTHS, GAP: MONTHS, SHORT: (*MONTHS, "接续期限"),
    LONG: (*MONTHS, "接续期限"), PAID: (PAID,), ALLOWED: ("中断期费用补缴",), "首次缴费月": ("首次缴费月",),
    "次月(首次缴费月)": ("首次缴费月",), "顺延(首次缴费月, 等待期)": ("首次缴费月", "等待期"), "月末(最后缴费月)": ("最后缴费月",),
    "首次参保缴费基数": ("首次参保缴费基数",),
}  # fmt: skip


class Rule:
    """A rule, delegation or silence: where it stands, its conditions, its sentence when it hands on, and its arithmetic."""

    def __init__(self, clause: str, name: str, *conditions: str, quote: str = "", works: str = "") -> None:
        self.instrument, self.clause = clause.split()
        self.citation, self.name, self.conditions, self.quote, self.works = clause, name, conditions, quote, works


N, P, J, A = "transfer-2021-43", "shandong-2020-47", "jining-2020-19", "jining-2022-adoption"
N_NONE = Rule(f"{N} 第十条", "无中断", BETWEEN, NO_GAP)
N_START = Rule(f"{N} 第十条", "无中断", BETWEEN, NO_GAP, works="首次缴费月")
N_WINDOW = Rule(f"{N} 第十条", "期限内", BETWEEN, GAP, SHORT)
N_PAID = Rule(f"{N} 第十条", "期限内补缴", BETWEEN, GAP, SHORT, PAID, works="首次缴费月")
N_COSTS = Rule(f"{N} 第十条", "追溯", BETWEEN, GAP, SHORT, PAID)
N_LEAVES_BASE = Rule(f"{N} 第十条", "", quote="可按转入地规定办理职工基本医疗保险费补缴手续")
N_LEAVES = Rule(f"{N} 第十条", "", quote="基本医疗保险待遇按各统筹地区规定执行")
P_UNTIL = Rule(f"{P} 二第一款", "#1", HERE, EMPLOYED, works="月末(最后缴费月)")
P_START = Rule(f"{P} 二第一款", "#2", HERE, EMPLOYED, works="首次缴费月")
P_NONE = Rule(f"{P} 二第一款", "无中断", HERE, EMPLOYED, NO_GAP)
P_WINDOW = Rule(f"{P} 二第二款", "期限内补缴", TRANSFEREE, EMPLOYED, IN_TIME, GAP)
P_COSTS = Rule(f"{P} 二第二款", "补缴期间费用", TRANSFEREE, EMPLOYED, IN_TIME, GAP, PAID)
P_LEAVES_LATE = Rule(f"{P} 二第二款", "", quote="超过3个月接续的，按转入地规定享受职工医保待遇")
P_LEAVES_FLEXIBLE = Rule(f"{P} 二第三款", "", quote="以灵活就业人员身份接续职工医保关系的，按转入地规定享受职工医保待遇")
J_UNTIL = Rule(f"{J} 二（一）", "#1", HERE, EMPLOYED, works="月末(最后缴费月)")
J_START = Rule(f"{J} 二（一）", "#2", HERE, EMPLOYED, works="首次缴费月")
J_NONE = Rule(f"{J} 二（一）", "无中断", HERE, EMPLOYED, NO_GAP)
J_NEXT = Rule(f"{J} 二（二）", "#1", HERE, EMPLOYED, LATE, works="次月(首次缴费月)")
J_SIX = Rule(f"{J} 二（三）", "#1", HERE, FLEXIBLE, LATE, works="顺延(首次缴费月, 等待期)")
F_NONE = Rule(f"{J} 二（三）", "无中断", HERE, FLEXIBLE, NO_GAP)
A_LATE = Rule(f"{A} 转移", "超过期限")
OLD_AGE = Rule("retirement-1978-104 第一条", "法定年龄")
NEW_AGE = Rule("retirement-2024 第一条", "渐进延迟")
SILENT_START = Rule(f"{J} 二（三）", "待遇起始月")
SILENT_COSTS = Rule(f"{J} 二（二）", "中断期医疗费用"), Rule(f"{J} 二（三）", "中断期医疗费用")


def for_both(name: str, *conditions: str, works: str = "") -> tuple[Rule, Rule]:
    """What 19号 says of employees in 二（二） and again, in the same words, of the flexibly employed in 二（三）."""
    return (
        Rule(f"{J} 二（二）", name, HERE, EMPLOYED, *conditions, works=works),
        Rule(f"{J} 二（三）", name, HERE, FLEXIBLE, *conditions, works=works),
    )


PAPERS = for_both("材料", IN_TIME, GAP)
J_WINDOW = for_both("期限内补缴", IN_TIME, GAP)
J_BASE = for_both("补缴基数", ALLOWED, works="首次参保缴费基数")
J_COSTS = for_both("补缴期间费用", IN_TIME, GAP, PAID)
J_NOT = for_both("不补缴", LATE)
J_NO_COSTS = for_both("中断期待遇", LATE)


class Facts(NamedTuple):
    """The case as values, and what follows from it at once."""

    id: str
    as_of: date
    origin: str
    origin_name: str
    destination: str
    destination_name: str
    flexible: bool
    category: str
    birth: int
    original: int
    retirement: int
    last: int
    first: int
    first_on: date
    unpaid: int
    paid: bool | None
    base: str | None
    transferee: bool
    windows: tuple[bool, bool, bool]
    """In time, when the month of removal counts as the first, when the next one does, and from day to day."""
    local: bool
    national: bool
    adopted: bool
    shown: dict[str, Any]
    """Values as conditions show them."""


class Outcome(NamedTuple):
    status: str
    value: Any = None
    by: tuple[Rule, ...] = ()
    handed: tuple[Rule, ...] = ()
    lost: tuple[tuple[str, Rule, Any], ...] = ()
    failed: tuple[str, ...] = ()
    candidates: tuple[tuple[Rule, Any], ...] = ()
    lapse: tuple[str, str] = ("", "")
    names: tuple[str, ...] = ()
    missing: str = ""
    rests_on: str = ""


class Local(NamedTuple):
    """What 47号 and 19号 say, in force or not: the delegation of 47号, its answers, those of 19号, and what 19号 overrides."""

    leaves: Rule | None = None
    province: tuple[tuple[Rule, Any], ...] = ()
    city: tuple[tuple[Rule, Any], ...] = ()
    overridden: tuple[tuple[Rule, Any], ...] = ()

    @property
    def speaking(self) -> tuple[tuple[Rule, Any], ...]:
        return self.city if self.leaves else self.province + self.city


NOTHING = Local()
SILENT = Outcome("silent")


def month(text: str) -> int:
    return int(text[:4]) * 12 + int(text[5:]) - 1


def month_text(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def month_end(number: int) -> date:
    return date((number + 1) // 12, (number + 1) % 12 + 1, 1) - timedelta(days=1)


def months_later(day: date, months: int) -> date:
    last = month_end(day.year * 12 + day.month - 1 + months)
    return last if day.day > last.day else last.replace(day=day.day)


def is_local(day: date) -> bool:
    return LOCAL_FIRST <= day <= LOCAL_LAST


# The five questions that readings bear on, each as an Outcome.


def benefits_from(facts: Facts, window: bool, wait: int = WAIT) -> Outcome:
    start, unpaid = facts.first, facts.unpaid
    says = None
    if unpaid == 0:
        says = N_START, start
    elif unpaid <= WINDOW and facts.paid:
        says = N_PAID, start
    if not facts.transferee:
        local = NOTHING
    elif facts.flexible:
        local = Local(P_LEAVES_FLEXIBLE, (), () if window else ((J_SIX, start + wait),))
    elif window:
        local = Local(None, ((P_START, start),), ((J_START, start),))
    else:
        local = Local(P_LEAVES_LATE, ((P_START, start),), ((J_NEXT, start + 1),), ((J_START, start),))
    outcome = ranked(facts, says, N_LEAVES if unpaid > WINDOW else None, local)
    if facts.national and 0 < unpaid <= WINDOW and facts.paid is None and outcome.value != start:
        return Outcome("pending", missing="gap_back_paid")
    if outcome.status:
        return outcome
    if facts.local and facts.transferee:
        return Outcome("silent", by=(SILENT_START,), handed=outcome.handed)
    failed = []
    if facts.national:
        failed = [NO_GAP, SHORT] if unpaid > WINDOW else [NO_GAP, PAID, LONG]
    return unanswered(facts, outcome, failed)


def gap_back_payment(facts: Facts, window: bool) -> Outcome:
    unpaid, flexible = facts.unpaid, facts.flexible
    says = None
    if unpaid == 0:
        says = N_NONE, "not_needed"
    elif unpaid <= WINDOW:
        says = N_WINDOW, "allowed"
    if not facts.transferee:
        local = NOTHING
    elif flexible:
        city = [(F_NONE, "not_needed")] if unpaid == 0 else [(J_WINDOW[1], "allowed")] if window else []
        if not window:
            city.append((J_NOT[1], "not_allowed"))
        local = Local(P_LEAVES_FLEXIBLE, (), tuple(city))
    elif unpaid == 0:
        none = ((P_NONE, "not_needed"),), ((J_NONE, "not_needed"),)
        local = Local(None, *none) if window else Local(P_LEAVES_LATE, none[0], ((J_NOT[0], "not_allowed"),), none[1])
    elif window:
        local = Local(None, ((P_WINDOW, "allowed"),), ((J_WINDOW[0], "allowed"),))
    else:
        local = Local(P_LEAVES_LATE, (), ((J_NOT[0], "not_allowed"),))
    outcome = ranked(facts, says, None, local)
    return outcome if outcome.status else unanswered(facts, outcome, [NO_GAP, SHORT] if facts.national else [])


def gap_back_payment_base(facts: Facts, window: bool) -> Outcome:
    unpaid = facts.unpaid
    own, other = J_BASE[facts.flexible], FLEXIBLE if not facts.flexible else EMPLOYED
    leaves = facts.national and 0 < unpaid <= WINDOW
    handed = (N_LEAVES_BASE,) if leaves else ()
    failed = [GAP if unpaid == 0 else SHORT] if facts.national and not leaves else []
    if not facts.local:
        allowed = 0 < unpaid <= WINDOW or (unpaid > 0 and window)
        if facts.transferee and allowed and facts.base is not None:
            return lapsed(facts.first_on, (own,), handed)
        if not facts.national:
            return SILENT
        return Outcome("unfilled", by=handed, handed=handed) if handed else Outcome("not_applicable", failed=tuple(failed))
    if not facts.transferee:
        return Outcome("not_applicable", handed=handed, failed=(*failed, HERE))
    gap = gap_back_payment(facts, window)
    if gap.status == "conflict":
        return Outcome("conflict", rests_on="gap_back_payment")
    if gap.value != "allowed":
        return Outcome("not_applicable", handed=handed, failed=(*failed, *((other, ALLOWED) if facts.flexible else (ALLOWED, other))))
    if facts.base is None:
        return Outcome("pending", by=(own,), handed=handed, missing="first_base")
    return Outcome("determined", facts.base, (own,), handed)


def gap_costs(facts: Facts, window: bool) -> Outcome:
    unpaid, flexible, paid = facts.unpaid, facts.flexible, facts.paid
    says = None
    if unpaid == 0:
        says = N_NONE, "none"
    elif unpaid <= WINDOW and paid:
        says = N_COSTS, "payable"
    city: list[tuple[Rule, Any]] = []
    if not facts.transferee:
        local = NOTHING
    elif flexible:
        if unpaid == 0:
            city = [(F_NONE, "none")]
        elif window and paid:
            city = [(J_COSTS[1], "payable")]
        if not window:
            city.append((J_NO_COSTS[1], "not_covered"))
        local = Local(P_LEAVES_FLEXIBLE, (), tuple(city))
    elif unpaid == 0:
        none = ((P_NONE, "none"),), ((J_NONE, "none"),)
        local = Local(None, *none) if window else Local(P_LEAVES_LATE, none[0], ((J_NO_COSTS[0], "not_covered"),), none[1])
    elif not window:
        local = Local(P_LEAVES_LATE, (), ((J_NO_COSTS[0], "not_covered"),))
    else:
        local = Local(None, ((P_COSTS, "payable"),), ((J_COSTS[0], "payable"),)) if paid else NOTHING
    here = facts.local and facts.transferee
    if paid is None and unpaid > 0 and ((facts.national and unpaid <= WINDOW) or (here and window)):
        return Outcome("pending", missing="gap_back_paid")
    outcome = ranked(facts, says, None, local)
    if outcome.status:
        return outcome
    if here:
        return Outcome("silent", by=(SILENT_COSTS[flexible],), handed=outcome.handed)
    return unanswered(facts, outcome, [NO_GAP, SHORT if unpaid > WINDOW else PAID] if facts.national else [])


def documents_required(facts: Facts, window: bool) -> Outcome:
    flexible, as_of = facts.flexible, facts.as_of
    own, other = PAPERS[flexible], FLEXIBLE if not flexible else EMPLOYED
    due = window and facts.unpaid > 0
    if not is_local(as_of):
        return lapsed(as_of, (own,)) if facts.transferee and due else SILENT
    if not facts.local:  # whether one is a transferee then is itself not in force
        if facts.unpaid == 0:
            return Outcome("not_applicable", failed=(other, GAP) if flexible else (GAP, other))
        return lapsed(facts.first_on, (), names=(P, J), rests_on="in_province_transferee")
    if not facts.transferee:
        return Outcome("not_applicable", failed=(HERE,))
    if due:
        return Outcome("determined", ORIGIN_PAPERS, (own,))
    unmet = GAP if window else IN_TIME
    return Outcome("not_applicable", failed=(other, unmet) if flexible else (unmet, other))


ORIGIN_PAPERS = [{"id": "origin_papers", "name": "转出地开具的相关参保材料"}]


def ranked(facts: Facts, says: tuple[Rule, Any] | None, leaves: Rule | None, local: Local) -> Outcome:
    """Down the ranks: 43号, then 47号, then 19号. Without a status: what they handed on, and nothing decided."""
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
                    return Outcome("conflict", handed=tuple(handed), lost=tuple(lost), candidates=voices)
                by += [rule for rule, _ in voices]
                continue
            for rule, answer in voices:
                if answer == value:
                    by.append(rule)
                else:
                    lost.append(("superior", rule, answer))
    elif not by:
        if local.speaking:
            return lapsed(facts.first_on, tuple(rule for rule, _ in local.speaking), tuple(handed))
        if not facts.national and says:
            return Outcome("not_in_force", by=(says[0],), lapse=("first_in_force", str(NATIONAL_FIRST)), names=(N,))
    if not by:
        return Outcome("", handed=tuple(handed))
    return Outcome("determined", value, tuple(by), tuple(handed), tuple(entry for entry in lost if entry[2] != value))


def lapsed(
    day: date, by: tuple[Rule, ...], handed: tuple[Rule, ...] = (), names: tuple[str, ...] = (), rests_on: str = ""
) -> Outcome:
    """The local notices would speak, but the day is not one of theirs."""
    lapse = ("last_in_force", str(LOCAL_LAST)) if day > LOCAL_LAST else ("first_in_force", str(LOCAL_FIRST))
    held = names or tuple(dict.fromkeys(rule.instrument for rule in by))
    return Outcome("not_in_force", None, by, handed, lapse=lapse, names=held, rests_on=rests_on)


def unanswered(facts: Facts, outcome: Outcome, failed: list[str]) -> Outcome:
    """Nobody decided, nothing lapsed, no silence is declared."""
    if not facts.national and not facts.local:
        return SILENT
    if facts.local:
        failed += [HERE, TRANSFEREE]
    elif outcome.handed:
        return Outcome("unfilled", by=outcome.handed, handed=outcome.handed)
    return Outcome("not_applicable", handed=outcome.handed, failed=tuple(failed))


def local_answers(facts: Facts, question: str) -> tuple[tuple[Rule, Any], ...]:
    """What 47号 and 19号, ended, would have answered where 43号 now decides."""
    window, first = facts.windows[0], facts.first
    if not facts.transferee:
        return ()
    if question == "benefits_from":
        if facts.flexible:
            return () if window else ((J_SIX, first + WAIT),)
        return ((P_START, first), (J_START, first)) if window else ((J_NEXT, first + 1),)
    none, yes, no = ("not_needed", "allowed", "not_allowed") if question == "gap_back_payment" else ("none", "payable", "not_covered")
    rules = (P_WINDOW, J_WINDOW, J_NOT) if question == "gap_back_payment" else (P_COSTS, J_COSTS, J_NO_COSTS)
    against = ((rules[2][facts.flexible], no),)
    if facts.flexible:
        if facts.unpaid == 0:
            return ((F_NONE, none), *(() if window else against))
        return ((rules[1][1], yes),) if window else against
    if not window:
        return against
    return ((P_NONE, none), (J_NONE, none)) if facts.unpaid == 0 else ((rules[0], yes), (rules[1][0], yes))


class ByHand:
    """Decides cases; where each rule stands is looked up once."""

    def __init__(self, library: Library) -> None:
        self.sha256 = library.sha256
        self.code = {name: code for code, names in library.places.names.items() for name in names}
        self.name = {code: names[0] for code, names in library.places.names.items()}
        self.say = LANGUAGES["zh"]
        self.yields = library.instruments[J].yields_quote
        held = [rule for value in globals().values() for rule in (value if isinstance(value, tuple) else (value,))]
        self.cited = {rule: where_of(library, rule) for rule in held if isinstance(rule, Rule)}

    def __call__(self, case: Mapping[str, Any]) -> Data:
        return self.decide(self.read(case))

    def read(self, case: Mapping[str, Any]) -> Facts:
        """The case as values, from the texts of its JSON."""
        given = case["facts"]
        origin, destination = self.code[case["from"]], self.code[case["to"]]
        removed_on = date.fromisoformat(given["减员日期"])
        first_on = date.fromisoformat(given["首次缴费日"])
        birth, last = month(given["出生年月"]), month(given["最后缴费月"])
        removed, first = month(given["减员日期"][:7]), month(given["首次缴费日"][:7])
        age, step, most = AGES[given["退休年龄类别"]]
        original = retirement = birth + age
        if original >= NEW_AGES_FIRST.year * 12:
            retirement += min(-(-(original - NEW_AGES_FIRST.year * 12 + 1) // step), most)
        paid = {"是": True, "否": False}.get(given.get(PAID))
        base = f"{float(given['首次参保缴费基数']):.2f}" if "首次参保缴费基数" in given else None
        elapsed = first - removed
        return Facts(
            id=case["case"],
            as_of=date.fromisoformat(case["as_of"]),
            origin=origin,
            origin_name=self.name[origin],
            destination=destination,
            destination_name=self.name[destination],
            flexible=given["参保身份"] == "灵活就业人员",
            category=given["退休年龄类别"],
            birth=birth,
            original=original,
            retirement=retirement,
            last=last,
            first=first,
            first_on=first_on,
            unpaid=max(first - last - 1, 0),
            paid=paid,
            base=base,
            transferee=origin != destination and origin[:2] == destination[:2] and retirement > first,
            windows=(elapsed + 1 <= WINDOW, elapsed <= WINDOW, first_on <= months_later(removed_on, WINDOW)),
            local=is_local(first_on),
            national=first_on >= NATIONAL_FIRST,
            adopted=first_on >= ADOPTED_FIRST,
            shown={
                "转出地": origin,
                "转入地": destination,
                "参保身份": given["参保身份"],
                "法定退休年月": month_text(retirement),
                "适用日": given["首次缴费日"],
                "减员月": given["减员日期"][:7],
                "首次缴费月": given["首次缴费日"][:7],
                "最后缴费月": given["最后缴费月"],
                "接续期限": str(WINDOW),
                "等待期": str(WAIT),
                PAID: paid,
                "首次参保缴费基数": base,
            },
        )

    def decide(self, facts: Facts) -> Data:
        """The decision as ``jiexu-decision/1``."""
        window, first_on = facts.windows[0], str(facts.first_on)
        findings: Data = {}
        papers = documents_required(facts, window)
        readings = self.readings(facts, papers, documents_required) if facts.transferee else []
        findings["documents_required"] = self.finding(facts, str(facts.as_of), papers, readings, self.sunset(facts, papers))
        findings["origin_benefits_until"] = self.origin_benefits_until(facts)

        start = benefits_from(facts, window)
        findings["benefits_from"] = self.finding(
            facts,
            first_on,
            start,
            self.readings(facts, start, benefits_from) if self.bears(facts, start) else [],
            self.alerts(facts, start, "benefits_from", None if self.province_decides(facts) else facts.first + 1),
        )

        gap = gap_back_payment(facts, window)
        facts.shown["中断期费用补缴"] = TEXT.get(gap.value)
        findings["gap_back_payment"] = self.finding(
            facts,
            first_on,
            gap,
            self.readings(facts, gap, gap_back_payment) if self.bears(facts, gap) else [],
            self.alerts(facts, gap, "gap_back_payment", None if self.province_decides(facts) else "years_only"),
        )

        base = gap_back_payment_base(facts, window)
        local_read = facts.transferee and (facts.local or not facts.national or facts.unpaid > WINDOW)
        findings["gap_back_payment_base"] = self.finding(
            facts,
            first_on,
            base,
            self.readings(facts, base, gap_back_payment_base) if local_read else [],
            [*self.sunset(facts, base), *self.base_reported(facts, base)],
        )

        costs = gap_costs(facts, window)
        open_costs = self.province_decides(facts) and facts.paid is not False
        findings["gap_costs"] = self.finding(
            facts,
            first_on,
            costs,
            self.readings(facts, costs, gap_costs) if self.bears(facts, costs) else [],
            self.alerts(facts, costs, "gap_costs", None if open_costs else "not_covered"),
        )

        findings["hospital_place"] = {
            "status": "pending",
            "missing": ["discharged_on"],
            "alerts": [self.alert("advice", "general-transfer-article 四2", "《医保关系怎么转移》 四2", facts.origin, facts.origin_name)],
        }
        findings["statutory_retirement_month"] = self.statutory_retirement_month(facts)
        payer: Data = {"status": "silent", "governing_day": str(facts.as_of)}
        if is_local(facts.as_of):
            payer = {"status": "pending", "governing_day": str(facts.as_of), "missing": ["actual_months"]}
        findings["lump_sum_payer"] = payer
        return {
            "format": "jiexu-decision/1",
            "case": facts.id,
            "as_of": str(facts.as_of),
            "from": {"code": facts.origin, "name": facts.origin_name},
            "to": {"code": facts.destination, "name": facts.destination_name},
            "pack": {"sha256": self.sha256, "engine": __version__},
            "findings": findings,
        }

    def origin_benefits_until(self, facts: Facts) -> Data:
        """转出地待遇截止日, governed by the last day of the month last paid; 19号 too, when the origin lies in Jining."""
        until = month_end(facts.last)
        by = (P_UNTIL, J_UNTIL) if facts.origin.startswith("3708") else (P_UNTIL,)
        if not is_local(until):
            outcome = SILENT if facts.flexible or not facts.transferee else lapsed(until, by)
        elif facts.local and not facts.transferee:
            outcome = Outcome("not_applicable", failed=(HERE,))
        elif facts.flexible:
            outcome = Outcome("not_applicable", failed=(EMPLOYED,))
        elif not facts.local:
            outcome = lapsed(facts.first_on, (), names=(P, J), rests_on="in_province_transferee")
        else:
            outcome = Outcome("determined", str(until), by)
        return self.finding(facts, str(until), outcome, [], self.sunset(facts, outcome))

    def statutory_retirement_month(self, facts: Facts) -> Data:
        """法定退休年月, by the law of the first day of the month in which one would have retired before 2025."""
        old = facts.original < NEW_AGES_FIRST.year * 12
        rule = OLD_AGE if old else NEW_AGE
        age, step, most = AGES[facts.category]
        values = {"出生年月": month_text(facts.birth), "原法定退休年龄": str(age)}
        expression = "顺延(出生年月, 原法定退休年龄)"
        if not old:
            expression = "顺延(原法定退休年月, 较小(上取整(月序(月份(施行日), 原法定退休年月), 延迟步长), 最多延迟))"
            values |= {"施行日": str(NEW_AGES_FIRST), "延迟步长": str(step), "最多延迟": str(most)}
        alerts = []
        if old and facts.as_of <= OLD_AGES_LAST <= facts.as_of + SUNSET:
            alerts.append(self.alert("sunset", rule.citation, self.citation(rule), day=str(OLD_AGES_LAST)))
        return {
            "status": "determined",
            "value": month_text(facts.retirement),
            "governing_day": f"{month_text(facts.original)}-01",
            "by": [dict(self.cited[rule])],
            "because": [],
            "precedence": [],
            "readings": [],
            "alerts": alerts,
            "arithmetic": {"expression": expression, "values": values},
        }

    def bears(self, facts: Facts, outcome: Outcome) -> bool:
        """Whether the local notices were heard, whose words can be read in several ways."""
        return facts.transferee and (facts.local or outcome.status != "determined")

    def province_decides(self, facts: Facts) -> bool:
        """Whether 47号 speaks itself where 43号 does not, so that no notice of Jining could say otherwise."""
        return facts.local and facts.transferee and not facts.flexible and facts.windows[0]

    def readings(self, facts: Facts, outcome: Outcome, question: Any) -> list[Data]:
        """Each reading that was used, with the answers under the others."""
        if outcome.status == "pending":
            return []
        removal = [
            (take, outcome if window == facts.windows[0] else question(facts, window))
            for take, window in zip(("次月计为第1个月", "按日对日计算"), facts.windows[1:], strict=True)
        ]
        found = [self.reading("月数起算", "减员当月计为第1个月", outcome, removal)]
        if question is benefits_from and facts.flexible and not facts.windows[0]:
            waiting = [("缴费当月不计入", benefits_from(facts, facts.windows[0], WAIT + 1))]
            found.append(self.reading("满6个月", "缴费当月计入", outcome, waiting))
        return found

    def reading(self, name: str, taken: str, outcome: Outcome, others: Iterable[tuple[str, Outcome]]) -> Data:
        differing = [(take, other) for take, other in others if other[:2] != outcome[:2]]
        determined = outcome.status == "determined"
        sensitive = any(
            other.status == "determined" or (determined and other.status != "pending") for _, other in differing
        )
        data: Data = {"name": name, "taken": taken, "sensitive": sensitive}
        if differing:
            data["instead"] = [
                {"take": take, "status": other.status}
                | ({"value": value_data(other.value)} if other.status == "determined" else {})
                for take, other in differing
            ]
        return data

    def alerts(self, facts: Facts, outcome: Outcome, question: str, reported: Any) -> list[Data]:
        """What ends soon, what ended, and what Jining's notice of 2022 would answer where 43号 does not."""
        alerts = self.sunset(facts, outcome)
        if outcome.status == "determined" and not facts.local:
            day = str(LOCAL_LAST)
            for rule, value in local_answers(facts, question):
                kind = "resurfacing_same" if value == outcome.value else "resurfacing"
                alerts.append(self.alert(kind, rule.citation, self.citation(rule), value_data(value), text_of(value), day))
        if facts.adopted and facts.unpaid > WINDOW and reported is not None and reported != outcome.value:
            cited = self.citation(A_LATE)
            alerts.append(self.alert("reported", A_LATE.citation, cited, value_data(reported), text_of(reported)))
        return alerts

    def base_reported(self, facts: Facts, outcome: Outcome) -> list[Data]:
        """Where Jining's notice of 2022 lets only the years count, there is no base."""
        if not (facts.adopted and facts.unpaid > WINDOW) or self.province_decides(facts):
            return []
        if outcome.status == "not_applicable":
            return []
        return [self.alert("reported", A_LATE.citation, self.citation(A_LATE), None, self.say["not_applicable"])]

    def sunset(self, facts: Facts, outcome: Outcome) -> list[Data]:
        if outcome.status != "determined" or outcome.by[0].instrument == N:
            return []
        if not facts.as_of <= LOCAL_LAST <= facts.as_of + SUNSET:
            return []
        rule = outcome.by[0]
        return [self.alert("sunset", rule.citation, self.citation(rule), day=str(LOCAL_LAST))]

    def alert(self, kind: str, by: str, cited: str, value: Any = None, shown: str = "", day: str = "") -> Data:
        data: Data = {"kind": kind.removesuffix("_same"), "by": [by]}
        if value is not None:
            data["value"] = value
        data["text"] = self.say[kind].format(by=cited, value=shown, day=day)
        return data

    def citation(self, rule: Rule) -> str:
        return f"{NAMES[rule.instrument]} {rule.clause}"

    def finding(self, facts: Facts, day: str, outcome: Outcome, readings: list[Data], alerts: list[Data]) -> Data:
        """One finding; what an undetermined one does not have is left out."""
        determined = outcome.status == "determined"
        data: Data = {"status": outcome.status}
        if determined:
            data["value"] = value_data(outcome.value)
        data["governing_day"] = day
        if outcome.missing:
            data["missing"] = [outcome.missing]
        if outcome.rests_on:
            data["rests_on"] = [outcome.rests_on]
        if outcome.names:
            data[outcome.lapse[0]] = outcome.lapse[1]
            data["names"] = list(outcome.names)
        if outcome.status == "conflict":
            data["candidates"] = [
                {"value": value_data(value), "by": [dict(self.cited[rule])]} for rule, value in outcome.candidates
            ]
        by = [dict(self.cited[rule]) for rule in outcome.by]
        because = [self.tested(facts, line, True) for line in outcome.by[0].conditions] if determined else []
        because += [self.tested(facts, line, False) for line in outcome.failed]
        precedence: list[Data] = [
            {"principle": "delegation", "over": rule.citation, "quote": rule.quote} for rule in outcome.handed
        ]
        for principle, rule, value in outcome.lost:
            beaten: Data = {"principle": principle, "over": rule.citation, "value": value_data(value)}
            if principle == "superior":
                beaten["quote"] = self.yields
            precedence.append(beaten)
        for key, value in (
            ("by", by),
            ("because", because),
            ("precedence", precedence),
            ("readings", readings),
            ("alerts", alerts),
        ):
            if value or determined:
                data[key] = value
        works = outcome.by[0].works if determined else ""
        if works:
            data["arithmetic"] = {"expression": works, "values": {name: facts.shown[name] for name in BEHIND[works]}}
        return data

    def tested(self, facts: Facts, line: str, holds: bool) -> Data:
        return {"condition": line, "holds": holds, "values": {name: facts.shown[name] for name in BEHIND[line]}}


NAMES = {
    P: "鲁医保发〔2020〕47号",
    J: "济医保发〔2020〕19号",
    A: "《济宁市2022年采纳》",
    OLD_AGE.instrument: "国发〔1978〕104号",
}


def text_of(value: Any) -> str:
    return month_text(value) if isinstance(value, int) else TEXT[value]


def value_data(value: Any) -> Any:
    """An answer as data: a month as text; all else is so already."""
    return month_text(value) if isinstance(value, int) else value


def where_of(library: Library, rule: Rule) -> Data:
    """What cites a rule, with its line in the file that holds it."""
    instrument = library.instruments[rule.instrument]
    provision = instrument.provision(rule.clause)
    assert provision is not None
    if rule.quote:
        where = next(held.where for held in provision.delegations if held.quote == rule.quote)
        name = ""
    elif rule in (SILENT_START, *SILENT_COSTS):
        where = next(held.where for held in provision.silences if rule.name in held.about)
        name = ""
    else:
        where = next(held.where for held in provision.rules if held.name == rule.name)
        name = rule.name
    return {
        "instrument": instrument.id,
        "number": instrument.number,
        "clause": rule.clause,
        "rule": name,
        "file": where.file,
        "line": where.line,
    }
