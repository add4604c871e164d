"""The beginning of a rule file: its head, and one clause in which everything is still to be filled in."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from jiexu.base.validity import Validity
from jiexu.document.scalar import scalar_text

TO_FILL = "待填"
"""What marks a place that is still to be filled in; ``check`` has a problem at each."""

_CLAUSE = f"""provisions:  # 一款一段；没有条款的通知，从这一行起整段删去
- clause:  # {TO_FILL}：条款号，照原文写，如 一 或 二（三）
  says:  # {TO_FILL}：用我们的话，一句说清这一款
  rules:
  - quote:  # {TO_FILL}：原文的关键短语，照录，至多四十个字
    then:  # {TO_FILL}：另起一行，比 then 多缩进两格，写「问题: 答案」
  examples:
  - given:  # {TO_FILL}：另起一行，多缩进两格，一行一项事实「名称: 值」
    expect:  # {TO_FILL}：另起一行，多缩进两格，写应得的答案「问题: 答案」
"""


class Head(NamedTuple):
    """What is known of an instrument when its file is begun; ``place`` as it is to be written, what is not known empty."""

    id: str
    number: str
    title: str
    issued_by: tuple[str, ...]
    issued_on: date | None
    place: str
    rank: str
    evidence: str
    validity: Validity


def skeleton(head: Head, schema: str = "") -> str:
    """The text of the file; *schema* is the path of the editor's schema as seen from it."""
    return "\n".join([*_head(head, schema), _CLAUSE])


def _head(head: Head, schema: str) -> Iterator[str]:
    if schema:
        yield f"# yaml-language-server: $schema={schema}"
    yield "format: jiexu-rules/1"
    yield "instrument:"
    yield f"  id: {head.id}"
    if head.number:
        yield f"  number: {scalar_text(head.number)}"
    yield f"  title: {scalar_text(head.title)}"
    if head.issued_by:
        yield f"  issued_by: [{', '.join(map(scalar_text, head.issued_by))}]"
    if head.issued_on:
        yield f"  issued_on: {head.issued_on}"
    yield f"  place: {scalar_text(head.place)}"
    yield f"  rank: {head.rank}"
    yield f"  evidence: {head.evidence}"
    yield "  validity:"
    yield f"    from: {head.validity.first}"
    if head.validity.last:
        yield f"    until: {head.validity.last}"
    yield f"    quote:  # {TO_FILL}：原文写明有效期的一句，照录，至多四十个字；没有写就删去这一行"
