"""Fixed phrases about receipts, in both languages."""

from jiexu.explanation.labels import Labels

ZH: Labels = {
    "identical": "与收据相同", "alike": "认定与收据相同，所据有变", "differs": "认定有变", "undecidable": "按现在的规则无法重新认定",
    "findings": "认定", "same_findings": "{count}项，逐项相同", "changed_findings": "{changed}项有变，其余相同", "why": "原因",
    "law": "规则", "same_files": "{count}份文件，逐份相同", "changed": "内容变了", "missing": "这里没有", "added": "收据里没有",
    "known": "所知", "known_day": "只用{day}以前（含当天）印发的文件", "engine": "引擎", "engines": "收据 {was}，现在 {now}",
    "signature": "签名", "none": "没有", "unchecked": "有，没有核对；要核对，用 --require-signature 给出公钥", "valid": "有，核对无误",
    "status": "结论变了", "value": "答案变了", "by": "依据变了", "grounds": "理由变了：{parts}",
    "was": "收据", "now": "现在", "nothing": "没有这一项", "last": "，到{day}为止", "first": "，自{day}起",
    "governing_day": "适用日", "missing_facts": "缺的事实", "because": "条件", "precedence": "未采用", "readings": "口径",
    "alerts": "提示", "arithmetic": "计算", "other": "其他",
    "head": "自述", "heads": "{parts}同收据里的案件和规则对不上", "head_case": "案号", "head_as_of": "依据日", "head_from": "转出地",
    "head_to": "转入地", "head_known_as_of": "所知", "head_accept": "可作依据的文本", "head_pack": "规则指纹",
    "written": "收据已写入 {path}：{what}{signed}", "nameless": "不含案号、标题和个人信息", "named": "含案号、标题和个人信息",
    "masked": "含案号、标题和个人信息，姓名和号码已遮盖", "signed": "；已签名",
}  # fmt: skip

EN: Labels = {
    "identical": "identical to the receipt", "alike": "decides as the receipt says; what it rests on has changed",
    "differs": "decides otherwise", "undecidable": "cannot be decided again by the law of today",
    "findings": "findings", "same_findings": "{count}, each the same", "changed_findings": "{changed} differ, the others are the same",
    "law": "law", "same_files": "{count} files, each the same", "changed": "changed", "missing": "not here",
    "added": "not in the receipt", "known": "known", "known_day": "only what had been issued by {day}", "engine": "engine",
    "engines": "receipt {was}, now {now}", "signature": "signature", "none": "none", "valid": "valid", "why": "because",
    "unchecked": "there is one, not checked; give the public key with --require-signature",
    "status": "another status", "value": "another answer", "by": "by other clauses", "grounds": "other grounds: {parts}",
    "was": "receipt", "now": "now", "nothing": "not there", "last": ", ended {day}", "first": ", begins {day}",
    "governing_day": "governing day", "missing_facts": "missing facts", "because": "conditions", "precedence": "precedence",
    "readings": "readings", "alerts": "notes", "arithmetic": "working", "other": "the rest",
    "head": "its own account", "heads": "{parts} not as its case and law give it", "head_case": "case number", "head_as_of": "day",
    "head_from": "transfer-out place", "head_to": "transfer-in place", "head_known_as_of": "day of knowledge",
    "head_accept": "evidence that decides", "head_pack": "the law's hash",
    "written": "receipt written to {path}: {what}{signed}", "nameless": "without case number, title and persons",
    "named": "with case number, title and persons", "masked": "with case number, title and persons, masked", "signed": "; signed",
}  # fmt: skip

LANGUAGES = {"zh": ZH, "en": EN}
