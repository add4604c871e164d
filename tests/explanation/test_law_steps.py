"""``jiexu law`` about procedures: a clause with its steps, an instrument with its routes."""

import json

from click.testing import CliRunner
from jiexu.cli.main import main


def law(*arguments: str) -> str:
    return CliRunner().invoke(main, ["law", *arguments], catch_exceptions=False).stdout


def test_a_clause_tells_its_steps_with_all_that_they_need():
    screen = law("haixi-2025-guide 六（二）2（6）")

    for told in (
        "步骤「财务出账」：按清退金额出账",
        "经办      转出地经办机构财务",
        "情形      个人账户余额＞0",
        "期限      信息表与资金期限",
        "办完登记  资金划出日期",
        "转到「重新维护",
        "「财务出账」里的操作：每天把出账成功的和失败的",
        "原文      「财务根据清退金额及时办理出账业务」",
    ):
        assert told in screen


def test_the_fields_of_a_screen_are_told():
    assert "清退类型＝统筹区外转移；清退原因＝人员转出统筹范围外" in law("haixi-2025-guide 六（二）2（3）②").replace(
        "\n            ", ""
    )


def test_an_instrument_tells_its_routes_and_their_steps_in_order():
    screen = law("transfer-2021-43")

    assert "■ 办理途径" in screen
    assert "提出申请 → 校验受理 → 办结转出 → 划转资金 → 接收信息表 → 办结转入 → 资金到账 → 匹配入账" in screen


def test_as_json_steps_are_called_by_the_fact_that_ends_them():
    clause = json.loads(law("haixi-2025-guide 六（二）2（6）", "--format", "json"))
    instrument = json.loads(law("haixi-2025-guide", "--format", "json"))
    paid = clause["steps"][0]

    assert ["funds_sent_on", "bank_fixed_on"] == [step["step"] for step in clause["steps"]]
    assert ("重新维护银行信息", ["已提供(发现银行信息有误日期)"]) == (
        paid["on_failure"][0]["to"],
        paid["on_failure"][0]["when"],
    )
    assert ["online_in", "online_out", "offline"] == [route["route"] for route in instrument["routes"]]
    assert ["completed_on", "account_credited_on"] == instrument["routes"][0]["ends"]
