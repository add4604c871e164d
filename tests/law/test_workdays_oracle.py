from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays
import pytest
import yaml

YEARS = range(2020, 2027)
NOTICES = Path(__file__).parents[2] / "policies" / "national"
# BaseLoader leaves every scalar as written: safe_load would read the key `off` as the boolean False.
FILES = {year: yaml.load((NOTICES / f"workdays-{year}.yaml").read_text("utf-8"), yaml.BaseLoader) for year in YEARS}
OFF = {year: [date.fromisoformat(day) for day in file["calendar"]["off"]] for year, file in FILES.items()}
WORK = {year: [date.fromisoformat(day) for day in file["calendar"]["work"]] for year, file in FILES.items()}
ALL_OFF = [day for days in OFF.values() for day in days]
ALL_WORK = [day for days in WORK.values() for day in days]
DAYS = [date(2020, 1, 1) + timedelta(n) for n in range((date(2026, 12, 31) - date(2020, 1, 1)).days + 1)]
SATURDAY = 5


def is_working_day(day):
    return day in ALL_WORK or (day.weekday() < SATURDAY and day not in ALL_OFF)


def test_every_day_is_what_chinese_calendar_says():
    assert [] == [day for day in DAYS if chinese_calendar.is_workday(day) != is_working_day(day)]


def test_every_day_is_what_holidays_says():
    china = holidays.China(years=YEARS)

    assert [] == [day for day in DAYS if china.is_working_day(day) != is_working_day(day)]


def test_the_years_have_as_many_working_days_as_were_counted_from_the_notices():
    counted = {2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248}

    assert counted == Counter(day.year for day in DAYS if is_working_day(day))


def test_no_day_is_named_twice():
    assert [] == [day for day, count in Counter(ALL_OFF + ALL_WORK).items() if count > 1]


def test_only_weekend_days_are_made_working_days():
    assert [] == [day for day in ALL_WORK if day.weekday() < SATURDAY]


@pytest.mark.parametrize("year", YEARS)
def test_a_notice_lists_its_days_in_order(year):
    assert (sorted(OFF[year]), sorted(WORK[year])) == (OFF[year], WORK[year])


def test_only_the_notice_for_2023_reaches_into_the_year_before():
    assert [date(2022, 12, 31)] == [day for year in YEARS for day in OFF[year] + WORK[year] if day.year != year]


@pytest.mark.parametrize("year", YEARS)
def test_the_last_three_days_of_a_year_are_provisional(year):
    calendar = FILES[year]["calendar"]

    assert (f"{year}", f"{year}-12-29") == (calendar["year"], calendar["provisional_from"])


@pytest.mark.parametrize("year", YEARS)
def test_a_notice_of_the_year_before_governs_the_calendar_year(year):
    head = FILES[year]["instrument"]

    assert (f"workdays-{year}", {"from": f"{year}-01-01", "until": f"{year}-12-31"}) == (head["id"], head["validity"])
    assert f"{year - 1}" == head["issued_on"][:4] == head["number"].partition("〔")[2][:4]
