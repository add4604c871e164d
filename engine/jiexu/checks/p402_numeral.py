"""P402: every number in the quotation of a rule, a delegation or a validity is a parameter or a date of the head."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.numerals import date_parts, numerals, written_values
from jiexu.checks.subject import Subject
from jiexu.law.instrument import Instrument

_BLOCKS = ("rules", "delegates", "validity")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each number of such a quotation that nothing declares."""
    for instrument in subject.library.instruments.values():
        for quotation in instrument.quotations:
            if quotation.block not in _BLOCKS:
                continue
            declared = (
                _dates(instrument, quotation.clause)
                if quotation.block == "validity"
                else _numbers(instrument, quotation.clause)
            )
            for numeral in numerals(quotation.text):
                if numeral not in declared:
                    message = f"「{quotation.text}」里的 {numeral} 没有登记为参数"
                    help_ = "在本条 parameters 里写明它的名称、值、单位和引文"
                    yield Problem("P402", quotation.where, {}, message, help_)


def _numbers(instrument: Instrument, clause: str) -> set[str]:
    provision = instrument.provision(clause)
    return {text for parameter in (provision.parameters if provision else ()) for text in written_values(parameter)}


def _dates(instrument: Instrument, clause: str) -> set[str]:
    provision = instrument.provision(clause)
    validity = provision.validity if provision else instrument.validity
    return date_parts(validity.first) | date_parts(validity.last)
