"""Cases on their routes, from the accepted ones."""

from collections.abc import Callable
from datetime import date

import pytest
from jiexu.decision.case_file import read_case
from jiexu.document.loader import parse
from jiexu.law.library import Library
from jiexu.procedure.track import Track, track

MIDWAY = """case: T-1
title: 济宁转海西 & <线上>
as_of: 2025-03-27
from: 济宁市
to: 海西州
facts:
  办理方式: 线上
  申请端: 转入地申请
  转出地参保状态: 暂停参保
  转入地参保状态: 正常参保
  经办机构银行信息完整: 是
  个人账户余额: 1234.56
  申请日期: 2025-03-24
  受理日期: 2025-03-24
"""


@pytest.fixture
def tracked(library: Library) -> Callable[..., Track]:
    """A case of which the application is accepted, or another text."""

    def run(text: str = MIDWAY, **changes: str) -> Track:
        for key, value in changes.items():
            text = text.replace(f"{key}: {text.partition(f'{key}: ')[2].partition(chr(10))[0]}", f"{key}: {value}")
        return track(library, read_case(parse(text.encode(), "case.yaml"), library, date(2026, 11, 22)))

    return run
