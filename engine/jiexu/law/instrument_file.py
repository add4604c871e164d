"""Reads one instrument's file, whose shape was checked before."""

from dataclasses import replace
from datetime import date

from jiexu.base.kinds import ANY
from jiexu.base.validity import Validity
from jiexu.document.node import Mapping, Node
from jiexu.law.instrument import Change, Instrument, YearOfWorkdays
from jiexu.law.intake import Intake, each, entries, items, scalar, texts
from jiexu.law.provision import Parameter, Provision
from jiexu.law.provision_file import ProvisionFile
from jiexu.law.quotation import quotations
from jiexu.law.step_file import read_route
from jiexu.law.vocabulary import Vocabulary


def read_instrument(node: Mapping, intake: Intake, vocabulary: Vocabulary) -> Instrument:
    """The instrument a file holds. A first day that cannot be read was reported; the earliest stands in until the report is read."""
    head = entries(node.get("instrument"))
    written = entries(head.get("validity"))
    first, last = intake.day(written.get("from")) or date.min, intake.day(written.get("until"))
    if last is not None and last < first:
        intake.add("P303", head["validity"].where, first=str(first), last=str(last))
    evidence = scalar(head["evidence"])
    validity = Validity(first, last)
    reader = ProvisionFile(intake, vocabulary, validity, evidence)
    source = entries(head.get("source"))
    yields, prevails = entries(head.get("yields_to")), entries(head.get("prevails_over"))
    return Instrument(
        id=scalar(head["id"]),
        number=scalar(head.get("number")) or scalar(head["title"]),
        title=scalar(head["title"]),
        issued_by=texts(head.get("issued_by")),
        issued_on=intake.day(head.get("issued_on")),
        place=intake.place(head["place"]),
        rank=scalar(head["rank"]),
        evidence=evidence,
        validity=validity,
        where=head["id"].where,
        short=scalar(head.get("short")),
        url=scalar(source.get("url")),
        sha256=scalar(source.get("sha256")),
        validity_quote=scalar(written.get("quote")),
        yields_to=texts(yields.get("ranks")),
        yields_quote=scalar(yields.get("quote")),
        prevails_quote=scalar(prevails.get("quote")),
        extends=each(head.get("extends"), lambda item: _change(item, "until", intake)),
        repeals=each(head.get("repeals"), lambda item: _change(item, "from", intake)),
        provisions=_provisions(node.get("provisions"), reader, intake),
        workdays=_workdays(node.get("calendar"), intake),
        background=node.get("background"),
        quotations=tuple(quotations(node)),
        routes=each(node.get("routes"), lambda item: read_route(item, intake)),
        excused=tuple(
            (scalar(entries(item)["quote"]), scalar(entries(item)["why"])) for item in items(node.get("excused"))
        ),
    )


def _change(node: Mapping, day: str, intake: Intake) -> Change:
    # A day that cannot be read was reported; the latest day stands in until the report is read.
    on = intake.day(node.get(day)) or date.max
    return Change(scalar(node.get("instrument")), scalar(node.get("clause")), on, scalar(node.get("quote")), node.where)


def _provisions(node: Node | None, reader: ProvisionFile, intake: Intake) -> tuple[Provision, ...]:
    provisions: dict[str, Provision] = {}
    for provision in each(node, reader.provision):
        if provision.clause in provisions:
            intake.add("P225", provision.where, name=provision.clause)
        names = [rule.name for rule in provision.rules]
        for rule in provision.rules:
            if names.count(rule.name) > 1:
                intake.add("P225", rule.where, name=rule.name)
        provisions[provision.clause] = provision
    return tuple(
        replace(provision, parameters=_shared(provision, provisions, intake)) for provision in provisions.values()
    )


def _shared(provision: Provision, provisions: dict[str, Provision], intake: Intake) -> tuple[Parameter, ...]:
    """The provision's parameters, those that repeat another clause's number taken from there."""
    parameters = []
    for parameter in provision.parameters:
        if parameter.kind.name == "same_as":
            other = provisions.get(parameter.value)
            found = other.parameter(parameter.name) if other else None
            if found and found.kind.name == "same_as":
                found = None
            if found is None:
                intake.add("P301", parameter.where, name=f"{parameter.value} {parameter.name}", nearest="")
            parameter = found._replace(where=parameter.where) if found else parameter._replace(kind=ANY)
        parameters.append(parameter)
    return tuple(parameters)


def _workdays(node: Node | None, intake: Intake) -> YearOfWorkdays | None:
    parts = entries(node)
    if not parts:
        return None
    moved = [
        (intake.day(item), worked) for key, worked in (("off", False), ("work", True)) for item in items(parts.get(key))
    ]
    provisional = intake.day(parts.get("provisional_from"))
    days = tuple((day, worked) for day, worked in moved if day is not None)
    return YearOfWorkdays(int(scalar(parts["year"])), days, provisional) if provisional else None
