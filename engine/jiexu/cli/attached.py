"""Where the official texts are, which the repository does not carry."""

import os
from pathlib import Path

import click

_BESIDE = Path("sources")

sources_option = click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="放官方原文的文件夹（缺省为 JIEXU_SOURCES，再缺省为 ./sources）。 Folder of official texts.",
)


def sources_folder(given: Path | None) -> Path | None:
    """The folder given, else ``JIEXU_SOURCES``, else ``./sources`` when there is one."""
    if given is not None:
        return given
    named = os.environ.get("JIEXU_SOURCES")
    return Path(named) if named else _BESIDE if _BESIDE.is_dir() else None
