"""What is done, what can be done now and what comes next."""

import pytest
from jiexu.procedure.progress import CLOSED, DONE, NEXT, NOW, POSSIBLE, REFUSED, SKIPPED

ONLINE = [
    ("申请日期", "2025-03-24", "提出申请"),
    ("受理日期", "2025-03-24", "发出转入申请"),
    ("信息表发出日期", "2025-03-28", "发出信息表"),
    ("收到信息表日期", "2025-03-28", "接收信息表"),
    ("账户清退日期", "2025-03-31", "清退余额"),
    ("移交财务日期", "2025-03-31", "移交财务"),
    ("资金划出日期", "2025-04-01", "财务出账"),
    ("资金到账日期", "2025-04-02", "资金到账"),
    ("办结日期", "2025-04-07", "办结转入"),
    ("个人账户入账日期", "2025-04-09", "注入资金"),
]


def state(found, name: str) -> str:
    return found.steps[name].state


def names(steps) -> list[str]:
    return [held.stated.step.name for held in steps]


@pytest.mark.parametrize("count", range(len(ONLINE) + 1))
def test_a_step_is_to_be_done_once_all_before_it_are(online_in, count):
    """Whoever registers one step after another always has one to do next, until all is done."""
    given = ONLINE[:count]
    found = online_in(", ".join(f"{fact}: {day}" for fact, day, _ in given))

    assert all(state(found, step) == DONE for _, _, step in given)
    assert (count == len(ONLINE)) == found.completed
    assert found.completed != bool(found.now)
    for held in found.now:
        assert all(state(found, before) in (DONE, SKIPPED) for before in held.progress.before)


def test_two_agencies_may_both_have_something_to_do(online_in):
    """Once the sheet is received, one clears the account while the other takes over the years."""
    found = online_in("受理日期: 2025-03-24, 收到信息表日期: 2025-03-28")

    assert ["清退余额", "办结转入"] == names(found.now)
    assert ["origin_agency", "destination_agency"] == [found.actor(held).id for held in found.now]
    assert ["370800", "632800"] == [found.place(found.actor(held)) for held in found.now]


def test_what_comes_before_a_step_with_a_day_is_over_though_nobody_wrote_its_day(online_in):
    found = online_in("收到信息表日期: 2025-03-28")

    assert [DONE, DONE, DONE] == [state(found, name) for name in ("提出申请", "发出转入申请", "发出信息表")]
    assert found.steps["发出信息表"].ends is None


def test_without_a_balance_no_money_step_is_taken(tracked):
    found = tracked(
        "办理方式: 线上, 申请端: 转入地申请, 个人账户余额: 0, 受理日期: 2025-03-24, 收到信息表日期: 2025-03-28, 办结日期: 2025-04-01"
    )

    assert {SKIPPED} == {state(found, name) for name in ("清退余额", "移交财务", "财务出账", "资金到账", "注入资金")}
    assert found.completed


def test_an_unknown_balance_leaves_money_steps_possible_and_is_asked_for(tracked):
    found = tracked(
        "办理方式: 线上, 申请端: 转入地申请, 受理日期: 2025-03-24, 收到信息表日期: 2025-03-28, 办结日期: 2025-04-01"
    )

    assert (POSSIBLE, ("account_balance",)) == (state(found, "清退余额"), found.missing)
    assert not found.completed


def test_bank_details_are_first_when_they_are_not_complete(tracked):
    facts = "办理方式: 线下, 申请日期: 2025-03-24, 参保凭证开具日期: 2025-03-24"
    incomplete = tracked(facts, given="经办机构银行信息完整: 否, 转出地参保状态: 暂停参保, 转入地参保状态: 正常参保")

    assert ["维护银行信息"] == names(incomplete.now)
    assert ["交参保凭证"] == names(tracked(facts).now)


def test_a_rejected_payment_leads_to_the_bank_details_and_back(online_in):
    paid_to = "受理日期: 2025-03-24, 收到信息表日期: 2025-03-28, 办结日期: 2025-04-01, 移交财务日期: 2025-03-31"
    error = f"{paid_to}, 发现银行信息有误日期: 2025-04-01"
    before, wrong = online_in(paid_to), online_in(error)
    mended = online_in(f"{error}, 银行信息重新维护日期: 2025-04-02")

    assert (["财务出账"], SKIPPED) == (names(before.now), state(before, "重新维护银行信息"))
    assert (["重新维护银行信息"], NEXT) == (names(wrong.now), state(wrong, "财务出账"))
    assert (["财务出账"], DONE) == (names(mended.now), state(mended, "重新维护银行信息"))


@pytest.mark.parametrize(
    ("origin", "destination", "reason"),
    [("正常参保", "正常参保", "转出地未暂停参保"), ("暂停参保", "已登记未缴费", "转入地未正常参保")],
)
def test_a_failed_rule_check_refuses_with_its_reason(online_in, origin, destination, reason):
    found = online_in("申请日期: 2025-03-24", given=f"转出地参保状态: {origin}, 转入地参保状态: {destination}")
    question, outcome = found.reasons

    assert ("发出转入申请", REFUSED) == (found.refused.stated.step.name, found.refused.state)
    assert ("refusal_reasons", (reason,)) == (question.id, outcome.value)
    assert CLOSED == state(found, "注入资金")
    assert not found.now


def test_whether_a_check_fails_is_asked_while_it_is_not_known(online_in):
    found = online_in("申请日期: 2025-03-24", given="转出地参保状态: 暂停参保, 经办机构银行信息完整: 是")

    assert (("destination_status",), NOW) == (found.missing, state(found, "发出转入申请"))


def test_a_step_done_that_was_to_be_refused_is_marked(tracked):
    """The agency accepted; by the facts the relation was not suspended."""
    found = tracked(
        "办理方式: 线上, 申请端: 转出地申请, 受理日期: 2025-03-24",
        given="转出地参保状态: 正常参保, 转入地参保状态: 正常参保, 经办机构银行信息完整: 是, 个人账户余额: 0",
    )

    assert (DONE, "不予受理原因") == (state(found, "发出转出申请"), found.steps["发出转出申请"].progress.failed.refuses)
    assert ["上传信息表"] == names(found.now)
