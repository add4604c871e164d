"""A structural schema made ready for an editor: the names of the law in their places, and each key with its meaning."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from jiexu.explanation.remedy import remedy
from jiexu.report.editor.pieces import TEXT, Schema, may_be_number, ref

ITEM = "[]"
_ANY = "*"


class Derivation(NamedTuple):
    """``named`` tells which piece goes where, by the end of a path of keys; ``meanings`` what keys mean."""

    named: Mapping[tuple[str, ...], str]
    meanings: Mapping[str, str]

    def of(self, schema: Any, path: tuple[str, ...] = ()) -> Any:
        """The schema of what stands at a path, ready for an editor."""
        piece = self._piece(path)
        derived: Schema = ref(piece) if piece else {key: self._part(key, part, path) for key, part in schema.items()}
        if derived.get("type") == "string" and may_be_number(derived.get("pattern", "")):
            derived["type"] = TEXT
        if "pattern" in derived:
            derived["patternErrorMessage"] = remedy("P124", derived)
        meaning = self.meanings.get(path[-1]) if path else None
        return {**derived, "description": meaning} if meaning else derived

    def _part(self, key: str, part: Any, path: tuple[str, ...]) -> Any:
        if key == "properties":
            return {name: self.of(inner, (*path, name)) for name, inner in part.items()}
        if key == "items":
            return self.of(part, (*path, ITEM))
        if key == "additionalProperties" and isinstance(part, dict):
            return self.of(part, (*path, _ANY))
        if key in ("anyOf", "oneOf", "allOf"):
            return [self.of(inner, (*path, key)) for inner in part]
        return part

    def _piece(self, path: tuple[str, ...]) -> str:
        """The piece of the longest end of the path."""
        ends = (path[start:] for start in range(len(path)))
        return next((self.named[end] for end in ends if end in self.named), "")
