"""Who decides, among those that speak: specialis, nearer, posterior, superior, delegation."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, NamedTuple

from jiexu.law.library import Statement
from jiexu.law.provision import Delegation, Rule


class Voice:
    """A statement that speaks, and what it answers; a delegation has no answer of its own. Two voices are never equal."""

    __slots__ = ("answer", "statement")

    def __init__(self, statement: Statement, answer: Any) -> None:
        self.statement = statement
        self.answer = answer

    @property
    def delegates(self) -> bool:
        return isinstance(self.statement.said, Delegation)


class Lost(NamedTuple):
    """A voice that did not decide, and the principle it lost by."""

    voice: Voice
    principle: str


class Walk(NamedTuple):
    """How the ranks were walked down.

    ``deciders`` all give the value, the superior first, lower ones with the same value after it; ``candidates`` are the
    differing voices of a conflict; ``handed`` the delegations on the way.
    """

    deciders: tuple[Voice, ...] = ()
    candidates: tuple[Voice, ...] = ()
    handed: tuple[Voice, ...] = ()
    lost: tuple[Lost, ...] = ()

    @property
    def value(self) -> Any:
        return self.deciders[0].answer


def overridden(voices: Iterable[Voice]) -> dict[Voice, Voice]:
    """Each voice that a rule of its own instrument silences, with the voice that silences it."""
    voices = list(voices)
    silenced: dict[Voice, Voice] = {}
    for special in voices:
        if isinstance(special.statement.said, Rule) and special.statement.said.overrides:
            for general in voices:
                named = (
                    general.statement.provision.clause,
                    f"{general.statement.provision.clause} {general.statement.name}",
                )
                same = general.statement.instrument is special.statement.instrument
                if same and general is not special and not set(named).isdisjoint(special.statement.said.overrides):
                    silenced[general] = special
    return silenced


def walk(voices: list[Voice], rank: Callable[[Voice], int], nearness: Callable[[Voice], int]) -> Walk:
    """Walk down the ranks through voices that all speak, given superior ranks first."""
    silenced = overridden(voices)
    lost = [Lost(voice, "specialis") for voice in silenced]
    handed: list[Voice] = []
    deciders: list[Voice] = []
    for _, group in groupby([voice for voice in voices if voice not in silenced], key=rank):
        speaking = list(group)
        stances, beaten = own_delegations(speaking)
        lost += beaten
        if deciders:
            for voice in stances:
                if not voice.delegates and voice.answer == deciders[0].answer:
                    deciders.append(voice)
                elif not voice.delegates:
                    lost.append(Lost(voice, "superior"))
            continue
        best, beaten, conflict = _nearer_then_posterior(stances, nearness)
        lost += beaten
        if conflict:
            return Walk((), tuple(best), tuple(handed), tuple(lost))
        if best[0].delegates:
            handed += best
        else:
            deciders += best
    return Walk(tuple(deciders), (), tuple(handed), tuple(_differing(lost, deciders)))


def own_delegations(voices: list[Voice]) -> tuple[list[Voice], list[Lost]]:
    """A delegation silences the rules of its own instrument."""
    if not any(voice.delegates for voice in voices):
        return voices, []
    delegating = {voice.statement.instrument.id for voice in voices if voice.delegates}
    beaten = [voice for voice in voices if not voice.delegates and voice.statement.instrument.id in delegating]
    return [voice for voice in voices if voice not in beaten], [Lost(voice, "delegation") for voice in beaten]


def _nearer_then_posterior(
    voices: list[Voice], nearness: Callable[[Voice], int]
) -> tuple[list[Voice], list[Lost], bool]:
    """The voices of one rank that prevail, those that lose, and whether those that prevail differ among themselves."""
    if len(voices) == 1:
        return voices, [], False

    def priority(voice: Voice) -> tuple[int, int]:
        return nearness(voice), -voice.statement.provision.validity.first.toordinal()

    def stance(voice: Voice) -> tuple[bool, Any]:
        return voice.delegates, None if voice.delegates else voice.answer

    ordered = sorted(voices, key=priority)
    first = ordered[0]
    leading = {voice.statement.instrument.id for voice in ordered if priority(voice) == priority(first)}
    peers = [voice for voice in ordered if voice.statement.instrument.id in leading]
    if any(stance(voice) != stance(first) for voice in peers):
        return peers, [], True
    same = [voice for voice in ordered if stance(voice) == stance(first)]
    beaten = [
        Lost(voice, "posterior" if nearness(voice) == nearness(first) else "specialis")
        for voice in ordered
        if voice not in same
    ]
    return same, beaten, False


def _differing(lost: list[Lost], deciders: list[Voice]) -> list[Lost]:
    return [entry for entry in lost if not deciders or entry.voice.answer != deciders[0].answer]
