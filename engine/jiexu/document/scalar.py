"""Writing one value so that YAML reads it back as it is meant."""

_SPECIAL = frozenset("#:{}[],&*?|>'\"%@`!=")


def scalar_text(text: str) -> str:
    """Plain where YAML reads it as it is meant, else between quotation marks.

    >>> scalar_text("济宁市"), scalar_text("100000"), scalar_text("a: b")
    ('济宁市', "'100000'", "'a: b'")
    """
    plain = text and text == text.strip() and _SPECIAL.isdisjoint(text) and text[0] not in "-0123456789"
    return text if plain else "'" + text.replace("'", "''") + "'"
