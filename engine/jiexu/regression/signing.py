"""Ed25519 signatures of receipts; needs the extra ``sign``."""

from base64 import b64decode, b64encode

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.document.loader import content
from jiexu.explanation.data import Data
from jiexu.regression.receipt import SIGNATURE, signed_text

_ALGORITHM = "Ed25519"


def new_pair() -> tuple[bytes, bytes]:
    """A private key and its public key, both as PEM."""
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def private_key(path: str) -> Ed25519PrivateKey:
    """The private key of a PEM file; raises ProblemsError when it is none, or is locked by a password."""
    try:
        key = load_pem_private_key(content(path), None)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _refused("P583", path) from error
    except TypeError as error:
        raise _refused("P584", path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _refused("P583", path)
    return key


def public_key(path: str) -> Ed25519PublicKey:
    """The public key of a PEM file; raises ProblemsError when it is none."""
    try:
        key = load_pem_public_key(content(path))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _refused("P583", path) from error
    if not isinstance(key, Ed25519PublicKey):
        raise _refused("P583", path)
    return key


def signature(key: Ed25519PrivateKey, text: bytes) -> Data:
    """The signature of a text, with the public key of who signed it."""
    value = b64encode(key.sign(text)).decode()
    return {"algorithm": _ALGORITHM, "public_key": _written(key.public_key()), "value": value}


def check_signature(receipt: Data, key: Ed25519PublicKey, name: str) -> None:
    """Raises ProblemsError unless the receipt is signed, by this key, as it stands."""
    signed = receipt.get(SIGNATURE)
    if signed is None:
        raise _refused("P585", name)
    if signed["public_key"] != _written(key):
        raise _refused("P586", name)
    try:
        key.verify(b64decode(signed["value"]), signed_text(receipt))
    except InvalidSignature as error:
        raise _refused("P587", name) from error


def _written(key: Ed25519PublicKey) -> str:
    return b64encode(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()


def _refused(code: str, name: str) -> ProblemsError:
    return ProblemsError([Problem(code, Location(name))])
