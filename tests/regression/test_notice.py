"""A notice of change: what was announced happens, and nothing else does."""

import pytest
from jiexu.base.problem import ProblemsError
from jiexu.regression.notice import held_against, read_notice

from tests.regression.changed import between, edited, law, side

HEAD = "format: jiexu-notice/1\ntitle: 虚构\nchanges:\n"
WAIT = "- {questions: [待遇起始月], clause: jining-2020-19 二（三）, direction: earlier}\n"


def notice(changes: str):
    return read_notice((HEAD + changes).encode(), "a.notice.yaml", law(), law("parameter"))


def left(found, changes: str):
    """How many changes were not announced, and the lines of the entries that announced nothing."""
    held = held_against(found, notice(changes))
    return len(held.unannounced), [entry.where.line for entry in held.unmet]


@pytest.mark.parametrize(
    "changes",
    [
        WAIT,
        "- {questions: [benefits_from]}\n",
        "- {clause: jining-2020-19 二（三）}\n",
        "- {questions: [待遇起始月, 一次性补缴金额], direction: [earlier, less]}\n",
        "- {questions: [待遇起始月], days: {from: 2020-09-01, until: 2025-08-31}}\n",
        "- {questions: [待遇起始月], days: {from: 2021-01-01}, says: 提前}\n",
    ],
)
def test_a_notice_that_says_what_happens_is_kept(changes):
    held = held_against(edited("parameter"), notice(changes))

    assert held.kept


@pytest.mark.parametrize(
    ("changes", "unannounced", "unmet"),
    [
        ("- {questions: [待遇起始月], direction: later}\n", 7, [4]),
        ("- {questions: [一次性补缴金额]}\n", 7, [4]),
        ("- {clause: jining-2020-19 三（二）}\n", 7, [4]),
        ("- {questions: [待遇起始月], days: {from: 2025-08-31}}\n", 6, []),
        ("- {questions: [待遇起始月], days: {from: 2025-09-01}}\n", 7, [4]),
        (WAIT + "- {questions: [一次性补缴金额], direction: more}\n", 0, [5]),
    ],
)
def test_what_was_not_announced_and_what_did_not_happen_are_both_found(changes, unannounced, unmet):
    assert (unannounced, unmet) == left(edited("parameter"), changes)


def test_each_change_needs_an_entry_of_its_own_kind():
    """A longer validity brings answers back, adds the notice as a second ground of others, and decides what was silent."""
    found = edited("validity")
    others = sum(one.kind in ("clause", "decided") for one in found.moved)

    assert (others, []) == left(
        found,
        "- {clause: jining-2020-19 一, direction: revived}\n- {questions: [达到最低缴费年限, 不足月数, 一次性补缴金额, 一次性补缴比例, 补缴责任人], direction: revived}\n",
    )
    everything = "- {questions: [达到最低缴费年限, 不足月数, 一次性补缴金额, 一次性补缴比例, 补缴责任人]}\n- {clause: jining-2020-19 一}\n"
    assert (0, []) == left(found, everything)


def test_a_clause_may_be_named_that_moved_an_answer_without_deciding_it():
    found = between(side(), side("years"))
    amounts = [one for one in found.moved if one.question.id == "lump_sum_amount" and one.kind == "answer"]

    assert amounts
    assert all("jining-2020-19 三（一）" not in cited for one in amounts for cited in one.cited)
    held = held_against(found, notice("- {clause: jining-2020-19 三（一）}\n"))
    assert not {id(one) for one in held.unannounced} & {id(one) for one in amounts}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (HEAD.replace("jiexu-notice/1", "jiexu-rules/1") + WAIT, "P123", 1),
        (HEAD.replace("title: 虚构\n", "") + WAIT, "P122", 1),
        (HEAD + "- {direction: earlier}\n", "P122", 4),
        (HEAD + "- {questions: [待遇起始日]}\n", "P252", 4),
        (HEAD + "- {clause: jining-2020-19 二（四）}\n", "P301", 4),
        (HEAD + "- {questions: [待遇起始月], direction: sooner}\n", "P123", 4),
        (HEAD + "- {questions: [待遇起始月], days: {from: 2021-02-30}}\n", "P222", 4),
        (HEAD + "- {questions: [待遇起始月], days: {from: 2021-03-01, until: 2021-02-01}}\n", "P303", 4),
        (HEAD + "- {questions: [待遇起始月], amount: 3}\n", "P121", 4),
        (HEAD + "- {questions: []}\n", "P128", 4),
        (HEAD + "- {questions: [待遇起始月\n", "P104", 4),
        ("", "P106", 1),
        (HEAD[:-1] + " []\n", "P128", 3),
    ],
)
def test_a_notice_that_is_wrong_is_refused_at_its_line(text, code, line):
    with pytest.raises(ProblemsError) as refused:
        read_notice(text.encode(), "a.notice.yaml", law(), law("parameter"))

    told = [(problem.code, problem.where.line) for problem in refused.value.problems]
    assert (code, line) in told


def test_every_mistake_of_a_notice_is_told_at_once():
    with pytest.raises(ProblemsError) as refused:
        notice("- {questions: [甲, 乙]}\n- {clause: 丙}\n")

    assert ["P252", "P252", "P301"] == [problem.code for problem in refused.value.problems]
