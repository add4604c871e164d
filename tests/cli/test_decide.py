"""``jiexu decide`` as a person and as a script use it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main

from tests.conftest import ROOT

CASE = str(ROOT / "cases" / "jining" / "flexible-fifth-month.yaml")
DECIDED = str(ROOT / "cases" / "jining" / "employed-no-gap.yaml")


def _run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=text, catch_exceptions=False)


def test_the_answers_come_first_then_the_grounds_then_what_to_ask():
    lines = _run("decide", CASE).output.splitlines()
    answer = next(number for number, line in enumerate(lines) if line.startswith("待遇起始月"))
    grounds = next(number for number, line in enumerate(lines) if line.startswith("■ 待遇起始月"))
    ask = next(number for number, line in enumerate(lines) if line.startswith("■ 下一步"))

    assert answer < grounds < ask
    assert "2022-01" in lines[answer]


def test_nothing_is_said_twice():
    lines = [line for line in _run("decide", CASE).output.splitlines() if line.strip()]

    assert len(lines) == len(set(lines))


@pytest.mark.parametrize(
    ("arguments", "status"), [([DECIDED, "--question", "待遇起始月"], 0), ([CASE], 3), (["/nowhere.yaml"], 1), ([], 2)]
)
def test_the_exit_status_tells_what_became_of_it(arguments: list[str], status: int):
    assert status == _run("decide", *arguments).exit_code


def test_json_is_one_decision_and_jsonl_a_line_each():
    whole = json.loads(_run("decide", CASE, "--json").output)
    lines = [json.loads(line) for line in _run("decide", CASE, DECIDED, "--jsonl").output.splitlines()]

    assert whole == lines[0]
    assert ["jiexu-decision/1"] * 2 == [line["format"] for line in lines]


def test_standard_input_is_a_case():
    assert (
        _run("decide", "-", "--json", text=Path(CASE).read_text("utf-8")).output
        == _run("decide", CASE, "--json").output
    )


def test_a_json_case_is_decided_as_its_yaml(tmp_path: Path):
    facts = {
        "employment": "flexible",
        "birth_month": "1985-05",
        "retirement_category": "male_60",
        "removed_on": "2021-03-20",
    }
    case = {"case": "JN-0315", "as_of": "2021-08-15", "from": "370100", "to": "370800", "facts": facts}
    case["facts"] |= {"last_paid_month": "2021-03", "first_paid_on": "2021-07-05"}
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case), "utf-8")
    findings = json.loads(_run("decide", str(path), "--json").output)["findings"]

    assert json.loads(_run("decide", CASE, "--json").output)["findings"]["benefits_from"] == findings["benefits_from"]


def test_facts_can_be_set_and_questions_chosen():
    done = _run("decide", CASE, "--set", "出院日期=2021-07-04", "--question", "住院待遇归属地", "--json")
    findings = json.loads(done.output)["findings"]

    assert ["hospital_place"] == list(findings)
    assert "370100" == findings["hospital_place"]["value"]


def test_as_of_replaces_that_of_the_case():
    data = json.loads(_run("decide", CASE, "--as-of", "2025-09-01", "--json").output)

    assert "2025-09-01" == data["as_of"]


def test_reported_instruments_decide_when_accepted():
    facts = (
        "--set",
        "减员日期=2021-10-20",
        "--set",
        "最后缴费月=2021-10",
        "--set",
        "首次缴费日=2022-05-01",
        "--question",
        "benefits_from",
    )
    default, accepted = (
        json.loads(_run("decide", CASE, *facts, *more, "--json").output) for more in ([], ["--accept", "reported"])
    )

    assert ["2022-11", "2022-06"] == [data["findings"]["benefits_from"]["value"] for data in (default, accepted)]


def test_all_adds_the_helper_questions():
    default, everything = (
        json.loads(_run("decide", CASE, *more, "--json").output)["findings"] for more in ([], ["--all"])
    )

    assert set(default) < set(everything)
    assert {"within_window", "unpaid_months", "resumption_ordinal"} <= set(everything) - set(default)


def test_why_shows_the_rules_that_did_not_fire_and_what_stopped_them():
    text = _run("decide", CASE, "--why", "待遇起始月").output

    assert "★ 济医保发〔2020〕19号 二（三） #1" in text
    assert "✗ 参保身份＝随用人单位参保" in text
    assert "不在有效期内" in text
    assert "不作依据" in text


def test_labels_and_fixed_phrases_come_in_english():
    text = _run("decide", CASE, "--lang", "en").output

    assert "benefits from" in text
    assert "Ask next" in text
    assert "待补充" not in text


def test_an_unknown_question_is_refused_with_the_nearest():
    done = _run("decide", CASE, "--question", "待遇起始")

    assert 1 == done.exit_code
    assert "待遇起始月" in done.stderr


def test_a_shell_completes_commands_questions_places_and_citations():
    def completed(words: str) -> str:
        environment = {
            "_JIEXU_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split(" ")) - 1),
        }
        return CliRunner().invoke(main, [], prog_name="jiexu", env=environment).output

    assert "decide" in completed("jiexu dec")
    assert "待遇起始月" in completed("jiexu decide --question 待遇")
    assert "benefits_from" in completed("jiexu decide --why bene")
    assert "济宁市" in completed("jiexu law --place 济")
    assert "jining-2020-19" in completed("jiexu law jining")


def test_several_folders_of_law_may_be_given(tmp_path: Path):
    more = tmp_path / "more"
    more.mkdir()
    (more / "more.yaml").write_text(
        "format: jiexu-rules/1\n"
        "instrument: {id: more-1, title: 虚构, place: 青岛市, rank: municipal, evidence: official, validity: {from: 2020-09-01}}\n"
        "provisions:\n- clause: 一\n  rules:\n  - then:\n      待遇起始月: 次月(首次缴费月)\n",
        "utf-8",
    )
    case = tmp_path / "case.yaml"
    case.write_text(Path(CASE).read_text("utf-8").replace("济宁市", "青岛市"), "utf-8")
    done = _run(
        "decide",
        str(case),
        "--policies",
        str(ROOT / "policies"),
        "--policies",
        str(more),
        "--json",
        "--question",
        "待遇起始月",
    )

    assert "2021-08" == json.loads(done.output)["findings"]["benefits_from"]["value"]
