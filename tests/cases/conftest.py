"""What every accepted case comes to, decided once."""

from typing import Any

import jiexu
import pytest
import yaml

from tests.conftest import ROOT

CASES = ROOT / "cases"
FILES = {path.relative_to(CASES).with_suffix("").as_posix(): path for path in sorted(CASES.rglob("*.yaml"))}
# BaseLoader leaves every scalar as written.
WRITTEN = {name: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for name, path in FILES.items()}


@pytest.fixture(scope="package")
def law() -> jiexu.Law:
    return jiexu.load(ROOT / "policies")


@pytest.fixture(scope="package")
def findings(law: jiexu.Law) -> dict[str, dict[str, Any]]:
    """What every case comes to: its own questions and every question it pins."""
    terms = {question.name: question.id for question in law.library.vocabulary.questions.values()}
    found = {}
    for name, written in WRITTEN.items():
        plain = {key: value for key, value in written.items() if key != "expect"}
        own = law.decide(plain).data["findings"]
        pinned = [question for question in written["expect"] if terms[question] not in own]
        found[name] = own | (law.decide(plain | {"questions": pinned}).data["findings"] if pinned else {})
    return found


def clauses(found: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys(f"{one['instrument']} {one['clause']}" for one in found.get("by", ())))
