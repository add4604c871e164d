"""The shipped law, read once; and a cache of its own for every run."""

import gc
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from jiexu.base.problem import Problem
from jiexu.document import shape
from jiexu.document.node import Node
from jiexu.law import examination
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.law.library import Library

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)
INSTRUMENTS = [
    Path(path) for path in gather([ROOT / "policies"]).paths.values() if Path(path).parent.name != "policies"
]
"""The files of the shipped instruments, without what stands beside them."""


# How fast this machine is today says nothing about the product.
settings.register_profile("jiexu", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("jiexu")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JIEXU_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _each_file_parsed_once() -> Iterator[None]:
    """A law file of the same bytes and name is parsed and held against its schema once a run: laws are read some hundred times."""
    parsed = lru_cache(2 * 100)(examination.salvage)
    told: dict[tuple[int, Path], tuple[Node, list[Problem]]] = {}

    def violations(node: Node, schema: Path) -> list[Problem]:
        if parsed.cache_info().currsize >= 2 * 100:
            parsed.cache_clear()
            told.clear()
        if (id(node), schema) not in told:
            told[id(node), schema] = node, list(shape.violations(node, schema))
        return told[id(node), schema][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(examination, "salvage", parsed)
        patch.setattr(examination, "violations", violations)
        yield


@pytest.fixture(scope="module", autouse=True)
def _no_old_garbage() -> None:
    """What the modules before keep (laws, proofs, modules) is not looked through again and again: it is most of all there is."""
    gc.freeze()


@pytest.fixture(scope="session")
def library() -> Library:
    return read_law(gather([ROOT / "policies"]))
