"""What checks look at: the library, and the official texts that are attached."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jiexu.analysis.proof import Proof
from jiexu.document.fold import fold, fold_phrase, sentences
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library


@dataclass(frozen=True)
class Text:
    """An official text as attached; ``folded`` is what quotations are searched in."""

    path: Path
    written: str

    @cached_property
    def folded(self) -> str:
        return fold(self.written)

    @cached_property
    def sentences(self) -> list[str]:
        return sentences(self.folded)

    def line_of(self, sentence: str) -> int:
        """The line of the file on which a sentence begins."""
        before = len(self.folded[: self.folded.find(sentence)].replace("\n", ""))
        passed = 0
        for number, line in enumerate(self.written.splitlines(), 1):
            passed += len(fold(line))
            if passed > before:
                return number
        return 1


@dataclass(frozen=True)
class Subject:
    """A library with the texts found for its instruments, by id, and what was proved of it, when it was."""

    library: Library
    texts: dict[str, Text]
    proof: Proof | None = None

    def texted(self) -> list[tuple[Instrument, Text]]:
        """Each instrument whose text is attached, with it."""
        return [(held, self.texts[held.id]) for held in self.library.instruments.values() if held.id in self.texts]


def attach(library: Library, folder: Path | None) -> Subject:
    """The library with every text of the folder named after one of its instruments."""
    texts = {}
    for identity in library.instruments if folder is not None and folder.is_dir() else ():
        path = folder / f"{identity}.txt" if folder else Path()
        if path.is_file():
            texts[identity] = Text(path, path.read_text("utf-8-sig"))
    return Subject(library, texts)


def holds(text: str, phrase: str) -> bool:
    """True when a folded text or sentence contains a phrase, once that is folded too."""
    return fold_phrase(phrase) in text
