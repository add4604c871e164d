"""Text becomes nodes with places, or problems with places; nothing is guessed and nothing else comes out."""

import json
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jiexu.base.problem import ProblemsError
from jiexu.document.loader import MOST_BYTES, parse, read, salvage
from jiexu.document.node import Mapping, Scalar, Sequence, plain

printable = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co"], exclude_characters="\u2028\u2029"),
    max_size=8,
)
documents = st.dictionaries(
    printable.filter(bool),
    st.recursive(
        printable,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(printable.filter(bool), inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)


def refusals(data: bytes | str) -> list[tuple[str, int, int]]:
    """Code, line and column of every problem."""
    text = data.encode() if isinstance(data, str) else data
    return [(problem.code, problem.where.line, problem.where.column) for problem in salvage(text, "f").problems]


@given(documents, st.sampled_from([None, False, True]))
def test_what_yaml_writes_of_plain_structures_is_read_back_the_same(document, flow):
    text = yaml.safe_dump(document, allow_unicode=True, default_flow_style=flow, width=10**6)

    assert document == plain(parse(text.encode(), "f"))


@given(documents, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_json_is_read_as_json_reads_it(document, indent, ascii_only):
    """Escapes for characters beyond the first plane, as in 王𠮷, among them."""
    text = json.dumps(document, ensure_ascii=ascii_only, indent=indent)

    assert document == plain(parse(text.encode(), "f"))


def places(node) -> list[tuple[str, int, int]]:
    """Every scalar and key with its place."""
    if isinstance(node, Scalar):
        return [(node.text, node.where.line, node.where.column)]
    if isinstance(node, Sequence):
        return [place for item in node for place in places(item)]
    keys = [(key, where.line, where.column) for key, where in node.key_at.items()]
    return [*keys, *(place for value in node.entries.values() for place in places(value))]


@given(
    st.dictionaries(
        st.text("甲乙丙abc", min_size=1, max_size=5), st.text("丁戊己xyz", min_size=1, max_size=5), min_size=1
    )
)
def test_every_part_knows_the_line_and_column_it_stands_at(document):
    """Columns count characters: the oracle cuts the line there and finds the word."""
    text = yaml.safe_dump({"all": document}, allow_unicode=True, default_flow_style=False)
    lines = text.splitlines()

    assert all(
        lines[line - 1][column - 1 :].lstrip("'").startswith(word)
        for word, line, column in places(parse(text.encode(), "f"))
    )


@pytest.mark.parametrize("text", ["2020-09-01", "7%", "yes", "0x10", "1_000", "1e3", "null", "2021-02-30", "12:30:45"])
def test_a_scalar_stays_the_text_that_was_written(text):
    assert {"a": text} == plain(parse(f"a: {text}".encode(), "f"))


@pytest.mark.parametrize(
    ("text", "quoted"), [("a: b", False), ("a: 'b'", True), ('a: "b"', True), ("a: |\n  b", False)]
)
def test_a_scalar_knows_whether_it_was_quoted(text, quoted):
    assert quoted == parse(text.encode(), "f").entries["a"].quoted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("P106", 1, 1)]),
        ("# 只有注释\n", [("P106", 1, 1)]),
        ("---\n", [("P106", 1, 1)]),
        ("a: 1\nb: \x07", [("P105", 2, 4)]),
        ("参保\x00", [("P105", 1, 3)]),
        ("a: 1\u2028b: 2", [("P105", 1, 5)]),
        ("a: 1\n\ufeffb: 2", [("P105", 2, 1)]),
        ("甲: 乙\u202e丙", [("P105", 1, 5)]),
        ("甲\u200b: 乙", [("P105", 1, 2)]),
        ('甲: "\\e[2J"\n"\\0": "\\ufffe"', [("P105", 1, 4), ("P105", 2, 1), ("P105", 2, 7)]),
        ("a: &x 1\nb: *x\n", [("P107", 1, 4), ("P107", 2, 4)]),
        ("a: &a [*a]", [("P107", 1, 4), ("P107", 1, 8)]),
        ("*a : b", [("P107", 1, 1)]),
        ("a: 1\n---\nb: 2\n", [("P109", 2, 1)]),
        ("甲: 1\n乙: 2\n甲: 3\n甲: 4", [("P110", 3, 1), ("P110", 4, 1)]),
        ("a:\n- {b: 1, b: 2}", [("P110", 2, 10)]),
        ("a: !!python/object:os.system x", [("P111", 1, 4)]),
        ("a: !!str x", [("P111", 1, 4)]),
        ("a: ! x", [("P111", 1, 4)]),
        ("!x a: b", [("P111", 1, 1)]),
        ("a: !!set {b, c}", [("P111", 1, 4)]),
        ("<<: {a: 1}", [("P111", 1, 1)]),
        ("facts：\n  参保身份: x", [("P112", 1, 6)]),
        ("a: 1\nfacts：\n  b: 2", [("P112", 2, 6)]),
        ("facts:\n\t参保身份: x", [("P113", 2, 1)]),
        ("facts:\n  甲: x\n\t乙: y", [("P113", 3, 1)]),
        ("? [a]\n: b", [("P114", 1, 3)]),
        ("甲: {{乙}}", [("P114", 1, 5)]),
        ("? \n: b", [("P114", 1, 2)]),
        ("'': b", [("P114", 1, 1)]),
        ("facts: {甲: 乙\n", [("P104", 1, 8)]),
        ("facts: [甲, 乙\n\n\n", [("P104", 1, 8)]),
        ("甲: 'x\n乙: y\n", [("P104", 1, 4)]),
        ("甲: 乙: 丙", [("P104", 1, 5)]),
        ("甲: 1\n  乙: 2", [("P104", 2, 4)]),
        ("- 甲\n乙: 1", [("P104", 2, 1)]),
        ("甲: @乙", [("P104", 1, 4)]),
        ('甲: "\\q"', [("P104", 1, 5)]),
        ('甲: "\\ud800"', [("P104", 1, 7)]),
        ('{"甲": 1}}', [("P104", 1, 9)]),
        ("%YAML 9.9\n---\na: 1", [("P104", 1, 1)]),
    ],
)  # fmt: skip
def test_what_a_file_has_no_use_for_is_refused_at_its_place(text, found):
    assert found == refusals(text)


def test_all_that_is_wrong_with_a_text_is_told_in_one_run():
    text = "a: &x 1\nb: !!str 2\na: 3\nc: *x\n<<: {}\n? {d: e}\n: f\n"

    assert ["P107", "P111", "P110", "P107", "P111", "P114"] == [code for code, _, _ in refusals(text)]


def test_what_was_read_before_the_rest_became_unreadable_is_told_too():
    assert ["P110", "P104"] == [code for code, _, _ in refusals("a: 1\na: 2\nb: 'x")]


def test_a_text_with_a_key_twice_is_still_read():
    """So that the problems of its values come along in the same run."""
    assert {"a": "1", "b": "2"} == plain(salvage(b"a: 1\na: 3\nb: 2", "f").node)


@pytest.mark.parametrize(("opening", "count"), [("[", 30), ("[", 10**6), ("{a: ", 10**5), ("- ", 10**5), ("? ", 10**5)])
def test_depth_is_refused_before_the_stack_or_the_memory_is_full(opening, count):
    assert ["P108"] == [code for code, _, _ in refusals(opening * count)]


def test_a_bomb_of_aliases_is_refused_and_never_unfolded():
    """Nine lines that would stand for a thousand million items."""
    levels = "abcdefghi"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]" for before, one in pairwise(levels)]

    assert {"P107"} == {code for code, _, _ in refusals("\n".join(lines))}


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("参保身份: 灵活就业人员".encode("gb18030"), (1, 1)),
        ("a: 1\n甲: ".encode() + b"\xff", (2, 4)),
        ("a: 1".encode("utf-16"), (1, 1)),
        (b"\x89PNG\r\n\x1a\n", (1, 1)),
        (b"PK\x03\x04\xff", (1, 5)),
    ],
)
def test_bytes_that_are_no_utf_8_are_refused_where_they_begin(data, place):
    assert [("P103", *place)] == refusals(data)


def test_a_byte_order_mark_at_the_start_makes_no_difference():
    assert {"a": "1"} == plain(parse(b"\xef\xbb\xbfa: 1", "f"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end):
    assert [("P110", 3, 1)] == refusals(end.join(["a: 1", "b: 2", "a: 3", ""]))


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path):
    path = tmp_path / "case.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)

    with pytest.raises(ProblemsError) as refused:
        read(path)

    assert ["P102"] == [problem.code for problem in refused.value.problems]


def test_the_most_bytes_that_a_file_may_have_are_read():
    text = b"a: " + b"x" * (MOST_BYTES - 3)

    assert [] == refusals(text)
    assert [("P102", 1, 1)] == refusals(text + b"x")


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path):
    reasons = {}
    for path in (tmp_path, tmp_path / "none.yaml"):
        with pytest.raises(ProblemsError) as refused:
            read(path)
        (problem,) = refused.value.problems
        reasons[path.name] = problem.code, problem.where.file, problem.values["reason"]

    assert {
        tmp_path.name: ("P101", str(tmp_path), "EISDIR"),
        "none.yaml": ("P101", str(tmp_path / "none.yaml"), "ENOENT"),
    } == reasons


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@example(b"\xef\xbb\xbf")
def test_bytes_are_nodes_or_problems_and_nothing_else(data):
    node, problems = salvage(data, "f")

    assert node is not None or problems
    assert all(problem.where.line >= 1 and problem.where.column >= 1 for problem in problems)


syntax = st.lists(
    st.sampled_from(
        [
            *(
                "a",
                "甲",
                "null",
                ": ",
                "：",
                "- ",
                "? ",
                "# ",
                "\n",
                "  ",
                "\t",
                "[",
                "]",
                "{",
                "}",
                ", ",
                "'",
                '"',
                "|",
                ">",
            ),
            *("&x ", "*x", "!t ", "---\n", "<<", "%", "\\"),
        ]
    ),
    max_size=40,
).map("".join)


@given(syntax)
def test_any_mixture_of_yamls_signs_is_nodes_or_problems(text):
    node, problems = salvage(text.encode(), "f")

    assert node is not None or problems
    assert isinstance(node, Mapping | Sequence | Scalar | None)


@given(syntax)
def test_a_text_without_problems_says_what_yaml_says(text):
    """BaseLoader, written in Python, building plain texts, is the oracle; it refuses some texts that the C parser reads."""
    node, problems = salvage(text.encode(), "f")

    with suppress(yaml.YAMLError):
        assert problems or yaml.load(text, yaml.BaseLoader) == plain(node)
