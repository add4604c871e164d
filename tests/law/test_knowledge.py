"""The law as it was known on a day: nothing issued later counts, and nothing that later instruments do to earlier ones."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.location import NOWHERE
from jiexu.base.validity import Validity
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import decide_case
from jiexu.document.loader import read
from jiexu.explanation.clause_screen import clause_screen
from jiexu.explanation.data import decision_data
from jiexu.explanation.provision_data import provision_data
from jiexu.law.cache import cached_law
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.law.instrument import Change, Instrument
from jiexu.law.knowledge import known_by
from jiexu.law.library import Library
from jiexu.law.provision import Provision
from jiexu.regression.run import case_files

from tests.conftest import ROOT, TODAY

FICTION = ROOT / "tests" / "provinces" / "jining-2025"
CASES = case_files([ROOT / "cases"])
DAY = date(2021, 3, 1)
ONE_DAY = timedelta(days=1)


@cache
def known(day: date | None, *folders: Path) -> Library:
    return read_law(gather([ROOT / "policies", *folders]), day)


def findings(library: Library, path: Path) -> dict:
    return decision_data(decide_case(library, read_case(read(path), library, TODAY, path.stem)))["findings"]


def instrument(identity: str, issued_on: date | None, *clauses: Provision, first: date = DAY) -> Instrument:
    validity = Validity(first)
    return Instrument(
        identity,
        identity,
        identity,
        (),
        issued_on,
        "370800",
        "municipal",
        "official",
        validity,
        NOWHERE,
        provisions=clauses,
    )


def clause(name: str = "一", issued_on: date | None = None, implements: tuple[str, ...] = ()) -> Provision:
    return Provision(name, "", NOWHERE, Validity(DAY), "official", issued_on=issued_on, implements=implements)


def ids(held: list[Instrument]) -> list[str]:
    return sorted(one.id for one in held)


def since(*instruments: Instrument) -> date:
    """The first day on which the first of them is known, whatever the order of the files."""
    start = DAY - timedelta(days=1000)
    [day] = {
        next(
            day
            for day in (start + timedelta(days) for days in range(3000))
            if instruments[0].id in ids(known_by(order, day))
        )
        for order in permutations(instruments)
    }
    return day


def test_an_instrument_is_known_from_the_day_it_was_issued():
    assert date(2021, 2, 3) == since(instrument("a", date(2021, 2, 3)))
    assert date(2021, 4, 3) == since(instrument("a", date(2021, 4, 3)))


def test_one_whose_day_of_issue_is_not_told_is_known_from_its_first_day_in_force():
    assert DAY == since(instrument("a", None))


@pytest.mark.parametrize(
    "by",
    [
        instrument("b", date(2021, 2, 3), clause(implements=("a 一",))),
        instrument("b", date(2021, 2, 3))._replace(extends=(Change("a", "", DAY, "", NOWHERE),)),
        instrument("b", date(2021, 2, 3))._replace(repeals=(Change("a", "一", DAY, "", NOWHERE),)),
    ],
    ids=["implements", "extends", "repeals"],
)
def test_or_from_the_issue_of_another_that_speaks_of_it(by: Instrument):
    later = instrument("c", date(2021, 2, 20), clause(implements=("a 一",)))

    assert date(2021, 2, 3) == since(instrument("a", None, clause()), by, later)


def test_a_day_of_issue_that_is_told_is_not_put_in_doubt_by_another_that_speaks_of_it():
    by = instrument("b", date(2021, 2, 3), clause(implements=("a 一",)))

    assert date(2021, 2, 5) == since(instrument("a", date(2021, 2, 5)), by)


def test_a_clause_issued_later_than_its_instrument_is_known_from_then():
    held = instrument(
        "a", date(2021, 2, 3), clause("一"), clause("二", date(2022, 6, 1)), clause("三", date(2019, 1, 1))
    )

    def clauses(day: date) -> list[str]:
        return [provision.clause for one in known_by([held], day) for provision in one.provisions]

    assert [] == clauses(date(2021, 2, 2))
    assert ["一", "三"] == clauses(date(2022, 5, 31))
    assert ["一", "二", "三"] == clauses(date(2022, 6, 1))


def test_a_clause_has_its_own_day_of_issue_from_its_file(tmp_path: Path):
    pack = (ROOT / "policies" / "jining" / "jining-2020-19.yaml").read_text("utf-8")
    changed = pack.replace("- clause: 二（三）\n", "- clause: 二（三）\n  issued_on: 2021-01-15\n", 1)
    files = gather([ROOT / "policies"])
    files = files._replace(content=files.content | {"policies/jining/jining-2020-19.yaml": changed.encode()})

    for day, held in ((date(2021, 1, 14), False), (date(2021, 1, 15), True)):
        assert held == (read_law(files, day).provision("jining-2020-19 二（三）") is not None)


def test_the_day_of_a_clause_of_its_own_is_told_where_the_clause_is():
    library = known(None)
    instrument, provision = library.provision("jining-2020-19 二（三）") or ()
    later = replace(provision, issued_on=date(2021, 1, 15))
    told, plain = (
        clause_screen(library, instrument, one, TODAY, None, "absent").splitlines() for one in (later, provision)
    )
    data = provision_data(library, instrument, later, TODAY, None, "absent")

    assert ["本款印发", "2021-01-15"] in [line.split() for line in told]
    assert not [line for line in plain if "本款印发" in line]
    assert "2021-01-15" == data["issued_on"]


def test_before_the_national_measures_were_issued_a_payment_under_them_is_decided_by_the_local_notices_alone():
    """医保办发〔2021〕43号 was issued on 2021-11-01, in force from 2021-12-01: the payment is of that day."""
    path = ROOT / "cases" / "jining" / "flexible-in-time-back-paid-2021-12-01.yaml"
    before, after = (findings(known(day), path) for day in (date(2021, 10, 31), date(2021, 11, 1)))

    def deciders(found: dict) -> set[str]:
        return {by["instrument"] for finding in found.values() for by in finding.get("by", ())}

    assert {"jining-2020-19"} == deciders(before)
    assert "silent" == before["benefits_from"]["status"]
    assert "transfer-2021-43" in deciders(after)
    assert deciders(findings(known(None), path)) == deciders(after)


def test_an_extension_is_not_known_before_it_was_issued():
    """The fictional notice of 2025-08-20 extends 19号; until the day before, 19号 was to end on 2025-08-31."""
    folder = FICTION / "policies"
    path = FICTION / "cases" / "flexible-late-first-day-of-the-new-clause.yaml"

    def last(known_as_of: date) -> date | None:
        held = known(known_as_of, folder).provision("jining-2020-19 二（二）")
        assert held is not None
        return held[1].validity.last

    assert date(2025, 8, 31) == last(date(2025, 8, 19))
    assert date(2027, 8, 31) == last(date(2025, 8, 20))
    before = findings(known(date(2025, 8, 19), folder), path)["benefits_from"]
    assert ("not_in_force", "2025-08-31") == (before["status"], before["last_in_force"])
    assert findings(known(None, folder), path) == findings(known(TODAY, folder), path)


def test_the_repeal_of_the_old_retirement_ages_is_not_known_before_the_decision_that_made_it():
    """2024-09-13: until then nobody knew that the ages of 国发〔1978〕104号 would end with 2024."""
    path = ROOT / "cases" / "national" / "retirement-male-60-1976-08.yaml"
    before, after = (
        findings(known(day), path)["statutory_retirement_month"] for day in (date(2024, 9, 12), date(2024, 9, 13))
    )

    assert ("2036-08", "retirement-1978-104") == (before["value"], before["by"][0]["instrument"])
    assert ("2039-07", "retirement-2024") == (after["value"], after["by"][0]["instrument"])


def test_a_deadline_into_a_year_whose_notice_had_not_been_issued_is_not_in_force():
    """The notice for 2026 was issued on 2025-11-04."""
    path = ROOT / "cases" / "national" / "deadline-over-new-year-2026.yaml"
    before, after = (findings(known(day), path)["info_sheet_due"] for day in (date(2025, 11, 3), date(2025, 11, 4)))

    assert ("not_in_force", ["workdays-2026"], "2025-12-31") == (
        before["status"], before["names"], before["last_in_force"]
    )  # fmt: skip
    assert "2026-01-09" == after["value"]


def test_before_any_notice_was_issued_there_is_no_calendar_and_no_day_is_told():
    path = ROOT / "cases" / "national" / "deadline-over-new-year-2026.yaml"
    library = replace(known(None), instruments={
        id_: held for id_, held in known(None).instruments.items() if held.workdays is None
    })  # fmt: skip
    found = findings(library, path)["info_sheet_due"]

    assert ("not_in_force", ["2025"]) == (found["status"], found["names"])
    assert not {"last_in_force", "first_in_force"} & found.keys()


def test_when_nothing_was_known_nothing_is_asked_and_nothing_breaks():
    assert {} == known(date(1949, 10, 1)).instruments
    assert [{}] * len(CASES) == [
        {
            name: found
            for name, found in findings(known(date(1949, 10, 1)), path).items()
            if found["status"] == "determined"
        }
        for path in CASES
    ]


@given(st.sampled_from([date(2025, 11, 4), TODAY, date.max]), st.sampled_from(CASES))
def test_on_and_after_the_day_of_the_last_issue_the_law_decides_as_without_the_option(day: date, path: Path):
    """The last instrument held was issued on 2025-11-04."""
    assert findings(known(None), path) == findings(known(day), path)


def test_whatever_the_day_the_law_of_a_later_day_holds_all_that_an_earlier_one_held():
    days = sorted({held.issued_on or held.validity.first for held in known(None).instruments.values()})
    grown = [set(known(day).instruments) for day in days]

    assert all(one <= other for one, other in pairwise(grown))
    assert set(known(None).instruments) == grown[-1]


def test_every_day_on_which_the_law_is_known_has_a_cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JIEXU_CACHE", str(tmp_path))
    files = gather([ROOT / "policies"])
    path = ROOT / "cases" / "jining" / "flexible-in-time-back-paid-2021-12-01.yaml"
    days = (None, date(2021, 10, 31), date(2021, 11, 1))

    fresh = [findings(cached_law(files, day), path) for day in days]
    kept = [cached_law(files, day) for day in days]

    assert [*days] == [library.known_as_of for library in kept]
    assert fresh == [findings(library, path) for library in kept]
    assert 3 == len(list(tmp_path.iterdir()))
