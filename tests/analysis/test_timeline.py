"""The line of time: against what stands each day, and against what decisions say."""

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from jiexu.analysis.stretch import LAPSED, LEFT, NOTHING, OPEN, PARTLY, RESURFACED, RULED
from jiexu.analysis.timeline import Timeline, timeline
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import world_of
from jiexu.document.loader import read
from jiexu.law.provision import Delegation
from jiexu.ruleset.standing import RuleSet

from tests.analysis.packs import PROVINCES, law, law_with, place
from tests.conftest import ROOT, TODAY

ONE_DAY = timedelta(days=1)
PLACES = [((), "济宁市"), ((), "海西州"), ((), "成都市"), (("yunze",), "萤火县"), (("jining-2025",), "曲阜市")]
CASES = sorted((ROOT / "cases").rglob("*.yaml"))
FICTIONAL = sorted(PROVINCES.glob("*/cases/*.yaml"))


def lines(folders: tuple[str, ...], name: str):
    library = law(*folders)
    code = place(library, name)
    rules = RuleSet(library, code, code)
    return rules, {question.name: timeline(rules, question) for question in library.vocabulary.questions.values()}


@cache
def line_of(rules: RuleSet, name: str, transfer: bool) -> Timeline:
    return timeline(rules, rules.library.vocabulary.questions[name], transfer=transfer)


def states(folders: tuple[str, ...], where: str, question: str) -> list[tuple[str, str]]:
    return [(str(one.days.first), one.state) for one in lines(folders, where)[1][question].stretches]


def said(statements) -> set[int]:
    return {id(one.said) for one in statements}


@pytest.mark.parametrize(("folders", "name"), PLACES)
def test_the_stretches_follow_each_other_without_a_gap_to_the_end_of_time(folders, name):
    for line in lines(folders, name)[1].values():
        for one, other in pairwise(line.stretches):
            assert one.days.last is not None
            assert one.days.last + ONE_DAY == other.days.first
            assert not one.says_as(other)
        assert [None] == [one.days.last for one in line.stretches[-1:]] or not line.stretches


@pytest.mark.parametrize(("folders", "name"), PLACES)
def test_a_stretch_holds_what_stands_on_each_of_its_days(folders, name):
    rules, found = lines(folders, name)
    for line in found.values():
        for stretch in line.stretches:
            for day in {stretch.days.first, stretch.days.last or date(2100, 1, 1)}:
                standing = rules.standing(line.question, day)
                delegating = {id(one.said) for one in standing if isinstance(one.said, Delegation)}
                groundless = said(one.statement for one in stretch.groundless)
                speaking = said(stretch.rules) | said(one for handed in stretch.handed for one in handed.by)

                assert said(standing) - delegating - groundless == speaking
                assert delegating - groundless == said(one.statement for one in stretch.handed)
                assert said(rules.standing(line.question, day, silences=True)) == said(stretch.silences)


@pytest.mark.parametrize(("folders", "name"), PLACES)
def test_before_the_first_stretch_nothing_stands(folders, name):
    rules, found = lines(folders, name)
    for line in found.values():
        for stretch in line.stretches[:1]:
            assert [] == rules.standing(line.question, stretch.days.first - ONE_DAY)
            assert NOTHING == line.state(stretch.days.first - ONE_DAY)


@pytest.mark.parametrize("path", [*CASES, *FICTIONAL], ids=lambda path: path.stem)
def test_a_decision_is_by_what_the_line_of_time_has_on_that_day(path: Path):
    """Deciders stand in the stretch of the governing day; a question that lapsed, or was left below, has a gap there."""
    library = law(path.parents[1].name) if path in FICTIONAL else law()
    case = read_case(read(path), library, TODAY)
    world = world_of(library, case)
    transfer = case.origin is not None and case.destination is not None
    for name, question in library.vocabulary.questions.items():
        outcome = world.decide(name)
        if outcome.day is None or question.expression is not None:
            continue
        stretch = line_of(world.rules, name, transfer).at(outcome.day)
        if outcome.determined:
            assert stretch is not None
            held = said(stretch.rules) | said(one for handed in stretch.handed for one in handed.by)
            assert said(outcome.sources) <= held, name
        elif outcome.status == "unfilled" and not outcome.rests_on:
            assert stretch is not None
            assert stretch.state in OPEN, name
        elif outcome.status == "not_in_force" and outcome.lapse and outcome.lapse.statements and not outcome.rests_on:
            assert (stretch.state if stretch else NOTHING) in (*OPEN, RESURFACED, NOTHING), name


def test_the_start_of_benefits_at_jining_has_three_stretches_and_a_gap_at_the_end():
    assert [("2020-09-01", RULED), ("2021-12-01", RULED), ("2025-09-01", PARTLY)] == states((), "济宁市", "待遇起始月")


def test_who_fills_a_delegation_is_named_and_that_nobody_does():
    line = lines((), "济宁市")[1]["待遇起始月"]
    of_law, left = line.at(date(2022, 1, 1)), line.at(date(2025, 9, 1))

    assert of_law is not None
    assert left is not None
    assert {"transfer-2021-43 第十条", "shandong-2020-47 二第二款", "shandong-2020-47 二第三款"} == {
        one.statement.citation for one in of_law.handed if one.by
    }
    assert [("transfer-2021-43 第十条", ())] == [(one.statement.citation, one.by) for one in left.handed]


def test_a_rule_that_lapsed_while_a_superior_one_covers_it_has_resurfaced():
    assert RESURFACED == states((), "济宁市", "累计缴费月数")[-1][1]


def test_a_question_on_which_nothing_stands_any_more_has_lapsed():
    assert [("2020-09-01", RULED), ("2025-09-01", LAPSED)] == states((), "济宁市", "达到最低缴费年限")


def test_a_place_without_law_of_its_own_is_left_alone_with_what_the_nation_leaves_to_it():
    assert [("2021-12-01", LEFT)] == states((), "成都市", "中断期补缴基数")
    assert [("2021-12-01", PARTLY)] == states((), "成都市", "待遇起始月")
    assert [] == states((), "成都市", "达到最低缴费年限")


def test_a_later_notice_that_extends_and_replaces_closes_the_gap():
    assert ("2025-09-01", RULED) in states(("jining-2025",), "济宁市", "待遇起始月")
    assert ("2027-09-01", PARTLY) in states(("jining-2025",), "济宁市", "待遇起始月")


def test_between_two_places_what_never_speaks_there_is_left_out():
    library = law()
    question = library.vocabulary.questions["待遇起始月"]
    rules = RuleSet(library, place(library, "海西州"), place(library, "济宁市"))

    assert "jining-2020-19 二（二）" in {one.citation for one in timeline(rules, question).lanes}
    assert {"transfer-2021-43 第十条", "jining-2022-adoption 转移"} == {
        one.citation for one in timeline(rules, question, transfer=True).lanes
    }


def test_numbers_that_go_by_the_date_are_listed_with_their_days():
    line = lines(("yunze",), "月牙市")[1]["规定缴费年限"]

    assert [
        ("2030-01-01", "男职工年限", 300),
        ("2031-01-01", "男职工年限", 312),
        ("2032-01-01", "男职工年限", 324),
    ] == [(str(one.first), one.name, one.value) for one in line.numbers if one.name == "男职工年限"]


def test_a_rule_in_force_that_turns_on_a_lapsed_question_has_lost_its_ground(tmp_path: Path):
    """Someone extends the clause on the amount and forgets the one on the years it counts."""
    library = law_with(
        tmp_path,
        "invented-2025-2",
        """\
format: jiexu-rules/1
instrument:
  id: invented-2025-2
  number: 虚构〔2025〕2号
  title: （虚构，只供测试）只延长一条
  issued_by: [济宁市医疗保障局]
  place: 济宁市
  rank: municipal
  evidence: official
  validity: {from: 2025-09-01, until: 2027-08-31, quote: 自2025年9月1日起施行}
  extends: [{instrument: jining-2020-19, clause: 三（二）, until: 2027-08-31, quote: 三（二）延长至2027年8月31日}]
provisions:
- clause: 一
  says: 只延长一条，另定责任人。
  rules:
  - quote: 由本人补缴
    then:
      补缴责任人: 本人
""",
    )
    code = place(library, "济宁市")
    rules = RuleSet(library, code, code)
    for question, state in (("一次性补缴比例", LAPSED), ("补缴责任人", PARTLY)):
        stretch = timeline(rules, library.vocabulary.questions[question]).at(date(2026, 1, 1))

        assert stretch is not None
        assert state == stretch.state
        assert [("jining-2020-19 三（二）", ("不足月数",))] == [
            (one.statement.citation, tuple(question.name for question in one.questions)) for one in stretch.groundless
        ]
