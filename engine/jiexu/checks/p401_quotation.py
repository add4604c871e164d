"""P401: every quotation occurs in the official text."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject, holds


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each quotation that the attached text does not hold."""
    for instrument, text in subject.texted():
        for quotation in instrument.quotations:
            if not holds(text.folded, quotation.text):
                message = f"原文里没有「{quotation.text}」"
                yield Problem("P401", quotation.where, {}, message, f"对照 {text.path.name} 照录，一字不改")
