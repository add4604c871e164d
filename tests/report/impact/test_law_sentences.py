"""What changed in the law is said clause by clause, in sentences."""

from functools import cache

import pytest
from jiexu.law.examination import examine, read_law
from jiexu.law.folder import files_of, gather
from jiexu.regression.impact import impact
from jiexu.regression.side import Side
from jiexu.report.impact.law_sentences import law_rows
from jiexu.report.impact.wording import ImpactWording

from tests.conftest import ROOT, TODAY

JINING, SHANDONG = "jining/jining-2020-19.yaml", "shandong/shandong-2020-47.yaml"
NATIONAL, WORDS, CALENDAR = "national/transfer-2021-43.yaml", "vocabulary.yaml", "national/workdays-2026.yaml"
PLACES, HAIXI = "jurisdictions.yaml", "qinghai/haixi-2025-guide.yaml"
NUMBER_19, NUMBER_43, VOCABULARY = "济医保发〔2020〕19号", "医保办发〔2021〕43号", "词汇表和地名表"

EDITS = [
    (JINING, "等待期: {value: 6,", "等待期: {value: 3,", NUMBER_19, "二（三）", "等待期由6个月改为3个月"),
    (JINING, "补缴比例: {value: 7%, unit: 比例, quote: 7%的比例}", "补缴比例: {value: 7.5%, unit: 比例, quote: 7%的比例}", NUMBER_19, "三（二）", "补缴比例由7%改为7.5%"),
    (JINING, "最低实际缴费年限: {value: 10,", "最低实际缴费年限: {value: 15,", NUMBER_19, "三（一）", "最低实际缴费年限由10年改为15年"),
    (JINING, "quote: 连续缴费满6个月后}", "quote: 满6个月后}", NUMBER_19, "二（三）", "「等待期」的引文由「连续缴费满6个月后」改为「满6个月后」"),
    (JINING, "    - not 按时足额缴费\n", "", NUMBER_19, "三（二）", "删去「情形二」的条件：「非按时足额缴费」"),
    (JINING, "    - not 按时足额缴费\n", "    - not 按时足额缴费\n    - not 存在欠费\n", NUMBER_19, "三（二）", "增加「情形二」的条件：「非存在欠费」"),
    (
        JINING, "    - not 按时足额缴费\n", "    - 存在欠费\n", NUMBER_19, "三（二）", "「情形二」的条件由「非按时足额缴费」改为「存在欠费」",
    ),
    (
        JINING, "本人 if 参保身份 == 灵活就业人员 else 用人单位", "用人单位", NUMBER_19, "三（二）",
        "「金额」对补缴责任人的答案由「参保身份＝灵活就业人员的，本人；否则用人单位」改为「用人单位」",
    ),
    (JINING, "until: 2025-08-31, quote: 自2020", "until: 2026-08-31, quote: 自2020", NUMBER_19, "各条", "有效期的末日由2025-08-31改为2026-08-31"),
    (JINING, ", until: 2025-08-31, quote: 自2020", ", quote: 自2020", NUMBER_19, "各条", "有效期的末日由2025-08-31改为没有写明"),
    (JINING, "from: 2020-09-01, until: 2025", "from: 2020-10-01, until: 2025", NUMBER_19, "各条", "有效期的首日由2020-09-01改为2020-10-01"),
    (JINING, "  - name: 无中断\n    quote: 3个月内接续并补缴", "  - name: 没有中断\n    quote: 3个月内接续并补缴", NUMBER_19, "二（三）", "「3个月内接续并补缴中断缴费期间费用的」这条规则的名称由「无中断」改为「没有中断」"),
    (JINING, "rank: municipal", "rank: provincial", NUMBER_19, "文件头", "位阶由市级文件改为省级文件"),
    (JINING, "evidence: official", "evidence: reported", NUMBER_19, "文件头", "文本来源由官方文本改为仅见报道，只作比对，不作依据"),
    (JINING, "place: 济宁市\n", "place: 济南市\n", NUMBER_19, "文件头", "适用的地方由济宁市改为济南市"),
    (JINING, "municipal], quote: 国家", "municipal, guide], quote: 国家", NUMBER_19, "文件头", None),
    (JINING, "title: 关于转发", "title: 关于再转发", NUMBER_19, "文件头", None),
    (JINING, "  says: 一次性补足的部分不计入个人账户。", "  says: 补足的部分不计入个人账户。", NUMBER_19, "三（四）", "我们的说法由「一次性补足的部分不计入个人账户。」改为「补足的部分不计入个人账户。」"),
    (JINING, "clause: 三（五）", "clause: 三（六）", NUMBER_19, "三（六）", "原为三（五）"),
    (
        JINING, "take: 不设下限\n", "take: 不设下限\n    confirmed: {by: 济宁市医疗保障局, on: 2026-01-01}\n", NUMBER_19, "三（二）",
        "口径「情形一基数」已确认：「济宁市医疗保障局 2026-01-01」",
    ),
    (JINING, "then:\n      情形一补缴基数: 最后一次缴费基数\n", "then:\n      情形一补缴基数: 退休上月应缴基数\n", NUMBER_19, "三（二）", "口径「情形一基数」里「情形一补缴基数」的算法由「最后一次缴费基数」改为「退休上月应缴基数」"),
    (JINING, "    overrides: [二（一）]\n    when:\n    - 参保身份 == 随用人单位参保\n    - not 期限内接续\n    then:\n      待遇", "    when:\n    - 参保身份 == 随用人单位参保\n    - not 期限内接续\n    then:\n      待遇", NUMBER_19, "二（二）", "删去「超过3个月接续的，在转入地参保缴费的次月开始享受职工医保待遇」所改变的规则：「二（一）」"),
    (JINING, "  applies_to: 退休时已参保 or not 已提供(退休时已参保)\n", "", NUMBER_19, "三（二）", "删去适用范围：「退休时已参保，或非（写明退休时已参保）」"),
    (JINING, "  - {kind: note, says: 分段缴费期间享受在职职工待遇,", "  - {kind: note, says: 分段缴费期间照样享受在职待遇,", NUMBER_19, "三（三）", None),
    (JINING, "    says: 退休时未参保的人员按济医保发〔2019〕50号办理，该文件未入库。", "    says: 另有规定，未入库。", NUMBER_19, "三（五）", None),
    (NATIONAL, "    - 中断缴费月数 > 接续期限\n    within:", "    - 中断缴费月数 >= 接续期限\n    within:", NUMBER_43, "第十条", "「基本医疗保险待遇按各统筹地区规定执行」的条件由「中断缴费月数＞接续期限」改为「中断缴费月数≥接续期限」"),
    (WORDS, "ask: 在转出地是否欠费？", "ask: 欠费吗？", VOCABULARY, "", "「存在欠费」的问法由「在转出地是否欠费？」改为「欠费吗？」"),
    (WORDS, "sunset_within_days: 180", "sunset_within_days: 90", VOCABULARY, "", "到期提示的天数由180天改为90天"),
    (WORDS, "choices: {online: 线上, offline: 线下}", "choices: {online: 线上, offline: 线下, post: 邮寄}", VOCABULARY, "", "「办理方式」的选项由「线上」、「线下」改为「线上」、「线下」、「邮寄」"),
    (WORDS, "name: 转出地经办机构, at: out", "name: 转出地经办机构, at: both", VOCABULARY, "", "经办「转出地经办机构」在哪一边由转出地改为两地"),
    (NATIONAL, "    due: 办结期限\n", "", NUMBER_43, "第九条", "删去步骤「办结转入」的期限：「办结期限」"),
    (NATIONAL, "    due: 办结期限\n", "    due: 信息表与资金期限\n", NUMBER_43, "第九条", "步骤「办结转入」的期限由「办结期限」改为「信息表与资金期限」"),
    (NATIONAL, "    needs: [转移接续申请]\n", "    needs: [转移接续申请, 身份证件]\n", NUMBER_43, "第七条", "步骤「校验受理」所凭的文书由「转移接续申请」改为「转移接续申请」、「身份证件」"),
    (NATIONAL, "    when: [个人账户余额 > 0]\n    due", "    due", NUMBER_43, "第八条", "删去步骤「划转资金」的情形：「个人账户余额＞0」"),
    (NATIONAL, "      when: [not 可否办理转移接续]\n", "", NUMBER_43, "第七条", "删去办不成「校验不通过的，不予受理，告知原因」的情形：「非可否办理转移接续」"),
    (
        NATIONAL, "校验不通过的，不予受理，告知原因", "校验不通过的，告知原因", NUMBER_43, "第七条",
        "步骤「校验受理」办不成时的办法由「校验不通过的，不予受理，告知原因（理由见「不予受理原因」）（情形：非可否办理转移接续）」"
        "改为「校验不通过的，告知原因（理由见「不予受理原因」）（情形：非可否办理转移接续）」",
    ),
    (
        NATIONAL, "  - step: 划转资金\n    route: 线上办理\n    actor: 转出地经办机构\n", "  - step: 划转资金\n    route: 线上办理\n    actor: 转出地经办机构财务\n",
        NUMBER_43, "第八条", "步骤「划转资金」的经办由「转出地经办机构」改为「转出地经办机构财务」",
    ),
    (NATIONAL, "  - 转出地 != 转入地\n  begins: [提出申请]", "  begins: [提出申请]", NUMBER_43, "文件头", None),
    (NATIONAL, "  name: 线上办理\n  says: 两地经办机构经国家平台办理，没有联系函", "  name: 线上办理\n  says: 两地经国家平台办理", NUMBER_43, "文件头", "途径「线上办理」的说法由「两地经办机构经国家平台办理，没有联系函」改为「两地经国家平台办理」"),
    (HAIXI, "enter: {证件号码: 转移人员证件号码}", "enter: {证件号码: 本人证件号码}", None, None, "步骤「发出转入申请」里操作的录入由证件号码＝转移人员证件号码改为证件号码＝本人证件号码"),
    (HAIXI, "  - {kind: complaint, says: 现场：", "  - {kind: contact, says: 现场：", None, "九", "「现场：各地经办机构窗口」的类别由「投诉」改为「咨询」"),
    (SHANDONG, "role: issued, by: 转出地经办机构, says: 注明", "role: issued, by: 转入地经办机构, says: 注明", None, None, "「基本医疗保险参保凭证」由谁出具或提交由「转出地经办机构」改为「转入地经办机构」"),
    (PLACES, "[济宁市, 济宁]", "[济宁市, 济宁, 任城]", VOCABULARY, "", "济宁市的叫法由「济宁市」、「济宁」改为「济宁市」、「济宁」、「任城」"),
]  # fmt: skip


def rows(edit, language="zh"):
    """What is said of one edit: the name of the instrument, the clause, the sentence."""
    name, before, after = edit[:3]
    content = dict(_shipped().content)
    label = f"policies/{name}"
    text = content[label].decode()
    assert before in text
    content[label] = text.replace(before, after, 1).encode()
    library, _ = examine(files_of(content, {}))
    found = impact(Side("old", _before()), Side("new", library), [], TODAY)
    return [(title, *row) for title, told in law_rows(ImpactWording(found, language), found.law) for row in told]


@cache
def _shipped():
    return gather([ROOT / "policies"])


@cache
def _before():
    return read_law(_shipped())


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit[4] or edit[0]} {edit[5] or edit[2]}"[:40])
def test_one_edit_is_one_sentence_at_its_clause(edit):
    told = rows(edit)

    assert 1 == len(told)
    assert all(wanted in (None, found) for wanted, found in zip(edit[3:5], told[0][:2], strict=True))
    if edit[5] is not None:
        assert edit[5] == told[0][2]


@pytest.mark.parametrize("edit", [EDITS[0], EDITS[4], EDITS[8], EDITS[-2]])
def test_the_same_in_english(edit):
    ((_, _, sentence),) = rows(edit, "en")

    assert "由" not in sentence
    assert "→" in sentence or "gone" in sentence


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_whole_pack_more_or_less_is_told_too(language):
    """Every kind of thing a pack may hold comes and goes: words, places, instruments, clauses."""
    folder = ROOT / "tests" / "provinces" / "yunze" / "policies"
    laws = [read_law(gather(folders)) for folders in ([ROOT / "policies"], [ROOT / "policies", folder])]
    there, back = (impact(Side("old", one), Side("new", other), [], TODAY) for one, other in (laws, laws[::-1]))
    told, untold = (
        [row for _, rows in law_rows(ImpactWording(found, language), found.law) for row in rows]
        for found in (there, back)
    )

    assert len(told) == len(untold) == len(there.law)
    assert all(sentence for _, sentence in (*told, *untold))


def test_a_rule_that_splits_in_two_is_not_told_as_a_new_clause():
    """One rule takes over an answer of another: that is told as the answer gone and the rule new, at the same clause."""
    before = "    then:\n      属于省内转移接续人员: 已提供(转出地) and 转出地 != 转入地"
    told = rows(
        (JINING, before, "    when:\n    - 已提供(转出地)\n    then:\n      属于省内转移接续人员: 转出地 != 转入地")
    )

    assert {(NUMBER_19, "一")} == {row[:2] for row in told}
    assert ["增加", "「需在省内跨统筹地区转移职工医保关系的人员」对属于省内转移接续人员的答案"] == [
        told[0][2][:2],
        told[1][2].partition("由")[0],
    ]
