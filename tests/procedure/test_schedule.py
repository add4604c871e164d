"""Until when: last days by the law, days left by the calendar, and what follows from the latest allowed days."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jiexu.decision.case_file import read_case
from jiexu.decision.outcome import NOT_IN_FORCE, PENDING
from jiexu.document.loader import parse
from jiexu.procedure.track import track

from tests.procedure.conftest import APPROVED, case_text

ACCEPTED = "申请日期: 2025-03-24, 受理日期: 2025-03-24"


def after(day: date, count: int) -> date:
    """The count-th working day after a day, by another package's calendar."""
    while count > 0:
        day += timedelta(days=1)
        count -= chinese_calendar.is_workday(day)
    return day


def due(found, name: str) -> tuple[date | None, bool]:
    held = found.steps[name].due
    return held.day, held.projected


def test_a_step_that_cannot_begin_counts_from_the_last_day_of_the_one_before(online_in):
    found = online_in(ACCEPTED, as_of="2025-03-27")
    sent = after(date(2025, 3, 24), 10)

    assert (sent, False) == due(found, "发出信息表")
    assert (after(sent, 5), True) == due(found, "办结转入")
    assert (after(sent, 5), True) == due(found, "注入资金")
    assert (sent, False) == due(found, "财务出账")
    assert found.steps["办结转入"].tentative
    assert not found.steps["发出信息表"].tentative


def test_an_earlier_end_moves_what_follows(online_in):
    found = online_in(f"{ACCEPTED}, 信息表发出日期: 2025-03-28, 收到信息表日期: 2025-03-28", as_of="2025-03-28")

    assert (after(date(2025, 3, 28), 5), False) == due(found, "办结转入")


def test_a_step_that_is_late_moves_what_follows_to_the_day_of_the_decision(online_in):
    found = online_in(ACCEPTED, as_of="2025-04-10")

    assert ["发出信息表"] == [held.stated.step.name for held in found.late]
    assert -2 == found.steps["发出信息表"].left
    assert (after(date(2025, 4, 10), 5), True) == due(found, "办结转入")


@settings(max_examples=60)
@given(st.dates(date(2025, 3, 24), date(2026, 2, 1)), st.integers(0, 40))
def test_the_last_day_and_the_days_left_are_those_of_another_calendar(library, accepted: date, passed: int):
    as_of = accepted + timedelta(days=passed)
    facts = f"{APPROVED}, 办理方式: 线上, 申请端: 转入地申请, 个人账户余额: 0, 受理日期: {accepted}"
    text = case_text(facts, str(as_of), "济宁市", "海西州")
    found = track(library, read_case(parse(text.encode(), "c.yaml"), library, as_of)).steps["发出信息表"]
    last = after(accepted, 10)
    first, second = sorted((as_of, last))
    between = sum(
        chinese_calendar.is_workday(first + timedelta(days=count)) for count in range(1, (second - first).days + 1)
    )

    assert (last, as_of > last) == (found.due.day, found.late)
    assert (between if last >= as_of else -between) == found.left


def test_a_step_done_late_is_late_by_its_own_day(online_in):
    late = online_in(f"{ACCEPTED}, 信息表发出日期: 2025-04-09").steps["发出信息表"]
    in_time = online_in(f"{ACCEPTED}, 信息表发出日期: 2025-04-08").steps["发出信息表"]

    assert [(True, -1), (False, 0)] == [(one.late, one.left) for one in (late, in_time)]


def test_a_last_day_in_a_year_whose_days_off_are_not_published_is_not_guessed(online_in):
    found = online_in("受理日期: 2026-12-25", as_of="2026-12-25")
    held = found.steps["发出信息表"]

    assert (NOT_IN_FORCE, ("workdays-2027",), None, False) == (
        held.due.outcome.status,
        held.due.outcome.lapse.names,
        held.ends,
        held.late,
    )
    assert (None, PENDING) == (found.steps["办结转入"].ends, found.steps["办结转入"].due.outcome.status)


def test_a_last_day_at_the_end_of_the_last_year_held_is_provisional(online_in):
    held = online_in("受理日期: 2026-12-15", as_of="2026-12-15").steps["发出信息表"]

    assert date(2026, 12, 29) == held.due.day == held.due.outcome.provisional


@pytest.mark.parametrize(
    ("origin", "destination", "letter", "sheet"), [("济宁市", "海西州", True, False), ("海西州", "济宁市", False, True)]
)
def test_offline_each_side_has_the_limits_of_its_own_place(tracked, origin, destination, letter, sheet):
    """Haixi's guide binds the agencies of Haixi; Jining has no limits of its own."""
    facts = "办理方式: 线下, 受理日期: 2025-03-24, 收到联系函日期: 2025-03-31, 个人账户余额: 0"
    found = tracked(facts, as_of="2025-03-31", origin=origin, destination=destination)

    assert (letter, sheet) == tuple(due(found, name)[0] is not None for name in ("开具联系函", "开具信息表"))
