"""Fixed phrases of an impact, in both languages."""

from jiexu.explanation.labels import Labels
from jiexu.report.impact.part_labels import PARTS_EN, PARTS_ZH
from jiexu.report.impact.procedure_labels import PROCEDURE_EN, PROCEDURE_ZH

IMPACT_ZH: Labels = {
    "title": "规则变更的影响", "unchanged": "{cases}个案件的认定都没有变化", "old": "旧", "new": "新",
    "on": "{name}  依据日 {day}", "counted": "{cases}个案件，{changed}个有变化，共{findings}项认定",
    "remarked": "；另有{count}项只变了附注", "one_sided": "；{count}个只有一边读得懂",
    "no_cases": "没有案件，只比了规则（用 --cases 给出案件）",
    "nothing": "没有变化：规则和{cases}个案件的认定两边相同。",
    "unmoved": "若预期认定有变化，说明案件没有覆盖到这次修改。", "law": "规则改了什么", "no_law": "规则没有改动。",
    "whom": "对谁有变化", "what": "变了什么", "question": "问题", "moved_by": "变动", "by": "依据",
    "case": "案件", "case_count": "案件数", "case_title": "案情", "before": "原来", "after": "现在",
    "governing": "适用日", "causes": "起因", "no_cause": "没有找到直接的起因", "no_clause": "没有条款决定",
    "items": "{count}项", "came": "其中{count}项共{amount}", "came_all": "共{amount}",
    "cut": "另有{count}案（用 --all 全部列出）", "remarks": "答案和依据不变，只是附带的提示、口径或条件变了",
    "unread": "只有一边读得懂的案件", "unread_old": "旧的一边读不懂", "unread_new": "新的一边读不懂",
    "notice": "与变更单核对", "kept": "变化与变更单一致。",
    "explanations": "各案说明全文",
    "explanations_note": "点开一案，看两边的说明全文；打印时只印点开的。",
    "explain": "看一个案件两边的说明：同样的命令加 --explain 案号", "explained": "{side}：{name}",
    "from_law": "规则指纹", "kind_answer": "答案变了", "kind_decided": "有了答案", "kind_opened": "不再有答案",
    "kind_lapsed": "不再有依据", "kind_revived": "重新有依据", "kind_reason": "仍无答案，原因变了",
    "kind_asked": "新增的问题", "kind_dropped": "取消的问题", "kind_clause": "只换了依据", "kind_remark": "只变了附注",
    "earlier": "提前", "later": "推后", "more": "增加", "less": "减少", "yes": "否变为是", "no": "是变为否",
    "other": "改变", "total": "{direction}{count}项", "total_amount": "{direction}{count}项，共{amount}",
    "shift": "{direction}{amount}", "unit_months": "{amount}个月", "unit_days": "{amount}天", "unit_yuan": "{amount}元",
    "unit_rate": "{amount}%", "unit_count": "{amount}", "announced": "变更单：{title}",
}  # fmt: skip

IMPACT_EN: Labels = {
    "title": "Impact of a change of law", "unchanged": "no finding of {cases} cases changes", "old": "old",
    "new": "new", "on": "{name}  as of {day}", "counted": "{cases} cases, {changed} change, {findings} findings",
    "remarked": "; {count} more in remarks only", "one_sided": "; {count} can be read by one side only",
    "no_cases": "no cases: only the law was compared (give some with --cases)",
    "nothing": "Nothing changes: the law and the findings of {cases} cases are the same.",
    "unmoved": "If a finding should change, no case covers what was changed.", "law": "What changed in the law",
    "no_law": "The law is the same.", "whom": "Whom it changes", "what": "what changed", "question": "question",
    "moved_by": "moved", "by": "by", "case": "case", "case_count": "cases", "case_title": "title",
    "before": "before", "after": "after", "governing": "governing day", "causes": "because",
    "no_cause": "no direct cause found", "no_clause": "no clause decides", "items": "findings: {count}",
    "came": "{count} of them {amount} in all", "came_all": "{amount} in all",
    "cut": "{count} more cases (--all lists them)",
    "remarks": "Same answer by the same clause; what is told beside it changed",
    "unread": "Cases that only one side can read", "unread_old": "the old side cannot read it",
    "unread_new": "the new side cannot read it", "notice": "Against the notice of change",
    "kept": "What changes is what was announced.",
    "explanations": "Full explanations",
    "explanations_note": "Open a case for both explanations; only those opened are printed.",
    "explain": "both explanations of a case: the same command with --explain CASE", "explained": "{side}: {name}",
    "from_law": "law's hash", "kind_answer": "another answer", "kind_decided": "newly decided",
    "kind_opened": "newly open", "kind_lapsed": "newly not in force", "kind_revived": "in force again",
    "kind_reason": "still open, for another reason", "kind_asked": "new question", "kind_dropped": "question gone",
    "kind_clause": "clause only", "kind_remark": "remarks only", "earlier": "earlier", "later": "later",
    "more": "more", "less": "less", "yes": "no becomes yes", "no": "yes becomes no", "other": "changed",
    "total": "{count} {direction}", "total_amount": "{count} {direction}, {amount} in all",
    "shift": "{amount} {direction}", "unit_months": "{amount} months", "unit_days": "{amount} days",
    "unit_yuan": "{amount} yuan", "unit_rate": "{amount}%", "unit_count": "{amount}", "announced": "notice: {title}",
}  # fmt: skip

IMPACT_LANGUAGES = {"zh": PARTS_ZH | PROCEDURE_ZH | IMPACT_ZH, "en": PARTS_EN | PROCEDURE_EN | IMPACT_EN}
