"""Places, by GB/T 2260 code; a place lies in the places whose codes are its own with pairs of digits zeroed."""

from dataclasses import dataclass
from functools import cached_property

_PAIR = 2


@dataclass(frozen=True)
class Places:
    """``names`` maps each code to its names, the official one first; ``root`` is the code of the whole country."""

    names: dict[str, tuple[str, ...]]
    root: str

    @cached_property
    def codes(self) -> dict[str, tuple[str, ...]]:
        """Each name, and each code, to the codes it may mean."""
        codes: dict[str, tuple[str, ...]] = {}
        for code, names in self.names.items():
            for name in (code, *names):
                codes[name] = (*codes.get(name, ()), code)
        return codes

    def find(self, written: str) -> tuple[str, ...]:
        """The codes that a name or code may mean: none when unknown, several when it fits several."""
        return self.codes.get(written, ())

    def name(self, code: str) -> str:
        return self.names[code][0]

    def chain(self, code: str) -> tuple[str, ...]:
        """The place and all it lies in, nearest first."""
        zeros = "0" * _PAIR
        above = (code[: -count * _PAIR] + zeros * count for count in range(len(code) // _PAIR))
        return tuple(
            dict.fromkeys((code, *(place for place in above if place in self.names and place != code), self.root))
        )

    def province_of(self, code: str) -> str:
        return code[:_PAIR]

    def lies_in(self, code: str, area: str) -> bool:
        """True when the place is *area* or lies in it."""
        return area in self.chain(code)
