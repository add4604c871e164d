"""The shipped law with something changed in it, and what an impact of that is made of."""

from collections import Counter
from datetime import date
from functools import cache

from jiexu.law.examination import read_law
from jiexu.law.folder import files_of, gather
from jiexu.law.library import Library
from jiexu.regression.impact import Impact, impact
from jiexu.regression.run import case_files
from jiexu.regression.side import Side

from tests.conftest import ROOT, TODAY

JINING = "policies/jining/jining-2020-19.yaml"
CASES = case_files([ROOT / "cases" / "jining"])
EDITS = {
    "parameter": ("等待期: {value: 6,", "等待期: {value: 3,"),
    "condition": (
        "    - 参保身份 == 灵活就业人员\n    - not 期限内接续\n    then:\n      待遇起始月: 等待期满之月",
        "    - 参保身份 == 灵活就业人员\n    then:\n      待遇起始月: 等待期满之月",
    ),
    "validity": ("until: 2025-08-31, quote: 自2020", "until: 2026-08-31, quote: 自2020"),
    "rule": (
        "  - name: 不补缴\n    quote: 超过3个月接续的，不补缴中断缴费期间的医疗保险费\n    when:\n    - 参保身份 == 灵活就业人员\n"
        "    - not 期限内接续\n    then:\n      中断期费用补缴: 不补缴\n",
        "",
    ),
    "clause": (
        "- clause: 三（五）",
        "- clause: 三（六）\n  says: 虚构：灵活就业人员也由单位补足。\n  rules:\n  - name: 虚构\n    overrides: [三（二）]\n    when:\n"
        "    - 参保身份 == 灵活就业人员\n    - 不足月数 > 0\n    then:\n      补缴责任人: 用人单位\n- clause: 三（五）",
    ),
    "answer": ("补缴责任人: 本人 if 参保身份 == 灵活就业人员 else 用人单位", "补缴责任人: 用人单位"),
    "rate": ("补缴比例: {value: 7%,", "补缴比例: {value: 8%,"),
    "years": ("最低实际缴费年限: {value: 10,", "最低实际缴费年限: {value: 15,"),
    "rank": ("rank: municipal", "rank: provincial"),
    "comment": ("background:", "# 只是一句说明\n\nbackground:"),
}
"""Ways to change the notice of Jining, each alone a whole law; the last changes nothing."""


@cache
def law(*edits: str) -> Library:
    """The shipped law with these of EDITS made."""
    content = dict(gather([ROOT / "policies"]).content)
    text = content[JINING].decode()
    for edit in edits:
        before, after = EDITS[edit]
        assert before in text
        text = text.replace(before, after, 1)
    content[JINING] = text.encode()
    return read_law(files_of(content, {}))


def side(*edits: str, as_of: date | None = None) -> Side:
    return Side("+".join(edits) or "shipped", law(*edits), as_of)


@cache
def edited(edit: str) -> Impact:
    """What one of EDITS changes for the accepted cases of Jining."""
    return between(side(), side(edit))


def between(old: Side, new: Side, cases=CASES) -> Impact:
    return impact(old, new, cases, TODAY)


def moved(found: Impact) -> Counter:
    """How many findings moved, by kind, question, and the two clauses."""
    return Counter((one.kind, one.question.name, *one.deciders) for one in found.telling)


FEW = [
    path for path in CASES if path.stem.startswith(("flexible-late", "retirement-2025", "employed-no-gap", "retired"))
]


def causes(found, one) -> set[tuple[str, str, str]]:
    return {
        (found.law[cause.change].part, found.law[cause.change].instrument, clause)
        for cause in one.causes
        for clause in cause.clauses or ("",)
    }
