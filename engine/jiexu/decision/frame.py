"""Where evaluation stands."""

from datetime import date
from typing import Any, Protocol

from jiexu.law.provision import Provision


class Touched:
    """What an evaluation turned on: facts (ids), readings and grades of evidence themselves, and questions by name."""

    __slots__ = ("asked", "own")

    def __init__(self) -> None:
        self.own: set[str] = set()
        self.asked: set[str] = set()

    def add(self, other: "Touched") -> None:
        """Take in what a part of the evaluation turned on."""
        self.own |= other.own
        self.asked |= other.asked


class Frame:
    """The question, its governing day, the provision whose names count, and what was touched so far.

    ``proposed`` is the answer of the question itself, while a delegator's bound on it is tested.
    """

    __slots__ = ("day", "proposed", "provision", "provisional", "question", "touched")

    def __init__(self, question: str, day: date | None = None) -> None:
        self.question = question
        self.day = day
        self.provision: Provision | None = None
        self.touched = Touched()
        self.provisional: date | None = None
        self.proposed: Any = None


class Framed(Protocol):
    """What evaluates in a frame."""

    frame: Frame


class Asking:
    """Puts a frame in place for the length of a block."""

    __slots__ = ("before", "frame", "world")

    def __init__(self, world: Framed, frame: Frame) -> None:
        self.world = world
        self.frame = frame

    def __enter__(self) -> Frame:
        self.before, self.world.frame = self.world.frame, self.frame
        return self.frame

    def __exit__(self, *_: object) -> None:
        self.world.frame = self.before


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
