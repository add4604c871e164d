"""Days that cannot be are refused at their place in the file."""

import pytest
from jiexu.base.problem import ProblemsError


def refused(run, *arguments, **more) -> list[tuple[str, int, str]]:
    with pytest.raises(ProblemsError) as error:
        run(*arguments, **more)
    return [(problem.code, problem.where.line, problem.where.file) for problem in error.value.problems]


def test_a_day_after_the_day_of_the_decision(online_in):
    assert [("P722", 5, "case.yaml")] == refused(online_in, "受理日期: 2025-04-02", as_of="2025-04-01")


def test_a_day_of_application_after_that_of_the_decision_on_a_route_that_has_no_such_step(tracked):
    at = {"origin": "济南市", "destination": "济宁市", "as_of": "2021-06-10", "accept_reported": True}

    assert [("P722", 5, "case.yaml")] == refused(tracked, "办理方式: 线下, 申请日期: 2021-06-11", **at)


def test_a_day_on_which_an_error_is_yet_to_be_found(online_in):
    assert [("P722", 5, "case.yaml")] == refused(online_in, "发现银行信息有误日期: 2025-04-02", as_of="2025-04-01")


def test_steps_out_of_the_order_of_the_route(online_in):
    """Offline the account may be cleared before the sheet is received; online never."""
    facts = "受理日期: 2025-03-24, 收到信息表日期: 2025-03-28, 账户清退日期: 2025-03-27"

    assert [("P721", 5, "case.yaml")] == refused(online_in, facts)


def test_days_of_which_one_can_never_be_before_the_other_whatever_the_route(online_in):
    assert "P253" in [code for code, _, _ in refused(online_in, "资金划出日期: 2025-04-02, 资金到账日期: 2025-04-01")]


def test_a_step_before_one_two_steps_back_though_the_one_between_has_no_day(online_in):
    facts = "受理日期: 2025-03-24, 收到信息表日期: 2025-03-28, 移交财务日期: 2025-03-27"

    assert [("P721", 5, "case.yaml")] == refused(online_in, facts)


@pytest.mark.parametrize(
    "fact", ["联系函发出日期: 2025-03-28", "收到联系函日期: 2025-03-28", "参保凭证开具日期: 2025-03-24"]
)
def test_a_step_of_another_route(online_in, fact):
    assert [("P723", 5, "case.yaml")] == refused(online_in, f"受理日期: 2025-03-24, {fact}")


def test_a_step_that_the_facts_say_is_not_taken(tracked):
    facts = "办理方式: 线上, 申请端: 转入地申请, 个人账户余额: 0, 收到信息表日期: 2025-03-28, 账户清退日期: 2025-03-31"

    assert [("P724", 5, "case.yaml")] == refused(tracked, facts)


def test_the_same_day_is_in_order(online_in):
    days = "申请日期: 2025-03-24, 受理日期: 2025-03-24, 信息表发出日期: 2025-03-24, 收到信息表日期: 2025-03-24"

    assert online_in(f"{days}, 账户清退日期: 2025-03-24, 移交财务日期: 2025-03-24, 办结日期: 2025-03-24").now
