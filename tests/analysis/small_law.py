"""A law of a few lines, written for one test: two cities of one province, three facts, three questions."""

from jiexu.analysis.known import Known
from jiexu.analysis.known_file import read_known
from jiexu.analysis.proof import Finding, Proof, prove
from jiexu.law.examination import read_law
from jiexu.law.folder import Files
from jiexu.law.library import Library

VOCABULARY = """format: jiexu-vocabulary/1
words: {yes: 是, no: 否, as_of: 依据日, governing_day: 适用日}
ranks: {law: 法律, provincial: 省级文件, municipal: 市级文件}
evidence: {official: 官方文本, mirrored: 转载文本, reported: 仅见报道, advice: 网站文章}
units: {个月: {kind: months}, 元: {kind: yuan}}
sunset_within_days: 180
facts:
- {id: from, name: 转出地, kind: place, ask: 从哪里？}
- {id: to, name: 转入地, kind: place, ask: 到哪里？}
- {id: sort, name: 类别, kind: choice, choices: {one: 甲类, other: 乙类}, ask: 哪一类？}
- {id: paid, name: 已缴, kind: yes_no, ask: 缴了没有？}
- {id: months, name: 月数, kind: months, ask: 几个月？}
- {id: done_on, name: 办理日, kind: date, ask: 哪一天？}
- {id: record, name: 缴费记录, kind: periods, choices: {actual: 实际}, ask: 记录？}
questions:
- {id: wait, name: 等待期, kind: months, at: in, governed_by: [办理日]}
- {id: allowed, name: 可办, kind: yes_no, at: in, governed_by: [办理日]}
- {id: extra, name: 加成, kind: months, at: in, governed_by: [办理日]}
"""
PLACES = """format: jiexu-places/1
places: {"100000": [全国], "910000": [星省], "910100": [星市], "910200": [月市]}
"""
HEAD = """format: jiexu-rules/1
instrument:
  id: {id}
  title: {id}
  issued_by: [局]
  place: {place}
  rank: {rank}
  evidence: official
  validity: {validity}
background: {{转入地: 星市}}
provisions:
"""
WHOLE = """- clause: 一
  says: 全。
  parameters:
    界: {value: 3, unit: 个月}
    期: {value: 6, unit: 个月}
  rules:
  - name: 内
    quote: 三个月以内
    when:
    - 月数 <= 界
    then:
      等待期: 月数
  - name: 外
    quote: 超过三个月
    when:
    - 月数 > 界
    then:
      等待期: 期
"""
"""A law without a gap: every number of months has its rule."""
CITY = """- clause: 一
  says: 市。
  parameters:
    期: {value: 3, unit: 个月}
  rules:
  - quote: 三个月
    then:
      等待期: 期
"""


def instrument(
    provisions: str,
    identity: str = "own",
    place: str = "全国",
    rank: str = "law",
    validity: str = "{from: 2020-01-01}",
) -> tuple[str, bytes]:
    """The label and bytes of one instrument's file."""
    head = HEAD.format(id=identity, place=place, rank=rank, validity=validity)
    return f"law/{identity}.yaml", (head + provisions).encode()


def law(*instruments: tuple[str, bytes]) -> Library:
    beside = {"law/vocabulary.yaml": VOCABULARY.encode(), "law/places.yaml": PLACES.encode()}
    return read_law(Files(beside | dict(instruments), {}, "small"))


def proved(*instruments: tuple[str, bytes], known: tuple[Known, ...] = ()) -> Proof:
    return prove(law(*instruments), known)


def found(proof: Proof, kind: str) -> list[Finding]:
    """The findings of one kind that have no name."""
    return [finding for finding in proof.findings if finding.shown.kind == kind and finding.known is None]


def known_of(library: Library, text: str, folder) -> tuple[list[Known], list]:
    """The entries of a file with this text, and what is wrong with it."""
    path = folder / "small.known.yaml"
    path.write_text("format: jiexu-known/1\nknown:\n" + text, "utf-8")
    return read_known([str(path)], library)
