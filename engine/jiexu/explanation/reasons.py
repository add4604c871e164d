"""One sentence for each reason: why a question has no value, and what to know beside one that has."""

from jiexu.decision.finding import Alert, Finding, ReadingUsed
from jiexu.decision.outcome import CONFLICT, NOT_APPLICABLE, NOT_IN_FORCE, PENDING, SILENT, UNFILLED, Lapse, Outcome
from jiexu.explanation.wording import Wording
from jiexu.law.provision import Silence
from jiexu.law.vocabulary import Question

_MOST_FAILED = 2


def answer(wording: Wording, finding: Finding) -> str:
    """The answer in a few words: the value, what is missing, or that and why it cannot be decided."""
    if finding.outcome.status == NOT_APPLICABLE:
        return not_applicable(wording, finding)
    return outcome_answer(wording, finding.question, finding.outcome)


def not_applicable(wording: Wording, finding: Finding) -> str:
    """That a question does not apply, and the conditions that say so."""
    label = wording.labels
    failed = dict.fromkeys(wording.condition(tested.condition) for tested in finding.because)
    if not failed:
        return label[NOT_APPLICABLE]
    reason = wording.say("not_met", conditions=label["stop"].join(list(failed)[:_MOST_FAILED]))
    return f"{label[NOT_APPLICABLE]}{label['open']}{reason}{label['close']}"


def outcome_answer(wording: Wording, question: Question, outcome: Outcome) -> str:
    if outcome.determined:
        return wording.answer(question, outcome.value)
    label = wording.labels
    if outcome.status == PENDING:
        return f"{label[PENDING]}{label['open']}{label['missing']}{wording.terms(outcome.missing)}{label['close']}"
    reason = why_none(wording, question, outcome)
    return f"{label[outcome.status]}{label['open']}{reason}{label['close']}" if reason else label[outcome.status]


def why_none(wording: Wording, question: Question, outcome: Outcome) -> str:
    """Why a question has no value; empty for not_applicable, whose failed conditions say it."""
    if outcome.rests_on:
        status = wording.labels[outcome.status]
        reason = lapse(wording, outcome.lapse) if outcome.lapse else ""
        return wording.say(
            "rests_on",
            names=wording.terms(outcome.rests_on),
            status=status + (wording.labels["comma"] + reason if reason else ""),
        )
    if outcome.status == NOT_IN_FORCE and outcome.lapse:
        return lapse(wording, outcome.lapse)
    if outcome.status == SILENT:
        says = [held.said.says for held in outcome.statements if isinstance(held.said, Silence)]
        return (
            wording.labels["stop"].join(dict.fromkeys(text.rstrip("。") for text in says))
            or wording.labels["nothing_held"]
        )
    if outcome.status == UNFILLED:
        return wording.say("unfilled_by", by=wording.citations(outcome.statements))
    if outcome.status == CONFLICT:
        candidates = (
            wording.say("candidate", value=wording.answer(question, voice.answer), by=wording.citation(voice.statement))
            for voice in outcome.walk.candidates
            if not voice.delegates
        )
        return wording.say("conflict_of", candidates=wording.listed(candidates))
    return ""


def lapse(wording: Wording, lapsed: Lapse) -> str:
    """When the provisions, or the years of working days, that would answer are in force."""
    names = wording.citations(lapsed.statements) if lapsed.statements else wording.instruments(lapsed.names)
    known = wording.library.known_as_of
    if lapsed.last is not None:
        label = "lapsed" if lapsed.statements else "year_not_held" if known is None else "year_not_known"
        return wording.say(label, names=names, last=str(lapsed.last), known=str(known))
    if lapsed.first is None:
        return wording.say("no_calendar", names=names)
    return wording.say("coming" if lapsed.statements else "year_before", names=names, first=str(lapsed.first))


def reading(wording: Wording, question: Question, used: ReadingUsed) -> str:
    """A reading taken that another would change, with the answers under the others."""
    others = (
        wording.say("reading_other", take=other.take, value=outcome_answer(wording, question, other.outcome))
        for other in used.instead
    )
    taken = wording.say("reading_differs", take=used.taken)
    return f"{used.name}{wording.labels['comma']}{taken}" + wording.labels["comma"].join(others)


def reading_taken(wording: Wording, used: ReadingUsed) -> str:
    """A reading that changes nothing."""
    return f"{used.name}{wording.labels['colon']}" + wording.say("reading_same", take=used.taken)


def alert(wording: Wording, finding: Finding, told: Alert) -> str:
    """One sentence for an alert of a finding."""
    question = finding.question
    if told.kind == "resurfacing" and told.value == finding.outcome.value:
        return wording.say("resurfacing_same", by=wording.citations(told.statements), day=str(told.day))
    value = wording.labels[told.status] if told.status and told.value is None else wording.answer(question, told.value)
    return wording.say(told.kind, by=wording.citations(told.statements), value=value, day=str(told.day))
