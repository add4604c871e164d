"""A law so small that what its examples see, and what can be changed in it, is counted by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.law.library import Library

from tests.conftest import ROOT

PLACES = """format: jiexu-places/1
places: {"100000": [全国], "370000": [山东省], "370100": [济南市], "370800": [济宁市]}
"""
HEAD = """format: jiexu-rules/1
instrument:
  id: shiyan-2026-1
  title: 试验
  place: 济宁市
  rank: municipal
  evidence: official
  validity: {from: 2020-01-01}
background: {转出地: 济南市, 转入地: 济宁市, 最后缴费月: 2021-01}
provisions:
"""
CLAUSE = """- clause: 一
  applies_to: 已提供(转出地)
  parameters:
    期限: {value: 3, unit: 个月, quote: 三个月内}
  rules:
  - name: 期限内
    when:
    - 参保身份 == 灵活就业人员
    - 中断缴费月数 <= 期限
    then:
      待遇起始月: 首次缴费月
  - name: 超过期限
    when:
    - 参保身份 == 灵活就业人员
    - 中断缴费月数 > 期限
    then:
      待遇起始月: 次月(首次缴费月)
"""
THIRD = "  - {given: {参保身份: 灵活就业人员, 首次缴费日: 2021-05-10}, expect: {待遇起始月: 2021-05}}\n"
FOURTH = "  - {given: {参保身份: 灵活就业人员, 首次缴费日: 2021-06-10}, expect: {待遇起始月: 2021-07}}\n"
FIFTH = "  - {given: {参保身份: 灵活就业人员, 首次缴费日: 2021-07-10}, expect: {待遇起始月: 2021-08}}\n"
NOBODY = (
    "  - {given: {首次缴费日: 2021-05-10}, expect: {待遇起始月: {status: pending, missing: [参保身份]}}}\n"
    "  - {given: {参保身份: 随用人单位参保, 首次缴费日: 2021-05-10}, expect: {待遇起始月: {status: not_applicable}}}\n"
    "  - {given: {参保身份: 随用人单位参保, 首次缴费日: 2021-07-10}, expect: {待遇起始月: {status: not_applicable}}}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """A folder of law: the shipped vocabulary, four places, and one instrument with these clauses."""

    def write(*parts: str) -> Path:
        made = tmp_path / "law"
        made.mkdir(exist_ok=True)
        (made / "vocabulary.yaml").write_bytes((ROOT / "policies" / "vocabulary.yaml").read_bytes())
        (made / "jurisdictions.yaml").write_text(PLACES, "utf-8")
        (made / "shiyan-2026-1.yaml").write_text(HEAD + "".join(parts), "utf-8")
        return made

    return write


@pytest.fixture
def law(folder: Callable[..., Path]) -> Callable[..., Library]:
    """The library of such a folder."""
    return lambda *parts: read_law(gather([folder(*parts)]))
