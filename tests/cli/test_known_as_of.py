"""``jiexu decide --known-as-of``: what the decision tells of it, and that nothing changes without it."""

import json
from datetime import date
from pathlib import Path

import jiexu
import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ROOT

CASE = ROOT / "cases" / "jining" / "flexible-in-time-back-paid-2021-12-01.yaml"
NEW_YEAR = ROOT / "cases" / "national" / "deadline-over-new-year-2026.yaml"
SCHEMA = ROOT / "engine" / "jiexu" / "schemas" / "decision.schema.json"


def test_the_decision_records_the_day_beside_the_day_of_the_decision_and_the_governing_day(decide):
    data = json.loads(decide(CASE, "--json", "--known-as-of", "2021-10-31").stdout)

    assert ["format", "case", "as_of", "known_as_of"] == list(data)[:4]
    assert ("2021-12-05", "2021-10-31") == (data["as_of"], data["known_as_of"])
    assert {"2021-12-01"} == {found["governing_day"] for found in data["findings"].values()}
    assert [] == list(Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).iter_errors(data))


def test_without_the_option_the_day_is_not_in_the_decision(decide):
    assert "known_as_of" not in json.loads(decide(CASE, "--json").stdout)
    assert "所知" not in decide(CASE).stdout


@pytest.mark.parametrize(
    ("language", "told"), [("zh", "按2021-10-31所知"), ("en", "as the law was known on 2021-10-31")]
)
@pytest.mark.parametrize("why", [(), ("--why", "待遇起始月")], ids=["screen", "why"])
def test_the_screen_tells_the_day(decide, language: str, told: str, why: tuple[str, ...]):
    screen = decide(CASE, "--known-as-of", "2021-10-31", "--lang", language, *why).stdout

    assert 1 == screen.count(told)
    assert "2021-12-05" in next(line for line in screen.splitlines() if told in line)


def test_a_year_whose_notice_was_not_yet_issued_is_told_as_unknown_then_and_not_as_missing_now(decide):
    screen = decide(NEW_YEAR, "--known-as-of", "2025-11-03").stdout.replace("\n", "").replace(" ", "")

    assert "到2025-11-03还没有workdays-2026" in screen
    assert "尚未入库" not in screen


def test_a_day_that_is_none_is_misuse(decide):
    result = decide(CASE, "--known-as-of", "2021-02-30")

    assert 2 == result.exit_code
    assert "2021-02-30" in result.stderr


def test_a_program_opens_the_law_as_it_was_known(decide):
    law = jiexu.load(ROOT / "policies", known_as_of=date(2021, 10, 31))

    assert json.loads(decide(CASE, "--json", "--known-as-of", "2021-10-31").stdout) == law.decide(Path(CASE)).data
