"""What is open, as JSON."""

from jiexu.explanation.data import Data, place_data
from jiexu.explanation.open_list import OpenPoints
from jiexu.explanation.provision_data import (
    clause_data,
    coverage_data,
    delegation_data,
    item_data,
    question_ids,
    reading_data,
    silence_data,
    validity_data,
)
from jiexu.explanation.said_lines import sentence_beside
from jiexu.law.provision import Silence
from jiexu.ruleset.relations import answered


def open_data(points: OpenPoints) -> Data:
    """What is open as ``jiexu-open/1``."""
    library = points.library
    data: Data = {"format": "jiexu-open/1"}
    if points.place is not None:
        data["place"] = place_data(library.places, points.place)
    last = (
        max((held.workdays.year, str(held.workdays.provisional_from)) for held in points.calendars if held.workdays)
        if points.calendars
        else None
    )
    return data | {
        "pack": {"sha256": library.sha256},
        "readings": [
            {
                **reading_data(library, one.reading),
                "clauses": [held.citation for held in one.clauses],
                "bears_on": question_ids(library, one.questions),
            }
            for one in points.readings
        ],
        "silences": [
            {
                "says": one.says,
                "bears_on": question_ids(library, one.about),
                "clauses": [
                    {"clause": held.citation, "when": silence_data(library, held.said)["when"]}
                    for held in one.held
                    if isinstance(held.said, Silence)
                ],
            }
            for one in points.silences
        ],
        "delegations": [
            {
                **clause_data(one.clause.instrument, one.clause.provision),
                **delegation_data(library, one.delegation),
                "validity": validity_data(one.clause.provision.validity),
                "open_at": coverage_data(library, one.coverage),
            }
            for one in points.delegations
        ],
        "reported": [
            {
                "instrument": held.id,
                "number": held.number,
                "title": held.title,
                "place": place_data(library.places, held.place),
                "url": held.url,
                "bears_on": question_ids(
                    library, dict.fromkeys(name for one in held.provisions for name in answered(one))
                ),
            }
            for held in points.reported
        ],
        "contradictions": [
            {
                **clause_data(one.clause.instrument, one.clause.provision),
                "evidence": one.clause.provision.evidence,
                **item_data(one.item),
                "against": {"clause": one.other.clause, "quote": sentence_beside(one.item, one.other)},
            }
            for one in points.contradictions
        ],
        "not_encoded": [
            {
                **clause_data(one.instrument, one.provision),
                "says": one.provision.says,
                "reason": one.provision.not_encoded,
            }
            for one in points.not_encoded
        ],
        "workdays": {"last_year": last[0], "provisional_from": last[1]} if last else None,
    }
