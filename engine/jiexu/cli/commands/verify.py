"""``jiexu verify``."""

from functools import cache

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.cases import stem
from jiexu.cli.json_text import json_text
from jiexu.cli.law import language_option, open_pack, policies_option, report
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.cli.receipts import need_signing
from jiexu.document.loader import content
from jiexu.explanation.data import Data, problems_data
from jiexu.explanation.problems import spelled
from jiexu.regression.receipt import SIGNATURE, known_as_of, open_receipt
from jiexu.regression.verification import verify as decide_again
from jiexu.report.receipt.data import verification_data
from jiexu.report.receipt.screen import verification_screen


@click.command()
@click.argument("receipts", nargs=-1, required=True, metavar="FILE…", type=click.Path())
@click.option("--json", "style", flag_value="json", help="输出 JSON。 Print as JSON.")
@click.option("--jsonl", "style", flag_value="jsonl", help="每份收据一行 JSON。 One line of JSON a receipt.")
@click.option(
    "--require-signature",
    "key",
    type=click.Path(),
    help="收据必须由这把公钥的主人签名。 The receipt must be signed by the owner of this public key.",
)
@language_option
@policies_option
def verify(
    receipts: tuple[str, ...], style: str | None, key: str | None, language: str, folders: tuple[str, ...]
) -> None:
    """核对收据：按现在的规则重新认定，看与收据是否相同；不用网络。 Decide receipts again, offline, and tell what differs.

    \b
    退出码 Exit status: 0 相同 identical · 1 不是收据、改动过，或缺所要的签名 no receipt, altered, or not signed as required ·
                        2 用法有误 misuse · 3 规则、引擎或认定有变 law, engine or findings differ
    """
    if key is not None:
        need_signing()
    law = cache(lambda known: open_pack(folders, known))
    status = Exit.DONE
    for name in receipts:
        try:
            receipt = open_receipt(content(name), name)
            signature = _signature(receipt, key, name)
            known = known_as_of(receipt, name)
        except ProblemsError as error:
            status = Exit.WRONG
            if style:
                click.echo(json_text(problems_data(stem(name), name, map(spelled, error.problems)), style), nl=False)
            else:
                report(error.problems, {})
            continue
        library, files = law(known)
        found = decide_again(receipt, library, files, name)
        if style:
            click.echo(json_text(verification_data(found, name, signature), style), nl=False)
        else:
            click.echo(verification_screen(found, name, signature, library, language, paint), nl=False)
        if not found.identical and status == Exit.DONE:
            status = Exit.OPEN
    raise SystemExit(status)


def _signature(receipt: Data, key: str | None, name: str) -> str:
    """What is known of the signature; raises ProblemsError when the one that is required is missing or wrong."""
    if key is None:
        return "unchecked" if SIGNATURE in receipt else "none"
    from jiexu.regression.signing import check_signature, public_key

    check_signature(receipt, public_key(key), name)
    return "valid"
