"""Fixed phrases of coverage and mutation, in both languages."""

from jiexu.explanation.labels import Labels
from jiexu.regression.mutant import Site

ZH: Labels = {
    "scope": "适用范围", "when": "若", "then": "则", "within": "限度", "test": "答案",
    "speaking": "规则", "conditions": "条件", "all": "合计", "trials": "例子和案件 {count} 个", "percent": "{percent}%",
    "spoken": "成立", "tried": "试过", "true": "真", "false": "假", "unknown": "未知",
    "unspoken": "没有成立过", "untried": "没有试过", "unseen": "没有见过{marks}", "below": "低于所要求的 {percent}%，没有见过的如下",
    "coverage_title": "规则覆盖", "coverage_lead": "每条规则在例子和案件里成立过没有，每个条件为真、为假、未知见过没有。",
    "mutants": "变异 {count} 个：被发现 {killed} 个（按所钉的答案 {pin}，仅按已认可的说明 {decision}），列为等同 {equivalent} 个，"
    "没有被发现 {open} 个；发现 {percent}%",
    "of_instrument": "变异 {count}，发现 {killed}，等同 {equivalent}，未发现 {open}", "survivors": "没有被发现的变异",
    "looked": "看过这一处的例子和案件有 {count} 个，答案都没有变", "nobody": "没有例子或案件看过这一处",
    "would_notice": "这个案件能发现它",
    "not_found": "在附近没有找到能发现它的案件；如果确实不改变任何答案，写进 {file}，注明原因",
    "was": "原来", "becomes": "变异后", "beside": "答案相同，口径或提示不同", "place_none": "不写", "absent_facts": "没有给出事实",
    "progress": "变异", "searching": "找案件", "failing": "先让例子和案件全部通过，再看变异",
    "written": "写出 {count} 个案件到 {folder}，核对后留用", "nothing_written": "没有可写的案件",
    "site_rule": "规则「{name}」", "site_reading": "口径「{name}」", "site_parameter": "参数「{name}」",
    "site_delegation": "授权{name}", "site_silence": "未规定{name}", "site_scope": "适用范围", "site_instrument": "整份文件",
    "number": "由 {was} 改为 {now}", "rank": "位阶由{was}改为{now}", "override": "不再改变 {was}", "dropped": "去掉「{was}」",
    "validity_first": "首日由 {was} 改为 {now}", "validity_last": "末日由 {was} 改为 {now}",
    "rewritten": "「{was}」改为「{now}」", "about": "（{about}）",
}  # fmt: skip

EN: Labels = {
    "scope": "scope", "when": "when", "then": "then", "within": "within", "test": "answer",
    "speaking": "rules", "conditions": "conditions", "all": "all", "trials": "{count} examples and cases", "percent": "{percent}%",
    "spoken": "spoken", "tried": "tried", "true": "true", "false": "false", "unknown": "unknown",
    "unspoken": "never spoke", "untried": "never tried", "unseen": "never seen {marks}",
    "below": "below the {percent}% required; never seen:",
    "coverage_title": "Coverage of the rules",
    "coverage_lead": "Whether each rule stood in a finding of some example or case; whether each condition was seen true, false "
    "and unknown.",
    "mutants": "{count} mutants: {killed} noticed ({pin} by a pin, {decision} by an accepted decision alone), {equivalent} listed as "
    "equivalent, {open} unnoticed; {percent}% noticed",
    "of_instrument": "{count} mutants, {killed} noticed, {equivalent} equivalent, {open} unnoticed",
    "survivors": "Mutants that nobody noticed",
    "looked": "{count} examples and cases looked here, and answer as before", "nobody": "no example or case looked here",
    "would_notice": "this case would notice",
    "not_found": "no case near by would notice; if it changes no answer, list it in {file} with the reason",
    "was": "was", "becomes": "becomes", "beside": "same answer; other readings or alerts", "place_none": "none",
    "absent_facts": "no facts given",
    "progress": "mutants", "searching": "searching cases", "failing": "let all examples and cases pass before you mutate",
    "written": "{count} cases written to {folder}; review them before you keep them", "nothing_written": "no cases to write",
    "site_rule": "rule {name}", "site_reading": "reading {name}", "site_parameter": "parameter {name}",
    "site_delegation": "delegation {name}", "site_silence": "silence {name}", "site_scope": "scope",
    "site_instrument": "the whole instrument",
    "number": "{was} becomes {now}", "rank": "rank {was} becomes {now}", "override": "overrides {was} no more",
    "dropped": "「{was}」 left out",
    "validity_first": "first day {was} becomes {now}", "validity_last": "last day {was} becomes {now}",
    "rewritten": "「{was}」 becomes 「{now}」", "about": " ({about})",
}  # fmt: skip

LANGUAGES = {"zh": ZH, "en": EN}


def site_words(labels: Labels, site: Site) -> str:
    """规则「期限内补缴」, 授权#1, 适用范围."""
    return labels[f"site_{site.kind}"].format(name=site.name)
