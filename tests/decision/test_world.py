"""What a world takes over from another is what it would have found itself."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jiexu.base.problem import ProblemsError
from jiexu.base.unknown import is_unknown
from jiexu.decision.case_file import Case, read_case
from jiexu.decision.decide import decide_case
from jiexu.decision.evaluate import decide
from jiexu.decision.world import World
from jiexu.document.loader import parse
from jiexu.explanation.data import decision_data
from jiexu.law.library import Library
from jiexu.ruleset.standing import RuleSet

from tests.conftest import ROOT

Written = dict[str, Any]

DAYS = ["2020-09-01", "2021-07-05", "2021-12-01", "2025-08-31", "2025-09-01", "2026-11-22"]


def altered(cases: list[Written], questions: list[str], count: int) -> Iterator[Written]:
    """Accepted cases with facts left out and others put in, on another day, between other places, asked other things."""
    said = [fact for case in cases for fact in case["facts"].items()]
    chosen = random.Random(20261122)
    for _ in range(count):
        case, other = chosen.sample(cases, 2)
        known = chosen.choice([0, 0.7, 1])
        kept = {name: value for name, value in case["facts"].items() if chosen.random() < known}
        yield {
            "case": "A-1",
            "as_of": chosen.choice([case["as_of"], *DAYS]),
            "from": chosen.choice([case, other]).get("from", case["to"]),
            "to": chosen.choice([case, case, other])["to"],
            "facts": kept | dict(chosen.sample(said, chosen.randrange(4))),
            "questions": chosen.sample(questions, chosen.choice([1, 3, len(questions)])),
        }


@pytest.fixture(scope="module")
def readable(library: Library) -> list[Case]:
    """Those of the altered cases that do not contradict themselves."""
    accepted = [yaml.load(path.read_bytes(), yaml.BaseLoader) for path in sorted((ROOT / "cases").rglob("*.yaml"))]
    transfers = [case for case in accepted if "to" in case]
    cases = []
    for written in altered(transfers, list(library.vocabulary.questions), 1000):
        try:
            cases.append(read_case(parse(json.dumps(written).encode(), "case"), library, None))
        except ProblemsError:
            continue
    return cases


def test_what_is_inherited_is_what_would_have_been_decided(library: Library, readable: list[Case]):
    """The oracle decides everything anew in every world."""
    found = [json.dumps(decision_data(decide_case(library, case))) for case in readable]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(World, "_inherited", lambda world, name: None)
        patch.setattr(World, "_known_before", lambda world, key, parent: None)
        anew = [json.dumps(decision_data(decide_case(library, case))) for case in readable]

    assert len(readable) > 800
    assert anew == found


def test_the_governing_day_is_unknown_until_it_is_known(library: Library):
    """Nobody said on which day the question is to be answered: a line that names the day is unknown, not nothing."""
    case = read_case(parse(b"as_of: 2021-08-15\nto: '370800'\nfacts: {}\n", "x.yaml"), library, None)
    world = World(RuleSet(library, case.origin, case.destination), case, decide)
    day = library.vocabulary.words["governing_day"]

    with world.asking("办结期限"):
        assert is_unknown(world.lookup(day))
    with world.asking("办结期限", case.as_of):
        assert case.as_of == world.lookup(day)
