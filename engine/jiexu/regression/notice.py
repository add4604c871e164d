"""A notice of change (变更单): what somebody says should change, held against what does."""

from typing import NamedTuple

from jiexu.base.location import Location
from jiexu.base.nearest import nearest
from jiexu.base.problem import ProblemsError
from jiexu.base.validity import Validity
from jiexu.decision.case import Case
from jiexu.decision.finding import Finding
from jiexu.document.node import Mapping, Node, Scalar
from jiexu.law.companion import read_companion
from jiexu.law.intake import Intake, each, entries, items, scalar, texts
from jiexu.law.library import Library
from jiexu.regression.impact import Impact, Unread
from jiexu.regression.moved import Moved

_SCHEMA = "notice.schema.json"


class Announcement(NamedTuple):
    """What one entry says. Empty ``questions`` (ids), ``clause`` (a citation) or ``directions`` are any; so are no ``days``.

    ``days`` are governing days.
    """

    where: Location
    says: str
    questions: frozenset[str]
    clause: str
    days: Validity | None
    directions: tuple[str, ...]


class Notice(NamedTuple):
    title: str
    announcements: tuple[Announcement, ...]


class Held(NamedTuple):
    """What is left of an impact and a notice.

    ``unannounced`` changes, cases ``lost`` because the new side cannot read them, and ``unmet`` announcements.
    """

    unannounced: tuple[Moved, ...]
    lost: tuple[Unread, ...]
    unmet: tuple[Announcement, ...]

    @property
    def kept(self) -> bool:
        return not (self.unannounced or self.lost or self.unmet)


def read_notice(data: bytes, name: str, old: Library, new: Library) -> Notice:
    """The notice a file holds; raises ProblemsError with every mistake in it. It may name what either law has."""
    node = read_companion(data, name, _SCHEMA)
    reader = _NoticeFile(old, new)
    notice = Notice(scalar(node.get("title")), each(node.get("changes"), reader.announcement))
    if reader.intake.problems:
        raise ProblemsError(reader.intake.problems)
    return notice


def held_against(found: Impact, notice: Notice) -> Held:
    """What a notice leaves open: remarks alone need no announcement, nor do cases that only the new side can read."""
    meant = [(entry, [one for one in found.telling if _announces(found, entry, one)]) for entry in notice.announcements]
    announced = {id(one) for _, those in meant for one in those}
    return Held(
        tuple(one for one in found.telling if id(one) not in announced),
        tuple(one for one in found.unread if not one.old),
        tuple(entry for entry, those in meant if not those),
    )


def _announces(found: Impact, entry: Announcement, one: Moved) -> bool:
    return (
        (not entry.questions or one.question.id in entry.questions)
        and (not entry.clause or entry.clause in _clauses(found, one))
        and (not entry.directions or one.direction in entry.directions)
        and (
            entry.days is None
            or any(entry.days.covers(finding.outcome.day or case.as_of) for case, finding in _findings(one))
        )
    )


def _findings(one: Moved) -> list[tuple[Case, Finding]]:
    return [(case, finding) for case, finding in zip(one.cases, (one.before, one.after), strict=True) if finding]


def _clauses(found: Impact, one: Moved) -> set[str]:
    """The clauses that decided or decide, and those whose change moved it."""
    causes = {f"{found.law[cause.change].instrument} {clause}" for cause in one.causes for clause in cause.clauses}
    return causes.union(*one.cited)


class _NoticeFile:
    def __init__(self, old: Library, new: Library) -> None:
        self.laws = (new, old)
        self.intake = Intake(new.places)

    def announcement(self, node: Mapping) -> Announcement:
        days = entries(node.get("days"))
        first, last = self.intake.day(days.get("from")), self.intake.day(days.get("until"))
        if first is not None and last is not None and last < first:
            self.intake.add("P303", days["until"].where, first=str(first), last=str(last))
        clause = node.get("clause")
        if clause is not None:
            self._clause(clause)
        return Announcement(
            where=node.where,
            says=scalar(node.get("says")),
            questions=frozenset(self._question(item) for item in items(node.get("questions"))),
            clause=scalar(clause),
            days=Validity(first, last) if first is not None else None,
            directions=texts(node.get("direction")),
        )

    def _question(self, node: Node) -> str:
        written = scalar(node)
        known = [law.vocabulary.question(written) for law in self.laws]
        names = {name for law in self.laws for one in law.vocabulary.questions.values() for name in (one.name, one.id)}
        self.intake.known(written, node.where, sorted(names), "P252")
        return next((question.id for question in known if question), written)

    def _clause(self, node: Node) -> None:
        written = scalar(node) if isinstance(node, Scalar) else ""
        if all(law.provision(written) is None for law in self.laws):
            citations = [
                held.cite(provision.clause)
                for law in self.laws
                for held in law.instruments.values()
                for provision in held.provisions
            ]
            self.intake.add("P301", node.where, name=written, nearest=nearest(written, citations))
