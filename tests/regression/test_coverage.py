"""What examples and cases have seen, against marks counted by hand."""

from collections.abc import Callable

from jiexu.law.examination import read_law
from jiexu.law.folder import gather, shipped_policies
from jiexu.law.library import Library
from jiexu.regression.coverage import SPEAKING, Point, covered, tally
from jiexu.regression.trial import trials

from tests.conftest import ROOT, TODAY
from tests.regression.conftest import CLAUSE, FOURTH, NOBODY, THIRD

Seen = dict[tuple[str, str, str], set[str]]


def _seen(library: Library) -> Seen:
    held, problems = trials(library, [], TODAY)
    assert [] == problems
    points = [point for clause in covered(library, held) for point in clause.points]
    return {_name(point): set(point.seen) for point in points}


def _name(point: Point) -> tuple[str, str, str]:
    return point.kind, point.site.name, point.text


def test_an_example_sees_what_was_tested_in_it_and_no_more(law: Callable[..., Library]):
    """The third month: the second rule is stopped by its second condition, so it never speaks."""
    assert {
        ("scope", "", "已提供(转出地)"): {"true"},
        ("rule", "期限内", "待遇起始月"): {"spoken"},
        ("when", "期限内", "参保身份 == 灵活就业人员"): {"true"},
        ("when", "期限内", "中断缴费月数 <= 期限"): {"true"},
        ("rule", "超过期限", "待遇起始月"): set(),
        ("when", "超过期限", "参保身份 == 灵活就业人员"): {"true"},
        ("when", "超过期限", "中断缴费月数 > 期限"): {"false"},
    } == _seen(law(CLAUSE, "  examples:\n", THIRD))


def test_worlds_that_only_try_values_see_nothing(law: Callable[..., Library]):
    """Nobody's employment is known in one example: it is tried both ways, which is no example of either."""
    seen = _seen(law(CLAUSE, "  examples:\n", NOBODY.partition("\n")[0] + "\n"))

    assert {"unknown"} == seen["when", "期限内", "参保身份 == 灵活就业人员"]
    assert set() == seen["rule", "期限内", "待遇起始月"]


def test_what_stands_behind_a_failed_condition_is_not_tested(law: Callable[..., Library]):
    employed = NOBODY.splitlines(keepends=True)[1]
    seen = _seen(law(CLAUSE, "  examples:\n", employed))

    assert {"false"} == seen["when", "期限内", "参保身份 == 灵活就业人员"]
    assert set() == seen["when", "期限内", "中断缴费月数 <= 期限"]


def test_a_condition_that_cannot_be_unknown_is_not_wanted_unknown(law: Callable[..., Library]):
    held = law(CLAUSE, "  examples:\n", THIRD, FOURTH)
    (clause,) = covered(held, trials(held, [], TODAY)[0])
    scope = clause.points[0]

    assert ("true", "false") == scope.wanted
    # Two marks of the scope, three of each of four conditions, one of each of two rules; by hand: 1 + 6 + 2 of them seen.
    assert (9, 16) == tally([clause])


def test_a_delegation_a_silence_and_a_reading_are_seen_when_a_finding_rests_on_them(law: Callable[..., Library]):
    seen = _seen(
        law(
            "- clause: 一\n"
            "  readings:\n"
            "  - name: 起算\n"
            "    quote: 当月起\n"
            "    take: 当月\n"
            "    then: {起算月: 首次缴费月}\n"
            "    instead:\n"
            "    - {take: 次月, then: {起算月: 次月(首次缴费月)}}\n"
            "  rules:\n"
            "  - name: 起算\n"
            "    when:\n"
            "    - 参保身份 == 灵活就业人员\n"
            "    then: {待遇起始月: 起算月}\n"
            "  delegates:\n"
            "  - {about: [中断期费用补缴], quote: 由县规定}\n"
            "  silent:\n"
            "  - {about: [中断期医疗费用, 不足月数], says: 没有写。}\n"
            "  examples:\n"
            "  - given: {参保身份: 灵活就业人员, 首次缴费日: 2021-05-10}\n"
            "    expect: {待遇起始月: 2021-05, 中断期费用补缴: {status: unfilled}, 中断期医疗费用: {status: silent}}\n"
        )
    )

    assert {"tried"} == seen["take", "起算", "当月 起算月"]
    assert (
        set() == seen["take", "起算", "次月 起算月"]
    )  # an example has no accepted decision in which it would be tried
    assert {"spoken"} == seen["delegation", "#1", "中断期费用补缴"]
    assert {"spoken"} == seen["silence", "#1", "中断期医疗费用"]
    assert set() == seen["silence", "#1", "不足月数"]


def test_every_rule_of_the_shipped_law_stands_in_a_finding(library: Library):
    held, _ = trials(library, [ROOT / "cases"], TODAY)
    clauses = covered(library, held)

    assert [] == [
        (clause.instrument.cite(clause.provision.clause), _name(point))
        for clause in clauses
        for point in clause.open
        if point.kind in SPEAKING
    ]
    assert 100 == tally(clauses, *SPEAKING).percent


def test_another_province_is_covered_by_its_own_examples_and_cases():
    yunze = ROOT / "tests" / "provinces" / "yunze"
    library = read_law(gather([shipped_policies(), yunze / "policies"]))
    held, problems = trials(library, [yunze / "cases"], TODAY)
    own = [
        clause for clause in covered(library, held) if clause.instrument.id.startswith(("yunze", "yueya", "yinghuo"))
    ]

    assert [] == problems
    assert 50 < tally(own, *SPEAKING).percent <= 100
    assert {"rule", "delegation", "scope", "when"} <= {point.kind for clause in own for point in clause.points}
