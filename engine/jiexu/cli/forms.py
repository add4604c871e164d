"""Fills forms for a command: one to a file, or all of many cases into a folder."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import click

from jiexu.base.problem import Problem, ProblemsError
from jiexu.cli.cases import Cases
from jiexu.cli.law import report
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.decision.decide import decide_case
from jiexu.document.store import store
from jiexu.explanation.columns import padded, width
from jiexu.forms.form import Form
from jiexu.forms.need import Call, State, call_for
from jiexu.forms.party import read_parties
from jiexu.forms.press import Press
from jiexu.forms.sheet import Sheet, sheet_of
from jiexu.regression.run import case_files

_MISSING = frozenset(("P802", "P803", "P805", "P810", "P811"))
"""What keeps a form from being issued without any file being wrong."""
_MACHINE = frozenset(("P133", "P812", "P813"))
"""What is missing on this machine, whatever the case."""
_SIDES = {"out": "转出地", "in": "转入地", "person": "本人", "refusing": "不予受理的一方"}
_STATES = {
    State.NEEDED: ("要出具", "value"),
    State.OPEN: ("还不能定", "open"),
    State.LATER: ("以后出", "dim"),
    State.ISSUED: ("已出", "value"),
    State.UNCALLED: ("不涉及", "dim"),
    State.NOT_NEEDED: ("不出具", "dim"),
}


class FormDesk(NamedTuple):
    """Reads cases, fills forms, writes files, tells what could not be done; each verb gives the exit status."""

    press: Press
    reader: Cases
    accept_reported: bool = False

    def sheet(self, name: str) -> Sheet:
        """A case decided; raises ProblemsError with all that is wrong with it."""
        case, file = self.reader.read_whole(name)
        parties = read_parties(file, case, self.reader.library.places)
        return sheet_of(decide_case(self.reader.library, case, accept_reported=self.accept_reported), parties)

    def print(self, form: Form, name: str) -> Exit:
        """Print a form as HTML."""
        try:
            made = self.press.make(form, self.sheet(name), ".html")
        except ProblemsError as error:
            return self._refuse(form, name, error.problems)
        click.echo(made.data.decode(), nl=False)
        return Exit.DONE

    def write(self, form: Form, name: str, output: Path) -> Exit:
        """Write a form to a file, in the format that its ending says."""
        try:
            made = self.press.make(form, self.sheet(name), output.suffix.lower())
            store(output, made.data)
        except ProblemsError as error:
            return self._refuse(form, name, error.problems)
        click.echo(_written(output, made.open))
        return Exit.DONE

    def write_all(self, form: Form | None, names: tuple[str, ...], folder: Path, ending: str) -> Exit:
        """Write the form, or all that each case calls for, of every case at these names into a folder."""
        targets = _targets(folder, names)
        status, written = Exit.DONE, 0
        try:
            for path, target in _passing(targets):
                for one in self._each(form, path, target, ending):
                    written += one == Exit.DONE
                    status = one if status == Exit.DONE or one == Exit.WRONG else status
        except ProblemsError as error:
            report(error.problems, {})
            status = Exit.WRONG
        click.echo(f"{len(targets)} 个案件，写了 {written} 份")
        return status

    def _each(self, form: Form | None, path: Path, folder: Path, ending: str) -> Iterable[Exit]:
        """What became of each form of one case; raises ProblemsError for what would stop every other case too."""
        try:
            sheet = self.sheet(str(path))
        except ProblemsError as error:
            yield self._refuse(None, str(path), error.problems)
            return
        for one in [form] if form else self.press.wanted(sheet):
            try:
                made = self.press.make(one, sheet, ending)
                store(folder / f"{path.stem}-{one.name}{ending}", made.data)
            except ProblemsError as error:
                if not _MACHINE.isdisjoint(problem.code for problem in error.problems):
                    raise
                yield self._refuse(one, str(path), error.problems)
            else:
                yield Exit.DONE

    def _refuse(self, form: Form | None, name: str, problems: tuple[Problem, ...]) -> Exit:
        """Tell what keeps a form from being made; OPEN when no file is wrong."""
        if form is not None:
            click.echo(paint(f"《{form.title}》没有出：", "wrong"), err=True)
        paths = {problem.where.file: problem.where.file for problem in problems} | {name: name}
        report(problems, paths)
        return Exit.OPEN if all(problem.code in _MISSING for problem in problems) else Exit.WRONG


def listed(desk: FormDesk, names: tuple[str, ...]) -> Exit:
    """Print the forms there are, or for each case which of them it calls for; OPEN when one of these is not yet decided."""
    if not names:
        _table(
            [(form.name, "label"), (form.title, "title"), (_SIDES[form.side], "dim")]
            for form in desk.press.index.forms.values()
        )
        return Exit.DONE
    status, paths = Exit.DONE, case_files(map(Path, names))
    if not paths:
        click.echo("0 个案件")
    for path in paths:
        try:
            sheet = desk.sheet(str(path))
        except ProblemsError as error:
            desk.reader.refuse(str(path), error.problems, None)
            status = Exit.WRONG
            continue
        case = sheet.decision.case
        click.echo(paint("  ".join(part for part in (case.id, case.title) if part), "title"))
        calls = {form: call_for(form, sheet) for form in desk.press.index.forms.values()}
        _table(
            [
                (form.name, "label"),
                state := _state(form, call),
                (_SIDES[sheet.issuer(form.side)], "dim"),
                (_why(form, call, sheet), "open" if call.state == State.OPEN else state[1]),
            ]
            for form, call in calls.items()
        )
        if status == Exit.DONE and any(call.state == State.OPEN for call in calls.values()):
            status = Exit.OPEN
    return status


def _state(form: Form, call: Call) -> tuple[str, str]:
    """What becomes of a form, and the style of these words."""
    return ("点名时出", "dim") if form.on_request and call.state < State.OPEN else _STATES[call.state]


def _why(form: Form, call: Call, sheet: Sheet) -> str:
    """What an open form waits for, what a form of a step goes by, or why there is none."""
    step = sheet.step_of(form.title)
    if step and call.state >= State.LATER:
        name = step.stated.step.name
        return {
            State.LATER: f"轮到「{name}」时",
            State.ISSUED: f"「{name}」{step.ended or '已过，没有登记日期'}",
            State.NEEDED: f"现在「{name}」",
        }[call.state]
    if form.on_request and call.state == State.UNCALLED:
        return ""
    return "；".join(_reason(problem, call.state, sheet) for problem in call.problems)


def _reason(problem: Problem, state: State, sheet: Sheet) -> str:
    """Why a form does not come out; of an answer that lists others, only that it is not among them."""
    name, told = problem.values["name"], problem.values.get("answer", "没有提供")
    question = sheet.decision.library.vocabulary.question(str(name))
    if state == State.NOT_NEEDED and question and question.kind.name == "set" and sheet.views.of(question.name).decided:
        told = "没有列它"
    return f"「{name}」{told}"


def _table(rows: Iterable[list[tuple[str, str]]]) -> None:
    """Print rows in columns; each cell is a text and its style."""
    held = list(rows)
    columns = [max(width(text) for text, _ in column) + 2 for column in zip(*held, strict=True)]
    for row in held:
        written = [index for index, (text, _) in enumerate(row) if text]
        cells = [
            paint(text if index == written[-1] else padded(text, wide), style)
            for index, ((text, style), wide) in enumerate(zip(row, columns, strict=True))
        ]
        click.echo(f"  {''.join(cells[: written[-1] + 1])}")


def _passing(targets: Mapping[Path, Path]) -> Iterable[tuple[Path, Path]]:
    """The cases with their folders one by one, their progress shown on a terminal."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    hidden = not console.is_terminal or len(targets) == 1
    return track(tuple(targets.items()), "填写表单", console=console, disable=hidden)


def _targets(folder: Path, names: tuple[str, ...]) -> dict[Path, Path]:
    """Where the forms of each case go: below *folder* as the case lies below the folder that was given.

    Two cases whose forms would get the same names are a misuse: one person's would overwrite the other's.
    """
    targets: dict[Path, Path] = {}
    taken: dict[Path, Path] = {}
    for path in dict.fromkeys(case_files(map(Path, names))):
        inside = [Path(name) for name in names if Path(name) in path.parents]
        targets[path] = folder / path.parent.relative_to(inside[0]) if inside else folder
        first = taken.setdefault(targets[path] / path.stem, path)
        if first != path:
            raise click.UsageError(f"{first} 和 {path} 的表单会写成同名的文件；分两次写到两个文件夹")
    return targets


def _written(output: Path, open_: tuple[Problem, ...]) -> str:
    left = f"（草稿，{len(open_)} 项待核定）" if open_ else ""
    return f"写了 {output}{left}"
