"""The catalogue: each problem code's sentence and remedy, in Chinese, the user's own words in 「」."""

from dataclasses import replace
from pathlib import Path

from jiexu.base.location import Location
from jiexu.base.problem import Problem
from jiexu.explanation.columns import width

_KINDS = {
    "yes_no": "是或否", "choice": "选项", "date": "日期", "month": "年月", "months": "月数", "days": "天数", "count": "个数", "yuan": "金额",
    "rate": "比例", "place": "地名", "set": "几项的集合", "periods": "起止年月的列表", "number": "数", "": "名称",
}  # fmt: skip
_WRITE = {
    "date": "写成 2021-03-20 的样子，且这一天确实存在", "month": "写成 2021-03 的样子", "months": "写不小于0的整数，例如 18",
    "days": "写不小于0的整数，例如 5", "count": "写不小于0的整数，例如 3", "yuan": "写不小于0、至多两位小数的数，例如 4200.00",
    "rate": "写 7% 或 0.07，在 0 与 1 之间", "yes_no": "写 是 或 否", "choice": "写选项的名称", "place": "写地名或六位代码",
    "periods": "写成列表，每项有 place、from、until、kind",
}  # fmt: skip
_NEAREST = "是不是「{nearest}」？"
CATALOGUE: dict[str, tuple[str, str]] = {
    "P101": ("读不了这个文件：{reason}", "检查路径和读取权限"),
    "P102": ("文件超过 {limit} MB，不像是案件或规则文件", "检查是否给错了文件"),
    "P103": ("文件不是 UTF-8 编码的文本", "用编辑器另存为 UTF-8 编码"),
    "P104": ("不是合法的 YAML：{reason}", "检查这一行及上一行的缩进、引号和冒号后的空格"),
    "P105": ("文件里有不能显示的控制字符 {character}", "删去这个字符；若是表格或图片，请另存为文本"),
    "P106": ("文件是空的", "至少写上 facts: 和一项事实"),
    "P107": ("不能使用锚点（&）和引用（*）", "把内容原样写出来"),
    "P108": ("嵌套层次太深", "检查括号和缩进；正常的文件不会超过六层"),
    "P109": ("一个文件只能有一份内容，不能用 --- 分成几份", "分成几个文件"),
    "P110": ("「{key}」写了两次，第一次在第 {line} 行", "留下一处"),
    "P111": ("不能使用标签或合并键「{tag}」", "去掉它，直接写内容"),
    "P112": ("不是合法的 YAML：{reason}", "这里有全角冒号「：」，键后面要写半角冒号加一个空格「: 」"),
    "P121": ("没有「{key}{name}」这个键", _NEAREST),
    "P122": ("缺少「{key}」", "补上它"),
    "P123": ("不能写「{written}」，只能是：{allowed}", _NEAREST),
    "P124": ("「{written}」的写法不对", "对照格式说明改写"),
    "P125": ("「{written}」太长", "不超过 {limit} 个字，只引关键短语"),
    "P126": ("「{key}」这里的结构不对", "对照格式说明：是列表、是一组键值，还是一段文字"),
    "P130": ("这个文件夹里没有规则文件", "用 --policies 给出放规则的文件夹"),
    "P131": ("文件没有写明格式，或格式不认识", "第一行写 format，取值是：{allowed}"),
    "P132": ("没有词汇表或地名表", "用 --policies 同时给出带有 vocabulary.yaml 和 jurisdictions.yaml 的文件夹"),
    "P201": ("表达式「{written}」读不通", "检查括号是否成对、比较号和逗号是否齐全"),
    "P202": ("表达式里有不能用的字符「{at}」", "改用半角符号"),
    "P203": ("表达式太长", "拆成几个条件，每行一个"),
    "P204": ("表达式里用了规则语言没有的写法", "只能用比较、and、or、not、加减乘、A if 条件 else B 和函数"),
    "P205": ("表达式里不能直接写数字或文字，只能写 0 和 1", "把数字写进 parameters，注明单位和原文"),
    "P211": ("未知名称「{name}」", _NEAREST),
    "P212": ("这里要{wanted}，写的却是{found}", "种类不同的量不能放在一起"),
    "P213": ("「{name}」不是这里的选项，只能是：{allowed}", _NEAREST),
    "P214": ("{found}不能比较大小或计算", "只有数、日期和年月可以"),
    "P215": ("没有函数「{name}」", _NEAREST),
    "P216": ("函数「{name}」要 {count} 个参数", "检查逗号和括号"),
    "P217": ("已提供() 里只能写一项事实的名称，不能是「{name}」", "写词汇表中的事实名称"),
    "P221": ("词汇表里没有问题「{name}」", _NEAREST),
    "P222": ("「{written}」不是{kind}", "{write}"),
    "P223": ("没有地名「{written}」", _NEAREST),
    "P224": ("「{written}」可以指几个地方：{places}", "写全称或六位代码"),
    "P225": ("「{name}」重复了", "改名或合并"),
    "P226": ("没有单位「{name}」", _NEAREST),
    "P251": ("没有事实「{name}」", _NEAREST),
    "P252": ("没有问题「{name}」", _NEAREST),
    "P253": ("「{earlier}」晚于「{later}」，不可能", "改正其中一个"),
    "P254": ("「{name}」给的是 {given}，而由 {from} 算得 {derived}", "改正其中一个，或只留一个"),
    "P255": ("日期离依据日 {as_of} 超过一百年", "检查年份"),
    "P257": ("「{written}」个月超过一百年", "检查是否把年写成了月；最多 {limit}"),
    "P301": ("所指的「{name}」不存在", _NEAREST),
    "P302": ("问题互相依赖，成了一个圈：{circle}", "让其中一个不依赖另一个"),
    "P303": ("有效期的末日 {last} 早于首日 {first}", "改正日期"),
    "P306": ("口径的各种取法要给出同样的名称，「{name}」只在一边有（{take}）", "补齐或删去"),
    "P501": ("「{question}」应为{wanted}，得到的是{found}", "若新的答案才对，改 expect；否则改规则"),
    "P502": ("「{question}」应由 {wanted} 决定，现由 {found} 决定", "若新的依据才对，改 by；否则改规则"),
    "P503": ("「{question}」应缺{wanted}，现缺{found}", "改 missing，或检查规则的条件"),
    "P504": ("旁边没有已认可的说明 {name}", "核对无误后用 jiexu test --update 写出"),
    "P505": ("说明变了：原为「{wanted}」，现为「{found}」", "核对无误后用 jiexu test --update 改写"),
}  # fmt: skip
_OPERATORS = {
    "≤": "<=", "≥": ">=", "≠": "!=", "＝": "==", "（": "(", "）": ")", "，": ",", "＜": "<", "＞": ">", "＋": "+", "－": "-", "×": "*", "“": "", "”": "",
    "大于等于": ">=", "小于等于": "<=", "不大于": "<=", "不小于": ">=", "大于": ">", "小于": "<", "不等于": "!=", "等于": "==",
    "且": "and", "并且": "and", "或": "or", "非": "not", "不是": "!=",
}  # fmt: skip


def spelled(problem: Problem) -> Problem:
    """The problem with its sentence and remedy; one that brought its own keeps them."""
    if problem.message:
        return problem
    message, remedy = CATALOGUE[problem.code]
    values = _Values(problem.values)
    values["kind"] = _KINDS.get(values["kind"], values["kind"])
    values["write"] = _WRITE.get(problem.values.get("kind", ""), "")
    for key in ("found", "wanted") if problem.code.startswith("P2") else ():
        values[key] = " × ".join(_KINDS.get(part, part) for part in values[key].split(" * "))
    if remedy == _NEAREST and not values["nearest"]:
        remedy = "对照词汇表或格式说明改写"
    hint = _operator_hint(problem.values.get("written", "")) if problem.code in ("P201", "P202", "P211") else ""
    return replace(problem, message=message.format_map(values), help=hint or remedy.format_map(values))


def shown(problem: Problem, path: Path | None) -> str:
    """A problem with its place, its line and a marker under the words it is about."""
    told = spelled(problem)
    where = told.where
    name = _near(path) if path else where.file
    lines = [f"{Location(name, where.line, where.column)}: {told.code} {told.message}"]
    text = _line(path, where.line)
    if text.strip():
        before = text[: where.column - 1]
        marked = text[where.column - 1 : where.column - 1 + where.width]
        lines += [f"    {text}", "    " + " " * width(before) + "~" * max(width(marked), 1)]
    return "\n".join([*lines, f"    → {told.help}"])


def _operator_hint(written: str) -> str:
    for officers in sorted(_OPERATORS, key=len, reverse=True):
        if officers in written:
            better = _OPERATORS[officers]
            return f"「{officers}」要写成半角的「 {better} 」" if better else f"去掉引号「{officers}」"
    return ""


def _near(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _line(path: Path | None, number: int) -> str:
    if path is None or not path.is_file():
        return ""
    with path.open(encoding="utf-8-sig", errors="replace", newline=None) as file:
        for index, line in enumerate(file, 1):
            if index == number:
                return line.rstrip("\n")[: 2 * 100]
    return ""


class _Values(dict[str, str]):
    """Values of a sentence; one that was not given is empty."""

    def __missing__(self, key: str) -> str:
        return ""
