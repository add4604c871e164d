"""The walk down the ranks, held against a second one written from docs alone: who decides, who stands beside, who lost."""

from collections import Counter
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.location import NOWHERE
from jiexu.base.validity import Validity
from jiexu.law.instrument import Instrument
from jiexu.law.library import Statement
from jiexu.law.provision import Delegation, Provision, Rule
from jiexu.ruleset.precedence import Voice, Walk, walk

EARLY, LATE = date(2020, 9, 1), date(2022, 5, 1)
RANKS = ("national", "provincial", "municipal")
PLACES = ("county", "city", "province")  # nearest first
DELEGATES = "delegates"


def instrument(identity: str, rank: str = "municipal", place: str = "city", first: date = EARLY) -> Instrument:
    return Instrument(identity, identity, identity, (), None, place, rank, "official", Validity(first), NOWHERE)


def speaks(
    by: Instrument,
    answer: str,
    clause: str = "一",
    name: str = "#1",
    overrides: tuple[str, ...] = (),
    first: date | None = None,
) -> Voice:
    """One statement of an instrument: a rule that gives *answer*, or a delegation."""
    provision = Provision(clause, "", NOWHERE, Validity(first or by.validity.first), by.evidence)
    if answer == DELEGATES:
        return Voice(Statement(by, provision, Delegation(("q",), "", (), (), NOWHERE)), None)
    return Voice(Statement(by, provision, Rule(name, (), {}, "", NOWHERE, overrides)), answer)


def rank_of(voice: Voice) -> int:
    return RANKS.index(voice.statement.instrument.rank)


def nearness(voice: Voice) -> int:
    return PLACES.index(voice.statement.instrument.place)


def walked(*voices: Voice) -> Walk:
    return walk(sorted(voices, key=rank_of), rank_of, nearness)


def naive(voices: list[Voice]) -> tuple[str, object, set[Voice], set[Voice], dict[Voice, str]]:
    """Outcome, value, those who decide or stand beside, those who handed down, and who lost by what."""
    speaking, lost = within_instruments(voices)
    handed: set[Voice] = set()
    for rank in sorted({rank_of(voice) for voice in speaking}):
        level = [voice for voice in speaking if rank_of(voice) == rank]
        leading = best_instruments(level)
        answers = {answer_of(voice) for voice in level if voice.statement.instrument.id in leading}
        if len(answers) > 1:
            return (
                "conflict",
                None,
                {voice for voice in level if voice.statement.instrument.id in leading},
                handed,
                lost,
            )
        [answer] = answers
        nearest = min(nearness(voice) for voice in level)
        for voice in level:
            if answer_of(voice) != answer:
                lost[voice] = "posterior" if nearness(voice) == nearest else "specialis"
        agreeing = {voice for voice in level if answer_of(voice) == answer}
        if answer == DELEGATES:
            handed |= agreeing
            continue
        below = [voice for voice in speaking if rank_of(voice) > rank and not voice.delegates]
        lost |= {voice: "superior" for voice in below if voice.answer != answer}
        beside = {voice for voice in below if voice.answer == answer}
        lost = {voice: principle for voice, principle in lost.items() if voice.answer != answer}
        return "determined", answer, agreeing | beside, handed, lost
    return "nobody", None, set(), handed, lost


def within_instruments(voices: list[Voice]) -> tuple[list[Voice], dict[Voice, str]]:
    """Those that no rule of their own instrument overrides and no delegation of it silences, and those that one does."""

    def overrides(special: Voice, general: Voice) -> bool:
        one, other = special.statement, general.statement
        if special is general or one.instrument.id != other.instrument.id or special.delegates:
            return False
        return any(
            named in (other.provision.clause, f"{other.provision.clause} {other.name}") for named in one.said.overrides
        )

    lost = {general: "specialis" for general in voices if any(overrides(special, general) for special in voices)}
    delegators = {voice.statement.instrument.id for voice in voices if voice.delegates and voice not in lost}
    for voice in voices:
        if voice.statement.instrument.id in delegators and not voice.delegates and voice not in lost:
            lost[voice] = "delegation"
    return [voice for voice in voices if voice not in lost], lost


def best_instruments(level: list[Voice]) -> set[str]:
    """The instruments of one rank that no other is nearer than, or, at the same place, commenced later than."""

    def standing(identity: str) -> tuple[int, date]:
        own = [voice for voice in level if voice.statement.instrument.id == identity]
        return -nearness(own[0]), max(voice.statement.provision.validity.first for voice in own)

    identities = {voice.statement.instrument.id for voice in level}
    best = max(map(standing, identities), default=None)
    return {identity for identity in identities if standing(identity) == best}


def answer_of(voice: Voice) -> str:
    return DELEGATES if voice.delegates else voice.answer


@st.composite
def voices(draw: st.DrawFn) -> list[Voice]:
    spoken = []
    for number in range(draw(st.integers(1, 4))):
        by = instrument(
            f"i{number}",
            draw(st.sampled_from(RANKS)),
            draw(st.sampled_from(PLACES)),
            EARLY + timedelta(draw(st.integers(0, 1))),
        )
        names = count(1)
        for clause in "一二三"[: draw(st.integers(1, 3))]:
            first = draw(st.sampled_from([by.validity.first] * 3 + [EARLY, LATE]))
            for _ in range(draw(st.integers(1, 2))):
                answer = draw(st.sampled_from(["X", "X", "Y", DELEGATES]))
                named = draw(st.sampled_from([()] * 4 + [("一",), ("二",), ("一 #1",), ("三 #4", "二")]))
                spoken.append(speaks(by, answer, clause, f"#{next(names)}", named, first))
    return draw(st.permutations(spoken))


@given(voices())
def test_the_walk_agrees_with_one_written_from_the_text(spoken):
    outcome, value, decided, handed, lost = naive(spoken)
    way = walked(*spoken)

    assert outcome == ("conflict" if way.candidates else "determined" if way.deciders else "nobody")
    assert decided == set(way.candidates or way.deciders)
    assert handed == set(way.handed)
    assert outcome == "conflict" or lost == {entry.voice: entry.principle for entry in way.lost}
    assert value is None or (value == way.value and rank_of(way.deciders[0]) == min(map(rank_of, decided)))


@given(voices(), st.randoms())
def test_the_order_of_the_files_decides_nothing(spoken, random):
    shuffled = random.sample(spoken, len(spoken))
    one, other = walked(*spoken), walked(*shuffled)

    assert [set(part) for part in one] == [set(part) for part in other]


@given(voices())
def test_every_voice_is_heard_once(spoken):
    """A voice decides or stands beside, hands down, or is in conflict, or has lost; never two of these."""
    way = walked(*spoken)
    heard = Counter([*way.deciders, *way.candidates, *way.handed, *(entry.voice for entry in way.lost)])

    assert set() == {voice for voice, times in heard.items() if times > 1}


@given(voices())
def test_a_conflict_names_more_than_one_answer(spoken):
    way = walked(*spoken)

    assert not way.candidates or len({answer_of(voice) for voice in way.candidates}) > 1


@given(voices(), st.sampled_from(["X", "Y", DELEGATES]))
def test_a_lower_rank_never_changes_a_value(spoken, answer):
    way = walked(*spoken)
    lower = Instrument("low", "low", "low", (), None, "county", "guide", "official", Validity(LATE), NOWHERE)
    ranks = (*RANKS, "guide")
    heard = sorted([*spoken, speaks(lower, answer)], key=lambda voice: ranks.index(voice.statement.instrument.rank))
    again = walk(heard, lambda voice: ranks.index(voice.statement.instrument.rank), nearness)

    if way.deciders:
        assert way.value == again.value


@given(voices(), st.sampled_from(["X", "Y", DELEGATES]))
def test_another_rule_that_is_overridden_changes_nothing_but_the_losers(spoken, answer):
    """An instrument may carry a general rule that one of its own rules silences; the decision is that without it."""
    by = instrument("own", "provincial", "province", LATE)
    special = speaks(by, "X", "九", overrides=("八",))
    general = speaks(by, answer, "八")
    one, other = walked(*spoken, special), walked(*spoken, special, general)

    assert [set(part) for part in one[:3]] == [set(part) for part in other[:3]]


NATIONAL, PROVINCIAL = instrument("n", "national", "province"), instrument("p", "provincial", "province")
CITY, COUNTY = instrument("c"), instrument("d", place="county")
CITY_LATER = instrument("l", first=LATE)


@pytest.mark.parametrize(
    ("spoken", "value", "lost"),
    [
        pytest.param([speaks(NATIONAL, "X"), speaks(CITY, "Y")], "X", ["superior"], id="a superior rank decides"),
        pytest.param([speaks(NATIONAL, DELEGATES), speaks(CITY, "Y")], "Y", [], id="unless it delegates"),
        pytest.param(
            [speaks(NATIONAL, DELEGATES), speaks(PROVINCIAL, "X"), speaks(CITY, "Y")],
            "X",
            ["superior"],
            id="to the next rank below that speaks",
        ),
        pytest.param([speaks(CITY, "X"), speaks(CITY_LATER, "Y")], "Y", ["posterior"], id="the later of one place"),
        pytest.param(
            [speaks(COUNTY, "X"), speaks(CITY_LATER, "Y")], "X", ["specialis"], id="the nearer before the later"
        ),
        pytest.param(
            [speaks(COUNTY, DELEGATES), speaks(CITY_LATER, "Y")],
            None,
            ["specialis"],
            id="a nearer delegation beats a rule of its rank",
        ),
        pytest.param(
            [speaks(CITY, DELEGATES), speaks(CITY_LATER, "Y")], "Y", ["posterior"], id="a later rule ends a delegation"
        ),
        pytest.param([speaks(CITY, "X"), speaks(CITY, "Y", "二")], None, [], id="one instrument against itself"),
        pytest.param(
            [speaks(CITY, "X"), speaks(CITY, "Y", "二", overrides=("一",))],
            "Y",
            ["specialis"],
            id="special over general",
        ),
        pytest.param(
            [speaks(PROVINCIAL, "X"), speaks(PROVINCIAL, DELEGATES, "二"), speaks(CITY, "Y")],
            "Y",
            ["delegation"],
            id="a delegation silences the rules beside it",
        ),
        pytest.param(
            [speaks(PROVINCIAL, "X", overrides=("二",)), speaks(PROVINCIAL, DELEGATES, "二"), speaks(CITY, "Y")],
            "X",
            ["specialis", "superior"],
            id="a rule may override a delegation",
        ),
        pytest.param(
            [speaks(NATIONAL, "X"), speaks(CITY, "Y"), speaks(CITY, DELEGATES, "二")],
            "X",
            ["delegation"],
            id="below the decider too",
        ),
        pytest.param([speaks(CITY, "X"), speaks(CITY_LATER, "X")], "X", [], id="the same answer is no contest"),
    ],
)
def test_each_principle(spoken, value, lost):
    way = walked(*spoken)

    assert value == (way.value if way.deciders else None)
    assert lost == [entry.principle for entry in way.lost]


def test_two_of_one_day_and_place_are_in_conflict_and_both_are_named():
    one, other, older = (
        speaks(instrument("a", first=LATE), "X"),
        speaks(instrument("b", first=LATE), "Y"),
        speaks(CITY, "X"),
    )
    way = walked(older, one, other)

    assert ({one, other}, ()) == (set(way.candidates), way.deciders)


def test_the_decider_stands_first_and_lower_ones_of_the_same_value_after_it():
    low, high, middle = speaks(CITY, "X"), speaks(NATIONAL, "X"), speaks(PROVINCIAL, "X")

    assert (high, middle, low) == walked(low, high, middle).deciders
