"""Deadlines in working days, recomputed with the calendar of another project."""

from datetime import date, timedelta

import jiexu
import pytest

from tests.cases.counting import after

STAGES = {
    "信息表与资金期限": ("受理日期", 10),
    "办结期限": ("收到信息表日期", 5),
}


@pytest.mark.parametrize("question", STAGES)
@pytest.mark.parametrize("offset", range(0, 400, 7))
def test_online_deadlines(law: jiexu.Law, question: str, offset: int):
    start, days = STAGES[question]
    day = str(date(2025, 1, 2) + timedelta(days=offset))
    facts = {"办理方式": "线上", start: day}
    case = {"as_of": day, "from": "海西州", "to": "济宁市", "facts": facts, "questions": [question]}
    (found,) = law.decide(case).data["findings"].values()

    assert after(day, days) == found["value"]


def test_the_stages_of_haixi_add_up_to_twenty_working_days(findings):
    incoming, outgoing = findings["haixi/from-jining-offline"], findings["haixi/to-jining-offline"]
    stages = [
        incoming["contact_letter_due"]["value"],
        outgoing["info_sheet_due"]["value"],
        incoming["completion_due"]["value"],
    ]

    assert ["2025-03-31", "2025-04-15", "2025-04-22"] == stages
    assert [after("2025-03-24", 5), after("2025-03-24", 15), after("2025-03-24", 20)] == stages
