"""A small vocabulary, of every kind, that the tests of the rule language share."""

from datetime import date
from types import SimpleNamespace

import pytest
from jiexu.base.kinds import COUNT, DATE, DAYS, MONTH, MONTHS, PERIODS, PLACE, RATE, YES_NO, YUAN, Kind
from jiexu.base.nearest import nearest
from jiexu.base.workdays import Calendar
from jiexu.expression.kinds import Names

KINDS = {
    "减员日期": DATE, "首次缴费日": DATE, "减员月": MONTH, "首次缴费月": MONTH, "接续期限": MONTHS, "实际缴费月数": MONTHS,
    "办结时限": DAYS, "延长天数": DAYS, "缴费次数": COUNT, "补缴次数": COUNT, "缴费基数": YUAN, "最低基数": YUAN, "补缴比例": RATE, "个人比例": RATE,
    "已补缴": YES_NO, "期限内接续": YES_NO, "转出地": PLACE, "转入地": PLACE, "缴费记录": PERIODS,
    "参保身份": Kind("choice", ("随用人单位参保", "灵活就业人员")), "办理情形": Kind("choice", ("在职", "办理退休")),
    "应交材料": Kind("set", ("身份证件", "参保凭证")),
}  # fmt: skip
BARE = {member for kind in KINDS.values() for member in kind.members} | {"月末", "次日", "实际", "视同"}


@pytest.fixture(scope="session")
def kinds() -> dict[str, Kind]:
    return KINDS


@pytest.fixture(scope="session")
def names() -> Names:
    return Names(
        kind_of=KINDS.get,
        is_fact=KINDS.__contains__,
        is_bare=BARE.__contains__,
        suggest=lambda name: nearest(name, [*KINDS, *BARE]),
        period_kinds=("实际", "视同"),
    )


@pytest.fixture(scope="session")
def world() -> SimpleNamespace:
    """What functions may ask: working days of 2021 only; a place lies in its province, whose code begins alike."""
    return SimpleNamespace(
        calendar=Calendar({date(2021, 10, 1): False, date(2021, 10, 9): True}, {2021: "workdays-2021"}),
        period_kinds=("实际", "视同"),
        lies_in=lambda place, area: place.startswith(area.rstrip("0")),
        province_of=lambda place: place[:2],
        note_provisional=lambda day: None,
    )
