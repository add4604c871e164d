"""What ``verify`` says of a receipt that somebody wrote or changed, and of one that another law would not give."""

import json
from pathlib import Path

import pytest
from jiexu.regression import verification

from tests.cli.verifying import run, valid
from tests.regression import receipts
from tests.regression.receipts import CHANGED, rewritten


def forged(receipt: Path, change) -> Path:
    receipt.write_bytes(receipts.forged(change, receipt.read_bytes()))
    return receipt


def test_a_forged_answer_is_told_as_one_that_the_law_does_not_give(receipt: Path):
    def change(data: dict) -> None:
        data["decision"]["findings"]["benefits_from"]["value"] = "2021-08"

    result = run("verify", forged(receipt, change))

    assert 3 == result.exit_code
    assert "收据  2021-08" in result.stdout
    assert "现在  2022-01" in result.stdout


def test_what_a_forger_writes_cannot_play_tricks_on_a_terminal(receipt: Path):
    def change(data: dict) -> None:
        trick = "\x1b[2J\u202e"
        data["decision"]["findings"][trick] = {"status": "pending", "missing": [trick]}
        data["decision"]["pack"]["engine"] = trick
        data["files"].append({"file": trick, "instrument": trick, "sha256": "0" * 64})
        by = {"instrument": trick, "number": trick, "clause": trick, "rule": trick, "file": trick, "line": 1}
        data["decision"]["findings"]["benefits_from"] |= {"value": trick, "by": [by]}
        data["decision"]["findings"]["benefits_from"]["arithmetic"]["values"]["等待期"] = trick

    printed = run("verify", forged(receipt, change)).stdout

    assert "<U+001B>[2J<U+202E>" in printed
    assert not {"\x1b", "\u202e"} & set(printed)


def test_a_receipt_that_belies_its_own_case_is_told_and_has_the_shape_of_its_schema(receipt: Path):
    forged(receipt, lambda data: data["decision"].update(as_of="1999-01-01"))
    told = json.loads(run("verify", receipt, "--json").stdout)

    assert "自述  依据日同收据里的案件和规则对不上" in run("verify", receipt).stdout
    assert ("differs", ["as_of"]) == (told["verdict"], told["head"])
    assert [] == valid(told, "verification")


def test_a_day_that_is_none_makes_no_receipt(receipt: Path):
    result = run("verify", forged(receipt, lambda data: data["decision"].update(known_as_of="2021-02-30")))

    assert (1, "P581") == (result.exit_code, result.stderr.split()[1])


def test_a_case_that_the_law_cannot_read_is_told_with_its_problems(receipt: Path):
    result = run("verify", forged(receipt, lambda data: data["case"]["facts"].update(employment="freelance")))
    told = json.loads(run("verify", receipt, "--json").stdout)

    assert 3 == result.exit_code
    assert "按现在的规则无法重新认定" in result.stdout
    assert "「freelance」" in result.stdout
    assert ("undecidable", ["P123"]) == (told["verdict"], [problem["code"] for problem in told["problems"]])
    assert [] == valid(told, "verification")


def test_another_engine_and_other_files_are_told_though_it_decides_alike(
    receipt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    rewritten(tmp_path, (CHANGED, "provisions:", "# a remark\nprovisions:"))
    monkeypatch.setattr(verification, "__version__", "99.0")
    printed = run("verify", receipt, "--policies", tmp_path / "policies")

    assert 3 == printed.exit_code
    assert "认定与收据相同，所据有变" in printed.stdout
    assert "收据 0.1.0，现在 99.0" in printed.stdout
    assert "■" not in printed.stdout


def test_grounds_that_differ_alone_are_named(receipt: Path, tmp_path: Path):
    """Another reading is offered, and the answer stays."""
    rewritten(tmp_path, (CHANGED, "- take: 缴费当月不计入", "- take: 次月起计"))
    printed = run("verify", receipt, "--policies", tmp_path / "policies").stdout

    assert printed.endswith("■ 待遇起始月：理由变了：口径\n  现在  2022-01    济医保发〔2020〕19号 二（三）\n")
