"""The screen: whose turn it is, how the step is done, and what is only projected."""

import re

import pytest
from jiexu.decision.case_file import read_case
from jiexu.document.loader import parse
from jiexu.explanation.columns import width
from jiexu.law.library import Library
from jiexu.procedure.track import track
from jiexu.report.track.screen import track_screen

from tests.conftest import TODAY
from tests.report.track.conftest import MIDWAY


def lines(found, **options) -> list[str]:
    return track_screen(found, "case.yaml", **options).splitlines()


def column(line: str, sign: str) -> int:
    return width(line.partition(sign)[0])


def test_it_begins_with_whose_turn_it_is_and_until_when(tracked):
    assert "现在  转出地经办机构（济宁）：发出信息表    期限 2025-04-08（还剩7个工作日）" in lines(tracked())


def test_the_next_step_is_told_with_its_screens_fields_papers_and_what_may_go_wrong(tracked):
    text = " ".join(" ".join(lines(tracked(MIDWAY.replace("  受理日期: 2025-03-24\n", "")))).split())

    for told in (
        "界面 参保管理—跨省转移接续—转入地申请",
        "录入 险种类型＝职工基本医疗保险；联系电话＝本人联系电话",
        "凭 参保人员的转移申请",
        "办不成 规则校验不通过的，不予受理，告知原因",
        "jiexu track case.yaml --set 受理日期=年-月-日 --save",
    ):
        assert told in text


def test_projected_days_are_marked_and_explained(tracked):
    shown = lines(tracked())

    assert [] == [line for line in shown if line.startswith(" ○") and "推算" not in line and "财务出账" not in line]
    assert any(line.startswith("推算：") for line in shown)


def test_what_is_done_is_told_with_how_it_stood_to_its_limit(tracked):
    text = "\n".join(lines(tracked(MIDWAY + "  信息表发出日期: 2025-04-09\n", as_of="2025-04-10")))

    assert "2025-04-09    期限 2025-04-08（超期1个工作日办完）" in text


def test_the_bars_of_the_picture_are_as_long_as_their_days(tracked):
    """15 working days from acceptance are 23 days, three characters each."""
    shown = lines(tracked())
    rows = {line.split()[0]: line for line in shown[shown.index("■ 进度图") + 2 : shown.index("■ 步骤") - 2]}
    start = column(rows["发出信息表"], ">")

    assert (3 * 4, 3 * 16) == (rows["发出信息表"].count(">"), column(rows["发出信息表"], "*") + 1 - start)
    assert column(rows["办结转入"], ".") == start + 3 * 15


def test_a_route_that_cannot_be_told_asks_for_what_is_missing(tracked):
    text = "\n".join(lines(tracked(MIDWAY.replace("  申请端: 转入地申请\n", ""))))

    assert "看不出走哪一条途径" in text
    assert "申请端：在转出地经办机构申请，还是在转入地经办机构申请？" in text
    assert "途径 线上转入（《海西州2025年指南》）" in text


def test_a_completed_case_says_when(tracked):
    days = [
        "信息表发出日期",
        "收到信息表日期",
        "账户清退日期",
        "移交财务日期",
        "资金划出日期",
        "资金到账日期",
        "办结日期",
        "个人账户入账日期",
    ]
    text = MIDWAY + "".join(f"  {day}: 2025-03-26\n" for day in days)

    assert "已办结  2025-03-26" in lines(tracked(text))


def test_in_english_only_the_law_is_chinese(tracked):
    text = "\n".join(lines(tracked(MIDWAY.replace("title: 济宁转海西 & <线上>\n", "")), language="en"))
    labels = re.sub(r"■ How.*", "", text, flags=re.DOTALL)

    assert "now   origin agency (济宁): info sheet sent on    due 2025-04-08 (7 working days left)" in text
    assert [] == [
        word
        for word in re.findall(r"[\u4e00-\u9fff]+", labels)
        if word not in "济宁市海西蒙古族藏族自治州 海西州年指南"
    ]


@pytest.mark.parametrize(
    ("as_of", "told"),
    [
        ("2025-04-08", "今天到期"),
        ("2025-04-07", "还剩1个工作日"),
        ("2025-04-09", "已超期1个工作日"),
        ("2025-04-18", "已超期8个工作日"),
    ],
)
def test_how_a_last_day_stands(tracked, as_of: str, told: str):
    assert f"期限 2025-04-08（{told}）" in "\n".join(lines(tracked(as_of=as_of)))


def test_a_day_late_that_is_no_working_day_is_told_in_days(tracked):
    """2025-04-11 is a Friday."""
    text = MIDWAY.replace("2025-03-24", "2025-03-27")

    assert "期限 2025-04-11（已超期1天）" in "\n".join(lines(tracked(text, as_of="2025-04-12")))


def test_a_picture_of_a_year_keeps_inside_its_lines(tracked):
    shown = lines(tracked(as_of="2026-05-01"))
    rows = shown[shown.index("■ 进度图") + 1 : shown.index("■ 步骤") - 1]

    assert max(map(width, rows)) <= 100
    assert "*" in next(row for row in rows if "发出信息表" in row)[: 16 + 20]


def test_a_route_that_is_only_reported_says_so(library: Library):
    text = "as_of: 2021-06-10\nfrom: 济南市\nto: 济宁市\nfacts: {办理方式: 线下, 受理日期: 2021-06-01}\n"
    found = track(library, read_case(parse(text.encode(), "case.yaml"), library, TODAY), accept_reported=True)
    shown = "\n".join(lines(found))

    assert "途径 线下转移（人社厅发〔2016〕94号，仅见报道）" in shown
    assert "发出联系函    期限 2021-06-23（还剩8个工作日）" in shown
