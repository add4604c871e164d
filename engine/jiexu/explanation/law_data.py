"""What is held, and one instrument, as JSON."""

from datetime import date

from jiexu.explanation.data import Data, place_data
from jiexu.explanation.law_list import Holding, Holdings
from jiexu.explanation.provision_data import changed_by, validity_data
from jiexu.explanation.step_data import route_data
from jiexu.law.instrument import Change, Instrument
from jiexu.law.library import Library
from jiexu.ruleset.state import span, state


def law_data(held: Holdings) -> Data:
    """What is held as ``jiexu-law/1``."""
    data: Data = {"format": "jiexu-law/1", "on": str(held.day)}
    if held.place is not None:
        data["place"] = place_data(held.library.places, held.place)
    data["pack"] = {"sha256": held.library.sha256}
    data["instruments"] = [_holding(held.library, row) for row in (*held.instruments, *held.calendars)]
    return data


def instrument_data(library: Library, instrument: Instrument, day: date, compared: str) -> Data:
    """One instrument as ``jiexu-instrument/1``."""
    return {
        "format": "jiexu-instrument/1",
        "on": str(day),
        **_holding(library, Holding(instrument, state(instrument, day), compared)),
        "issued_by": list(instrument.issued_by),
        "issued_on": str(instrument.issued_on) if instrument.issued_on else None,
        "source": {"url": instrument.url, "sha256": instrument.sha256},
        "yields_to": {"ranks": list(instrument.yields_to), "quote": instrument.yields_quote},
        "prevails_over": {"quote": instrument.prevails_quote},
        "extends": [_change(change, "until") for change in instrument.extends],
        "repeals": [_change(change, "from") for change in instrument.repeals],
        "changed_by": changed_by(library, instrument, ""),
        "routes": [route_data(library, instrument, route) for route in instrument.routes],
        "clauses": [
            {
                "clause": provision.clause,
                "says": provision.says,
                "rules": len(provision.rules),
                "validity": validity_data(provision.validity),
                "not_encoded": provision.not_encoded,
            }
            for provision in instrument.provisions
        ],
    }


def _holding(library: Library, row: Holding) -> Data:
    instrument = row.instrument
    return {
        "instrument": instrument.id,
        "number": instrument.number,
        "title": instrument.title,
        "place": place_data(library.places, instrument.place),
        "rank": instrument.rank,
        "evidence": instrument.evidence,
        "text": row.comparison,
        "validity": validity_data(span(instrument)),
        "state": row.state,
        "provisions": len(instrument.provisions),
        "rules": row.rules,
    }


def _change(change: Change, day: str) -> Data:
    return {"instrument": change.instrument, "clause": change.clause, day: str(change.day), "quote": change.quote}
