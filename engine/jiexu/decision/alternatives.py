"""What the answer would be in other worlds: under other readings, and with evidence that may not decide."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from jiexu.base.unknown import is_unknown
from jiexu.decision.finding import Alert, Otherwise, ReadingUsed
from jiexu.decision.hearing import hear
from jiexu.decision.outcome import CONFLICT, NOT_APPLICABLE, PENDING, Outcome
from jiexu.decision.world import World, reading_key
from jiexu.law.dependency import resting_on
from jiexu.law.library import Library, Statement
from jiexu.law.provision import Delegation, Reading
from jiexu.law.vocabulary import Question
from jiexu.ruleset.precedence import Voice
from jiexu.ruleset.standing import ADVICE, REPORTED


@lru_cache(2)
def _declared(library: Library) -> tuple[Reading, ...]:
    """Readings by name, each once, in the order of the library."""
    provisions = (provision for instrument in library.instruments.values() for provision in instrument.provisions)
    return tuple({reading.name: reading for provision in provisions for reading in provision.readings}.values())


class Alternatives:
    """The other worlds of one base world, each built once and shared by all questions."""

    def __init__(self, base: World, with_reported: World) -> None:
        self.base = base
        self.with_reported = with_reported
        self._readings: dict[tuple[str, str], World] = {}

    def readings(self, name: str, outcome: Outcome) -> tuple[ReadingUsed, ...]:
        """The unconfirmed readings a finding used, each with the outcomes that differ under the others."""
        if outcome.status == PENDING:
            return ()
        used = (reading for reading in _declared(self.base.library) if reading_key(reading.name) in outcome.touched)
        return tuple(self._used(name, outcome, reading) for reading in used)

    def _used(self, name: str, outcome: Outcome, reading: Reading) -> ReadingUsed:
        differing = []
        for take, _ in reading.instead:
            world = self._readings.setdefault((reading.name, take), self.base.with_reading(reading.name, take))
            other = world.decide(name)
            if (other.status, other.value) != (outcome.status, outcome.value):
                differing.append(Otherwise(take, other))
        # An alternative that merely waits for a fact which the taken reading does not need is listed, and does not count.
        sensitive = any(
            other.outcome.determined or (outcome.determined and other.outcome.status != PENDING) for other in differing
        )
        return ReadingUsed(reading.name, reading.take, sensitive, tuple(differing))

    def reported(self, name: str, outcome: Outcome) -> tuple[Alert, ...]:
        """An alert when deciding again with reported instruments would give another value, a conflict or not_applicable."""
        if REPORTED not in outcome.touched:
            return ()
        other = self.with_reported.decide(name)
        if (other.status, other.value) == (outcome.status, outcome.value):
            return ()
        if not other.determined and other.status not in (CONFLICT, NOT_APPLICABLE):
            return ()
        deciders = (
            tuple(voice.statement for voice in (*other.walk.deciders, *other.walk.candidates)) or other.statements
        )
        told = _reported(deciders) or self._reported_behind(name)
        return (Alert(REPORTED, told, other.value, status=other.status),)

    def _reported_behind(self, name: str) -> tuple[Statement, ...]:
        """The reported statements that decide a question this one rests on."""
        names = resting_on(self.base.library, name)
        outcomes = (
            self.with_reported.decide(other) for other in self.base.library.vocabulary.questions if other in names
        )
        return _reported(voice.statement for outcome in outcomes for voice in outcome.walk.deciders)

    def advice(self, question: Question, outcome: Outcome) -> tuple[Alert, ...]:
        """An alert for each piece of advice that gives another value than the finding; advice is compared on every day."""
        advice = self.base.rules.candidates(question, (ADVICE,))
        if not advice:
            return ()
        pieces: dict[str, list[Voice]] = {}
        with self.base.asking(question.name, outcome.day or self.base.case.as_of):
            for statement in advice:
                hearing = hear(self.base, question.name, statement)
                if hearing.truth is True and not isinstance(statement.said, Delegation):
                    pieces.setdefault(statement.citation, []).append(hearing.voice)
        alerts = []
        for voices in pieces.values():
            said = _together(question, [voice.answer for voice in voices])
            if not is_unknown(said) and said != outcome.value:
                alerts.append(Alert(ADVICE, (voices[0].statement,), said))
        return tuple(alerts)


def _reported(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Those of them that are merely reported, each clause once."""
    return tuple({held.citation: held for held in statements if held.provision.evidence == REPORTED}.values())


def _together(question: Question, answers: list[Any]) -> Any:
    """What one piece of advice says: of several tests that must all be met, no when one is not, unknown when one is open."""
    if question.conjunction and any(answer is False for answer in answers):
        return False
    return next((answer for answer in answers if is_unknown(answer)), answers[0])
