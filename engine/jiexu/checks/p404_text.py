"""P404: the attached text is the one the instrument was written from."""

import hashlib
from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject, Text


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each text whose folded hash is not the instrument's."""
    for instrument, text in subject.texted():
        if instrument.sha256 != digest(text):
            message = "所附原文与规则文件所据的原文不同" if instrument.sha256 else "规则文件没有写明所据原文的 sha256"
            yield Problem("P404", instrument.where, {}, message, f"核对原文后把 source 的 sha256 写成 {digest(text)}")


def digest(text: Text) -> str:
    """The hash of the folded text."""
    return hashlib.sha256(text.folded.encode()).hexdigest()
