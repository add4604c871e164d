"""Asks for the facts of a case at a terminal, one by one, and writes each answer into its file."""

import unicodedata
from contextlib import suppress
from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.cases import Cases
from jiexu.cli.paint import paint
from jiexu.decision.case import Case
from jiexu.decision.case_edit import Written, with_fact
from jiexu.decision.decide import world_of
from jiexu.document.loader import content
from jiexu.document.store import store
from jiexu.explanation.ask_labels import ASK_LANGUAGES
from jiexu.explanation.ask_screen import Ask, Asking, asking, members, writing
from jiexu.explanation.problems import spelled
from jiexu.explanation.wording import Wording
from jiexu.law.vocabulary import Fact

with suppress(ImportError):
    import readline  # noqa: F401  what makes input() a line one can edit, Chinese too

_END = "q"
_UNKNOWN = ("", "不知道")
_PERIOD = ("place", "from", "until", "kind")


class _Ended(Exception):
    """The person wants no more questions."""


class Interview:
    """Questions about one case file until those it asks are decided; what is not known may be skipped."""

    def __init__(self, reader: Cases, path: str, language: str) -> None:
        self.reader = reader
        self.path = path
        self.label = ASK_LANGUAGES[language]
        self.wording = Wording(reader.library, language)
        self.skipped: list[str] = []
        self.answered = 0

    def run(self) -> Asking:
        """Ask, and return what is then left to ask; raises ProblemsError for a case that is wrong or cannot be written."""
        case = self.reader.read(self.path)
        found = self._asking(case)
        if found.asks:
            click.echo(paint("  ".join(part for part in (case.id, case.title) if part), "title"))
            click.echo(paint(self.label["how"].format(case=self.path), "dim"))
        try:
            while waiting := [ask for ask in found.asks if ask.fact.id not in self.skipped]:
                answered = self._ask(found, waiting[0])
                found = self._asking(answered) if answered else found
        except (_Ended, EOFError, KeyboardInterrupt, click.Abort):
            click.echo()
        self._close(found)
        return found

    def _asking(self, case: Case) -> Asking:
        return asking(world_of(self.reader.library, case))

    def _ask(self, found: Asking, ask: Ask) -> Case | None:
        """Ask one question until it is answered or skipped; the case with the answer, None for a question skipped."""
        fact, choices = ask.fact, members(found.world, ask.fact)
        click.echo()
        click.echo(paint(fact.ask, "value") + "  " + paint(self.wording.term(fact), "dim"))
        click.echo("  " + self._how(found, ask, choices))
        while True:
            typed = self._typed()
            if typed.casefold() == _END:
                raise _Ended
            if typed in _UNKNOWN:
                self.skipped.append(fact.id)
                return None
            try:
                data = with_fact(content(self.path), self.path, fact, _chosen(typed, choices, fact))
                case, _ = self.reader.read_bytes(data, self.path)
            except ProblemsError as error:
                for problem in map(spelled, error.problems):
                    click.echo(paint(f"  {problem.message}", "wrong") + f"    → {problem.help}")
                click.echo(f"  {self.label['again']}")
                continue
            store(Path(self.path), data)
            self.answered += 1
            return case

    def _typed(self) -> str:
        """A line from the terminal; asked for again when its bytes are no text."""
        while True:
            with suppress(UnicodeError):
                typed = input("> ")
                typed.encode()
                return unicodedata.normalize("NFKC", typed).strip()
            click.echo(f"  {self.label['again']}")

    def _how(self, found: Asking, ask: Ask, choices: tuple[str, ...]) -> str:
        """How the answer is written: numbered choices, else an example."""
        if choices:
            numbered = (self.label["choice"].format(number=number, name=name) for number, name in enumerate(choices, 1))
            return "    ".join(numbered)
        if ask.fact.kind.name == "periods":
            place = self.wording.library.places.name(found.world.case.origin or self.wording.library.places.root)
            return self.label["periods"].format(example=f"{place} 2015-01 2019-12 {ask.fact.kind.members[0]}")
        return writing(found.world, ask.fact, self.label)

    def _close(self, found: Asking) -> None:
        click.echo()
        left = [ask.fact.id for ask in found.asks if ask.fact.id in self.skipped]
        if left:
            click.echo(self.label["left"].format(count=len(left), names=self.wording.terms(left)))
        for key, questions in (("have", found.determined), ("without", found.undecidable)):
            if questions:
                names = self.wording.listed(map(self.wording.term, questions))
                click.echo(self.label[key].format(count=len(questions), names=names))
        if not found.asks:
            click.echo(self.label["nothing"])
        if self.answered:
            click.echo(paint(self.label["saved"].format(case=self.path), "dim"))


def _chosen(typed: str, choices: tuple[str, ...], fact: Fact) -> Written:
    """What was typed as a case file has it: a number of the list is the choice it stands before, periods are taken apart."""
    if choices and typed.isdecimal() and 1 <= int(typed) <= len(choices):
        return choices[int(typed) - 1]
    if fact.kind.name != "periods":
        return typed
    return [dict(zip(_PERIOD, period.split(), strict=False)) for period in typed.split(";") if period.strip()]
