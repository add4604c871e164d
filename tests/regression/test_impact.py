"""What changes for whom: a law that was changed on purpose, one part at a time, over the accepted cases."""

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import decide_case
from jiexu.document.loader import read
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.regression.grouping import moves
from jiexu.regression.impact import impact
from jiexu.regression.side import Side

from tests.conftest import ROOT, TODAY
from tests.regression.changed import CASES, EDITS, FEW, between, causes, edited, law, moved, side

WAIT = "jining-2020-19 二（三）"
MIRRORED = {
    "decided": "opened",
    "opened": "decided",
    "lapsed": "revived",
    "revived": "lapsed",
    "asked": "dropped",
    "dropped": "asked",
}
MIRRORED_WAYS = {"earlier": "later", "later": "earlier", "more": "less", "less": "more", "yes": "no", "no": "yes"}


def test_a_changed_parameter_moves_what_rests_on_it_by_as_much():
    """The waiting period of flexible employees from six months to three: everyone who waits begins three months earlier."""
    found = edited("parameter")
    (move,) = moves(found)
    (group,) = move.groups

    assert [("parameter", ("二（三）",), "等待期")] == [(one.part, one.clauses, one.name) for one in found.law]
    assert (WAIT, WAIT) == (move.before, move.after)
    assert ("answer", "待遇起始月") == (group.kind, group.question.name)
    assert {("earlier", 3, "months")} == {tuple(one.shift) for one in group.moved}
    assert [("earlier", len(group.moved), 3 * len(group.moved), "months")] == [tuple(total) for total in group.totals]
    assert all({("parameter", "jining-2020-19", "二（三）")} == causes(found, one) for one in group.moved)


def test_a_dropped_condition_decides_what_the_text_left_open():
    found = edited("condition")

    assert Counter({("decided", "待遇起始月", WAIT, WAIT): 3}) == moved(found)
    assert ["condition"] == [one.part for one in found.law]


def test_a_longer_validity_brings_back_what_had_lapsed():
    found = edited("validity")
    kinds = {one.kind for one in found.telling}

    assert {
        "revived",
        "clause",
        "decided",
    } == kinds  # decided: that who moves nowhere is out of scope, where nothing was held
    assert [("validity", True)] == [(one.part, one.whole) for one in found.law]
    assert 2 == moved(found)["revived", "一次性补缴金额", "jining-2020-19 三（二）", "jining-2020-19 三（二）"]
    amount = next(one for one in found.moved if (one.kind, one.question.id) == ("revived", "lump_sum_amount"))
    # The amount rests on the missing months, which lapsed too: both clauses moved it, no other did.
    assert {("validity", "jining-2020-19", "三（一）"), ("validity", "jining-2020-19", "三（二）")} == causes(
        found, amount
    )


def test_a_removed_rule_leaves_its_question_without_an_answer():
    found = edited("rule")

    assert {("rule", "不补缴", True)} == {(one.part, one.name, one.now is None) for one in found.law}
    assert 7 == moved(found)["answer", "中断期费用补缴", WAIT, ""]
    assert {"中断期费用补缴"} == {question for _, question, _, _ in moved(found)}


def test_an_added_clause_takes_over_from_the_one_it_overrides():
    found = edited("clause")

    assert [("clause", ("三（六）",), None)] == [(one.part, one.clauses, one.was) for one in found.law]
    assert 4 == moved(found)["answer", "补缴责任人", "jining-2020-19 三（二）", "jining-2020-19 三（六）"]
    assert {("clause", "jining-2020-19", "三（六）")} == set().union(*(causes(found, one) for one in found.telling))


def test_amounts_are_told_in_yuan_with_their_sum():
    found = edited("rate")
    amounts = [one for one in found.moved if one.question.id == "lump_sum_amount" and one.kind == "answer"]

    assert amounts
    for one in amounts:
        was, now = one.before.outcome.value, one.after.outcome.value
        assert ("more", now - was, "yuan") == tuple(one.shift)
        # 7% to 8%: a seventh more, but for the fen.
        assert abs(was / 7 - one.shift.amount) <= Decimal("0.01")
    (total,) = [
        total
        for move in moves(found)
        for group in move.groups
        if group.question.id == "lump_sum_amount"
        for total in group.totals
    ]
    assert sum(one.shift.amount for one in amounts) == total.amount


def test_amounts_that_come_back_are_summed_beside_their_number():
    found = edited("validity")
    (group,) = [
        group
        for move in moves(found)
        for group in move.groups
        if (group.kind, group.question.id) == ("revived", "lump_sum_amount")
    ]

    assert [("revived", 2, sum(one.after.outcome.value for one in group.moved), "yuan")] == [
        tuple(total) for total in group.totals
    ]


def test_a_later_notice_that_extends_and_repeals_is_told_by_what_it_does():
    """An extension of the whole notice but for one clause, which the later notice replaces."""
    later = ROOT / "tests" / "provinces" / "jining-2025" / "policies"
    new = Side("with", read_law(gather([ROOT / "policies", later])))
    found = impact(side(), new, CASES, TODAY)
    wait = next(one for one in found.moved if (one.case.id, one.question.id) == ("JN-033", "benefits_from"))

    parts = [(one.part, one.instrument) for one in found.law]
    assert [
        ("validity", "jining-2020-19"),
        *((part, "jining-2025-1") for part in ("instrument", "extends", "repeals", "clause")),
    ] == parts
    assert ("jining-2025-1",) == found.law[0].by
    assert "二（三）" not in found.law[0].clauses
    assert ("revived", WAIT, "jining-2025-1 一") == (wait.kind, *wait.deciders)
    # Nothing of it could be decided without the window of 二（二） and the scope of 一, which only the extension keeps.
    assert {
        ("clause", "jining-2025-1", "一"),
        ("validity", "jining-2020-19", "一"),
        ("validity", "jining-2020-19", "二（二）"),
    } == causes(found, wait)


@cache
def _decided(held, path: Path):
    return decide_case(held, read_case(read(path), held, TODAY, path.stem))


@pytest.mark.parametrize("edit", [name for name in EDITS if name != "comment"])
def test_what_moved_is_what_deciding_twice_shows(edit):
    """The same told by two plain decisions of every case, held side by side question by question."""
    found = edited(edit)
    told = {(one.case.file, one.question.name) for one in found.telling}
    seen = set()
    for path in CASES:
        decisions = [_decided(held, path) for held in (law(), law(edit))]
        for name in decisions[0].findings.keys() & decisions[1].findings.keys():
            was, now = (decision.findings[name].outcome for decision in decisions)
            cited = [[statement.citation for statement in outcome.sources] for outcome in (was, now)]
            if (was.status, was.value) != (now.status, now.value) or list(dict.fromkeys(cited[0])) != list(
                dict.fromkeys(cited[1])
            ):
                seen.add((str(path), name))

    assert seen <= told
    unsaid = {
        (one.case.file, one.question.name): one.kind
        for one in found.moved
        if (one.case.file, one.question.name) in told - seen
    }
    # What rests on a question that moved, or waits for other facts, has no clause of its own to show it by.
    assert set(unsaid.values()) <= {"reason", "decided", "opened", "clause"}


@pytest.mark.parametrize("edit", [name for name in EDITS if name != "comment"])
def test_every_moved_finding_has_a_cause_when_one_thing_was_changed(edit):
    found = edited(edit)

    assert [] == [(one.case.id, one.question.id, one.kind) for one in found.telling if not one.causes]


@pytest.mark.parametrize("edits", [(), ("comment",)])
def test_nothing_changes_where_only_lines_and_comments_moved(edits):
    assert between(side(), side(*edits)).is_empty
    assert between(side(*edits), side()).is_empty


@given(st.sets(st.sampled_from(sorted(EDITS))))
@settings(max_examples=5)
def test_a_law_against_itself_changes_nothing(edits):
    one = law(*sorted(edits))

    assert impact(Side("old", one), Side("new", one), FEW, TODAY).is_empty


@given(*[st.sets(st.sampled_from(sorted(EDITS)))] * 2)
@settings(max_examples=8)
def test_there_and_back_are_mirrors(some, others):
    there = between(side(*sorted(some)), side(*sorted(others)), FEW)
    back = between(side(*sorted(others)), side(*sorted(some)), FEW)

    def way(one):
        return MIRRORED_WAYS.get(one.shift.direction, one.shift.direction)

    assert {
        (
            one.case.id,
            one.question.id,
            MIRRORED.get(one.kind, one.kind),
            one.deciders[::-1],
            way(one),
            one.shift.amount,
            frozenset(causes(there, one)),
        )
        for one in there.moved
    } == {
        (
            one.case.id,
            one.question.id,
            one.kind,
            one.deciders,
            one.shift.direction,
            one.shift.amount,
            frozenset(causes(back, one)),
        )
        for one in back.moved
    }
    assert Counter((one.part, one.instrument, one.clauses, one.name) for one in there.law) == Counter(
        (one.part, one.instrument, one.clauses, one.name) for one in back.law
    )


def test_of_two_days_of_one_law_what_lapsed_between_them_is_the_cause():
    found = between(side(as_of=date(2025, 8, 31)), side(as_of=date(2025, 9, 1)))
    lapsed = [one for one in found.moved if one.kind == "lapsed"]

    assert {("standing", "jining-2020-19"), ("standing", "shandong-2020-47")} == {
        (one.part, one.instrument) for one in found.law
    }
    assert lapsed
    assert all(one.causes for one in lapsed)
    assert {date(2025, 9, 1)} == {one.cases[1].as_of for one in found.moved}


def test_only_the_questions_asked_for_are_compared():
    found = impact(side(), side("rate"), CASES, TODAY, frozenset({"lump_sum_rate"}))

    assert {"lump_sum_rate"} == {one.question.id for one in found.moved}


def test_another_province_is_compared_without_a_line_of_python():
    folder = ROOT / "tests" / "provinces" / "yunze"
    whole = gather([ROOT / "policies", folder / "policies"])
    label = next(name for name in whole.content if name.endswith("yueya-2030-7.yaml"))
    changed = whole.content[label].replace(
        "等待期: {value: 6, unit: 个月".encode(), "等待期: {value: 4, unit: 个月".encode()
    )
    new = whole._replace(content=whole.content | {label: changed})
    found = impact(
        Side("old", read_law(whole)), Side("new", read_law(new)), sorted((folder / "cases").glob("*.yaml")), TODAY
    )

    assert [("parameter", "yueya-2030-7", ("一",), "等待期")] == [
        (one.part, one.instrument, one.clauses, one.name) for one in found.law
    ]
    assert {("earlier", 2)} == {(one.shift.direction, one.shift.amount) for one in found.moved if one.kind == "answer"}
