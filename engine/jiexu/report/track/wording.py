"""The words for a case on its route: who acts, until when, and how that stands."""

from datetime import date

from jiexu.base.workdays import YearNotHeld
from jiexu.decision.outcome import NOT_APPLICABLE, PENDING, SILENT
from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.reasons import outcome_answer
from jiexu.law.library import DECIDING
from jiexu.law.procedures import Stated
from jiexu.law.step import Route
from jiexu.procedure.choice import Way
from jiexu.procedure.progress import DONE
from jiexu.procedure.schedule import Due, Scheduled
from jiexu.procedure.track import Track
from jiexu.report.track.labels import TRACK_LANGUAGES


class TrackWording(LawWording):
    """Says where a case stands, in ``zh`` or ``en``."""

    def __init__(self, track: Track, language: str = "zh") -> None:
        super().__init__(track.library, language)
        self.tracked = track
        self.track = TRACK_LANGUAGES[language]

    def phrase(self, label: str, **values: object) -> str:
        return self.track[label].format(**values)

    def route(self, route: Route) -> str:
        """A route's name; in English its id as words."""
        return route.name if self.language == "zh" else route.id.replace("_", " ")

    def way(self, way: Way) -> str:
        """A route and the instrument that describes it, with its grade where that does not decide by itself."""
        name, grade = self.instrument(way.instrument), way.instrument.evidence
        told = name if grade in DECIDING else self.labels["comma"].join((name, self.grade(grade)))
        return self.phrase("by_route", route=self.route(way.route), instrument=told)

    def journey(self) -> str:
        """From where to where."""
        case = self.tracked.case
        return self.labels["arrow"].join(self.place(code) for code in (case.origin, case.destination) if code)

    def step(self, stated: Stated) -> str:
        """A step's name; in English what it ends with."""
        return stated.step.name if self.language == "zh" else self.label(stated.step.ends_with)

    def actor(self, held: Scheduled) -> str:
        """Who acts, with the place when it is an agency of one."""
        actor = self.tracked.actor(held)
        name = actor.id.replace("_", " ") if self.language == "en" and actor.id else actor.name
        place = self.tracked.place(actor)
        return self.phrase("actor_at", actor=name, place=self.short_place(place)) if place else name

    def clause_of(self, held: Scheduled) -> str:
        """The clause that states a step."""
        way = self.tracked.choice.way
        return self.clause(way.instrument, held.stated.provision) if way else ""

    def due(self, held: Scheduled, label: str = "due") -> str:
        """Until when a step is to be done, and how that stands; empty without a limit."""
        due = held.due
        if due is None:
            return ""
        if due.day is None:
            return self._no_day(held, due)
        notes = [self.standing_of(held)]
        if due.projected:
            notes = [self.track["projected"]]
        if due.outcome.provisional:
            notes.append(self.track["provisional"])
        noted = self.labels["comma"].join(note for note in notes if note)
        day = self.phrase(label, day=due.day)
        return f"{day}{self.labels['open']}{noted}{self.labels['close']}" if noted else day

    def standing_of(self, held: Scheduled) -> str:
        """How a firm last day stands: days left, late, done in time."""
        day = held.last
        if day is None or (held.state == DONE and held.ends is None):
            return ""
        if held.state == DONE:
            return self.phrase("ended_late", time=self.time(held)) if held.late else self.track["in_time"]
        if held.late or day > self.tracked.case.as_of:
            return self.phrase("late" if held.late else "left", time=self.time(held))
        return self.track["today"]

    def time(self, held: Scheduled) -> str:
        """How long before or after its last day a step stands: in working days, else in days where there is none of these."""
        against = held.ends if held.state == DONE else self.tracked.case.as_of
        if held.left:
            return self.phrase("workdays", count=abs(held.left))
        return self.phrase("days", count=abs((held.last - against).days) if held.last and against else 0)

    def cited_due(self, held: Scheduled) -> str:
        """The clauses that set the last day; of a line of the step's own clause, that clause."""
        if held.due is None:
            return ""
        return self.cited(held.due.outcome.sources) if held.due.question.id else self.clause_of(held)

    def is_day_off(self, day: date) -> bool:
        """True for a day that the calendar held says is none to work on."""
        try:
            return not self.library.calendar.is_workday(day)
        except YearNotHeld:
            return False

    def _no_day(self, held: Scheduled, due: Due) -> str:
        """Why no last day can be told; what is yet to happen is not asked for."""
        outcome = due.outcome
        if outcome.status in (SILENT, NOT_APPLICABLE):
            return self.track["no_limit"]
        if outcome.lapse is not None and not outcome.lapse.statements and outcome.lapse.last is not None:
            years = self.listed(outcome.lapse.names)
            return self.phrase("year_not_held", names=years, last=outcome.lapse.last)
        if outcome.status == PENDING and held.tentative:
            return self.track["cannot_tell"]
        return outcome_answer(self, due.question, outcome)
