"""Which statements may answer a question between two places on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.kinds import YES_NO
from jiexu.base.location import NOWHERE
from jiexu.base.validity import Validity
from jiexu.law.instrument import Instrument
from jiexu.law.jurisdiction import Places
from jiexu.law.library import Library
from jiexu.law.provision import Provision, Rule, Silence
from jiexu.law.vocabulary import Question, Vocabulary
from jiexu.ruleset.standing import ADVICE, REPORTED, RuleSet

COUNTRY, PROVINCE, CITY, COUNTY, OTHER_CITY, ELSEWHERE = "100000", "910000", "910100", "910121", "910200", "920100"
PLACES = Places({code: (code,) for code in (COUNTRY, PROVINCE, CITY, COUNTY, OTHER_CITY, ELSEWHERE)}, COUNTRY)
RANKS = ("law", "national", "provincial", "municipal", "guide")
IN, OUT, BOTH = (Question(side, side, YES_NO, at=side) for side in ("in", "out", "both"))
FIRST, LAST = date(2030, 1, 1), date(2034, 12, 31)
FIVE_YEARS = Validity(FIRST, LAST)
ONE_DAY = timedelta(days=1)


def instrument(
    identity: str,
    place: str = PROVINCE,
    rank: str = "provincial",
    validity: Validity = FIVE_YEARS,
    evidence: str = "official",
) -> Instrument:
    """One clause with a rule and a silence on every question."""
    names = tuple(question.name for question in (IN, OUT, BOTH))
    rule = Rule("#1", (), dict.fromkeys(names, ()), "", NOWHERE)
    silence = Silence(names, "", (), NOWHERE)
    provision = Provision("一", "", NOWHERE, validity, evidence, rules=(rule,), silences=(silence,))
    return Instrument(
        identity, identity, identity, (), None, place, rank, evidence, validity, NOWHERE, provisions=(provision,)
    )


def library(*instruments: Instrument) -> Library:
    questions = {question.name: question for question in (IN, OUT, BOTH)}
    vocabulary = Vocabulary({}, {rank: rank for rank in RANKS}, {}, {}, 180, {}, questions)
    return Library(vocabulary, PLACES, {held.id: held for held in instruments}, "")


def heard(rules: RuleSet, question: Question, day: date, **more: bool) -> list[str]:
    return [statement.instrument.id for statement in rules.standing(question, day, **more)]


@pytest.mark.parametrize(
    ("day", "stands"), [(FIRST - ONE_DAY, False), (FIRST, True), (LAST, True), (LAST + ONE_DAY, False)]
)
def test_a_provision_stands_on_its_first_and_on_its_last_day(day, stands):
    rules = RuleSet(library(instrument("a")), None, CITY)

    assert (["a"] if stands else []) == heard(rules, IN, day)
    assert (["a"] if stands else []) == heard(rules, IN, day, silences=True)
    assert ["a"] == [statement.instrument.id for statement in rules.candidates(IN)]


@pytest.mark.parametrize(
    ("question", "ids"),
    [(IN, ["country", "province", "city"]), (OUT, ["country", "province", "other"]), (BOTH, None)],
)
def test_a_question_looks_to_its_side_and_to_the_places_above(question, ids):
    """From the other city to the county: a question at both looks to either chain, and nobody looks to another province."""
    held = library(
        instrument("elsewhere", ELSEWHERE),
        instrument("country", COUNTRY),
        instrument("province", PROVINCE),
        instrument("city", CITY),
        instrument("other", OTHER_CITY),
    )
    expected = ids or ["country", "province", "city", "other"]

    assert expected == heard(RuleSet(held, OTHER_CITY, COUNTY), question, FIRST)


def test_a_place_below_does_not_answer_for_the_one_above():
    held = library(instrument("county", COUNTY))

    assert [] == heard(RuleSet(held, None, CITY), IN, FIRST)
    assert ["county"] == heard(RuleSet(held, None, COUNTY), IN, FIRST)


def test_superior_ranks_come_first_whatever_the_order_of_the_files():
    ranked = [instrument(rank, COUNTRY, rank) for rank in RANKS]

    assert list(RANKS) == heard(RuleSet(library(*reversed(ranked)), None, CITY), IN, FIRST)


@pytest.mark.parametrize(
    ("accept", "ids"),
    [
        (None, ["official", "mirrored"]),
        (("official", "mirrored", REPORTED), ["official", "mirrored", REPORTED]),
        ((ADVICE,), [ADVICE]),
    ],
)
def test_only_accepted_evidence_decides(accept, ids):
    grades = ("official", "mirrored", REPORTED, ADVICE)
    held = library(*(instrument(grade, evidence=grade) for grade in grades))
    rules = RuleSet(held, None, CITY, accept) if accept else RuleSet(held, None, CITY)

    assert ids == heard(rules, IN, FIRST)


@pytest.mark.parametrize(
    ("question", "origin", "destination", "missing"),
    [
        (IN, None, CITY, None),
        (IN, CITY, None, "in"),
        (OUT, None, CITY, "out"),
        (BOTH, None, CITY, None),
        (BOTH, CITY, None, None),
        (BOTH, None, None, "out"),
    ],
)
def test_a_question_misses_the_place_it_looks_to(question, origin, destination, missing):
    assert missing == RuleSet(library(), origin, destination).missing_side(question)


@pytest.mark.parametrize(
    ("question", "place", "near"),
    [(IN, COUNTY, 0), (IN, CITY, 1), (IN, PROVINCE, 2), (IN, COUNTRY, 3), (OUT, PROVINCE, 1), (BOTH, PROVINCE, 1)],
)
def test_nearness_counts_the_places_between(question, place, near):
    """From the other city to the county."""
    held = library(instrument("a", place))
    rules = RuleSet(held, OTHER_CITY, COUNTY)

    assert near == rules.nearness(question, held.statements[question.name][0])


@given(
    st.lists(
        st.tuples(
            st.sampled_from(tuple(PLACES.names)),
            st.sampled_from(RANKS),
            st.sampled_from(("official", REPORTED)),
            st.integers(-2, 2),
            st.one_of(st.none(), st.integers(-2, 2)),
        ),
        max_size=6,
    ),
    st.sampled_from((None, CITY, COUNTY, OTHER_CITY, ELSEWHERE)),
    st.sampled_from((None, CITY, COUNTY, OTHER_CITY, ELSEWHERE)),
    st.sampled_from((IN, OUT, BOTH)),
)
def test_standing_is_what_the_text_says(written, origin, destination, question):
    """In force that day, at a place that is, or holds, one the question looks to, of evidence that decides, by rank."""
    held = library(
        *(
            instrument(
                f"i{number}",
                place,
                rank,
                Validity(FIRST + first * ONE_DAY, None if last is None else FIRST + max(first, last) * ONE_DAY),
                evidence,
            )
            for number, (place, rank, evidence, first, last) in enumerate(written)
        )
    )
    looked_to = {IN: [destination], OUT: [origin], BOTH: [origin, destination]}[question]
    prefixes = {code: code.rstrip("0") if code != COUNTRY else "" for code in PLACES.names}
    expected = [
        one.id
        for rank in RANKS
        for one in held.instruments.values()
        if one.rank == rank
        and one.evidence == "official"
        and one.validity.first <= FIRST
        and (one.validity.last is None or FIRST <= one.validity.last)
        and any(place and place.startswith(prefixes[one.place]) for place in looked_to)
    ]

    assert expected == heard(RuleSet(held, origin, destination), question, FIRST)
