"""The name somebody probably meant."""

import unicodedata
from collections.abc import Iterable


def nearest(written: str, names: Iterable[str]) -> str:
    """The most similar of *names*, or an empty string when none is alike.

    Width, case and blanks make no difference; of two equally alike, the one that ends in the same character.

    >>> nearest("接续期", ["等待期", "接续期限", "减员月"])
    '接续期限'
    >>> nearest("山东省济宁市", ["山东省", "济宁市"])
    '济宁市'
    """
    from difflib import SequenceMatcher  # only a file with a mistake pays for this import

    meant = _bare(written)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(meant)  # the matcher indexes its second sequence once for all names
    best, best_likeness = "", (0.0, False)
    for name in names:
        bare = _bare(name)
        matcher.set_seq1(bare)
        if matcher.real_quick_ratio() < best_likeness[0] or matcher.quick_ratio() < best_likeness[0]:
            continue
        likeness = matcher.ratio(), bare[-1:] == meant[-1:]
        if likeness > best_likeness:
            best, best_likeness = name, likeness
    return best if best_likeness[0] * 2 >= 1 else ""


def _bare(name: str) -> str:
    """The name without its width, case, blanks and invisible characters."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(character for character in folded if character.isprintable() and not character.isspace())
