"""How a value that could not be read would be written."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from jiexu.base.kinds import PLAIN, read_plain
from jiexu.base.month import MONTHS_A_YEAR, Month

_WRITE = {
    "date": "写成 2021-03-20 的样子，且这一天确实存在", "month": "写成 2021-03 的样子", "months": "写不小于0的整数，例如 18",
    "days": "写不小于0的整数，例如 5", "count": "写不小于0的整数，例如 3", "yuan": "写不小于0、至多两位小数的数，例如 4200.00",
    "rate": "写 7% 或 0.07，在 0 与 1 之间",
}  # fmt: skip
_NOT_KNOWN = frozenset(
    ["未知", "不详", "不清楚", "不知道", "待定", "待补充", "暂无", "无", "没有", "?", "-", "/", "N/A", "none"]
)
_YEAR_FIRST = re.compile(r"(\d{4})(?:\D+(?=\d))?(\d{1,2})(?:\D*(?P<day>\d{1,2}))?")
_SHORT_YEAR = re.compile(r"\d{1,2}\D\d")
_MEANT = {"months": "只写月数", "days": "只写天数", "count": "只写个数", "yuan": "只写数", "rate": "写作比例"}


def value_remedy(kind: str, written: str) -> str:
    """What to write for a value of this kind: the same value written rightly, where it can be told."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", written))
    if plain in _NOT_KNOWN:
        return "不知道的事实整行删去，不写占位的字"
    if kind in ("date", "month"):
        return _calendar_remedy(kind, plain) or _WRITE[kind]
    if kind not in _WRITE:
        return ""
    if plain.startswith("-"):
        return f"不能是负数；{_WRITE[kind]}"
    meant = _number_meant(kind, plain)
    return f"{_MEANT[kind]}：「{meant}」" if meant else _WRITE[kind]


def _calendar_remedy(kind: str, plain: str) -> str:
    written = _YEAR_FIRST.match(plain)
    if written is None:
        return f"年在前，写四位；{_WRITE[kind]}" if _SHORT_YEAR.match(plain) else ""
    year, month, day = int(written[1]), int(written[2]), written["day"]
    if not year:
        return ""
    if not 1 <= month <= MONTHS_A_YEAR:
        return f"没有 {month} 月；{_WRITE[kind]}"
    if kind == "month":
        return f"{'只写年月' if day else '写作'}：「{Month(year, month)}」"
    if not day:
        return "要写到日，例如 2021-03-20"
    try:
        return f"写作：「{date(year, month, int(day)).isoformat()}」"
    except ValueError:
        return f"{year} 年 {month} 月没有 {day} 日"


def _number_meant(kind: str, plain: str) -> str:
    """The number that was written with signs, units and separators; empty when it cannot be told."""
    bare = re.sub(r"^¥|[,，]|(?:元|圆|个月|月|天|日|个|次)整?$", "", plain)
    years = re.fullmatch(r"(\d+)年(?:零?(\d+)个?月?)?", bare)
    if kind == "months" and years:
        bare = str(int(years[1]) * MONTHS_A_YEAR + int(years[2] or 0))
    ten_thousands = re.fullmatch(r"(\d+(?:\.\d+)?)万", bare)
    if kind == "yuan" and ten_thousands:
        bare = format(Decimal(ten_thousands[1]) * 100 * 100, "f").rstrip("0").rstrip(".")
    hundredths = re.fullmatch(r"百分之(\d+(?:\.\d+)?)", bare)
    if kind == "rate" and (hundredths or re.fullmatch(r"\d+(?:\.\d+)?", bare)):
        bare = f"{hundredths[1] if hundredths else bare}%"
    if re.fullmatch(r"\d+\.0+", bare) and kind not in ("yuan", "rate"):
        bare = bare.partition(".")[0]
    try:
        read_plain(PLAIN[kind], bare)
    except ValueError:
        return ""
    return bare
