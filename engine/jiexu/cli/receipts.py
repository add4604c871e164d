"""The receipt that ``decide`` writes on request."""

import os
from collections.abc import Callable
from typing import Any, NamedTuple

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.law import report
from jiexu.cli.main import Exit
from jiexu.decision.finding import Decision
from jiexu.document.node import Node
from jiexu.law.folder import Files


class Wanted(NamedTuple):
    """What was asked for: where to, the private key's file, and whether what names a person goes in, and masked."""

    path: str | None
    key: str | None
    with_person: bool
    mask: bool

    def refuse_misuse(self, cases: tuple[str, ...]) -> None:
        """Raises a usage error where the options do not go together, or for what the machine lacks."""
        if self.path is None and (self.key or self.with_person or self.mask):
            raise click.UsageError("--sign、--with-person、--mask 要同 --receipt 一起用")
        if self.path is not None and len(cases) > 1:
            raise click.UsageError("--receipt 一次只写一个案件")
        if self.path is not None and os.path.realpath(self.path) == os.path.realpath(cases[0]):
            raise click.UsageError("--receipt 不能写到案件文件上")
        if self.key is not None:
            need_signing()


def receipt_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--receipt`` and what goes with it."""
    for option in (
        click.option("--mask", is_flag=True, help="写进收据的姓名和号码加以遮盖。 As --with-person, masked."),
        click.option(
            "--with-person",
            is_flag=True,
            help="案号、标题和个人信息也写进收据（缺省不写）。 Put case number, title and persons into the receipt.",
        ),
        click.option("--sign", "key", type=click.Path(), help="用这把私钥给收据签名。 Sign the receipt with this key."),
        click.option(
            "--receipt", "path", type=click.Path(), help="写出收据，供日后核对。 Write a receipt to verify later."
        ),
    ):
        command = option(command)
    return command


def write_receipt(wanted: Wanted, decision: Decision, files: Files, node: Node, language: str) -> None:
    """Write what was asked for, and tell so on the error stream; reports what hinders it and exits."""
    from pathlib import Path

    from jiexu.document.store import store
    from jiexu.regression.named_data import named_data
    from jiexu.regression.receipt import receipt_data, sealed
    from jiexu.report.receipt.labels import LANGUAGES

    named = named_data(node, mask=wanted.mask) if wanted.with_person or wanted.mask else {}
    assert wanted.path is not None
    try:
        store(Path(wanted.path), sealed(receipt_data(decision, files, named), _signer(wanted.key)))
    except ProblemsError as error:
        report(error.problems, {})
        raise SystemExit(Exit.WRONG) from None
    label = LANGUAGES[language]
    what = label["masked" if wanted.mask else "named" if wanted.with_person else "nameless"]
    signed = label["signed"] if wanted.key else ""
    click.echo(label["written"].format(path=wanted.path, what=what, signed=signed), err=True)


def need_signing() -> None:
    """Raises a usage error, with what to install, when there is nothing to sign or check a signature with."""
    try:
        import cryptography  # noqa: F401
    except ImportError:
        raise click.UsageError("签名要用 cryptography：pip install 'jiexu[sign]'") from None


def _signer(key: str | None) -> Callable[[bytes], dict[str, Any]] | None:
    if key is None:
        return None
    from jiexu.regression.signing import private_key, signature

    private = private_key(key)
    return lambda text: signature(private, text)
