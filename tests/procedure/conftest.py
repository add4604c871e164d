"""Cases on the routes of the shipped law, by the facts that matter."""

from collections.abc import Callable
from datetime import date

import pytest
from jiexu.decision.case_file import read_case
from jiexu.document.loader import parse
from jiexu.law.library import Library
from jiexu.procedure.track import Track, track

Tracked = Callable[..., Track]
APPROVED = "转出地参保状态: 暂停参保, 转入地参保状态: 正常参保, 经办机构银行信息完整: 是"


def case_text(facts: str, as_of: str, origin: str, destination: str) -> str:
    return f"case: T\nas_of: {as_of}\nfrom: {origin}\nto: {destination}\nfacts: {{{facts}}}\n"


@pytest.fixture
def tracked(library: Library) -> Tracked:
    """A case between Haixi and Jining, ready to be transferred, with further facts."""

    def run(
        facts: str,
        as_of: str = "2025-04-30",
        origin: str = "济宁市",
        destination: str = "海西州",
        given: str = APPROVED,
        accept_reported: bool = False,
    ) -> Track:
        text = case_text(", ".join(filter(None, (given, facts))), as_of, origin, destination)
        case = read_case(parse(text.encode(), "case.yaml"), library, date(2026, 11, 22))
        return track(library, case, accept_reported=accept_reported)

    return run


@pytest.fixture
def online_in(tracked: Tracked) -> Tracked:
    """The same online, asked for at the transfer-in place, with money to move."""
    return lambda facts="", as_of="2025-04-30", **more: tracked(
        "办理方式: 线上, 申请端: 转入地申请, 个人账户余额: 1234.56" + (f", {facts}" if facts else ""), as_of, **more
    )
