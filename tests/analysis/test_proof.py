"""A law broken in each of the ways a proof knows is caught, with a case that decides as it says."""

from jiexu.analysis.observation import KINDS
from jiexu.analysis.proof import Finding
from jiexu.decision.case_file import read_case_text
from jiexu.decision.case_text import case_text
from jiexu.decision.decide import decide_case, world_of

from tests.analysis.small_law import CITY, WHOLE, found, instrument, law, proved
from tests.conftest import ROOT

PROVINCE = """- clause: 一
  says: 省。
  parameters:
    限: {value: 6, unit: 个月}
  delegates:
  - about: [等待期]
    quote: 由各市规定
    within:
    - 等待期 <= 限
"""


def decided(finding: Finding, library):
    """What is decided of a counter-example that was written and read back."""
    case = read_case_text(case_text(library, finding.case).encode(), "case", library, None)
    return world_of(library, case).decide(finding.question.name), case


def only(proof, kind: str) -> Finding:
    (finding,) = found(proof, kind)
    return finding


def test_a_whole_law_has_no_finding():
    proof = proved(instrument(WHOLE))

    assert () == proof.findings
    assert (1, 2) == (proof.questions, proof.combinations)


def test_a_law_without_a_clause_has_nothing_to_prove():
    assert (0, ()) == ((proof := proved()).questions, proof.findings)


def test_a_month_that_no_rule_reaches_is_a_gap():
    text = instrument(WHOLE.replace("月数 > 界", "月数 > 界 + 1"))
    outcome, case = decided(only(proved(text), "gap"), law(text))

    assert ("not_applicable", 4) == (outcome.status, case.facts["months"])


def test_a_month_that_two_rules_reach_is_an_overlap():
    text = instrument(WHOLE.replace("月数 > 界", "月数 >= 界"))
    finding = only(proved(text), "overlap")
    outcome, case = decided(finding, law(text))

    assert ("conflict", 3) == (outcome.status, case.facts["months"])
    assert ["内", "外"] == [statement.name for statement in finding.shown.statements]


def test_two_rules_that_answer_alike_are_no_overlap():
    text = WHOLE.replace("月数 > 界", "月数 >= 界").replace("等待期: 月数", "等待期: 期")

    assert [] == found(proved(instrument(text)), "overlap")


def test_a_law_that_ends_without_another_is_a_lapse():
    text = instrument(WHOLE, validity="{from: 2020-01-01, until: 2021-12-31}")
    first = found(proved(text), "lapsed")[0]
    outcome, case = decided(first, law(text))

    assert "not_in_force" == outcome.status
    assert "2022-01-01" == str(case.facts["done_on"])


def test_a_delegation_that_a_city_does_not_fill_is_found_there_and_nowhere_else():
    texts = (
        instrument(PROVINCE, "province", "星省", "provincial"),
        instrument(CITY, "city", "星市", "municipal"),
    )
    finding = only(proved(*texts), "unfilled")
    library = law(*texts)
    outcome, case = decided(finding, library)

    assert ("unfilled", "月市") == (outcome.status, library.places.name(case.destination))


def test_a_delegation_filled_too_late_is_found_before_that_day():
    texts = (
        instrument(PROVINCE, "province", "星市", "provincial"),
        instrument(CITY, "city", "星市", "municipal", "{from: 2020-03-01}"),
    )
    finding = only(proved(*texts), "unfilled")
    _, case = decided(finding, law(*texts))

    assert "2020-01-01" <= str(case.facts["done_on"]) < "2020-03-01"


def test_an_answer_outside_the_bound_is_found():
    texts = (
        instrument(PROVINCE, "province", "星市", "provincial"),
        instrument(CITY.replace("value: 3", "value: 7"), "city", "星市", "municipal"),
    )
    finding = only(proved(*texts), "bound")
    outcome, case = decided(finding, law(*texts))
    alerts = decide_case(law(*texts), case).findings["等待期"].alerts

    assert ("determined", 7) == (outcome.status, outcome.value)
    assert ["bound"] == [alert.kind for alert in alerts]


def test_a_higher_rule_that_governs_again_with_another_answer_is_found():
    lower = CITY.replace("  rules:", "  rules:", 1)
    texts = (
        instrument(CITY.replace("value: 3", "value: 9"), "province", "星市", "provincial", "{from: 2021-01-01}"),
        instrument(lower, "city", "星市", "municipal", "{from: 2020-01-01, until: 2020-12-31}"),
    )
    finding = only(proved(*texts), "resurfacing")
    outcome, case = decided(finding, law(*texts))
    alerts = decide_case(law(*texts), case).findings["等待期"].alerts

    assert 9 == outcome.value
    assert ["resurfacing"] == [alert.kind for alert in alerts]


def test_a_rule_whose_conditions_never_hold_is_dead_and_has_no_case():
    dead = (
        WHOLE
        + """  - name: 死
    quote: 从不
    when:
    - 月数 > 期
    - 月数 < 界
    then:
      等待期: 界
"""
    )
    finding = only(proved(instrument(dead)), "dead")

    assert "死" == finding.shown.statements[0].name
    assert finding.case is None


def test_a_rule_that_always_loses_is_dead_and_has_a_case_in_which_it_speaks():
    texts = (
        instrument(CITY.replace("value: 3", "value: 9"), "province", "星市", "provincial"),
        instrument(CITY, "city", "星市", "municipal"),
    )
    finding = only(proved(*texts), "dead")
    outcome, _ = decided(finding, law(*texts))

    assert "city" == finding.shown.statements[0].instrument.id
    assert "province" == outcome.sources[0].instrument.id


def test_a_silence_that_never_shows_is_dead():
    silent = (
        WHOLE
        + """  silent:
  - about: [等待期]
    says: 原文没有写。
    when:
    - 月数 > 期
"""
    )

    assert [""] == [finding.shown.statements[0].name for finding in found(proved(instrument(silent)), "dead")]


def test_an_override_of_a_rule_that_never_speaks_with_it_is_found():
    text = WHOLE.replace("  - name: 外\n", "  - name: 外\n    overrides: [一 内]\n")
    finding = only(proved(instrument(text)), "override")
    outcome, _ = decided(finding, law(instrument(text)))

    assert ("外", ("一 内",)) == (finding.shown.statements[0].name, finding.shown.names)
    assert "外" == outcome.sources[0].name


def test_an_override_that_settles_an_overlap_is_none():
    text = WHOLE.replace("  - name: 外\n", "  - name: 外\n    overrides: [一 内]\n").replace("月数 > 界", "月数 >= 界")

    assert () == proved(instrument(text)).findings


def test_a_reading_that_changes_an_answer_is_told():
    text = """- clause: 一
  says: 口径。
  parameters:
    界: {value: 3, unit: 个月}
    期: {value: 6, unit: 个月}
  readings:
  - name: 起算
    quote: 三个月内
    take: 当月计
    then:
      期限内: 月数 <= 界
    instead:
    - take: 次月计
      then:
        期限内: 月数 - 1 <= 界
  rules:
  - quote: 三个月内
    then:
      等待期: 月数 if 期限内 else 期
"""
    finding = only(proved(instrument(text)), "reading")
    _, case = decided(finding, law(instrument(text)))
    (used,) = decide_case(law(instrument(text)), case).findings["等待期"].readings

    assert (4, True) == (case.facts["months"], used.sensitive)


def test_what_turns_on_a_list_of_periods_is_said_to_be_not_analysed():
    text = """- clause: 一
  says: 记录。
  parameters:
    界: {value: 3, unit: 个月}
  rules:
  - quote: 缴费
    then:
      可办: 缴费月数(缴费记录, 实际) >= 界
"""
    proof = proved(instrument(text))

    assert ("record",) == only(proof, "not_analysed").shown.names
    assert [] == found(proof, "dead")


def test_a_silence_that_is_declared_is_no_gap():
    silent = (
        WHOLE.replace("月数 > 界", "月数 > 界 + 1")
        + """  silent:
  - about: [等待期]
    says: 第四个月原文没有写。
    when:
    - 月数 == 界 + 1
"""
    )

    assert () == proved(instrument(silent)).findings


def test_a_question_that_rests_on_an_open_one_is_not_told_again():
    text = (
        WHOLE.replace("月数 > 界", "月数 > 界 + 1")
        + """- clause: 二
  says: 加成。
  rules:
  - quote: 加成
    then:
      加成: 等待期 + 1
"""
    )

    assert ["等待期"] == [finding.question.name for finding in found(proved(instrument(text)), "gap")]


def test_every_kind_has_a_check():
    folder = ROOT / "engine" / "jiexu" / "checks"
    checks = "".join(path.read_text("utf-8") for path in folder.glob("p6*.py"))
    names = {"unfilled": "OPEN_DELEGATION"}

    assert [] == [kind for kind in KINDS if names.get(kind, kind.upper()) not in checks]
