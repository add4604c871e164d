"""Which route a case takes: the nearest place's, in force on the day, its conditions met; else what would tell."""

import pytest
from jiexu.decision.case_file import read_case
from jiexu.document.loader import parse
from jiexu.procedure.track import track

from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("origin", "destination", "facts", "instrument", "route"),
    [
        ("济宁市", "海西州", "办理方式: 线上, 申请端: 转入地申请", "haixi-2025-guide", "online_in"),
        ("海西州", "济宁市", "办理方式: 线上, 申请端: 转入地申请", "haixi-2025-guide", "online_in"),
        ("济宁市", "海西州", "办理方式: 线上, 申请端: 转出地申请", "haixi-2025-guide", "online_out"),
        ("海西州", "济宁市", "办理方式: 线上, 申请端: 转出地申请", "haixi-2025-guide", "online_out"),
        ("济宁市", "海西州", "办理方式: 线下", "haixi-2025-guide", "offline"),
        ("海西州", "济宁市", "办理方式: 线下", "haixi-2025-guide", "offline"),
        ("济宁市", "格尔木市", "办理方式: 线下", "haixi-2025-guide", "offline"),
        ("西宁市", "济宁市", "办理方式: 线下", "qinghai-2023-qa", "offline"),
        ("西宁市", "济宁市", "办理方式: 线上", "qinghai-2023-qa", "online"),
        ("济南市", "济宁市", "办理方式: 线上", "transfer-2021-43", "online"),
        ("西宁市", "海西州", "办理方式: 线上", "transfer-2021-43", "online"),
    ],
)
def test_the_route_of_the_nearest_place(tracked, origin, destination, facts, instrument, route):
    choice = tracked(facts, origin=origin, destination=destination).choice

    assert (instrument, route) == (choice.way.instrument.id, choice.way.route.id)


def test_before_the_guide_the_provincial_answer_is_the_nearest(tracked):
    choice = tracked("办理方式: 线下, 受理日期: 2025-03-20").choice

    assert "qinghai-2023-qa" == choice.way.instrument.id


@pytest.mark.parametrize(
    ("facts", "missing"), [("", {"channel", "application_side"}), ("办理方式: 线上", {"application_side"})]
)
def test_a_route_that_facts_leave_open_is_asked_for(tracked, facts, missing):
    found = tracked(facts)

    assert (None, missing, {}) == (found.choice.way, set(found.missing), found.steps)
    assert {"online_in", "online_out"} <= {way.route.id for way in found.choice.possible}


@pytest.mark.parametrize(("day", "instrument"), [("2021-11-30", "procedure-2016-94"), ("2021-12-01", None)])
def test_the_procedure_of_2016_is_only_known_by_report_and_ends_with_november_2021(tracked, day, instrument):
    at = {"origin": "济南市", "destination": "济宁市", "as_of": "2022-06-01"}
    facts = f"办理方式: 线下, 受理日期: {day}"
    unaccepted = tracked(facts, **at).choice
    accepted = tracked(facts, accept_reported=True, **at).choice

    assert unaccepted.way is None
    assert [instrument] * bool(instrument) == [way.instrument.id for way in unaccepted.reported]
    assert instrument == (accepted.way and accepted.way.instrument.id)


def test_inside_one_city_no_route_is_held(tracked):
    choice = tracked("办理方式: 线下", origin="济宁市", destination="济宁市").choice

    assert (None, (), ()) == (choice.way, choice.possible, choice.reported)


def test_the_places_are_asked_for_first(library):
    case = read_case(
        parse("as_of: 2025-04-30\nto: 海西州\nfacts: {办理方式: 线下}\n".encode(), "case.yaml"), library, TODAY
    )

    assert ("from",) == track(library, case).missing
