"""The clauses that the nine questions turn on."""

from datetime import date, timedelta

WINDOW, WAIT = 3, 6
LOCAL_FIRST, LOCAL_LAST = date(2020, 9, 1), date(2025, 8, 31)  # 47号 and 19号
NATIONAL_FIRST = date(2021, 12, 1)  # 43号
ADOPTED_FIRST = date(2022, 5, 1)  # Jining's notice of 2022, known by report
OLD_AGES_LAST, NEW_AGES_FIRST = date(2024, 12, 31), date(2025, 1, 1)
SUNSET = timedelta(days=180)
AGES = {"男职工": (60 * 12, 4, 36), "女职工原55周岁": (55 * 12, 4, 36), "女职工原50周岁": (50 * 12, 2, 60)}
"""The former age of retirement, how many months later one must be born to retire a month later, and how many at most."""
CHOICES = {
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
_PLACES, _MOVE, _UNPAID = ("转出地", "转入地"), ("减员月", "首次缴费月", "接续期限"), ("最后缴费月", "首次缴费月")
BEHIND = {
    EMPLOYED: ("参保身份",), FLEXIBLE: ("参保身份",), BETWEEN: _PLACES, TRANSFEREE: (*_PLACES, "法定退休年月", "适用日"),
    HERE: (*_PLACES, "法定退休年月", "适用日"), IN_TIME: _MOVE, LATE: _MOVE, NO_GAP: _UNPAID, GAP: _UNPAID,
    SHORT: (*_UNPAID, "接续期限"), LONG: (*_UNPAID, "接续期限"), PAID: (PAID,), ALLOWED: ("中断期费用补缴",),
    "首次缴费月": ("首次缴费月",), "次月(首次缴费月)": ("首次缴费月",), "顺延(首次缴费月, 等待期)": ("首次缴费月", "等待期"),
    "月末(最后缴费月)": ("最后缴费月",), "首次参保缴费基数": ("首次参保缴费基数",),
}  # fmt: skip
"""The values behind each condition and each calculation."""

N, P, J, A = "transfer-2021-43", "shandong-2020-47", "jining-2020-19", "jining-2022-adoption"
INSTRUMENTS = {
    P: "鲁医保发〔2020〕47号",
    J: "济医保发〔2020〕19号",
    A: "《济宁市2022年采纳》",
    "retirement-1978-104": "国发〔1978〕104号",
}
"""How an alert calls an instrument."""


class Rule:
    """A rule, or a delegation or silence, in the clause cited; ``works`` is its arithmetic."""

    def __init__(self, citation: str, name: str, *conditions: str, works: str = "", quote: str = "", about: str = ""):
        self.citation, self.name, self.conditions, self.works = citation, name, conditions, works
        self.quote, self.about = quote, about
        self.instrument, self.clause = citation.split()

    @property
    def cited(self) -> str:
        return f"{INSTRUMENTS[self.instrument]} {self.clause}"


def delegation(citation: str, quote: str) -> Rule:
    return Rule(citation, "", quote=quote)


def silence(citation: str, about: str) -> Rule:
    return Rule(citation, "", about=about)


def twice(name: str, *conditions: str, works: str = "") -> tuple[Rule, Rule]:
    """What 19号 says of employees in 二（二） and, in the same words, of the flexibly employed in 二（三）."""
    return (
        Rule(f"{J} 二（二）", name, HERE, EMPLOYED, *conditions, works=works),
        Rule(f"{J} 二（三）", name, HERE, FLEXIBLE, *conditions, works=works),
    )


N_START = Rule(f"{N} 第十条", "无中断", BETWEEN, NO_GAP, works="首次缴费月")
N_NONE = Rule(f"{N} 第十条", "无中断", BETWEEN, NO_GAP)
N_WINDOW = Rule(f"{N} 第十条", "期限内", BETWEEN, GAP, SHORT)
N_PAID = Rule(f"{N} 第十条", "期限内补缴", BETWEEN, GAP, SHORT, PAID, works="首次缴费月")
N_COSTS = Rule(f"{N} 第十条", "追溯", BETWEEN, GAP, SHORT, PAID)
N_LEAVES_BASE = delegation(f"{N} 第十条", "可按转入地规定办理职工基本医疗保险费补缴手续")
N_LEAVES = delegation(f"{N} 第十条", "基本医疗保险待遇按各统筹地区规定执行")
P_UNTIL = Rule(f"{P} 二第一款", "#1", HERE, EMPLOYED, works="月末(最后缴费月)")
P_START = Rule(f"{P} 二第一款", "#2", HERE, EMPLOYED, works="首次缴费月")
P_NONE = Rule(f"{P} 二第一款", "无中断", HERE, EMPLOYED, NO_GAP)
P_WINDOW = Rule(f"{P} 二第二款", "期限内补缴", TRANSFEREE, EMPLOYED, IN_TIME, GAP)
P_COSTS = Rule(f"{P} 二第二款", "补缴期间费用", TRANSFEREE, EMPLOYED, IN_TIME, GAP, PAID)
P_LEAVES_LATE = delegation(f"{P} 二第二款", "超过3个月接续的，按转入地规定享受职工医保待遇")
P_LEAVES_FLEXIBLE = delegation(f"{P} 二第三款", "以灵活就业人员身份接续职工医保关系的，按转入地规定享受职工医保待遇")
J_UNTIL = Rule(f"{J} 二（一）", "#1", HERE, EMPLOYED, works="月末(最后缴费月)")
J_START = Rule(f"{J} 二（一）", "#2", HERE, EMPLOYED, works="首次缴费月")
J_NONE = Rule(f"{J} 二（一）", "无中断", HERE, EMPLOYED, NO_GAP)
J_NONE_FLEXIBLE = Rule(f"{J} 二（三）", "无中断", HERE, FLEXIBLE, NO_GAP)
J_NEXT = Rule(f"{J} 二（二）", "#1", HERE, EMPLOYED, LATE, works="次月(首次缴费月)")
J_WAIT = Rule(f"{J} 二（三）", "#1", HERE, FLEXIBLE, LATE, works="顺延(首次缴费月, 等待期)")
J_PAPERS = twice("材料", IN_TIME, GAP)
J_WINDOW = twice("期限内补缴", IN_TIME, GAP)
J_BASE = twice("补缴基数", ALLOWED, works="首次参保缴费基数")
J_COSTS = twice("补缴期间费用", IN_TIME, GAP, PAID)
J_NOT = twice("不补缴", LATE)
J_NO_COSTS = twice("中断期待遇", LATE)
J_SILENT_START = silence(f"{J} 二（三）", "待遇起始月")
J_SILENT_COSTS = silence(f"{J} 二（二）", "中断期医疗费用"), silence(f"{J} 二（三）", "中断期医疗费用")
A_LATE = Rule(f"{A} 转移", "超过期限")
OLD_AGE = Rule("retirement-1978-104 第一条", "法定年龄")
NEW_AGE = Rule("retirement-2024 第一条", "渐进延迟")
RULES = [
    rule
    for held in list(globals().values())
    for rule in (held if isinstance(held, tuple) else (held,))
    if isinstance(rule, Rule)
]
