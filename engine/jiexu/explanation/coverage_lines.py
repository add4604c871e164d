"""Who answers what a provision leaves to the ranks below, in one line for places that are answered alike."""

from collections.abc import Iterable, Iterator

from jiexu.explanation.law_wording import LawWording
from jiexu.law.provision import Provision
from jiexu.ruleset.handing import Coverage


def covered(wording: LawWording, provision: Provision, found: Iterable[Coverage]) -> Iterator[str]:
    """Who answers what was delegated: places and questions that are answered alike are told together."""
    found = list(found)
    told: dict[tuple[str, str], list[str]] = {}
    for one in found:
        told.setdefault((one.place, _by(wording, provision, one)), []).append(one.question)
    places: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for (place, by), asked in told.items():
        places.setdefault((tuple(asked), by), []).append(place)
    every = len(dict.fromkeys(one.question for one in found))
    for (names, by), where in places.items():
        part = f"{wording.questions(names)}{wording.labels['comma']}" if len(names) < every else ""
        yield f"{wording.places(where)}{wording.labels['colon']}{part}{by}"


def _by(wording: LawWording, provision: Provision, one: Coverage) -> str:
    if not one.fillers:
        reported = wording.cited(one.reported)
        return wording.tell("only_reported", by=reported) if reported else wording.law["unfilled"]
    by = wording.cited(one.fillers)
    scopes = {held.provision.applies_to.source if held.provision.applies_to else "" for held in one.fillers}
    if len(scopes) == 1 and "" not in scopes:
        by += wording.tell("limited_to", scope=wording.condition(scopes.pop()))
    if not one.lapses(provision.validity):
        return by
    last = max(held.provision.validity.last for held in one.fillers if held.provision.validity.last is not None)
    return wording.tell("lapses", by=by, last=str(last))
