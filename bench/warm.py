"""One case in a process that holds the law, beside the same decision written by hand."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from by_hand import ByHand
from jiexu.api import load
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import decide_case
from jiexu.document.loader import parse, read
from jiexu.document.node import Mapping, Node, Scalar
from jiexu.explanation.data import decision_data
from jiexu.explanation.screen import screen

Seconds = dict[str, list[float]]

BY_HAND, BY_HAND_TEXT = "by hand: values to data", "by hand: JSON to JSON"
DECIDED, DECIDED_TEXT, SCREEN = "values to data", "JSON to JSON", "values to screen"
PAIRS = {DECIDED: BY_HAND, DECIDED_TEXT: BY_HAND_TEXT, SCREEN: BY_HAND}
"""What each is compared with."""
ASKED = ("case", "as_of", "from", "to", "facts")
"""What of a case file is decided: its default questions, and nothing that it expects."""


def plain(node: Node) -> Any:
    """A case file as JSON would have it: texts."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    return node.text if isinstance(node, Scalar) else [plain(item) for item in node]


def timed(path: Path, rounds: int, least: float) -> Seconds:
    """Seconds a decision in each round; a round takes each way in turn, each for at least so many seconds."""
    library = load().library
    by_hand = ByHand(library)
    written = {key: value for key, value in plain(read(path)).items() if key in ASKED}
    text = json.dumps(written, ensure_ascii=False)
    case, facts = read_case(parse(text.encode(), "case"), library, None), by_hand.read(written)

    def from_text() -> str:
        held = read_case(parse(text.encode(), "case"), library, None)
        return json.dumps(decision_data(decide_case(library, held)), ensure_ascii=False)

    ways: dict[str, Callable[[], object]] = {
        BY_HAND: lambda: by_hand.decide(facts),
        DECIDED: lambda: decision_data(decide_case(library, case)),
        SCREEN: lambda: screen(decide_case(library, case)),
        BY_HAND_TEXT: lambda: json.dumps(by_hand(json.loads(text)), ensure_ascii=False),
        DECIDED_TEXT: from_text,
    }
    if ways[BY_HAND_TEXT]() != ways[DECIDED_TEXT]():
        raise SystemExit(f"{path.stem}: not the same decision, so there is nothing to compare")
    calls = {name: _calls(way, least) for name, way in ways.items()}
    seconds: Seconds = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            seconds[name].append(_each(way, calls[name]))
    return seconds


def _calls(way: Callable[[], object], least: float) -> int:
    way()
    return max(1, round(least / _each(way, 3)))


def _each(way: Callable[[], object], calls: int) -> float:
    start = time.perf_counter()
    for _ in range(calls):
        way()
    return (time.perf_counter() - start) / calls
