"""Fixed phrases of what would change an answer, in both languages."""

from jiexu.explanation.labels import Labels

WHAT_IF_ZH: Labels = {
    "title": "只改一项事实，答案怎样变", "now": "现在",
    "less_day": "早{steps}天：不晚于{value}，则{answer}", "more_day": "晚{steps}天：不早于{value}，则{answer}",
    "less_month": "早{steps}个月：不晚于{value}，则{answer}", "more_month": "晚{steps}个月：不早于{value}，则{answer}",
    "less_amount": "少{steps}：不多于{value}，则{answer}", "more_amount": "还差{steps}：不少于{value}，则{answer}",
    "other": "改为{value}，则{answer}", "drifts": "同一规定，答案随之变动：{drifts}",
    "less_day_drift": "早{steps}天（{value}）为{answer}", "more_day_drift": "晚{steps}天（{value}）为{answer}",
    "less_month_drift": "早{steps}个月（{value}）为{answer}", "more_month_drift": "晚{steps}个月（{value}）为{answer}",
    "less_amount_drift": "少{steps}为{answer}", "more_amount_drift": "多{steps}为{answer}",
    "why": "原因", "steady": "单独改动不影响答案的：{names}", "given": "{fact} {value}", "not_given": "{fact}（案件没有给出）",
    "none": "没有一项事实单独改动就能改变答案。", "until": "不晚于{last}", "from": "不早于{first}", "at_most": "不多于{last}",
    "at_least": "不少于{first}", "between": "{first} 至 {last}", "any": "无论多少", "any_day": "无论哪天",
    "range_drifts": "随之变动，{first} 时为{answer}",
}  # fmt: skip

WHAT_IF_EN: Labels = {
    "title": "How the answer changes with one fact", "now": "now",
    "less_day": "{steps} days earlier: by {value}, then {answer}", "more_day": "{steps} days later: from {value}, then {answer}",
    "less_month": "{steps} months earlier: by {value}, then {answer}",
    "more_month": "{steps} months later: from {value}, then {answer}",
    "less_amount": "{steps} less: at most {value}, then {answer}", "more_amount": "{steps} more: at least {value}, then {answer}",
    "other": "if {value}, then {answer}", "drifts": "same clause, the answer moves with it: {drifts}",
    "less_day_drift": "{steps} days earlier ({value}) {answer}", "more_day_drift": "{steps} days later ({value}) {answer}",
    "less_month_drift": "{steps} months earlier ({value}) {answer}", "more_month_drift": "{steps} months later ({value}) {answer}",
    "less_amount_drift": "{steps} less, {answer}", "more_amount_drift": "{steps} more, {answer}",
    "why": "why", "steady": "no change by itself: {names}", "given": "{fact} {value}", "not_given": "{fact} (not given)",
    "none": "No single fact changes the answer.", "until": "by {last}", "from": "from {first}", "at_most": "at most {last}",
    "at_least": "at least {first}", "between": "{first} to {last}", "any": "whatever it is", "any_day": "on any day",
    "range_drifts": "moving with it; at {first} {answer}",
}  # fmt: skip

WHAT_IF_LANGUAGES = {"zh": WHAT_IF_ZH, "en": WHAT_IF_EN}
