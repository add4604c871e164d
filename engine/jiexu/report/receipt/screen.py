"""A verification as a person reads it: the verdict, what the decision rested on, then each finding that changed."""

from collections.abc import Iterator

from jiexu.explanation.problems import spelled, visible
from jiexu.explanation.sheet import Paint, Pair, labelled, plain, whole
from jiexu.explanation.wording import Wording
from jiexu.law.library import Library
from jiexu.regression.verification import ANSWER, CLAUSE, FileChange, FindingChange, Verification
from jiexu.report.receipt.data import IDENTICAL, verdict
from jiexu.report.receipt.labels import LANGUAGES
from jiexu.report.receipt.side import side


def verification_screen(
    found: Verification, name: str, signature: str, library: Library, language: str = "zh", paint: Paint = plain
) -> str:
    """The whole text; *library* has the words for what the receipt holds as ids."""
    return whole(_Screen(found, signature, Wording(library, language), paint).lines(name))


class _Screen:
    def __init__(self, found: Verification, signature: str, wording: Wording, paint: Paint) -> None:
        self.found = found
        self.signature = signature
        self.wording = wording
        self.labels = LANGUAGES[wording.language]
        self.paint = paint

    def lines(self, name: str) -> Iterator[str]:
        told = verdict(self.found)
        yield f"{self.paint(name, 'title')}  {self.paint(self.labels[told], 'value' if told == IDENTICAL else 'open')}"
        yield from labelled(self._rests_on(), self.paint)
        for change in self.found.findings:
            yield ""
            yield from self._finding(change)

    def _rests_on(self) -> Iterator[Pair]:
        label, found = self.labels, self.found
        decision = found.receipt["decision"]
        if found.unreadable:
            yield from ((label["why"], spelled(problem).message) for problem in found.unreadable)
        else:
            count, changed = str(len(decision["findings"])), str(len(found.findings))
            told = label["changed_findings" if found.findings else "same_findings"]
            yield label["findings"], told.format(count=count, changed=changed)
        if found.head:
            parts = self.wording.listed(label.get(f"head_{key}", label["other"]) for key in found.head)
            yield label["head"], label["heads"].format(parts=parts)
        for change in found.files:
            yield label["law"], self._file(change)
        if not found.files:
            yield label["law"], label["same_files"].format(count=len(found.receipt["files"]))
        if "known_as_of" in decision:
            yield label["known"], label["known_day"].format(day=decision["known_as_of"])
        was, now = found.engines
        yield label["engine"], now if was == now else label["engines"].format(was=visible(was), now=now)
        yield label["signature"], label[self.signature]

    def _file(self, change: FileChange) -> str:
        held = self.wording.library.instruments.get(change.instrument)
        name = self.wording.instrument(held) if held else visible(change.instrument)
        file = visible(change.file)
        told = f"{name}{self.wording.labels['open']}{file}{self.wording.labels['close']}" if name else file
        return f"{told}{self.wording.labels['colon']}{self.labels[change.change]}"

    def _finding(self, change: FindingChange) -> Iterator[str]:
        term = self.wording.library.vocabulary.by_id.get(change.question)
        question = self.wording.library.vocabulary.question(change.question)
        name = self.wording.term(term) if term else visible(change.question)
        yield self.paint(f"■ {name}{self.wording.labels['colon']}{self._what(change)}", "title")
        was, now = (side(self.wording, question, told) for _, told in change.sides)
        yield from labelled(
            [
                (self.labels["was"], was if was != now else ""),
                (self.labels["now"], now),
                (self.labels["arithmetic"], self._numbers(change)),
            ],
            self.paint,
        )

    def _numbers(self, change: FindingChange) -> str:
        """The values behind the answer that are not the same on both sides."""
        was, now = ((told or {}).get("arithmetic", {}).get("values", {}) for _, told in change.sides)
        moved = (name for name in now if name in was and was[name] != now[name])
        return self.wording.listed(visible(f"{name} {was[name]} → {now[name]}") for name in moved)

    def _what(self, change: FindingChange) -> str:
        """What changed, the most telling alone: the status, else the answer, else the clauses, else the parts of the grounds."""
        telling = next((part for part in (*ANSWER, CLAUSE) if part in change.parts), "")
        if telling:
            return self.labels[telling]
        names = {"missing": "missing_facts"}
        parts = dict.fromkeys(self.labels.get(names.get(part, part), self.labels["other"]) for part in change.parts)
        return self.labels["grounds"].format(parts=self.wording.listed(parts))
