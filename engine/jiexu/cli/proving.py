"""The proof as ``check`` runs and tells it."""

import gc
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from jiexu.analysis.known_file import KNOWN, read_known
from jiexu.analysis.proof import prove
from jiexu.base.problem import Problem, ProblemsError
from jiexu.checks.run import run_notes
from jiexu.checks.subject import Subject
from jiexu.cli.checking import check_folders, tell_summary
from jiexu.cli.law import report
from jiexu.cli.paint import paint
from jiexu.document.store import store
from jiexu.law.folder import companions
from jiexu.report.proof import case_files, known_lines, proof_data, proof_summary


class Proving:
    """One round of checking with a proof: the law of *folders*, counter-examples written to *cases* where wanted."""

    def __init__(self, folders: tuple[str, ...], sources: Path | None, cases: Path | None) -> None:
        self.folders = folders
        self.cases = cases
        self.seconds = 0.0
        checked = check_folders(folders, sources, self._proved)
        self.checked = checked._replace(paths=checked.paths | {path: path for path in companions(folders, KNOWN)})
        self.notes: list[Problem] = run_notes(checked.subject) if checked.subject else []

    def tell(self) -> None:
        """Print the problems, then the notes, what is known, and one line each that sums up proof and checks."""
        report(self.checked.problems, self.checked.paths)
        proof = self.checked.subject.proof if self.checked.subject else None
        if proof is not None:
            report(self.notes, self.checked.paths)
            for line in (*known_lines(proof), proof_summary(proof, self.seconds)):
                click.echo(paint(line, "dim"))
        else:
            click.echo(paint("没有证明：先改正以上的问题", "open"))
        tell_summary(self.checked)

    def data(self, problems: list[Any]) -> Any:
        """All of it for programs; the *problems* alone, as data, where there was nothing to prove."""
        subject = self.checked.subject
        if subject is None or subject.proof is None:
            return problems
        return proof_data(subject.library, subject.proof, self.checked.problems, self.notes)

    def _proved(self, subject: Subject) -> tuple[Subject, list[Problem]]:
        began = perf_counter()
        known, problems = read_known(companions(self.folders, KNOWN), subject.library)
        gc.disable()  # worlds hold no circles: looking for some takes a tenth of the time
        try:
            proof = prove(subject.library, known)
        finally:
            gc.enable()
        try:
            if self.cases is not None:
                for name, text in case_files(subject.library, proof):
                    store(self.cases / name, text.encode())
        except ProblemsError as error:
            problems += error.problems
        self.seconds = perf_counter() - began
        return replace(subject, proof=proof), problems
