"""Fixed phrases of a decision table, in both languages."""

from jiexu.explanation.labels import Labels

TABLE_ZH: Labels = {
    "title": "{question}    {where}    {day} 有效的规定", "number": "序", "answer": "结论", "clause": "依据", "validity": "有效期",
    "left": "留给下级规定", "within": "限度：{limits}", "silent": "未规定：{says}", "conditions": "条件",
    "order": "自上而下看：先成立的决定；留给下级规定的，由下面位阶的行回答；其下不同的答案不采用。",
    "order_set": "凡成立的一并适用，结论合在一起。", "order_all": "凡成立的一并适用：有一项答否即为否，都答是才为是。",
    "only_silent": "没有一行成立时，未规定的行才说话。", "overridden": "让于{by}", "settled": "两地已定", "settled_one": "此地已定",
    "settled_for": "{condition}（{by}）", "stopped": "在此不说话", "stopped_by": "{by}：{condition}不成立",
    "is": "＝{line}", "taken": "{name}，按「{take}」", "unconfirmed": "，未确认", "instead": "或按「{take}」：{line}",
    "by": "（{by}）", "when": "若{conditions}，", "mark_yes": "✓ 须成立", "mark_no": "✗ 须不成立", "mark_any": "— 不论",
    "empty": "在{where}，{day} 没有有效的规定。", "arithmetic": "由算式得出，不由条款规定：{line}",
}  # fmt: skip

TABLE_EN: Labels = {
    "title": "{question}    {where}    law in force on {day}", "number": "no.", "answer": "answer",
    "clause": "clause", "validity": "valid",
    "left": "left to the ranks below", "within": "within: {limits}", "silent": "not regulated: {says}",
    "conditions": "conditions",
    "order": "Read downwards: the first row that holds decides; where one leaves it to the ranks below, rows of lower rank answer.",
    "order_set": "All rows that hold count; their answers are joined.",
    "order_all": "All rows that hold count: one that says no decides, yes when all say yes.",
    "only_silent": "Rows that declare a silence count only where no other row holds.", "overridden": "gives way to {by}",
    "settled": "settled by the places", "settled_one": "settled by the place", "settled_for": "{condition} ({by})",
    "stopped": "never speaks here", "stopped_by": "{by}: {condition} is false",
    "is": "= {line}", "taken": "{name}, taken as 「{take}」", "unconfirmed": ", unconfirmed", "instead": "or as 「{take}」: {line}",
    "by": " ({by})", "when": "when {conditions}, ", "mark_yes": "✓ must hold", "mark_no": "✗ must not hold", "mark_any": "— any",
    "empty": "Nothing is in force at {where} on {day}.", "arithmetic": "arithmetic, no clause: {line}",
}  # fmt: skip

TABLE_LANGUAGES = {"zh": TABLE_ZH, "en": TABLE_EN}
