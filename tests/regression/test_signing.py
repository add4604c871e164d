"""Signatures: by this key, of this text; checked by another program too."""

import shutil
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.problem import ProblemsError
from jiexu.regression.receipt import open_receipt, sealed, signed_text

from tests.regression.receipts import receipt_of

pytest.importorskip("cryptography", reason="the extra sign is not installed")
from jiexu.regression.signing import check_signature, new_pair, private_key, public_key, signature

openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not on this machine")
BARE = {key: value for key, value in open_receipt(receipt_of(), "").items() if key != "digest"}


def _pair(folder: Path) -> tuple[str, str]:
    paths = folder / "private.pem", folder / "public.pem"
    for path, content in zip(paths, new_pair(), strict=True):
        path.write_bytes(content)
    return str(paths[0]), str(paths[1])


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    return _pair(tmp_path_factory.mktemp("keys"))


def signed(private: str) -> bytes:
    return sealed(BARE, lambda text: signature(private_key(private), text))


def refused(receipt: bytes | dict, public: str) -> list[str]:
    data = open_receipt(receipt, "r.json") if isinstance(receipt, bytes) else receipt
    try:
        check_signature(data, public_key(public), "r.json")
    except ProblemsError as error:
        return [problem.code for problem in error.problems]
    return []


def test_what_a_key_signed_its_public_key_accepts(pair):
    private, public = pair

    assert [] == refused(signed(private), public)
    assert signed(private) == signed(private)


def test_a_required_signature_that_is_missing_is_refused_as_one_that_is_wrong_is(pair):
    assert ["P585"] == refused(receipt_of(), pair[1])


def test_a_signature_by_another_key_is_refused(pair, tmp_path: Path):
    assert ["P586"] == refused(signed(_pair(tmp_path)[0]), pair[1])


def test_another_keys_signature_under_the_required_keys_name_is_refused(pair, tmp_path: Path):
    """Whoever forges a receipt can write any public key into it, and compute its digest."""
    own, forged = open_receipt(signed(pair[0]), ""), open_receipt(signed(_pair(tmp_path)[0]), "")
    forged["signature"]["public_key"] = own["signature"]["public_key"]
    whole = sealed({key: value for key, value in forged.items() if key != "digest"})

    assert ["P587"] == refused(whole, pair[1])


@given(st.sampled_from(["case", "decision", "files", "accept"]), st.data())
def test_changed_content_with_its_digest_computed_anew_is_refused(pair, key: str, data: st.DataObject):
    receipt = open_receipt(signed(pair[0]), "")
    receipt[key] = data.draw(st.text() | st.lists(st.text()) | st.dictionaries(st.text(), st.text()))

    assert ["P587"] == refused(receipt, pair[1])


def test_a_signature_changed_without_the_digest_is_found_without_any_key(pair):
    whole = signed(pair[0])
    value = open_receipt(whole, "")["signature"]["value"]
    other = ("A" if value[0] != "A" else "B") + value[1:]
    with pytest.raises(ProblemsError):
        open_receipt(whole.replace(value.encode(), other.encode()), "")


@openssl
def test_openssl_accepts_the_signature_of_the_text(pair, tmp_path: Path):
    receipt = open_receipt(signed(pair[0]), "")
    (tmp_path / "text").write_bytes(signed_text(receipt))
    (tmp_path / "signature").write_bytes(b64decode(receipt["signature"]["value"]))
    command = [
        "openssl",
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        pair[1],
        "-rawin",
        "-in",
        "text",
        "-sigfile",
        "signature",
    ]
    right = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    (tmp_path / "text").write_bytes(signed_text(receipt) + b" ")
    wrong = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)

    assert 0 == right.returncode
    assert 0 != wrong.returncode


@openssl
def test_a_key_made_by_openssl_signs(tmp_path: Path):
    private, public = tmp_path / "k.pem", tmp_path / "p.pem"
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", private], capture_output=True, check=True)
    subprocess.run(["openssl", "pkey", "-in", private, "-pubout", "-out", public], capture_output=True, check=True)

    assert [] == refused(signed(str(private)), str(public))


@openssl
def test_a_locked_key_and_a_key_of_another_kind_are_told_apart(pair, tmp_path: Path):
    locked, rsa = tmp_path / "locked.pem", tmp_path / "rsa.pem"
    lock = ["openssl", "pkey", "-in", pair[0], "-aes256", "-passout", "pass:secret", "-out", locked]
    subprocess.run(lock, capture_output=True, check=True)
    subprocess.run(["openssl", "genpkey", "-algorithm", "rsa", "-out", rsa], capture_output=True, check=True)

    assert ["P584"] == _unreadable(private_key, locked)
    assert ["P583"] == _unreadable(private_key, rsa)


def test_a_file_that_is_no_key_is_told(pair, tmp_path: Path):
    (tmp_path / "empty.pem").write_bytes(b"")

    assert ["P583"] == _unreadable(private_key, tmp_path / "empty.pem")
    assert ["P583"] == _unreadable(public_key, tmp_path / "empty.pem")
    assert ["P583"] == _unreadable(private_key, pair[1])
    assert ["P583"] == _unreadable(public_key, pair[0])
    assert ["P101"] == _unreadable(public_key, tmp_path / "nowhere.pem")


def _unreadable(read, path: object) -> list[str]:
    with pytest.raises(ProblemsError) as error:
        read(str(path))
    return [problem.code for problem in error.value.problems]
