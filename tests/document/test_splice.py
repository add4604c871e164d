"""Edits change what they name and not a byte more."""

from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.location import Location
from jiexu.document.loader import parse
from jiexu.document.node import Mapping, Scalar
from jiexu.document.splice import Edit, lines_of, source_at, spliced

LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\ufeff"), max_size=9), min_size=1)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.data())
def test_one_stretch_is_replaced_and_the_rest_stays(lines: list[str], end: str, data: st.DataObject):
    """The oracle cuts the line by itself."""
    number = data.draw(st.integers(0, len(lines) - 1))
    start = data.draw(st.integers(0, len(lines[number])))
    stop = data.draw(st.integers(start, len(lines[number])))
    where = Location("", number + 1, start + 1, stop - start)
    wanted = [*lines]
    wanted[number] = lines[number][:start] + "新" + lines[number][stop:]

    assert end.join(wanted).encode() == spliced(end.join(lines).encode(), [Edit(where, "新")])
    assert lines[number][start:stop] == source_at(end.join(lines), where)


def test_edits_of_one_line_are_made_whatever_their_order():
    first, second = Edit(Location("", 1, 4, 1), "一"), Edit(Location("", 1, 11, 0), "；")

    assert "甲: 一, 乙: 2；".encode() == spliced("甲: 1, 乙: 2".encode(), [second, first])
    assert spliced("甲: 1, 乙: 2".encode(), [second, first]) == spliced("甲: 1, 乙: 2".encode(), [first, second])


def test_a_byte_order_mark_stays_in_front_and_does_not_count():
    assert b"\xef\xbb\xbfx: 3" == spliced(b"\xef\xbb\xbfx: 1", [Edit(Location("", 1, 4, 1), "3")])


def test_the_place_of_a_node_is_the_place_to_splice():
    """Chinese, a comment and foreign line endings before it."""
    data = "甲: {乙: 旧}  # 说明\r\n丙: '旧'\r\n".encode()
    node = parse(data, "x.yaml")
    assert isinstance(node, Mapping)
    inner, other = node.entries["甲"], node.entries["丙"]
    assert isinstance(inner, Mapping)
    assert isinstance(other, Scalar)

    assert "甲: {乙: 新}  # 说明\r\n丙: 新\r\n".encode() == spliced(
        data, [Edit(other.where, "新"), Edit(inner.entries["乙"].where, "新")]
    )


def test_lines_are_counted_as_an_editor_counts_them():
    assert ["a\r\n", "\n", "b\r", "c\u2028d\x0be"] == lines_of("a\r\n\nb\rc\u2028d\x0be")
    assert [] == lines_of("")
