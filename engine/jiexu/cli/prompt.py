"""Asking for one thing after another; an answer given as an option is not asked for."""

from collections.abc import Callable
from typing import TypeVar

import click

from jiexu.cli.paint import paint

Read = TypeVar("Read")


def ask(option: str, given: str | None, question: str, read: Callable[[str], Read], default: str | None = None) -> Read:
    """What *read* makes of the option, else of the person's answer, which is asked for until it can be read.

    *read* raises ValueError with the sentence to show. A *default* of "" lets the person leave the thing out.
    """
    if given is not None:
        try:
            return read(given.strip())
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint=f"--{option}") from error
    while True:
        answer = click.prompt(question, default=default, prompt_suffix="：", show_default=bool(default))
        try:
            return read(str(answer).strip())
        except ValueError as error:
            click.echo(paint(f"  → {error}", "wrong"))
