"""The name somebody probably meant."""

from collections.abc import Iterable


def nearest(written: str, names: Iterable[str]) -> str:
    """The most similar of *names*, or an empty string when none is alike.

    >>> nearest("接续期", ["等待期", "接续期限", "减员月"])
    '接续期限'
    """
    from difflib import SequenceMatcher  # only a file with a mistake pays for this import

    def likeness(name: str) -> float:
        matcher = SequenceMatcher(None, written.casefold(), name.casefold(), autojunk=False)
        return matcher.ratio()

    best = max(names, key=likeness, default="")
    return best if best and likeness(best) * 2 >= 1 else ""
