"""Whatever steps are registered, a case is complete or somebody's turn; registering what is to be done leads to the end."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jiexu.decision.case import Case
from jiexu.law.library import Library
from jiexu.law.procedures import stated_steps
from jiexu.procedure.progress import DONE, SKIPPED
from jiexu.procedure.track import Track, track

DAY = date(2025, 4, 1)
ROUTES = {
    "online_in": {"channel": "线上", "application_side": "转入地申请"},
    "online_out": {"channel": "线上", "application_side": "转出地申请"},
    "offline": {"channel": "线下"},
}
READY = {"origin_status": "暂停参保", "destination_status": "正常参保", "bank_details_complete": True}


def of(library: Library, facts: dict[str, object]) -> Track:
    return track(library, Case("T", DAY, "370800", "632800", facts))


def ends(library: Library, route: str) -> dict[str, str]:
    """The fact (id) that ends each step of one of the guide's routes that a payment's failure does not lead to."""
    guide = library.instruments["haixi-2025-guide"]
    (held,) = [one for one in guide.routes if one.id == route]
    steps = stated_steps(guide, held)
    mending = {failure.to for one in steps.values() for failure in one.step.failures}
    facts = library.vocabulary.facts
    return {name: facts[one.step.ends_with].id for name, one in steps.items() if name not in (*mending, "维护银行信息")}


@pytest.mark.parametrize("route", ROUTES)
@settings(max_examples=40)
@given(data=st.data())
def test_a_case_is_complete_or_somebodys_turn_and_comes_to_its_end(library: Library, route: str, data):
    known = ends(library, route)
    given_steps = data.draw(st.sets(st.sampled_from(sorted(known.values()))))
    facts = {**READY, **ROUTES[route], "account_balance": 100, **dict.fromkeys(given_steps, DAY)}
    found = of(library, facts)
    turns = 0
    while not found.completed:
        assert found.now
        for held in found.now:
            assert all(found.steps[before].state in (DONE, SKIPPED) for before in held.progress.before)
            facts[library.vocabulary.facts[held.stated.step.ends_with].id] = DAY
        found = of(library, facts)
        turns += 1

    assert turns <= len(known)
    assert not found.now
