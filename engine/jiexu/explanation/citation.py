"""Finds what a written citation means, whether by id or by number, however its brackets and spaces are typed."""

from collections.abc import Iterator
from typing import NamedTuple

from jiexu.base.location import Location
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem, ProblemsError
from jiexu.document.fold import fold_phrase
from jiexu.explanation.labels import LANGUAGES
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library
from jiexu.law.provision import Provision

_TYPED = str.maketrans("[]【】", "〔〕〔〕", "《》「」")
_INFERRED = tuple(fold_phrase(labels["inferred"]) for labels in LANGUAGES.values())


class Cited(NamedTuple):
    """An instrument, and the provision of it that was named, if one was."""

    instrument: Instrument
    provision: Provision | None


def find(library: Library, written: str) -> Cited:
    """What *written* cites; raises ProblemsError, with the nearest citation, when it cites nothing or several things."""
    folded = _fold(written)
    found = [cited for cited in _citable(library) if folded in _written(cited)]
    if len(found) == 1:
        return found[0]
    if found:
        problem = _problem("P301", f"「{written}」可以指几处", f"写成其中一个：{'、'.join(map(citation, found))}")
    else:
        problem = _not_found(library, written, folded)
    raise ProblemsError([problem])


def citation(cited: Cited) -> str:
    """The one spelling by id."""
    return cited.instrument.cite(cited.provision.clause) if cited.provision else cited.instrument.id


def citations(library: Library) -> list[str]:
    """Every citation there is, an instrument's own before those of its provisions."""
    return [citation(cited) for cited in _citable(library)]


def _citable(library: Library) -> Iterator[Cited]:
    for instrument in library.instruments.values():
        yield Cited(instrument, None)
        for provision in instrument.provisions:
            yield Cited(instrument, provision)


def _names(instrument: Instrument) -> list[str]:
    return [_fold(name) for name in dict.fromkeys((instrument.id, instrument.number, instrument.title))]


def _written(cited: Cited) -> list[str]:
    clause = _fold(cited.provision.clause) if cited.provision else ""
    return [name + clause for name in _names(cited.instrument)]


def _fold(written: str) -> str:
    folded = fold_phrase(written).translate(_TYPED).casefold()
    return next((folded.removesuffix(suffix) for suffix in _INFERRED if folded.endswith(suffix)), folded)


def _not_found(library: Library, written: str, folded: str) -> Problem:
    begun = [
        (name, instrument)
        for instrument in library.instruments.values()
        for name in _names(instrument)
        if folded.startswith(name)
    ]
    if begun:
        name, instrument = max(begun, key=lambda one: len(one[0]))
        held = [provision.clause for provision in instrument.provisions]
        near = nearest(folded.removeprefix(name), held)
        help_ = f"它的条款是：{'、'.join(held)}" if held else "它只有日历，没有条款"
        if near:
            help_ = f"是不是「{instrument.cite(near)}」？{help_}"
        return _problem("P301", f"{instrument.id} 里没有「{written}」这一条", help_)
    alone = [
        citation(cited) for cited in _citable(library) if cited.provision and _fold(cited.provision.clause) == folded
    ]
    if alone:
        return _problem("P301", f"没有写明「{written}」是哪份文件的", f"是不是「{'」「'.join(alone)}」？")
    spellings = {name: cited for cited in _citable(library) for name in _written(cited)}
    near = nearest(folded, spellings)
    help_ = "用 jiexu law 看入库的文件，再写文号或标识，空一格写条款"
    if near:
        help_ = f"是不是「{citation(spellings[near])}」？{help_}"
    return _problem("P301", f"没有入库的文件或条款叫「{written}」", help_)


def _problem(code: str, message: str, help_: str) -> Problem:
    return Problem(code, Location("CITATION"), {}, message, help_)
