"""Fixed phrases, in both languages. Domain text comes from the law files, never from here."""

Labels = dict[str, str]

ZH: Labels = {
    "determined": "已认定", "conflict": "相冲突", "pending": "待补充", "not_in_force": "无有效依据", "silent": "未规定",
    "unfilled": "授权未落实", "not_applicable": "不适用", "undecidable": "无法认定",
    "scope": "不在适用范围", "delegation": "授权", "superior": "上位优先", "specialis": "特别优先", "posterior": "后法优先",
    "as_of": "依据日", "known_as_of": "按{day}所知", "governing": "适用日", "by": "依据", "beside": "并据", "source": "出处", "validity": "有效期", "since": "自{first}起",
    "between": "{first} 至 {last}", "conditions": "条件", "worked": "计算", "handed": "授权", "lost": "未采用", "readings": "口径",
    "alerts": "提示", "missing": "缺", "ask": "下一步请补充", "inferred": "（推定）", "comma": "，", "colon": "：", "list": "、", "stop": "；",
    "open": "（", "close": "）", "reading_same": "按「{take}」", "reading_differs": "按「{take}」（未确认）；",
    "reading_other": "若按「{take}」，则为{value}", "candidate": "{value}（{by}）", "lapsed": "{names}于{last}期满", "coming": "{names}自{first}起施行",
    "year_not_held": "{names}（该年放假安排）尚未入库，已有的日历到{last}为止", "no_calendar": "没有入库的放假安排（{names}年）",
    "year_not_known": "到{known}还没有{names}（该年放假安排），当时的日历到{last}为止", "year_before": "{names}已入库的部分自{first}起",
    "nothing_held": "当日在该地有效的已入库文件没有规定", "unfilled_by": "{by}授权下级规定，尚无规定入库", "rests_on": "取决于{names}：{status}",
    "resurfacing_same": "{by}已于{day}期满，现由上位规定决定，答案不变",
    "conflict_of": "两种答案并存：{candidates}", "sunset": "{by}将于{day}期满", "resurfacing": "{by}已于{day}期满（当时的答案是{value}），现由上位规定决定",
    "reported": "{by}（仅见报道，未核实）如属实，答案为「{value}」", "advice": "{by}（网站文章，不作依据）的说法是「{value}」",
    "provisional": "{day}为暂定：次年放假安排公布后可能变动", "bound": "{by}对授权有限制，此答案超出限制",
    "unverified": "未核对原文", "speaks": "成立", "stopped": "不成立", "unknown": "未知", "out_of_force": "不在有效期内", "not_deciding": "不作依据",
    "yields": "「{quote}」", "fact_question": "{name}：{ask}", "arrow": " → ", "all_the_same": "无论未知事实为何，答案相同",
    "note": "附注", "nothing_asked": "没有可以认定的问题：案件没有给出有关的事实；用 jiexu ask 看先要哪些",
    "gives": "答案", "would_give": "若成立", "own_delegation": "已交下级规定", "whatever": "？ 无论{names}为何，答案相同", "harmless": "未确认而不影响以上答案的口径",
    "not_met": "不满足：{conditions}",
}  # fmt: skip

EN: Labels = {
    "determined": "determined", "conflict": "conflict", "pending": "pending", "not_in_force": "nothing in force", "silent": "not regulated",
    "unfilled": "delegation unfilled", "not_applicable": "not applicable", "undecidable": "cannot be decided",
    "scope": "out of scope", "delegation": "delegation", "superior": "lex superior", "specialis": "lex specialis", "posterior": "lex posterior",
    "as_of": "as of", "known_as_of": "as the law was known on {day}", "governing": "governing day", "by": "by", "beside": "also", "source": "source", "validity": "valid", "since": "from {first}",
    "between": "{first} to {last}", "conditions": "because", "worked": "working", "handed": "delegated", "lost": "over", "readings": "readings",
    "alerts": "note", "missing": "missing ", "ask": "Ask next", "inferred": " (number inferred)", "comma": ", ", "colon": ": ", "list": ", ", "stop": "; ",
    "open": " (", "close": ")", "reading_same": "taken as 「{take}」",
    "reading_differs": "taken as 「{take}」 (unconfirmed); ", "reading_other": "as 「{take}」 it would be {value}", "candidate": "{value} ({by})",
    "lapsed": "{names} ended on {last}", "coming": "{names} begins on {first}", "year_not_held": "{names} is not held; the calendar ends on {last}",
    "year_not_known": "{names} was not held by {known}; the calendar ended on {last}", "no_calendar": "no calendar is held ({names})",
    "year_before": "{names} is held from {first} only", "nothing_held": "nothing held speaks of this",
    "unfilled_by": "{by} leaves it to the rank below, of which nothing is held", "rests_on": "rests on {names}: {status}",
    "resurfacing_same": "{by} ended on {day}; a superior rule decides now, with the same answer",
    "conflict_of": "two answers stand: {candidates}", "sunset": "{by} ends on {day}", "resurfacing": "{by} ended on {day} (its answer was {value}); a superior rule decides now",
    "reported": "{by} (reported only, unverified) would give {value}", "advice": "{by} (a portal's article, never law) says {value}",
    "provisional": "{day} is provisional until next year's calendar is out", "bound": "{by} bounds what it delegates; this answer is outside",
    "unverified": "text not checked", "speaks": "speaks", "stopped": "does not speak", "unknown": "unknown", "out_of_force": "not in force", "not_deciding": "never decides",
    "yields": "「{quote}」", "fact_question": "{name}: {ask}", "arrow": " → ", "all_the_same": "the same whatever the unknown facts are",
    "note": "remark", "nothing_asked": "nothing to decide: the case gives no fact that bears on a question; jiexu ask tells which to give",
    "gives": "gives", "would_give": "would give", "own_delegation": "left to the rank below", "whatever": "？ the same whatever {names} is",
    "harmless": "Unconfirmed readings that change none of these answers", "not_met": "not met: {conditions}",
}  # fmt: skip

LANGUAGES = {"zh": ZH, "en": EN}
UNITS = {"months": "个月", "days": "天", "yuan": "元"}
EN_UNITS = {"months": " months", "days": " days", "yuan": " yuan"}
