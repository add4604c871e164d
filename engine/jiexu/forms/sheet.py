"""One case with all that its forms are filled from."""

from typing import NamedTuple

from jiexu.decision.finding import Decision
from jiexu.forms.party import Parties
from jiexu.forms.view import Views


class Sheet(NamedTuple):
    """A case decided, and its findings viewed, once for all its forms."""

    decision: Decision
    parties: Parties
    views: Views


def sheet_of(decision: Decision, parties: Parties) -> Sheet:
    return Sheet(decision, parties, Views(decision, parties.at("facts")))
