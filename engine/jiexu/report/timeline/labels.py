"""Fixed phrases of the line of time, in both languages."""

from jiexu.explanation.labels import Labels

TIME_ZH: Labels = {
    # How a question stands, and what a piece of a bar says.
    "ruled": "有规定", "resurfaced": "改由上位规定", "partly": "有的情形可能没有规定", "left": "授权未落实",
    "lapsed": "无有效规定", "nothing": "没有规定", "compared": "只作比对", "delegating": "留给下级",
    "title": "何时由谁规定", "from_to": "{origin} → {place}", "today": "{day} 这一天",
    "instruments": "文件", "questions": "问题",
    "rules": "规定", "handed": "留给下级", "nobody": "下级没有有效的规定", "silent": "明说未定",
    "ended": "已失效", "groundless": "缺前提",
    "taken_over": "{what} 已于{day}期满，现由 {by} 规定", "taken_partly": "{what} 已于{day}期满，{by} 只管得到其中一部分情形",
    "taken_by_nobody": "{what} 已于{day}期满，此后没有规定", "without": "{what} 要看{questions}，对此没有有效的规定",
    "numbers": "随日期变的数", "number": "{name} {value}", "arithmetic": "由算式得出，不由条款规定：{line}",
    "nothing_held": "在{place}没有入库的规定。", "now_open": "{day} 有缺口的问题", "no_gap": "{day} 各问题都有规定，没有缺口。",
    "help": "看一个问题  jiexu timeline 问题 --place 地方    看将要期满的  jiexu timeline --ending 180d",
    # What ends soon.
    "ending": "{first} 至 {last} 将要期满的规定", "ending_none": "这段时间里没有规定期满。", "ends_on": "{day}期满    {place}",
    "whole": "全部", "clauses": "{instrument}：{clauses}", "stays": "没有新的缺口",
    "opened": "将有缺口的问题共{count}个", "opened_none": "没有问题因此出现缺口。", "bears_on": "影响",
    "calendar_ends": "{day}    工作日历到头",
    "calendar_why": "{year}年的放假安排尚未入库。期限数到这一天以后的，答“无有效依据”；{provisional}起的日子为暂定。",
    "calendar_short": "{year}年的放假安排尚未入库。期限数到这一天以后的，答“无有效依据”。",
    # When a case's answers change.
    "outlook": "答案将在哪一天改变", "outlook_span": "{first} 至 {last}", "moved": "假设{fact}落在其中一天",
    "unmoved": "在其中哪一天认定", "outlook_none": "至 {last} 为止，无论落在哪一天，答案都不变。",
    "same": "其余{count}个问题的答案不变：{names}", "why": "原因", "arrives": "这一天是",
    "moves_on": "同一规定，此后随日期变动，到 {day} 为{value}",
    "pending": "仍待补充、日期改变不了的：{names}。用 jiexu ask 看先要哪些事实。",
    "not_given": "案件没有给出、而答案要看的日子：{names}。用 --moving 名称 看它落在哪一天有什么不同。",
}  # fmt: skip

TIME_EN: Labels = {
    "ruled": "governed", "resurfaced": "by a superior rule now", "partly": "some situations may have no rule",
    "left": "delegation unfilled", "lapsed": "no rule in force", "nothing": "no rule", "compared": "only compared",
    "delegating": "left to lower ranks",
    "title": "What governs when", "from_to": "{origin} → {place}", "today": "{day}", "instruments": "Instruments",
    "questions": "Questions",
    "rules": "rules", "handed": "left below", "nobody": "nothing in force below", "silent": "silent", "ended": "ended",
    "groundless": "groundless", "taken_over": "{what} ended on {day}; {by} governs now",
    "taken_partly": "{what} ended on {day}; {by} reaches only some of its situations",
    "taken_by_nobody": "{what} ended on {day}; no rule since", "without": "{what} turns on {questions}, which nothing in force answers",
    "numbers": "Numbers that go by the date", "number": "{name} {value}", "arithmetic": "arithmetic, no clause: {line}",
    "nothing_held": "Nothing is held for {place}.", "now_open": "Questions with a gap on {day}",
    "no_gap": "No question has a gap on {day}.",
    "help": "one question: jiexu timeline QUESTION --place PLACE    what ends soon: jiexu timeline --ending 180d",
    "ending": "What ends from {first} to {last}", "ending_none": "Nothing ends in these days.",
    "ends_on": "ends on {day}    {place}", "whole": "whole", "clauses": "{instrument}: {clauses}", "stays": "no new gap",
    "opened": "{count} questions get a gap", "opened_none": "No question gets a gap.", "bears_on": "bears on",
    "calendar_ends": "{day}    the calendar of working days ends",
    "calendar_why": "The notice for {year} is not held: for a deadline beyond this day nothing is in force; "
    "days from {provisional} are provisional.",
    "calendar_short": "The notice for {year} is not held: for a deadline beyond this day nothing is in force.",
    "outlook": "On which day the answers change", "outlook_span": "{first} to {last}",
    "moved": "supposing {fact} on one of these days", "unmoved": "decided on one of these days",
    "outlook_none": "Until {last} the answers are the same, whatever the day.",
    "same": "{count} other answers do not change: {names}", "why": "why", "arrives": "comes",
    "moves_on": "same clause, moving on with the day; on {day} {value}",
    "pending": "Still pending whatever the day: {names}. jiexu ask tells which facts to give.",
    "not_given": "Days the answers go by and the case does not give: {names}. --moving NAME shows what difference each makes.",
}  # fmt: skip

TIME_LANGUAGES = {"zh": TIME_ZH, "en": TIME_EN}
