"""Derived tables: each row against the interpreter, on every case there is."""

from datetime import date
from pathlib import Path

import pytest
from jiexu.analysis.condition import FAILS, HOLDS, split
from jiexu.analysis.table import Row, Table, table
from jiexu.base.location import NOWHERE
from jiexu.base.unknown import is_unknown
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import world_of
from jiexu.decision.hearing import hear
from jiexu.decision.world import World
from jiexu.document.loader import read
from jiexu.expression.grammar import expression

from tests.analysis.packs import PROVINCES, law, place
from tests.conftest import ROOT, TODAY

CASES = sorted((ROOT / "cases").rglob("*.yaml"))
FICTIONAL = sorted(PROVINCES.glob("*/cases/*.yaml"))
COMPARE = {
    "==": lambda one, other: one == other, "!=": lambda one, other: one != other, "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other, ">": lambda one, other: one > other, ">=": lambda one, other: one >= other,
}  # fmt: skip


def of(question: str, where: str, origin: str | None, day: date, *folders: str) -> Table:
    library = law(*folders)
    found = library.vocabulary.questions[question]
    return table(library, found, day, place(library, origin) if origin else None, place(library, where))


def brief(row: Row) -> tuple[object, ...]:
    cells = tuple(
        tuple((test.sign, test.against.source if test.against else "") for test in cell) for cell in row.cells
    )
    return row.statement.citation, cells


def truth(world: World, row: Row) -> bool | None:
    """Whether all cells of a row hold, computed from the table alone; None when something in them is unknown."""
    results: list[bool | None] = []
    with world.inside(row.statement.provision):
        for test in (test for cell in row.cells for test in cell):
            left = world.value(test.subject)
            right = world.value(test.against) if test.against else None
            if is_unknown(left) or is_unknown(right):
                results.append(None)
            elif test.against is None:
                results.append(left is (test.sign == HOLDS))
            else:
                results.append(COMPARE[test.sign](left, right))
    return False if False in results else None if None in results else True


@pytest.mark.parametrize("path", [*CASES, *FICTIONAL], ids=lambda path: path.stem)
def test_the_rows_that_hold_are_the_statements_that_speak(path: Path):
    library = law(path.parents[1].name) if path in FICTIONAL else law()
    case = read_case(read(path), library, TODAY)
    if case.destination is None:
        return
    world = world_of(library, case)
    for name, question in library.vocabulary.questions.items():
        outcome = world.decide(name)
        if outcome.day is None or question.expression is not None:
            continue
        found = table(library, question, outcome.day, case.origin, case.destination)
        standing = [
            *world.rules.standing(question, outcome.day),
            *world.rules.standing(question, outcome.day, silences=True),
        ]
        with world.asking(name, outcome.day):
            heard = {id(one.said): hear(world, name, one).truth for one in standing}
            rows = {id(row.statement.said): truth(world, row) for row in found.rows}

        stopped = {id(one.said) for one, _ in found.stopped}
        if case.origin is not None:
            assert heard.keys() == rows.keys() | stopped
        assert {id_ for id_, speaks in heard.items() if speaks is True} == {id_ for id_, holds in rows.items() if holds}
        assert stopped <= {id_ for id_, speaks in heard.items() if speaks is not True}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_decider_is_no_lower_than_any_row_that_holds_and_answers(path: Path):
    """Read downwards, the first answer that no delegation above it takes away is the answer."""
    library = law()
    case = read_case(read(path), library, TODAY)
    if case.destination is None or case.origin is None:
        return
    world = world_of(library, case)
    for name, question in library.vocabulary.questions.items():
        outcome = world.decide(name)
        if not outcome.determined or outcome.day is None or not outcome.walk.deciders or outcome.whatever:
            continue
        if question.kind.name == "set" or question.conjunction:
            continue
        found = table(library, question, outcome.day, case.origin, case.destination)
        ranks = library.rank_order
        with world.asking(name, outcome.day):
            holding = [row for row in found.rows if truth(world, row)]
        handed = -1
        first = None
        for row in holding:
            rank = ranks[row.statement.instrument.rank]
            overridden = any(by in [one.statement for one in holding] for by in row.overridden_by)
            if row.delegates and not overridden:
                handed = rank
            elif first is None and rank > handed and row.answer(question) is not None and not overridden:
                first = row
        assert first is not None, name
        assert first.statement.citation in {voice.statement.citation for voice in outcome.walk.deciders}, name


def test_the_table_of_the_start_of_benefits_in_the_province():
    found = of("待遇起始月", "济宁市", "济南市", date(2022, 6, 1))

    assert ["属于省内转移接续人员", "参保身份", "期限内接续", "中断缴费月数", "已补缴中断期费用"] == [
        column.subject.source for column in found.columns
    ]
    assert [
        ("transfer-2021-43 第十条", ((), (), (), ((">", "接续期限"),), ())),
        ("transfer-2021-43 第十条", ((), (), (), (("==", "0"),), ())),
        ("transfer-2021-43 第十条", ((), (), (), ((">", "0"), ("<=", "接续期限")), ((HOLDS, ""),))),
        ("shandong-2020-47 二第二款", (((HOLDS, ""),), (("==", "随用人单位参保"),), ((FAILS, ""),), (), ())),
        ("shandong-2020-47 二第三款", (((HOLDS, ""),), (("==", "灵活就业人员"),), (), (), ())),
        ("shandong-2020-47 二第一款", (((HOLDS, ""),), (("==", "随用人单位参保"),), (), (), ())),
        ("jining-2020-19 二（二）", (((HOLDS, ""),), (("==", "随用人单位参保"),), ((FAILS, ""),), (), ())),
        ("jining-2020-19 二（一）", (((HOLDS, ""),), (("==", "随用人单位参保"),), (), (), ())),
        ("jining-2020-19 二（三）", (((HOLDS, ""),), (("==", "灵活就业人员"),), ((FAILS, ""),), (), ())),
        ("jining-2020-19 二（三）", (((HOLDS, ""),), (("==", "灵活就业人员"),), ((HOLDS, ""),), (), ())),
    ] == [brief(row) for row in found.rows]


def test_a_rule_stands_after_those_of_its_instrument_that_override_it():
    found = of("待遇起始月", "济宁市", "济南市", date(2022, 6, 1))

    assert {"jining-2020-19 二（一）": ["jining-2020-19 二（二）"]} == {
        row.statement.citation: [one.citation for one in row.overridden_by] for row in found.rows if row.overridden_by
    }


def test_what_the_places_settle_has_no_column_and_what_they_stop_no_row():
    found = of("待遇起始月", "济宁市", "海西州", date(2022, 6, 1))

    assert {"transfer-2021-43 第十条"} == {row.statement.citation for row in found.rows}
    assert {"已提供(转出地)", "转出地 != 转入地"} == {line.source for line, _ in found.settled}
    assert "属于省内转移接续人员" in {line.source for _, line in found.stopped}


def test_where_the_person_comes_from_is_a_condition_while_it_is_not_said():
    found = of("待遇起始月", "成都市", None, date(2022, 6, 1))

    assert ["已提供(转出地)", "转出地 != 转入地"] == [column.subject.source for column in found.columns][:2]
    assert ([], []) == ([*found.settled], [*found.stopped])


def test_whether_a_fact_is_given_is_never_settled_by_the_places():
    found = of("一次性补缴基数", "济宁市", "济南市", date(2022, 6, 1))

    assert "退休时已参保 or not 已提供(退休时已参保)" in [column.subject.source for column in found.columns]


def test_a_day_on_which_nothing_stands_has_an_empty_table():
    assert () == of("达到最低缴费年限", "济宁市", None, date(2025, 9, 1)).rows
    assert () == of("达到最低缴费年限", "成都市", None, date(2022, 6, 1)).rows


def test_the_same_words_with_other_numbers_are_told_apart_by_their_cells():
    """Both the national three months and the province's six are about the months unpaid: one column, their own numbers."""
    found = of("待遇起始月", "月牙市", None, date(2031, 1, 1), "yunze")
    cells = {
        row.statement.citation: [test.against.source for cell in row.cells for test in cell if test.against]
        for row in found.rows
    }

    assert 1 == [column.subject.source for column in found.columns].count("中断缴费月数")
    assert "次月期限" in cells["yunze-2030-1 二第二款"]


def test_names_are_explained_down_to_facts_with_all_their_readings():
    found = {one.name: one for one in of("待遇起始月", "济宁市", "济南市", date(2022, 6, 1)).definitions}
    window = found["期限内接续"].meanings

    assert {"中断缴费月数", "首次缴费月", "减员月", "等待期满之月", "属于省内转移接续人员"} <= found.keys()
    assert 1 == len(window)
    assert {"shandong-2020-47 二第二款", "jining-2020-19 二（二）", "jining-2020-19 二（三）"} == {
        one.citation for one in window[0].statements
    }
    assert window[0].reading is not None
    assert ["次月计为第1个月", "按日对日计算"] == [take for take, _ in window[0].reading.instead]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("参保身份 == 灵活就业人员", [("参保身份", "==", "灵活就业人员")]),
        ("not 期限内接续", [("期限内接续", "not", "")]),
        ("not (有能力一次性补缴 or 存在欠费)", [("有能力一次性补缴 or 存在欠费", "not", "")]),
        ("等待期 < 中断缴费月数", [("中断缴费月数", ">", "等待期")]),
        ("0 < 中断缴费月数 <= 等待期", [("中断缴费月数", ">", "0"), ("中断缴费月数", "<=", "等待期")]),
        ("期限内接续 and 中断缴费月数 > 0", [("期限内接续", "", ""), ("中断缴费月数", ">", "0")]),
        ("首次缴费月 > 最后缴费月", [("首次缴费月", ">", "最后缴费月")]),
        ("转出地未暂停参保 in 不予受理原因", [("转出地未暂停参保 in 不予受理原因", "", "")]),
    ],
)
def test_a_condition_is_about_its_subject(line: str, expected: list[tuple[str, str, str]]):
    provision = law().instruments["jining-2020-19"].provision("二（三）")
    assert provision is not None

    assert expected == [
        (test.subject.source, test.sign, test.against.source if test.against else "")
        for test in split(provision, expression(line, NOWHERE))
    ]
