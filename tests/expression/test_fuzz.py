"""Whatever is written, the loader and the rule language say what it is or what is wrong with it; nothing else comes out."""

import ast

from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.location import Location
from jiexu.base.problem import ProblemsError
from jiexu.document.loader import parse, salvage
from jiexu.document.node import Scalar
from jiexu.explanation.problems import shown
from jiexu.expression.functions import FUNCTIONS
from jiexu.expression.grammar import expression, walk
from jiexu.expression.kinds import kind_problem

WORDS = [
    "减员月", "首次缴费月", "接续期限", "参保身份", "灵活就业人员", "缴费记录", "不知名", "月末", "是", "__class__", "eval",
    "0", "1", "2", "0x1", "1e9", "'", '"', "f'", "and", "or", "not", "in", "is", "if", "else", "lambda", "await", "yield", "for x in",
    "(", ")", "[", "]", "{", "}", ",", ".", ":", ";", "=", "==", "!=", "<", "<=", ">", "+", "-", "*", "**", "/", "%", "@", ":=", " ",
    "≤", "（", "）", "，", "“", "＝", "且", "#", "\\", "\n", "\t", "\x00", "\u200b", "\u3000", "\U0001d4ee",
]  # fmt: skip
mixtures = st.lists(st.sampled_from([*WORDS, *FUNCTIONS]), max_size=30).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
sources = st.text(max_size=60) | st.text(max_size=500) | mixtures


@given(source=sources)
def test_a_line_is_an_expression_of_bounded_size_or_has_a_problem_inside_it(source, names):
    try:
        read = expression(source, Location("f", 3, 5))
    except ProblemsError as error:
        problems = error.problems
    else:
        assert 200 >= len(walk(read.tree))
        assert not {type(node) for node in walk(read.tree)} & {
            ast.Attribute,
            ast.Subscript,
            ast.Lambda,
            ast.JoinedStr,
            ast.Pow,
        }
        problem = kind_problem(read, None, names)
        problems = (problem,) if problem else ()

    assert all("f" == problem.where.file and 3 == problem.where.line for problem in problems)
    assert all(5 <= problem.where.column <= 5 + len(source) for problem in problems)
    assert all("→ " in shown(problem, None) for problem in problems)


@given(source=mixtures)
def test_a_line_is_read_alike_however_often(source):
    """The trees are kept between readings."""

    def reading():
        try:
            return expression(source, Location("f")).names
        except ProblemsError as error:
            return error.problems

    assert reading() == reading()


@given(data=st.binary(max_size=300) | sources.map(lambda source: f"when:\n- {source}".encode(errors="replace")))
def test_a_file_is_nodes_or_problems_each_with_its_sentence_and_remedy(data):
    problems = salvage(data, "f").problems

    assert all(problem.where.line >= 1 for problem in problems)
    assert all(shown(problem, None).count("\n    → ") == 1 for problem in problems)


@given(source=sources)
def test_a_quoted_scalar_gives_the_rule_language_exactly_what_was_written(source):
    """Between the file and the parser of expressions nothing is lost or added."""
    quoted = "'" + source.replace("'", "''") + "'"
    try:
        node = parse(f"a: {quoted}".encode(errors="replace"), "f").entries["a"]
    except ProblemsError:
        return

    assert isinstance(node, Scalar)
    assert node.text == source or "\n" in source or "\r" in source
