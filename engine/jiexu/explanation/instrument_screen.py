"""One instrument: its head, what it yields to and changes, and its clauses a line each."""

from collections.abc import Iterator
from datetime import date

from jiexu.explanation.columns import padded, width, wrapped
from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.sheet import LINE, Paint, Pair, labelled, plain, whole
from jiexu.explanation.step_lines import route_lines
from jiexu.law.instrument import Change, Instrument
from jiexu.law.library import Library
from jiexu.law.provision import Provision
from jiexu.ruleset.state import PARTLY, changes, span, state, state_of


def instrument_screen(
    library: Library, instrument: Instrument, day: date, compared: str, language: str = "zh", paint: Paint = plain
) -> str:
    """The whole text of one instrument's screen."""
    return whole(_lines(LawWording(library, language), instrument, day, compared, paint))


def head(wording: LawWording, instrument: Instrument, compared: str, evidence: str) -> Iterator[Pair]:
    """What tells an instrument from others and how far it is proved."""
    law = wording.law
    issued = f"    {instrument.issued_on}" if instrument.issued_on else ""
    yield law["issuer"], wording.listed(instrument.issued_by) + issued if instrument.issued_by else issued.strip()
    yield law["rank"], f"{wording.rank(instrument.rank)}    {wording.place(instrument.place)}"
    yield law["evidence"], f"{wording.evidence(evidence)}{wording.labels['comma']}{law[compared]}"


def _lines(wording: LawWording, instrument: Instrument, day: date, compared: str, paint: Paint) -> Iterator[str]:
    law = wording.law
    yield from (paint(line, "title") for line in wrapped(wording.heading(instrument), LINE))
    yield ""
    yield from labelled(_head(wording, instrument, day, compared), paint)
    if instrument.provisions:
        yield ""
        left_out = sum(bool(provision.not_encoded) for provision in instrument.provisions)
        rules = sum(len(provision.rules) for provision in instrument.provisions)
        counted = wording.tell("encoded", provisions=str(len(instrument.provisions)), rules=str(rules))
        rest = wording.labels["comma"] + wording.tell("left_out", count=str(left_out)) if left_out else ""
        yield paint(f"■ {law['contents']}{wording.labels['colon']}{counted}{rest}", "title")
        yield from _contents(wording, instrument, day, paint)
        if instrument.routes:
            yield ""
            yield paint(f"■ {law['routes']}", "title")
        for route in instrument.routes:
            yield from route_lines(wording, instrument, route, paint)
        yield ""
        yield paint(wording.tell("instrument_help", citation=instrument.cite(instrument.provisions[0].clause)), "dim")


def _head(wording: LawWording, instrument: Instrument, day: date, compared: str) -> Iterator[Pair]:
    law = wording.law
    yield law["id"], instrument.id
    yield from head(wording, instrument, compared, instrument.evidence)
    standing = wording.standing(span(instrument), day, state(instrument, day))
    yield law["validity"], standing + wording.quoted(instrument.validity_quote)
    for changed in changes(wording.library, instrument):
        yield law["later"], wording.changed(changed)
    if instrument.yields_to:
        ranks = wording.listed(wording.rank(rank) for rank in instrument.yields_to)
        yield law["yields"], wording.tell("yields_to", ranks=ranks) + wording.quoted(instrument.yields_quote)
    yield law["prevails"], wording.quoted(instrument.prevails_quote)
    for label, made in (("extends", instrument.extends), ("repeals", instrument.repeals)):
        for change in made:
            yield law["does"], _made(wording, label, change)
    if instrument.workdays:
        worked = [held for _, held in instrument.workdays.moved]
        yield (
            law["workdays"],
            wording.tell(
                "days_off",
                off=str(worked.count(False)),
                work=str(worked.count(True)),
                provisional=str(instrument.workdays.provisional_from),
            ),
        )
    yield law["source"], instrument.url
    yield law["file"], instrument.where.file


def _made(wording: LawWording, label: str, change: Change) -> str:
    what = " ".join(part for part in (wording.instruments([change.instrument]), change.clause) if part)
    return wording.tell(label, what=what, day=str(change.day)) + wording.quoted(change.quote)


def _contents(wording: LawWording, instrument: Instrument, day: date, paint: Paint) -> Iterator[str]:
    partly = state(instrument, day) == PARTLY
    rows = [
        (
            provision.clause + (wording.labels["inferred"] if provision.clause_inferred else ""),
            " ".join(marks(wording, provision, day if partly else None)),
            provision,
        )
        for provision in instrument.provisions
    ]
    clause = max(width(name) for name, _, _ in rows) + 2
    mark = max(width(told) for _, told, _ in rows) + 2
    for name, told, provision in rows:
        text = provision.says or wording.quoted(*provision.quotes)
        first, *rest = wrapped(text, LINE - clause - mark - 2) if text else [""]
        yield "  " + paint(padded(name, clause), "label") + paint(padded(told, mark), "dim") + first
        yield from (" " * (clause + mark + 2) + line for line in rest)


def marks(wording: LawWording, provision: Provision, day: date | None) -> Iterator[str]:
    """How much of a provision is rules, in a few signs; with a day, first what it is on the day unless in force."""
    law = wording.law
    if day is not None and not provision.validity.covers(day):
        yield law[state_of(provision.validity, day)]
    unconfirmed = [held for held in provision.readings if not held.confirmed]
    counted = {
        "mark_rules": len(provision.rules),
        "mark_delegates": len(provision.delegations),
        "mark_readings": len(unconfirmed),
        "mark_silent": len(provision.silences),
        "mark_steps": len(provision.steps) + len(provision.operations),
    }
    for name, count in counted.items():
        if count:
            yield law[name].format(count=count)
    if provision.not_encoded:
        yield law["mark_not_encoded"]
    elif not any(counted.values()):
        yield law["mark_information"]
