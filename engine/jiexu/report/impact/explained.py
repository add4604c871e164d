"""The full explanation of one case on both sides."""

from jiexu.decision.case import Case
from jiexu.explanation.screen import screen
from jiexu.explanation.sheet import Paint, plain
from jiexu.regression.impact import Impact
from jiexu.report.impact.wording import ImpactWording


def explanations(found: Impact, cases: tuple[Case, Case], language: str, paint: Paint = plain) -> tuple[str, str]:
    """What ``jiexu decide`` tells of a case on the old side and on the new one, on every question that was compared."""
    before, after = found.decided(*cases)
    return screen(before, language, paint), screen(after, language, paint)


def explained(found: Impact, named: str, language: str, paint: Paint = plain) -> str:
    """Both explanations of the cases of an id or file, one below the other; empty when no case read by both is called so."""
    words = ImpactWording(found, language)
    chosen = (cases for cases in found.compared if named in (cases[1].id, cases[1].file))
    return "\n".join(_both(found, words, cases, paint) for cases in chosen)


def _both(found: Impact, words: ImpactWording, cases: tuple[Case, Case], paint: Paint) -> str:
    texts = explanations(found, cases, words.language, paint)
    return "\n".join(f"{paint(name, 'title')}\n{text}" for name, text in zip(words.named(found), texts, strict=True))
