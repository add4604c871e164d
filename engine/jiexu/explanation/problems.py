"""The catalogue: each problem code's sentence and remedy, in Chinese, the user's own words in 「」."""

import re
from pathlib import Path

from jiexu.base.location import Location
from jiexu.base.problem import Problem
from jiexu.explanation.excerpt import excerpt
from jiexu.explanation.remedy import SHAPES, reason, remedy

KINDS = {
    "yes_no": "是或否", "choice": "选项", "date": "日期", "month": "年月", "months": "月数", "days": "天数", "count": "个数", "yuan": "金额",
    "rate": "比例", "place": "地名", "set": "几项的集合", "periods": "起止年月的列表", "number": "数", "fact": "事实", "": "名称", **SHAPES,
}  # fmt: skip
_NEAREST = "是不是「{nearest}」？"
_DRAFT = "补上所缺的再出；先看样子可加 --draft 出草稿"
_NOT_NEAR = {
    "P123": "改成其中一项", "P213": "改成其中一项", "P223": "写全称或六位代码", "P215": "函数的名称见规则语言说明",
    "P211": "名称见词汇表和本款的 parameters", "P221": "名称见词汇表 vocabulary.yaml", "P251": "名称见词汇表 vocabulary.yaml",
    "P252": "名称见词汇表 vocabulary.yaml", "P806": "可用的名称见表单说明", "P801": "用 jiexu form --list 看有哪些",
}  # fmt: skip
CATALOGUE: dict[str, tuple[str, str]] = {
    "P101": ("读不了这个文件：{reason}", "检查路径和读取权限"),
    "P102": ("文件超过 {limit} MB，不像是案件或规则文件", "检查是否给错了文件"),
    "P103": ("文件不是 UTF-8 编码的文本", "用编辑器另存为 UTF-8 编码"),
    "P104": ("不是合法的 YAML：{reason}", "检查这一行及上一行的缩进、引号和冒号后的空格"),
    "P105": ("文件里有不能显示的字符 {character}", "删去这个字符；若是表格或图片，请另存为文本"),
    "P106": ("文件是空的", "至少写上 facts: 和一项事实"),
    "P107": ("不能使用锚点（&）和引用（*）", "把内容原样写出来"),
    "P108": ("嵌套层次太深", "检查括号和缩进；正常的文件不会超过六层"),
    "P109": ("一个文件只能有一份内容，不能用 --- 分成几份", "分成几个文件"),
    "P110": ("「{key}」写了两次，第一次在第 {line} 行", "留下一处"),
    "P111": ("不能使用标签或合并键「{tag}」", "去掉它，直接写内容"),
    "P112": ("名称后面是全角冒号「：」", "写半角冒号加一个空格「: 」"),
    "P113": ("缩进用了制表符（Tab）", "改用空格缩进，每层两格"),
    "P114": ("冒号前面的名称不是文字", "只写一个名称，后面写半角冒号和空格"),
    "P121": ("没有「{key}{name}」这个键", _NEAREST),
    "P122": ("缺少「{key}」", "加上这一项"),
    "P123": ("不能写「{written}」，只能是：{allowed}", _NEAREST),
    "P124": ("「{written}」的写法不对", "对照格式说明改写"),
    "P125": ("「{written}」太长", "不超过 {limit} 个字，只引关键短语"),
    "P127": ("{key}应是{wanted}，写的却是{found}", "照格式说明改写"),
    "P128": ("「{key}」是空的", "写上内容，或整个删去"),
    "P126": ("「{key}」这里的结构不对", "对照格式说明：是列表、是一组键值，还是一段文字"),
    "P130": ("这个文件夹里没有规则文件", "用 --policies 给出放规则的文件夹"),
    "P131": ("文件没有写明格式，或格式不认识", "第一行写 format，取值是：{allowed}"),
    "P132": ("没有词汇表或地名表", "用 --policies 同时给出带有 vocabulary.yaml 和 jurisdictions.yaml 的文件夹"),
    "P133": ("写不了这个文件：{reason}", "检查写入权限和磁盘空间"),
    "P141": ("「{name}」不是文件夹、zip 文件，也不是 git 的版本", "写文件夹或 zip 的路径；版本要在所在的仓库里，如 HEAD~1 或 HEAD~1:policies"),
    "P142": ("这个 zip 文件读不了", "检查是否完整、没有加密；里面只要规则文件"),
    "P143": ("版本 {revision} 里没有文件夹「{folder}」", "写成 版本:文件夹，如 HEAD~1:policies"),
    "P201": ("表达式「{written}」读不通", "检查括号是否成对、比较号和逗号是否齐全"),
    "P202": ("表达式里有不能用的字符「{at}」", "改用半角符号"),
    "P203": ("表达式太长", "拆成几个条件，每行一个"),
    "P204": ("表达式里用了规则语言没有的写法", "只能用比较、and、or、not、加减乘、A if 条件 else B 和函数"),
    "P205": ("表达式里不能直接写数字或文字，只能写 0 和 1", "把数字写进 parameters，注明单位和原文"),
    "P211": ("未知名称「{name}」", _NEAREST),
    "P212": ("这里要{wanted}，写的却是{found}", "种类不同的量不能放在一起"),
    "P213": ("「{name}」不是这里的选项，只能是：{allowed}", _NEAREST),
    "P214": ("{found}不能这样比较或计算", "大小只比数、日期和年月，加减乘只用数"),
    "P215": ("没有函数「{name}」", _NEAREST),
    "P216": ("函数「{name}」要 {count} 个参数", "检查逗号和括号"),
    "P217": ("已提供() 里只能写一项事实的名称，不能是「{name}」", "写词汇表中的事实名称"),
    "P218": ("「{name}」是选项，这里看不出是哪一项事实的", "写成 事实 == 选项"),
    "P219": ("两边的选项不是一套", "这里只能是：{allowed}"),
    "P220": ("{found} 没有意义", "金额可以乘比例、月数或个数，月数和天数可以乘个数"),
    "P221": ("词汇表里没有问题「{name}」", _NEAREST),
    "P222": ("「{written}」不是{kind}", "照格式说明改写"),
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
    "P258": ("「{name}」没有写值", "写上值；不知道的事实整行删去"),
    "P259": ("「{name}」写错了位置", "移到 {under}: 下面，缩进两格"),
    "P260": ("「{name}」不是事实", "移到最外层，与 facts: 左对齐，写作 {key}:"),
    "P261": ("「{name}」是问题，不是事实", "要问它就写在 questions: 下面；答案由程序认定"),
    "P262": ("依据日 {written} 离今天超过一百年", "检查年份"),
    "P301": ("所指的「{name}」不存在", _NEAREST),
    "P302": ("互相依赖，成了一个圈：{circle}", "让其中一个不依赖另一个"),
    "P303": ("有效期的末日 {last} 早于首日 {first}", "改正日期"),
    "P306": ("口径的各种取法要给出同样的名称，「{name}」只在一边有（{take}）", "补齐或删去"),
    "P501": ("「{question}」应为{wanted}，得到的是{found}", "若新的答案才对，改 expect；否则改规则"),
    "P502": ("「{question}」应由 {wanted} 决定，现由 {found} 决定", "若新的依据才对，改 by；否则改规则"),
    "P503": ("「{question}」应缺{wanted}，现缺{found}", "改 missing，或检查规则的条件"),
    "P504": ("旁边没有已认可的说明 {name}", "核对无误后用 jiexu test --update 写出"),
    "P520": ("列为等同的变异，没有一个是未被发现的", "删去这一条，或对照 jiexu mutate --json 改正"),
    "P505": ("说明变了：原为「{wanted}」，现为「{found}」", "核对无误后用 jiexu test --update 改写"),
    "P571": ("没有预告的变化：{case}「{question}」{what}", "在变更单里加上这一条；若本不该变，检查规则"),
    "P572": ("预告了变化而没有发生{says}", "改变更单；若本该变，检查规则，或补上能看出变化的案件"),
    "P581": ("不是收据，或是别的版本的收据", "给出 jiexu decide --receipt 写出的文件"),
    "P582": ("收据写出以后改动过，摘要不符", "请出具的人重新给一份；不要用编辑器打开后保存"),
    "P583": ("不是 Ed25519 的钥匙", "--sign 给私钥，--require-signature 给公钥，都是 PEM 文件；jiexu key 可以做一对"),
    "P584": ("私钥有口令，读不了", "先用 openssl pkey 去掉口令，放在只有自己能读的地方"),
    "P585": ("要求有签名，而收据没有签名", "请出具的人用 --sign 重新写出"),
    "P586": ("收据是另一把钥匙签的", "核对公钥是不是出具人的；若是，这份收据不可信"),
    "P587": ("签名与收据的内容不符", "这份收据不可信，请出具的人重新给一份"),
    "P721": ("「{later}」早于前一步的「{earlier}」：「{step}」要在「{before}」之后", "改正其中一个日期"),
    "P722": ("「{name}」晚于依据日 {as_of}，还没有发生", "改正日期，或用 --as-of 给出更晚的依据日"),
    "P723": ("「{name}」不是这条途径的一步：本案走的是「{route}」", "删去这一项，或改正办理方式、申请端"),
    "P724": ("「{name}」给了日期，而「{step}」在本案不需要办：{conditions} 不成立", "删去这一项，或改正所依据的事实"),
    "P801": ("没有表单「{name}」", _NEAREST),
    "P802": ("这个案件不出具《{title}》：「{name}」是「{answer}」", "检查案件的事实；要看这个案件出具哪些，用 jiexu form --list 案件"),
    "P803": ("是否出具《{title}》还不能定：「{name}」{answer}", _DRAFT),
    "P804": ("「{written}」不是公民身份号码：{reason}", "对照证件改正；不是居民身份证的，在 id_type: 写明证件类型"),
    "P805": ("要填的「{name}」案件没有写", "在 {under} 里写上；先看样子可加 --draft 出草稿"),
    "P806": ("模板里写的「{name}」没有这一项", _NEAREST),
    "P807": ("模板填不下去：{reason}", "改正模板的这一行"),
    "P808": ("没有字体能显示{characters}", "装上字体再出：Debian 上是 apt install fonts-noto-cjk"),
    "P810": ("「{name}」{answer}，不能照已认定填写", _DRAFT),
    "P811": ("「{name}」的答案「{answer}」只见于报道（{by}），不能据以出具", "核实原文并入库以后再出；先看样子可加 --draft 出草稿"),
    "P812": ("出这种文件要另装程序库 {name}", "运行 pip install 'jiexu[{extra}]'"),
    "P813": ("系统里没有 {name}", "装上再出：Debian 上是 apt install {package}"),
}  # fmt: skip
_USERS = ("written", "name", "key", "tag", "at", "given", "nearest")
_LONGEST = 100


def spelled(problem: Problem) -> Problem:
    """The problem with its sentence and remedy; one that brought its own keeps them."""
    if problem.message:
        return problem
    message, remedied = CATALOGUE[problem.code]
    values = _Values(problem.values)
    hint = remedy(problem.code, values)
    if problem.code in ("P101", "P104", "P133", "P804"):
        values["reason"] = reason(problem.code, values)
    if problem.code == "P127":
        values["key"] = _subject(values["key"])
    values["kind"] = KINDS.get(values["kind"], values["kind"])
    for key in ("found", "wanted") if problem.code.startswith(("P1", "P2")) else ():
        values[key] = re.sub(r"[a-z_]+", lambda name: KINDS.get(name[0], name[0]), values[key]).replace("*", "×")
    for key in _USERS:
        shown = visible(values[key])
        values[key] = shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"
    if remedied == _NEAREST and not values["nearest"]:
        remedied = _NOT_NEAR.get(problem.code, "对照词汇表或格式说明改写")
    return problem._replace(message=message.format_map(values), help=hint or remedied.format_map(values))


def shown(problem: Problem, path: Path | None) -> str:
    """A problem with its place, its line and a marker under the words it is about."""
    told = spelled(problem)
    where = told.where
    name = near(path) if path else where.file
    place = Location(name, where.line, where.column)
    return "\n".join([f"{place}: {told.code} {told.message}", *excerpt(path, where), f"    → {told.help}"])


def _subject(key: str) -> str:
    """What a problem of structure is about: a key, an item of a list, or the whole file."""
    return f"「{key}」" if key and not key.isdigit() else "这一项" if key else "整个文件"


def visible(text: str) -> str:
    """Somebody's words, a character that cannot be seen by its code."""
    return "".join(sign if sign.isprintable() else f"<U+{ord(sign):04X}>" for sign in text)


def near(path: Path) -> str:
    """A path as the person would write it: from where they are, when it lies below."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


class _Values(dict[str, str]):
    """Values of a sentence; one that was not given is empty."""

    def __missing__(self, key: str) -> str:
        return ""
