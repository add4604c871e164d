"""The shipped law, and the fictional ones beside it, leave nothing open that has no name."""

import random
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from jiexu.analysis.known_file import KNOWN, read_known
from jiexu.analysis.observation import NOT_ANALYSED, READING
from jiexu.analysis.proof import Proof, prove
from jiexu.base.location import NOWHERE
from jiexu.base.month import Month, month_of
from jiexu.decision.case import Case
from jiexu.decision.decide import world_of
from jiexu.law.examination import read_law
from jiexu.law.folder import companions, gather, shipped_policies
from jiexu.law.library import Library

from tests.conftest import ROOT

FICTIONAL = ("yunze", "jining-2025")


def folders(*names: str) -> list[Path | str]:
    return [shipped_policies(), *(ROOT / "tests" / "provinces" / name / "policies" for name in names)]


@cache
def law(*names: str) -> Library:
    return read_law(gather(folders(*names)))


@cache
def proved(*names: str) -> tuple[Proof, frozenset]:
    """The proof, and the story of every combination with its question."""
    known, problems = read_known(companions(folders(*names), KNOWN), law(*names))
    stories = set()
    proof = prove(law(*names), known, lambda question, leaf: stories.add((question.name, story(leaf.outcome))))

    assert [] == problems
    return proof, frozenset(stories)


def proof(*names: str) -> Proof:
    return proved(*names)[0]


@pytest.mark.parametrize("names", [(), *((name,) for name in FICTIONAL)])
def test_nothing_is_open_that_has_no_name(names):
    unnamed = [
        (finding.shown.kind, finding.question.name, [held.citation for held in finding.shown.statements], finding.case)
        for finding in proof(*names).findings
        if finding.known is None and finding.shown.kind not in (READING, NOT_ANALYSED)
    ]

    assert [] == unnamed


@pytest.mark.parametrize("names", [(), *((name,) for name in FICTIONAL)])
def test_every_entry_names_something(names):
    assert [] == [(entry.says, question) for entry, question in proof(*names).idle]


def test_the_proof_is_of_as_much_as_its_page_says():
    counts = (f"{count:,}" for count in (proof().questions, proof().classes, proof().combinations))
    told = "{} questions, {} classes of places, {} combinations".format(*counts)

    assert told in (ROOT / "docs" / "prove.md").read_text("utf-8")


def test_every_counter_example_is_a_case_with_that_question():
    cases = [(finding.case, finding.question) for finding in proof().findings]

    assert cases
    assert [] == [question.name for case, question in cases if case is None or case.questions != (question.name,)]


def test_the_readings_that_change_an_answer_are_told():
    told = {finding.shown.names[0] for finding in proof().findings if finding.shown.kind == READING}

    assert {"月数起算", "满6个月"} <= told


# The oracle: cases made at random, each decided by itself.


def story(outcome):
    """How an outcome came about: its status, what it rests on, its first source; which years lie ahead is no matter."""
    decider = outcome.walk.deciders[0].statement if outcome.walk.deciders else None
    lapsed = outcome.lapse.statements if outcome.lapse else None
    return outcome.status, outcome.rests_on, decider, outcome.statements if decider is None else (), lapsed


class AtRandom:
    """Cases whose days lie near the edges of validity and near each other."""

    def __init__(self, library: Library, seed: int) -> None:
        self.library = library
        self.random = random.Random(seed)
        held = [provision.validity for one in library.instruments.values() for provision in one.provisions]
        self.edges = sorted(
            {day for validity in held for day in (validity.first, validity.last) if day and day.year > 1999}
        )
        provinces = {library.places.province_of(one.place) for one in library.instruments.values()}
        codes = [code for code in library.places.names if library.places.province_of(code) in provinces]
        self.places = [*sorted(codes), "110000", "440100"]

    def day(self, near: date | None = None) -> date:
        if near is not None and self.random.random() < 0.7:
            return near + timedelta(days=self.random.randint(-200, 200))
        return self.random.choice(self.edges) + timedelta(
            days=self.random.choice([-1, 0, 1, self.random.randint(-400, 400)])
        )

    def value(self, fact, near: date):
        kind = fact.kind.name
        if kind == "choice":
            return self.random.choice(fact.kind.members)
        if kind == "yes_no":
            return self.random.random() < 0.5
        if kind == "date":
            return self.day(near)
        if kind == "month":
            born = Month(self.random.randint(1950, 1990), self.random.randint(1, 12))
            return born if fact.id == "birth_month" else month_of(self.day(near))
        if kind == "months":
            return self.random.choice([0, 60, 119, 120, 121, 179, 180, 200, 400])
        return Decimal(self.random.choice(["0.00", "0.01", "3000.00", "5000.00"])) if kind == "yuan" else None

    def case(self) -> Case:
        near = self.day()
        given = {
            fact.id: value
            for fact in self.library.vocabulary.facts.values()
            if fact.ask and fact.kind.name not in ("place", "periods") and (value := self.value(fact, near)) is not None
        }
        as_of = max(value for value in given.values() if isinstance(value, date))
        origin = self.random.choice(self.places) if self.random.random() < 0.9 else None
        return Case("", as_of, origin, self.random.choice(self.places), given, fact_at=dict.fromkeys(given, NOWHERE))


@pytest.mark.parametrize(("names", "count"), [((), 700), (("yunze",), 300), (("jining-2025",), 300)])
def test_no_case_comes_out_in_a_way_that_the_proof_did_not_list(names, count):
    library = law(*names)
    _, known = proved(*names)
    cases = AtRandom(library, 20261122)
    unlisted, decided = [], 0
    for _ in range(count):
        case = cases.case()
        world = world_of(library, case)
        for question in library.vocabulary.questions.values():
            said = world.rules.said(question)
            outcome = world.decide(question.name)
            if question.expression or not said or outcome.status == "pending" or outcome.day is None:
                continue
            first = min(held.provision.validity.first for held in said)
            if first <= outcome.day <= case.as_of:
                decided += 1
                if (question.name, story(outcome)) not in known:
                    unlisted.append((question.name, outcome.status, case))

    assert decided > 10 * count
    assert [] == unlisted


def test_what_lapsed_behind_a_question_is_told_apart_too():
    """Between counties of Jining, paid again after the extension had ended: the one notice lapsed behind the other question."""
    library = law("jining-2025")
    facts = {"last_paid_month": Month(2025, 4), "first_paid_on": date(2031, 3, 16), "employment": "随用人单位参保"}
    world = world_of(library, Case("", date(2031, 3, 16), "370800", "370800", facts))
    outcome = world.decide("转出地待遇截止日")

    assert ["jining-2020-19 一"] == [held.citation for held in outcome.lapse.statements]
    assert ("转出地待遇截止日", story(outcome)) in proved("jining-2025")[1]
