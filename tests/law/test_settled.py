"""What later instruments do to earlier ones, whatever the order of the files."""

from datetime import date, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.location import NOWHERE
from jiexu.base.validity import Validity
from jiexu.law.instrument import Change, Instrument
from jiexu.law.library import settled
from jiexu.law.provision import Provision

FIRST, LAST = date(2020, 9, 1), date(2025, 8, 31)
LONGER, LONGEST = date(2027, 8, 31), date(2029, 8, 31)
ONE_DAY = timedelta(days=1)


def old(*clauses: str, own: dict[str, Validity] | None = None, last: date | None = LAST) -> Instrument:
    validity = Validity(FIRST, last)
    provisions = tuple(
        Provision(clause, "", NOWHERE, (own or {}).get(clause, validity), "official") for clause in clauses
    )
    return instrument("old", validity)._replace(provisions=provisions)


def instrument(identity: str, validity: Validity, evidence: str = "official") -> Instrument:
    return Instrument(identity, identity, identity, (), None, "370800", "municipal", evidence, validity, NOWHERE)


def notice(
    identity: str, extends: tuple[Change, ...] = (), repeals: tuple[Change, ...] = (), evidence: str = "official"
) -> Instrument:
    return instrument(identity, Validity(LAST), evidence)._replace(extends=extends, repeals=repeals)


def change(day: date, clause: str = "") -> Change:
    return Change("old", clause, day, "", NOWHERE)


def lasts(*instruments: Instrument) -> list[date | None]:
    """The last days of the old instrument's clauses, the same in every order of the files."""
    found = {
        tuple(provision.validity.last for provision in settled(order)["old"].provisions)
        for order in permutations(instruments)
    }
    [one] = found
    return list(one)


def test_an_extension_moves_the_last_day_of_every_clause():
    assert [LONGER, LONGER] == lasts(old("一", "二"), notice("n", extends=(change(LONGER),)))


def test_a_repeal_takes_one_clause_away_from_its_day_on():
    repealed = notice("n", extends=(change(LONGER),), repeals=(change(LAST + ONE_DAY, "二"),))

    assert [LONGER, LAST] == lasts(old("一", "二"), repealed)


def test_an_extension_by_another_notice_does_not_revive_what_was_repealed():
    """The repealed clause ends on the very day on which the whole would have ended."""
    repealing = notice("a", repeals=(change(LAST + ONE_DAY, "二"),))
    extending = notice("b", extends=(change(LONGER),))

    assert [LONGER, LAST] == lasts(old("一", "二"), repealing, extending)


def test_a_second_extension_counts_as_the_first_did():
    extending = (notice("a", extends=(change(LONGER),)), notice("b", extends=(change(LONGEST),)))

    assert [LONGEST] == lasts(old("一"), *extending)


def test_the_earliest_repeal_counts():
    repealing = (notice("a", repeals=(change(LONGER),)), notice("b", repeals=(change(LAST),)))

    assert [LAST - ONE_DAY] == lasts(old("一", last=None), *repealing)


def test_a_clause_with_a_validity_of_its_own_is_extended_only_by_name():
    own = {"二": Validity(FIRST, date(2021, 12, 31))}
    whole, named = notice("n", extends=(change(LONGER),)), notice("n", extends=(change(LONGER, "二"),))

    assert [LONGER, date(2021, 12, 31)] == lasts(old("一", "二", own=own), whole)
    assert [LAST, LONGER] == lasts(old("一", "二", own=own), named)


def test_a_repeal_of_the_whole_ends_clauses_with_a_validity_of_their_own_too():
    own = {"二": Validity(FIRST, None)}

    assert [LAST - ONE_DAY] * 2 == lasts(old("一", "二", own=own), notice("n", repeals=(change(LAST),)))


def test_a_notice_known_by_report_only_changes_nothing():
    changes = {"extends": (change(LONGER),), "repeals": (change(FIRST, "二"),)}

    assert [LAST, LAST] == lasts(old("一", "二"), notice("n", **changes, evidence="reported"))


@given(st.permutations([FIRST + timedelta(days) for days in (1, 400, 900, 3000)]), st.integers(0, 4))
def test_extensions_and_repeals_commute(days, cut):
    extends = [notice(f"e{number}", extends=(change(day),)) for number, day in enumerate(days[:cut])]
    repeals = [notice(f"r{number}", repeals=(change(day),)) for number, day in enumerate(days[cut:])]
    expected = min([max([LAST, *days[:cut]]), *(day - ONE_DAY for day in days[cut:])])

    assert [expected] == lasts(old("一"), *extends, *repeals)
