"""``decide --receipt``, ``verify`` and ``key`` as a person and as a script use them."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from jiexu.cli.commands.key import PRIVATE, PUBLIC

from tests.cli.verifying import CASE, run, valid
from tests.conftest import ROOT
from tests.regression.receipts import CHANGED, WAITING, rewritten

PERSON = """\
case: 张三-1
title: 张三从济南转来
as_of: 2021-08-15
from: 济南市
to: 济宁市
facts: {参保身份: 灵活就业人员, 减员日期: 2021-03-20}
person: {name: 张三, id_number: '370811198505011234'}
"""


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    pytest.importorskip("cryptography", reason="the extra sign is not installed")
    assert 0 == run("key", tmp_path / "keys").exit_code
    return tmp_path / "keys"


def test_a_receipt_changes_nothing_of_what_decide_prints_nor_of_its_exit_status(tmp_path: Path):
    plain, with_it = (run("decide", CASE, "--json", *more) for more in ((), ("--receipt", tmp_path / "r.json")))

    assert (plain.stdout, plain.exit_code) == (with_it.stdout, with_it.exit_code)
    assert f"收据已写入 {tmp_path / 'r.json'}：不含案号、标题和个人信息" in with_it.stderr
    assert [] == valid(json.loads((tmp_path / "r.json").read_text("utf-8")), "receipt")


def test_verify_says_identical_on_the_law_it_was_made_with(receipt: Path):
    result = run("verify", receipt)

    assert 0 == result.exit_code
    assert "与收据相同" in result.stdout.splitlines()[0]
    assert "签名  没有" in result.stdout


def test_verify_names_the_instrument_the_finding_and_the_clause_that_differ(receipt: Path, tmp_path: Path):
    rewritten(tmp_path, (CHANGED, *WAITING))
    result = run("verify", receipt, "--policies", tmp_path / "policies")

    assert 3 == result.exit_code
    assert "济医保发〔2020〕19号（policies/jining/jining-2020-19.yaml）：内容变了" in result.stdout
    block = result.stdout[result.stdout.index("■") :].splitlines()
    assert [
        "■ 待遇起始月：答案变了",
        "  收据  2022-01    济医保发〔2020〕19号 二（三）",
        "  现在  2021-12    济医保发〔2020〕19号 二（三）",
        "  计算  等待期 6 → 5",
    ] == block


def test_verify_for_a_program_has_both_sides_and_the_shape_of_its_schema(receipt: Path, tmp_path: Path):
    rewritten(tmp_path, (CHANGED, *WAITING))
    lines = run("verify", receipt, receipt, "--jsonl", "--policies", tmp_path / "policies").stdout.splitlines()
    data = json.loads(lines[0])

    assert lines[0] == lines[1]
    assert [] == valid(data, "verification")
    assert "differs" == data["verdict"]
    assert ("2022-01", "2021-12") == tuple(data["findings"]["benefits_from"][side]["value"] for side in ("was", "now"))
    assert "identical" == json.loads(run("verify", receipt, "--json").stdout)["verdict"]


def test_the_words_of_the_other_language(receipt: Path, tmp_path: Path):
    rewritten(tmp_path, (CHANGED, *WAITING))
    result = run("verify", receipt, "--lang", "en", "--policies", tmp_path / "policies")

    assert "decides otherwise" in result.stdout
    assert "■ benefits from: another answer" in result.stdout


def test_a_receipt_by_reported_evidence_and_of_law_known_on_a_day_is_verified_as_it_was_made(tmp_path: Path):
    case = ROOT / "cases" / "jining" / "flexible-late-2022-05-01.yaml"
    paths = tmp_path / "reported.json", tmp_path / "known.json"
    run("decide", case, "--receipt", paths[0], "--accept", "reported")
    run(
        "decide",
        case,
        "--receipt",
        paths[1],
        "--known-as-of",
        "2021-10-31",
        "--question",
        "待遇起始月",
        "--set",
        "首次缴费日=2021-12-06",
    )
    result = run("verify", *paths)

    assert 0 == result.exit_code
    assert "只用2021-10-31以前（含当天）印发的文件" in result.stdout
    one, other = (json.loads(path.read_text("utf-8")) for path in paths)
    assert "reported" in one["accept"]
    assert ("2021-10-31", "2021-12-06", ["benefits_from"]) == (
        other["decision"]["known_as_of"],
        other["case"]["facts"]["first_paid_on"],
        other["case"]["questions"],
    )


def test_a_changed_receipt_and_a_file_that_is_none_are_wrong_and_the_others_are_verified_still(
    receipt: Path, tmp_path: Path
):
    changed = tmp_path / "changed.json"
    changed.write_bytes(receipt.read_bytes().replace(b"2022-01", b"2021-12"))
    result = run("verify", changed, CASE, tmp_path / "nowhere.json", receipt)

    assert 1 == result.exit_code
    assert ["P582", "P581", "P101"] == [line.split()[1] for line in result.stderr.splitlines() if ": P" in line]
    assert 1 == result.stdout.count("与收据相同")
    error = json.loads(run("verify", changed, "--json").stdout)
    assert ("jiexu-error/1", "P582") == (error["format"], error["problems"][0]["code"])


def test_a_signature_is_checked_only_against_the_key_one_has(receipt: Path, keys: Path, tmp_path: Path):
    signed = tmp_path / "signed.json"
    run("decide", CASE, "--receipt", signed, "--sign", keys / PRIVATE)
    other = tmp_path / "other"
    run("key", other)

    assert "没有核对" in run("verify", signed).stdout
    assert "核对无误" in run("verify", signed, "--require-signature", keys / PUBLIC).stdout
    refused = [
        run("verify", path, "--require-signature", key)
        for path, key in ((receipt, keys / PUBLIC), (signed, other / PUBLIC), (signed, keys / PRIVATE))
    ]
    assert [1, 1, 1] == [one.exit_code for one in refused]
    assert ["P585", "P586", "P583"] == [one.stderr.split()[1] for one in refused]


@pytest.mark.skipif(os.name != "posix", reason="file modes are of POSIX")
def test_a_private_key_is_read_by_its_owner_alone_and_never_written_over(keys: Path):
    before = (keys / PRIVATE).read_bytes()
    again = run("key", keys)

    assert 0o600 == stat.S_IMODE((keys / PRIVATE).stat().st_mode)
    assert (2, before) == (again.exit_code, (keys / PRIVATE).read_bytes())


def test_keys_that_cannot_be_written_are_told_and_no_half_of_a_pair_is_left(tmp_path: Path, monkeypatch):
    pytest.importorskip("cryptography", reason="the extra sign is not installed")
    monkeypatch.setattr("os.replace", lambda *paths: (_ for _ in ()).throw(OSError(28, "the disk is full")))
    result = run("key", tmp_path / "keys")

    assert 1 == result.exit_code
    assert "P133" in result.stderr
    assert [] == list((tmp_path / "keys").iterdir())


def test_a_folder_for_keys_that_cannot_be_made_is_told(tmp_path: Path):
    pytest.importorskip("cryptography", reason="the extra sign is not installed")
    (tmp_path / "file").write_bytes(b"")
    result = run("key", tmp_path / "file" / "keys")

    assert 1 == result.exit_code
    assert "P133" in result.stderr


@pytest.mark.parametrize("command", [["decide", CASE, "--receipt", "r.json", "--sign", "k.pem"], ["verify", "r.json", "--require-signature", "p.pem"], ["key", "keys"]])  # fmt: skip
def test_without_the_extra_one_is_told_what_to_install(
    command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    result = run(*command)

    assert 2 == result.exit_code
    assert "pip install 'jiexu[sign]'" in result.stderr
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("more", "inside", "told"),
    [
        ((), None, "不含案号"),
        (("--mask",), ("张**", "3708**********1234"), "已遮盖"),
        (("--with-person", "--mask"), ("张**", "3708**********1234"), "已遮盖"),
        (("--with-person",), ("张三", "370811198505011234"), "含案号、标题和个人信息"),
    ],
    ids=["default", "mask", "both", "with-person"],
)
def test_a_person_enters_a_receipt_only_when_asked_for(more, inside, told: str, tmp_path: Path):
    path, written = tmp_path / "张三.yaml", tmp_path / "r.json"
    path.write_text(PERSON, "utf-8")
    result = run("decide", path, "--receipt", written, *more)
    data = json.loads(written.read_text("utf-8"))
    person = data["case"].get("person")

    assert told in result.stderr
    assert inside == (person and (person["name"], person["id_number"]))
    assert ("张三" in written.read_text("utf-8")) == (more == ("--with-person",))
    assert 0 == run("verify", written).exit_code


def test_what_hinders_a_receipt_is_told_with_its_place_and_nothing_is_left(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    result = run("decide", CASE, "--receipt", tmp_path / "file" / "r.json")

    assert 1 == result.exit_code
    assert "P133" in result.stderr
    assert ["file"] == os.listdir(tmp_path)


@pytest.mark.parametrize(
    "misuse",
    [
        (CASE, "--sign", "k.pem"),
        (CASE, "--mask"),
        (CASE, "--with-person"),
        (CASE, CASE, "--receipt", "r.json"),
        (CASE, "--receipt", CASE),
    ],
)
def test_options_that_do_not_go_together_are_misuse(misuse: tuple[str, ...], tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = Path(CASE).read_bytes()

    assert 2 == run("decide", *misuse).exit_code
    assert (before, []) == (Path(CASE).read_bytes(), list(tmp_path.iterdir()))


def test_a_refused_case_has_no_receipt(tmp_path: Path):
    (tmp_path / "bad.yaml").write_text("facts: {减员日期: 2021-02-30}\n", "utf-8")

    assert 1 == run("decide", tmp_path / "bad.yaml", "--receipt", tmp_path / "r.json").exit_code
    assert ["bad.yaml"] == os.listdir(tmp_path)
