"""What a person tells of a new instrument, question by question."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from jiexu.base.kinds import parse_date
from jiexu.base.nearest import nearest
from jiexu.base.validity import Validity
from jiexu.cli.prompt import ask
from jiexu.expression.writing import half_width
from jiexu.law.library import Library
from jiexu.report.skeleton import Head

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SERIAL = re.compile(r"[〔\[（(](\d{4})[〕\]）)]\D*(\d+)号")
_SEPARATORS = re.compile(r"[、，,;；]\s*")
Given = Mapping[str, str | None]


def asked_head(library: Library, given: Given) -> Head:
    """The head of a new instrument; what stands among the options *given* is not asked for."""
    vocabulary = library.vocabulary
    number = ask("number", given["number"], "文号（没有就直接回车）", _line, "")
    title = ask("title", given["title"], "标题（照录）", _words)
    issued_by = ask("issued-by", given["issued_by"], "发文机关（几个用顿号隔开，没有就直接回车）", _list, "")
    issued_on = ask("issued-on", given["issued_on"], "印发日期（如 2025-08-20，不知道就直接回车）", _day, "")
    place = ask("place", given["place"], "适用的地方（如 济宁市）", lambda text: _place(library, text))
    rank = ask(
        "rank", given["rank"], f"位阶（{_choices(vocabulary.ranks)}）", _one_of(vocabulary.ranks), _rank(library, place)
    )
    first = ask("from", given["first"], "从哪一天起有效（如 2025-09-01）", _first)
    validity = ask(
        "until",
        given["last"],
        "到哪一天为止，这一天仍有效（没有写明就直接回车）",
        lambda text: _validity(first, text),
        "",
    )
    evidence = ask(
        "evidence",
        given["evidence"],
        f"文本的来源（{_choices(vocabulary.evidence)}）",
        _one_of(vocabulary.evidence),
        next(iter(vocabulary.evidence)),
    )
    identity = ask(
        "id",
        given["identity"],
        "标识，也是文件名（小写字母、数字和连字符）",
        lambda text: _free(library, text),
        _identity(library, place, number, first),
    )
    name = library.places.name(place)
    return Head(identity, number, title, issued_by, issued_on, name, rank, evidence, validity)


def _line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("只写一行")
    return text


def _words(text: str) -> str:
    if not text:
        raise ValueError("要写上")
    return _line(text)


def _list(text: str) -> tuple[str, ...]:
    return tuple(filter(None, _SEPARATORS.split(_line(text))))


def _day(text: str) -> date | None:
    try:
        return parse_date(half_width(text)) if text else None
    except ValueError:
        raise ValueError(f"「{text}」不是日期，写成 2025-08-31 的样子") from None


def _first(text: str) -> date:
    day = _day(text)
    if day is None:
        raise ValueError("要写上，写成 2025-09-01 的样子")
    return day


def _validity(first: date, text: str) -> Validity:
    last = _day(text)
    if last is not None and last < first:
        raise ValueError(f"末日 {last} 早于首日 {first}")
    return Validity(first, last)


def _place(library: Library, text: str) -> str:
    found = library.places.find(text)
    if len(found) == 1:
        return found[0]
    if found:
        raise ValueError(f"「{text}」可以指{'、'.join(map(library.places.name, found))}，写全称")
    near = nearest(text, library.places.codes)
    raise ValueError(f"没有地名「{text}」" + (f"，是不是「{near}」？" if near else "，写全称或六位代码"))


def _one_of(words: Mapping[str, str]) -> Callable[[str], str]:
    """Reads a choice by its id or by its word."""
    ids = {word: id_ for id_, word in words.items()} | {id_: id_ for id_ in words}

    def read(text: str) -> str:
        if text not in ids:
            raise ValueError(f"没有「{text}」，写其中一项：{'、'.join(words)}")
        return ids[text]

    return read


def _choices(words: Mapping[str, str]) -> str:
    return "，".join(f"{id_} {word}" for id_, word in words.items())


def _free(library: Library, text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError("只用小写字母、数字和连字符，例如 jining-2020-19")
    if text in library.instruments:
        raise ValueError(f"已有文件用这个标识：{library.instruments[text].title}")
    return text


def _rank(library: Library, place: str) -> str | None:
    """The rank of what is held of this place; None where nothing is."""
    return next((held.rank for held in library.instruments.values() if held.place == place), None)


def _identity(library: Library, place: str, number: str, first: date) -> str | None:
    """An id after the pattern of those held of this place; None where none is."""
    held = next((one.id for one in library.instruments.values() if one.place == place), None)
    if held is None:
        return None
    serial = _SERIAL.search(number)
    return "-".join([held.partition("-")[0], *(serial.groups() if serial else [str(first.year)])])
