"""Colours for a terminal."""

import click

_STYLES: dict[str, dict[str, object]] = {
    "title": {"bold": True},
    "value": {"fg": "green", "bold": True},
    "open": {"fg": "yellow"},
    "dim": {"dim": True},
    "label": {"fg": "cyan"},
    "wrong": {"fg": "red"},
}


def paint(text: str, style: str) -> str:
    """*text* in a style; click takes the colours away where no terminal reads them."""
    return click.style(text, **_STYLES[style])  # type: ignore[arg-type]
