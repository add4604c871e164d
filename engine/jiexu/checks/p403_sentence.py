"""P403: every sentence of the official text holds a quotation of something, or is excused."""

from collections.abc import Iterator

from jiexu.base.location import Location
from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject, Text, holds
from jiexu.law.instrument import Instrument

_BLOCKS = {
    "rules": "规则", "delegates": "授权", "readings": "口径", "parameters": "参数", "information": "信息", "documents": "文书",
    "routes": "途径",
    "procedure": "步骤", "contradicts": "前后不一", "validity": "有效期", "yields_to": "从其规定", "prevails_over": "优先",
    "quotes": "要点",
    "extends": "延长", "repeals": "废止",
}  # fmt: skip


def accounted(instrument: Instrument, text: Text) -> Iterator[tuple[str, list[str]]]:
    """Yield each sentence with where it went: clauses and blocks, or the reason it is excused; empty when nowhere."""
    for sentence in text.sentences:
        went = [
            f"{quotation.clause or '文件头'} {_BLOCKS.get(quotation.block) or _why_not(instrument, quotation.clause)}"
            for quotation in instrument.quotations
            if quotation.block != "excused" and holds(sentence, quotation.text)
        ]
        excuses = [f"不作规则：{why}" for quote, why in instrument.excused if holds(sentence, quote)]
        yield sentence, list(dict.fromkeys(went or excuses))


def _why_not(instrument: Instrument, clause: str) -> str:
    """What a quotation of a whole clause stands for: why it is no rule, else the clause itself."""
    provision = instrument.provision(clause)
    return f"不作规则：{provision.not_encoded}" if provision and provision.not_encoded else "条文"


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each sentence left over."""
    for instrument, text in subject.texted():
        for sentence, went in accounted(instrument, text):
            if not went:
                where = Location(str(text.path), text.line_of(sentence))
                short = sentence if len(sentence) < 2 * 12 else sentence[: 2 * 12] + "…"
                help_ = f"在 {instrument.id} 里引用它，或在 excused 里写明为何不作规则"
                yield Problem("P403", where, {}, f"这一句没有着落：「{short}」", help_)
