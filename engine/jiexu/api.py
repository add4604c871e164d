"""What a program calls: load the law, decide a case, check a pack."""

import json
from collections.abc import Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

from jiexu.base.problem import Problem, ProblemsError
from jiexu.checks.run import run_checks
from jiexu.checks.subject import attach
from jiexu.decision.case_file import read_case_text
from jiexu.decision.decide import decide_case
from jiexu.decision.finding import Decision, Finding
from jiexu.document.loader import content
from jiexu.explanation.data import decision_data
from jiexu.explanation.problems import spelled
from jiexu.explanation.screen import screen
from jiexu.law.cache import cached_law
from jiexu.law.examination import examine
from jiexu.law.folder import Files, default_policies, gather
from jiexu.law.library import Library


class Decided(NamedTuple):
    """A decision, as values, as data and as text."""

    decision: Decision

    @property
    def findings(self) -> dict[str, Finding]:
        """The findings by question id, in vocabulary order."""
        return {finding.question.id: finding for finding in self.decision.findings.values()}

    @property
    def data(self) -> dict[str, Any]:
        """The decision as ``jiexu-decision/1``, ready for ``json.dumps``."""
        return decision_data(self.decision)

    def text(self, language: str = "zh") -> str:
        """The decision as a person reads it, in ``zh`` or ``en``."""
        return screen(self.decision, language)


class Law(NamedTuple):
    """The law of one or more folders, validated."""

    library: Library
    files: Files

    def decide(
        self,
        case: str | PathLike[str] | Mapping[str, Any],
        *,
        as_of: date | None = None,
        accept_reported: bool = False,
        helpers: bool = False,
    ) -> Decided:
        """Decide a case, given as a file's path or as a mapping of the shape of a case file.

        Nothing here knows what day it is: ``as_of`` is the day of the decision when the case does not say it.
        Raises ProblemsError, its problems with their sentences, when the case is wrong.
        """
        try:
            if isinstance(case, Mapping):
                data, name = json.dumps(dict(case), ensure_ascii=False, default=str).encode(), "case"
            else:
                data, name = content(case), str(Path(case))
            read_as = read_case_text(data, name, self.library, as_of, Path(name).stem)
        except ProblemsError as error:
            raise ProblemsError(map(spelled, error.problems)) from error
        return Decided(decide_case(self.library, read_as, accept_reported=accept_reported, helpers=helpers))

    def check(self, sources: str | PathLike[str] | None = None) -> tuple[Problem, ...]:
        """Everything that ``jiexu check`` finds wrong with the folders; quotations are held against the texts in *sources*."""
        library, problems = examine(self.files)
        if library is not None:
            subject = attach(library, Path(sources) if sources is not None else None)
            problems = [*problems, *run_checks(subject, sound=not problems)]
        return tuple(map(spelled, problems))


def load(*folders: str | PathLike[str], known_as_of: date | None = None) -> Law:
    """Read and validate the law of these folders, by default the law that came with the engine.

    With ``known_as_of`` only what had been issued by that day is law.
    Raises ProblemsError with every problem of every file.
    """
    files = gather([Path(folder) for folder in folders] or [default_policies()])
    try:
        return Law(cached_law(files, known_as_of), files)
    except ProblemsError as error:
        raise ProblemsError(map(spelled, error.problems)) from error
