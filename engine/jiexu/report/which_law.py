"""Which law a report speaks of."""

from jiexu.explanation.data import Data
from jiexu.law.library import Library


def law_data(library: Library) -> Data:
    """The day the law is known as of, where one was chosen, and the pack."""
    known = library.known_as_of
    return {**({"known_as_of": str(known)} if known else {}), "pack": {"sha256": library.sha256}}
