"""Commands that take their time, by the clock: what an officer waits for before publishing, and a hundred forms."""

from pathlib import Path
from typing import NamedTuple

from process import Command

OPEN = (0, 3)  # all decided; something open
CASE, QUESTION = "cases/jining/flexible-late-2022-05-01.yaml", "待遇起始月"
FILLED, FORM, FORMS = "cases/forms/jining-to-haixi-online.yaml", "申请表", 100


class Clocked(NamedTuple):
    """A command and the seconds it is to take at most; None where the project has set none."""

    command: Command
    most: float | None = None


def clocked(jiexu: str, root: Path, made: Path) -> list[Clocked]:
    """The commands; cases of their own are written to *made*, and the forms go there."""
    people = made / "people"
    people.mkdir()
    text = (root / FILLED).read_text("utf-8")
    for number in range(FORMS):
        (people / f"{number:03}.yaml").write_text(text.replace("case: ", f"case: P{number:03}-", 1), "utf-8")
    forms = (jiexu, "form", FORM, str(people), "-o", str(made / "forms"), "--format", "html")
    return [
        Clocked(Command("jiexu check, every pack", (jiexu, "check")), 2),
        Clocked(Command("jiexu check --prove, every pack", (jiexu, "check", "--prove")), 5),
        Clocked(Command("jiexu mutate --pack jining-2020-19", (jiexu, "mutate", "--pack", "jining-2020-19"))),
        Clocked(Command("jiexu diff, the packs with themselves, all cases", (jiexu, "diff", "policies", "policies"))),
        Clocked(Command("jiexu timeline, all questions and places", (jiexu, "timeline"))),
        Clocked(Command("jiexu what-if, one question", (jiexu, "what-if", CASE, QUESTION), OPEN)),
        Clocked(Command(f"jiexu form, {FORMS} to HTML", forms), 1),
    ]
