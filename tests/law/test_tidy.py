"""Normalising: an officer's signs become those of the language, and nothing else of a file changes."""

import ast
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jiexu.law.tidy import tidy

from tests.conftest import ROOT

FILES = sorted([*(ROOT / "policies").rglob("*.yaml"), *(ROOT / "tests" / "provinces").glob("*/policies/**/*.yaml")])
CASES = sorted([*(ROOT / "cases").rglob("*.yaml"), *(ROOT / "tests" / "provinces").glob("*/cases/*.yaml")])
WIDE = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
LINES = ("applies_to", "when", "within", "then", "derived", "expression", "governed_by")
RULE = """format: jiexu-rules/1
instrument:
  id: shiyan-2026-1
  title: {title}
  place: 济宁市
  rank: municipal
  evidence: official
  validity: {{from: 2020-01-01}}
provisions:
- clause: 一
  says: {says}  # {comment}
  rules:
  - quote: {quote}
    when:
    - {line}
    then:
      待遇起始月: 首次缴费月
  information:
  - {{kind: note, says: 说明, value: '{value}'}}
"""
prose = st.lists(
    st.sampled_from(["（一）", "：", "，", "＝＝", "３", "个月内", "≥", "的 ", "20", "；", "甲≤乙", "Ａ"]), min_size=1
).map(lambda parts: "超过" + "".join(parts).strip())
names = st.sampled_from(["参保身份", "灵活就业人员", "中断缴费月数", "期限内接续", "0", "1"])
lines = st.recursive(
    names,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "+", "-", "*", " in "]), inner).map(
            "".join
        ),
        st.tuples(inner, st.sampled_from([" and ", " or "]), inner).map("".join),
        inner.map(lambda line: f"(not {line})"),
        inner.map(lambda line: f"({line})"),
        st.tuples(inner, inner).map(lambda two: f"较大( {two[0]},{two[1]})"),
        st.tuples(inner, inner, inner).map(lambda three: f"({three[0]}  if {three[1]} else {three[2]})"),
    ),
    max_leaves=5,
)


def text_of(data: bytes) -> str:
    return data.decode("utf-8")


def tidied(text: str) -> str:
    return text_of(tidy(text.encode(), "x.yaml").data)


def said(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def comments(text: str) -> list[str]:
    return [line.rstrip().partition("#")[2] for line in text.splitlines() if "#" in line]


@pytest.mark.parametrize("path", FILES + CASES, ids=lambda path: path.stem)
def test_what_is_shipped_is_spelled_as_fmt_spells_it(path: Path):
    assert (path.read_bytes(), ()) == tidy(path.read_bytes(), path.name)


@given(prose, prose, prose, prose, prose, lines)
def test_of_a_valid_file_only_the_look_of_its_lines_changes(title, says, comment, quote, value, line):
    """The oracle reads both with another loader, and the line of the rule with Python's own parser."""
    text = RULE.format(title=title, says=says, comment=comment, quote=quote, value=value, line=line)
    before, after = said(text), said(tidied(text))
    (written,) = before["provisions"][0]["rules"][0].pop("when")
    (spaced,) = after["provisions"][0]["rules"][0].pop("when")

    assert before == after
    assert ast.dump(ast.parse(written, mode="eval")) == ast.dump(ast.parse(spaced, mode="eval"))
    assert text.count("\n") == tidied(text).count("\n")
    assert comments(text) == comments(tidied(text))


@settings(max_examples=1000)
@given(st.text(st.sampled_from(list("：，（）＝３ \t\n\r#-{}[]'\"ab甲乙:,　|>")), max_size=60))
def test_whatever_the_text_a_second_run_changes_nothing_and_no_line_is_lost(text):
    """Carriage returns end lines too; the last line may get its end."""
    once = tidied(text)

    assert once == tidied(once)
    assert len(re.findall(r"\r\n|\r|\n", text)) in (once.count("\n"), once.count("\n") - 1)
    assert squashed(text) == squashed(once)


def squashed(text: str) -> str:
    """The signs without their width, and without blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@given(
    st.dictionaries(
        st.text(max_size=9),
        st.recursive(
            st.text(max_size=9),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        ),
    ),
    st.booleans(),
)
def test_what_another_program_wrote_of_anything_is_read_back_the_same(written, flow):
    """None of the keys of a rule file is among them, so that no part is a line or a number."""
    text = yaml.safe_dump(written, allow_unicode=True, default_flow_style=flow)

    assert said(text) == said(tidied(text))


def wide(text: str, signs: str) -> str:
    return "".join(WIDE[sign] if sign in signs else sign for sign in text)


def typed(path: Path, data: st.DataObject) -> str:
    """A file of the shipped law as somebody may have typed it: full-width signs where they do harm, blanks, line endings."""
    out, under = [], ""
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        key = re.match(r" *(?:- )?([a-z_]+):", line)
        under = key[1] if key else under
        if number and data.draw(st.booleans()) and "quote" not in line and "says" not in line:
            if re.match(r" *- [^{\[]*$", line) and under in ("when", "within"):
                head, _, rest = line.partition("- ")
                line = f"{head}- {wide(rest, '()<>=!,').replace('＜＝', '≤')}"
            elif re.match(r" *(?:- )?[a-z_]+: ?$", line) or re.match(r"  (place|rank|evidence): ", line):
                line = line.replace(": ", "：").replace(":", "：")
            elif re.match(r"  issued_on: ", line):
                line = "  issued_on: " + wide(line.partition(": ")[2], "0123456789-")
        out.append(line + data.draw(st.sampled_from(["", "", " ", "\t"])))
    return data.draw(st.sampled_from(["\n", "\r\n"])).join([*out, ""])


@settings(max_examples=10)
@given(data=st.data())
def test_what_an_officer_typed_comes_out_as_it_was_meant(data: st.DataObject):
    path = data.draw(st.sampled_from([path for path in FILES if path.stem in ("transfer-2021-43", "yunze-2030-1")]))

    assert path.read_text("utf-8") == tidied(typed(path, data))
