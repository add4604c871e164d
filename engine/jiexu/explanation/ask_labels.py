"""Fixed phrases of the screen that asks for facts, in both languages, and how a fact of each kind is written."""

from jiexu.explanation.labels import Labels

ASK_ZH: Labels = {
    "ask": "请再提供{count}项，最要紧的在前", "fact": "事实", "write": "写法", "needed": "用于",
    "no_facts": "案件还没有给出有用的事实，以下按两地有规定的全部问题来问",
    "nothing": "没有要问的了。", "no_questions": "两地没有入库的规定，没有可问的。",
    "have": "已有答案{count}项：{names}", "without": "无法认定{count}项：{names}（原因见 jiexu decide）",
    "next": "补上一项再问  jiexu ask {case} --set {fact}=…",
    "either": " 或 ", "example": "例如 {example}",
    "how": "一题一答，答完即存入 {case}。不知道的按回车或答「不知道」跳过，输入 q 结束。",
    "choice": "{number} {name}", "periods": "每段写：地方 起月 止月 种类，几段用分号隔开，例如 {example}",
    "left": "跳过{count}项：{names}", "saved": "已存入 {case}。看认定  jiexu decide {case}",
    "exists": "文件已经有了；不加 --new 接着问",
    "again": "请重答",
}  # fmt: skip

ASK_EN: Labels = {
    "ask": "{count} facts to give, the most useful first", "fact": "fact", "write": "written", "needed": "for",
    "no_facts": "the case gives no fact that bears on anything yet; asked for all questions on which something is held",
    "nothing": "Nothing is left to ask.", "no_questions": "Nothing is held for these places.",
    "have": "{count} answered: {names}", "without": "{count} cannot be decided: {names} (see jiexu decide)",
    "next": "give one and ask again: jiexu ask {case} --set {fact}=…",
    "either": " or ", "example": "as {example}",
    "how": "Each answer is saved to {case} at once. Enter skips a question, q ends.",
    "choice": "{number} {name}", "periods": "each stretch: place, first month, last month, kind; several with semicolons, as {example}",
    "left": "{count} skipped: {names}", "saved": "Saved to {case}. The decision: jiexu decide {case}",
    "exists": "the file is there already; leave --new out to go on with it", "again": "please answer again",
}  # fmt: skip

ASK_LANGUAGES = {"zh": ASK_ZH, "en": ASK_EN}
EXAMPLES = {
    "date": "2021-03-20", "month": "2021-03", "months": "18", "days": "5", "count": "3", "yuan": "4200.00", "rate": "7%",
}  # fmt: skip
