"""Where evaluation stands."""

from datetime import date
from typing import Any

from jiexu.law.provision import Provision


class Frame:
    """Where evaluation stands: the question, its governing day, the provision whose names count, and what was touched so far.

    ``proposed`` is the answer of the question itself, while a delegator's bound on it is tested.
    """

    __slots__ = ("day", "proposed", "provision", "provisional", "question", "touched")

    def __init__(self, question: str, day: date | None = None) -> None:
        self.question = question
        self.day = day
        self.provision: Provision | None = None
        self.touched: set[str] = set()
        self.provisional: date | None = None
        self.proposed: Any = None


class Asking:
    """Pushes a frame for the length of a block."""

    __slots__ = ("frame", "frames")

    def __init__(self, frames: list[Frame], frame: Frame) -> None:
        self.frames = frames
        self.frame = frame

    def __enter__(self) -> Frame:
        self.frames.append(self.frame)
        return self.frame

    def __exit__(self, *_: object) -> None:
        self.frames.pop()


class Inside:
    """Sets the provision of a frame for the length of a block."""

    __slots__ = ("before", "frame", "provision")

    def __init__(self, frame: Frame, provision: Provision | None) -> None:
        self.frame = frame
        self.provision = provision

    def __enter__(self) -> None:
        self.before, self.frame.provision = self.frame.provision, self.provision

    def __exit__(self, *_: object) -> None:
        self.frame.provision = self.before
