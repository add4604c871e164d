"""P405: the value of a parameter occurs in its own quotation."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.numerals import numerals, written_values
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each single-valued parameter whose quotation states another number."""
    for instrument in subject.library.instruments.values():
        for provision in instrument.provisions:
            for parameter in provision.parameters:
                stated = set(numerals(parameter.quote))
                if parameter.value is not None and parameter.quote and stated.isdisjoint(written_values(parameter)):
                    message = f"参数「{parameter.name}」的值不在引文「{parameter.quote}」里"
                    yield Problem("P405", parameter.where, {}, message, "改正 value 或 quote，使两者一致")
