"""What to write instead, as near as what was written allows."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from jiexu.explanation.value_remedy import value_remedy

Values = Mapping[str, str]
_OPERATORS = {
    "≤": "<=", "≥": ">=", "≠": "!=", "＝": "==", "（": "(", "）": ")", "，": ",", "、": ",", "＜": "<", "＞": ">", "＋": "+", "－": "-",
    "×": "*", "！": "!", "=>": ">=", "=<": "<=", "<>": "!=", "&&": "and", "||": "or",
    "大于等于": ">=", "小于等于": "<=", "不大于": "<=", "不小于": ">=", "大于": ">", "小于": "<", "不等于": "!=", "等于": "==",
    "且": "and", "并且": "and", "或者": "or", "或": "or", "非": "not", "不是": "!=", "是否": "", "“": "", "”": "", "‘": "", "’": "",
}  # fmt: skip
_SYNTAX = (
    ("mapping values are not allowed", "这里不该有冒号", "一行只写一个「名称: 值」；值里有冒号就给整个值加引号；同一层左对齐"),
    ("could not find expected ':'", "这里少了冒号，或冒号后没有空格", "写成「名称: 值」，冒号用半角，后面空一格"),
    ("expected ',' or", "括号没有配对，或各项之间少了逗号", "补上 ] 或 }；各项之间用半角逗号"),
    ("unexpected end of stream", "引号没有配对", "补上后一个引号"),
    ("cannot start any token", "一个值不能以这个字符开头", "给整个值加引号"),
    ("escape c", "双引号里的反斜杠写法不认识", "改用单引号，或把 \\ 写成 \\\\"),
    ("sequence entries are not allowed", "这里不该有「- 」", "列表另起一行，各项的「- 」左对齐"),
    ("'-' indicator", "列表的各项没有对齐", "每一项都以「- 」开头，左对齐"),
    ("expected key", "缩进与上面各行不一致", "同一层的名称要左对齐，用空格缩进"),
    ("expected <block end>", "缩进与上面各行不一致", "同一层的名称要左对齐，用空格缩进"),
    ("<document start>", "结尾多出了内容", "删去多出的括号或文字"),
)  # fmt: skip
_UNREADABLE = {
    "ENOENT": ("文件不存在", "检查路径和文件名"),
    "EISDIR": ("这是文件夹，不是文件", "写出文件夹里那个文件的名称"),
    "EACCES": ("没有读取权限", "请有权限的人放开，或复制到自己的文件夹"),
    "ENOTDIR": ("路径中间有一段不是文件夹", "检查路径"),
}
_UNWRITABLE = {
    "EACCES": ("没有写入权限", "请有权限的人放开，或换一个文件夹"),
    "EROFS": ("这个磁盘只能读", "换一个文件夹"),
    "ENOSPC": ("磁盘已满", "腾出空间后再运行"),
    "EISDIR": ("这是文件夹，不是文件", "写出文件的名称"),
    "ENOTDIR": ("路径中间有一段不是文件夹", "检查路径"),
}
_NO_IDENTITY = {
    "old": "这是十五位的旧号码，已经停用，要写十八位的", "signs": "应是十七位数字加一位校验码（数字或大写的 X）",
    "area": "前两位不是省级行政区划代码", "born": "第七到十四位不是出生日期", "check": "最后一位校验码不对",
}  # fmt: skip
_KEYS = {
    "案件": "case", "案号": "case", "编号": "case", "标题": "title", "依据日期": "as_of", "日期": "as_of", "事实": "facts",
    "情况": "facts", "问题": "questions", "预期": "expect", "个人": "person", "本人": "person", "经办机构": "agencies",
    "地点": "place", "地区": "place", "起": "from", "开始": "from", "止": "until", "结束": "until", "种类": "kind", "类型": "kind",
}  # fmt: skip
_PATTERNS = (
    (r"%?$", "只写数，例如 3 或 7%；单位写在 unit 里"),
    (r"^\d{4}-\d{2}-\d{2}$", "写成 2021-03-20 的样子"),
    (r"^\d{4}-\d{2}$", "写成 2021-03 的样子"),
    (r"^\d{6}$", "写六位代码，加引号"),
    (r"^\S+ \S", "写成「标识 条款」，中间空一格"),
    (r"^\d{4}$", "写四位的年份"),
    (r"^\d+$", "写不小于0的整数"),
    ("[a-z0-9]+(-", "只用小写字母、数字和连字符，例如 jining-2020-19"),
    ("[a-z][a-z0-9_]", "用小写字母开头，只用小写字母、数字和下划线"),
    ("[0-9a-f]{64}", "写六十四位的十六进制数"),
)
SHAPES = {"text": "一个值", "list": "列表", "entries": "几行「名称: 值」"}


def remedy(code: str, values: Values) -> str:
    """What to write instead; empty when nothing more can be said than the catalogue says."""
    find = _FINDERS.get(code)
    return find(values) if find else ""


def reason(code: str, values: Values) -> str:
    """Why a file cannot be read, or is no YAML; or a number none."""
    if code == "P804":
        return _NO_IDENTITY[values["reason"]]
    if code == "P101":
        return _UNREADABLE.get(values.get("reason", ""), ("系统不让读", ""))[0]
    if code == "P133":
        return _UNWRITABLE.get(values.get("reason", ""), ("系统不让写", ""))[0]
    return _syntax(values.get("reason", ""))[0]


def _syntax(parser: str) -> tuple[str, str]:
    return next(((why, mend) for part, why, mend in _SYNTAX if part in parser), ("这里读不下去", ""))


def _operators(values: Values) -> str:
    """Which operator of the rule language an officer's sign or word is."""
    name, at = values.get("name", ""), values.get("at", "")
    if name and values.get("nearest"):
        return ""
    written = name or values.get("written", "")
    used = [sign for sign in _OPERATORS if sign in written]
    here = [sign for sign in used if at and sign.startswith(at)]
    folded = unicodedata.normalize("NFKC", at)
    if not here and folded != at and folded.isascii():
        return f"改用半角的「{folded}」"
    officers = max(here or used, key=len, default="")
    if officers:
        better = _OPERATORS[officers]
        return f"「{officers}」要写成「 {better} 」" if better else f"去掉「{officers}」"
    return "判断相等要写两个等号「 == 」" if re.search(r"(?<![=<>!])=(?!=)", written) else ""


def _number(values: Values) -> str:
    at = values.get("at", "")
    if at in ("T", "F"):
        return "写 是 或 否"
    return "选项直接写名称，不加引号" if at in ("'", '"') else ""


def _key(values: Values) -> str:
    key = values.get("key", "")
    if "：" in key:
        return _colon(key)
    if key[:1] in ("\u3000", "\xa0"):
        return "缩进要用半角空格"
    if values.get("nearest"):
        return ""
    meant = _KEYS.get(key)
    if meant and meant in values.get("allowed", ""):
        return f"是不是「{meant}」？"
    return f"可以写的有：{values['allowed']}" if values.get("allowed") else ""


def _shape(values: Values) -> str:
    written, wanted, found = values.get("written", ""), values.get("wanted", ""), values.get("found", "")
    if wanted == "entries" and ("：" in written or ":" in written):
        return _colon(written)
    if wanted == "entries" and found == "list":
        return "去掉每行前面的「- 」" if values.get("key") else "一个文件只写一个案件，去掉每行前面的「- 」"
    if wanted == "list":
        return "每项另起一行，前面写「- 」"
    return "只写一个值，不用括号，也不分几行" if wanted == "text" else ""


def _colon(written: str) -> str:
    if "：" in written:
        return "这里是全角冒号；名称后面要写半角冒号加一个空格「: 」"
    return "冒号后面要空一格"


def _pattern(values: Values) -> str:
    pattern = values.get("pattern", "")
    return next((mend for part, mend in _PATTERNS if part in pattern), "")


_FINDERS: dict[str, Callable[[Values], str]] = {
    "P101": lambda values: _UNREADABLE.get(values.get("reason", ""), ("", ""))[1],
    "P104": lambda values: _syntax(values.get("reason", ""))[1],
    "P121": _key,
    "P124": _pattern,
    "P127": _shape,
    "P133": lambda values: _UNWRITABLE.get(values.get("reason", ""), ("", ""))[1],
    "P201": _operators,
    "P202": _operators,
    "P205": _number,
    "P211": _operators,
    "P222": lambda values: value_remedy(values.get("kind", ""), values.get("written", "")),
    "P251": lambda values: _colon(values["name"]) if "：" in values.get("name", "") else "",
}
