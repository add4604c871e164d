"""P304: two instruments of one number and place are not in force on the same day; a clause's validity is not reversed."""

from collections.abc import Iterator
from itertools import combinations

from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each pair of versions that overlap, and for each clause that ends before it begins."""
    instruments = subject.library.instruments.values()
    for one, other in combinations(instruments, 2):
        same = one.number == other.number and one.place == other.place and one.issued_by == other.issued_by
        if same and one.validity.overlaps(other.validity):
            yield Problem(
                "P304", other.where, {}, f"与 {one.id} 同为 {one.number}，有效期重叠", "让前一版的末日早于后一版的首日"
            )
    for instrument in instruments:
        for provision in instrument.provisions:
            first, last = provision.validity.first, provision.validity.last
            if last is not None and last < first and not _repealed(subject, instrument.id):
                yield Problem("P304", provision.where, {}, f"本条有效期的末日 {last} 早于首日 {first}", "改正 validity")


def _repealed(subject: Subject, identity: str) -> bool:
    """True when a later instrument took the whole of it away before it began."""
    return any(
        change.instrument == identity for held in subject.library.instruments.values() for change in held.repeals
    )
