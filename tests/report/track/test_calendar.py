"""The calendar file, read by another parser."""

from datetime import UTC, date, datetime, time, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st
from jiexu.procedure.progress import NEXT, NOW
from jiexu.report.track.calendar import _folded, calendar

from tests.report.track.conftest import MIDWAY


def events(found) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(calendar(found).decode()).walk("VEVENT")


def test_every_last_day_still_to_come_is_an_event_of_one_day(tracked):
    found = tracked()
    expected = [
        held.due.day for held in found.steps.values() if held.state in (NOW, NEXT) and held.due and held.due.day
    ]
    told = events(found)

    assert expected == [event.decoded("dtstart") for event in told]
    assert expected == [event.decoded("dtend") - timedelta(days=1) for event in told]
    assert len(expected) == 4


def test_no_line_is_longer_than_75_octets_and_all_end_with_crlf(tracked):
    data = calendar(tracked())
    lines = data.split(b"\r\n")

    assert b"" == lines[-1]
    assert [] == [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line]
    assert [] == [line for line in lines if line.decode("utf-8", "surrogateescape") != line.decode("utf-8", "replace")]


def test_text_is_escaped_and_comes_back_as_it_was(tracked):
    title = "甲,乙;丙\\丁"
    told = events(tracked(MIDWAY.replace("case: T-1", f"case: '{title}'")))

    assert all(str(event["summary"]).startswith(f"{title} ") for event in told)
    assert "期限 2025-04-08（还剩7个工作日）\n" in str(told[0]["description"])


def test_projected_days_are_tentative(tracked):
    told = {event.decoded("dtstart"): str(event["status"]) for event in events(tracked())}

    assert {date(2025, 4, 8): "CONFIRMED", date(2025, 4, 15): "TENTATIVE"} == told


def test_each_event_rings_on_the_working_day_before_and_on_the_day(tracked):
    """2025-04-07 is the day after the Qingming holidays: the last working day before is the Thursday."""
    found = tracked(MIDWAY.replace("2025-03-24", "2025-03-21").replace("2025-03-27", "2025-03-22"))
    event = events(found)[0]
    rings = [event.decoded("dtstart"), *(alarm.decoded("trigger") for alarm in event.walk("VALARM"))]
    midnight = datetime.combine(rings[0], time(tzinfo=UTC))

    assert date(2025, 4, 7) == rings[0]
    assert [datetime(2025, 4, day, 9, tzinfo=UTC) for day in (3, 7)] == [midnight + trigger for trigger in rings[1:]]


def test_the_same_case_has_the_same_uids_on_every_day_and_a_later_day_a_higher_sequence(tracked):
    early, late = events(tracked()), events(tracked(as_of="2025-04-01"))

    assert [event["uid"] for event in early] == [event["uid"] for event in late]
    assert len({event["uid"] for event in early}) == len(early)
    assert early[0]["sequence"] < late[0]["sequence"]
    assert datetime(2025, 4, 1, tzinfo=UTC) == late[0].decoded("dtstamp")


def test_the_same_day_gives_the_same_bytes_and_another_case_other_uids(tracked):
    other = events(tracked(MIDWAY.replace("case: T-1", "case: T-2")))

    assert calendar(tracked()) == calendar(tracked())
    assert {event["uid"] for event in other}.isdisjoint({event["uid"] for event in events(tracked())})


@given(st.text(st.characters(exclude_categories=("C",)), max_size=200))
def test_folding_is_undone_by_unfolding(text: str):
    folded = _folded(text)

    assert text == folded.replace("\r\n ", "")
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))
