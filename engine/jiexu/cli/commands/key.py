"""``jiexu key``."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

import click

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.cli.law import report
from jiexu.cli.main import Exit
from jiexu.cli.receipts import need_signing
from jiexu.document.store import store

PRIVATE, PUBLIC = "jiexu-private.pem", "jiexu-public.pem"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def key(folder: Path) -> None:
    """做一对签名用的钥匙，写进 FOLDER：私钥自己留着，公钥交给核对的人。 Make a pair of keys for signing receipts.

    \b
    退出码 Exit status: 0 完成 done · 1 写不了 cannot be written · 2 用法有误，或已经有钥匙 misuse, or there are keys already
    """
    need_signing()
    from jiexu.regression.signing import new_pair

    private, public = folder / PRIVATE, folder / PUBLIC
    for path in (private, public):
        if path.exists():
            raise click.UsageError(f"{path} 已经有了，不覆盖")
    secret, open_ = new_pair()
    try:
        _keep(private, secret)
        store(public, open_)
    except ProblemsError as error:
        with suppress(OSError):  # half a pair would be in the way of the next attempt
            private.unlink()
        report(error.problems, {})
        raise SystemExit(Exit.WRONG) from None
    click.echo(f"私钥 {private}（只有本人能读，不要交给别人）\n公钥 {public}")
    raise SystemExit(Exit.DONE)


def _keep(path: Path, secret: bytes) -> None:
    """Write what its owner alone may read, from its first byte on; raises ProblemsError when it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
        with os.fdopen(new, "wb") as file:
            file.write(secret)
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, "")
        raise ProblemsError([Problem("P133", Location(str(path)), {"reason": reason})]) from error
