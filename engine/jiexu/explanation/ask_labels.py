"""Fixed phrases of the screen that asks for facts, in both languages, and how a fact of each kind is written."""

from jiexu.explanation.labels import Labels

ASK_ZH: Labels = {
    "ask": "请再提供{count}项，最要紧的在前", "fact": "事实", "write": "写法", "needed": "用于",
    "no_facts": "案件还没有给出有用的事实，以下按两地有规定的全部问题来问",
    "nothing": "没有要问的了。", "no_questions": "两地没有入库的规定，没有可问的。",
    "have": "已有答案{count}项：{names}", "without": "无法认定{count}项：{names}（原因见 jiexu decide）",
    "next": "补上一项再问  jiexu ask {case} --set {fact}=…",
    "either": " 或 ", "example": "例如 {example}",
}  # fmt: skip

ASK_EN: Labels = {
    "ask": "{count} facts to give, the most useful first", "fact": "fact", "write": "written", "needed": "for",
    "no_facts": "the case gives no fact that bears on anything yet; asked for all questions on which something is held",
    "nothing": "Nothing is left to ask.", "no_questions": "Nothing is held for these places.",
    "have": "{count} answered: {names}", "without": "{count} cannot be decided: {names} (see jiexu decide)",
    "next": "give one and ask again: jiexu ask {case} --set {fact}=…",
    "either": " or ", "example": "as {example}",
}  # fmt: skip

ASK_LANGUAGES = {"zh": ASK_ZH, "en": ASK_EN}
EXAMPLES = {
    "date": "2021-03-20", "month": "2021-03", "months": "18", "days": "5", "count": "3", "yuan": "4200.00", "rate": "7%",
}  # fmt: skip
