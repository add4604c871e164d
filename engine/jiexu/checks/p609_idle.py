"""P609: every entry of a ``.known.yaml`` names something that is found."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each question that an entry names in vain."""
    for entry, question in subject.proof.idle if subject.proof else ():
        where = entry.about_at[entry.about.index(question)]
        message = f"已知的未决之处不再有「{question}」：{entry.says}"
        yield Problem("P609", where, {}, message, "已经补上的，把这个问题从 about 里删去；否则核对 when 和日期")
