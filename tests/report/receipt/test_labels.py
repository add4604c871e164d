"""Both languages have the same phrases, with the same places for values."""

import re

from jiexu.report.receipt.labels import EN, ZH


def test_both_languages_say_the_same_things():
    def places(labels: dict[str, str]) -> dict[str, set[str]]:
        return {key: set(re.findall(r"{(\w+)}", phrase)) for key, phrase in labels.items()}

    assert places(ZH) == places(EN)
