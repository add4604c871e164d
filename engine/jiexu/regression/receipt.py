"""Receipts: all that is needed to decide a case again, in bytes that show when they were changed."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jiexu.base.kinds import parse_date
from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.decision.finding import Decision
from jiexu.explanation.data import Data, decision_data
from jiexu.law.folder import Files
from jiexu.law.library import Library
from jiexu.regression.case_data import case_data

FORMAT = "jiexu-receipt/1"
DIGEST = "digest"
SIGNATURE = "signature"
_SCHEMAS = Path(__file__).parent.parent / "schemas"
_NOTHING: Data = {}


def receipt_data(decision: Decision, files: Files, named: Data = _NOTHING) -> Data:
    """A decision as ``jiexu-receipt/1``, not yet sealed.

    The case in it is itself a case file, without id and title unless they are among *named*: those and the blocks of
    persons, as ``named_data`` gives them.
    """
    nameless = decision.case._replace(id="", title="")
    return {
        "format": FORMAT,
        "accept": list(decision.world.rules.accept),
        "case": {**named, **case_data(decision.library, nameless, tuple(decision.findings))},
        "files": files_data(decision.library, files),
        "decision": decision_data(decision._replace(case=nameless)),
    }


def files_data(library: Library, files: Files) -> list[Data]:
    """The files the library was read from, those of instruments left out of it excepted, each with the hash of its bytes."""
    instruments = {held.where.file: held.id for held in library.instruments.values()}
    return [
        {"file": label, "sha256": hashlib.sha256(content).hexdigest()}
        | ({"instrument": instruments[label]} if label in instruments else {})
        for label, content in sorted(files.content.items())
        if label not in library.left_out
    ]


def sealed(data: Data, sign: Callable[[bytes], Data] | None = None) -> bytes:
    """The bytes of a receipt: *sign* gives the signature of its text, and the digest covers both."""
    signature = {SIGNATURE: sign(signed_text(data))} if sign else {}
    whole = {**data, **signature}
    return _text({**whole, DIGEST: _digest(whole)})


def signed_text(data: Data) -> bytes:
    """What a signature signs: the receipt without digest and signature."""
    return _text({key: value for key, value in data.items() if key not in (DIGEST, SIGNATURE)})


def open_receipt(content: bytes, name: str) -> Data:
    """The receipt that the bytes of a file hold; raises ProblemsError when they are none, or not as they were written."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _refused("P581", name) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _refused("P581", name)
    rest = {key: value for key, value in data.items() if key != DIGEST}
    if data.get(DIGEST) != _digest(rest) or _text(data) != content:
        raise _refused("P582", name)
    if not _validator().is_valid(data):
        raise _refused("P581", name)
    return data


def known_as_of(receipt: Data, name: str) -> date | None:
    """The day the receipt's law is known as of; None: all that was held. Raises ProblemsError when it is no day."""
    written = receipt["decision"].get("known_as_of")
    try:
        return parse_date(written) if written else None
    except ValueError as error:
        raise _refused("P581", name) from error


def _text(data: Data) -> bytes:
    """One text for one content: keys in order, one space to a level, a line's end at the end."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    return text.encode("utf-8", "replace")  # half a surrogate pair, which no case can have, is found to be another text


def _digest(data: Data) -> str:
    return hashlib.sha256(_text(data)).hexdigest()


def _refused(code: str, name: str) -> ProblemsError:
    return ProblemsError([Problem(code, Location(name))])


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    receipt, decision = (
        json.loads((_SCHEMAS / f"{name}.schema.json").read_text("utf-8")) for name in ("receipt", "decision")
    )
    registry: Any = Registry().with_resource("decision.schema.json", Resource.from_contents(decision))
    return Draft202012Validator(receipt, registry=registry)
