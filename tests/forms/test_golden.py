"""Every form of every case in ``cases/forms``, as it was looked at and accepted."""

import os
import re
from pathlib import Path

import pytest

from tests.forms.conftest import CASES

GOLDEN = Path(__file__).parent / "golden"
SEEN = re.compile(r"<main>.*</footer>", re.DOTALL)


def pages(press, sheet, name: str) -> dict[str, str]:
    """What is seen of each form that the case calls for, and of the application, by the name of its golden file."""
    held = sheet(name)
    forms = [*press.wanted(held), press.index.forms["application"]]
    made = {
        form: press.make(form, held, ".html").data.decode()
        for form in forms
        if form.id != "application" or held.decision.case.origin
    }
    return {f"{name}-{form.id}.html": SEEN.search(page)[0] + "\n" for form, page in made.items()}


@pytest.mark.parametrize("name", [path.stem for path in CASES])
def test_the_forms_of_a_case_are_the_accepted_ones(press, sheet, name: str):
    made = pages(press, sheet, name)
    if os.environ.get("JIEXU_GOLDEN"):
        for file, text in made.items():
            (GOLDEN / file).write_text(text, "utf-8")
    accepted = {path.name: path.read_text("utf-8") for path in GOLDEN.glob(f"{name}-*.html")}

    assert accepted == made
