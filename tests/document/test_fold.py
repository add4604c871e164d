"""Layout, width and Markdown make no difference to a text; words do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.document.fold import fold, fold_phrase, sentences

words = st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=6)
texts = st.lists(st.tuples(words, st.sampled_from(["。", "；", "：", "，", ""])), min_size=1, max_size=6)


@given(texts)
def test_folding_twice_is_folding_once(parts):
    text = "\n".join(word + end for word, end in parts)

    assert fold(text) == fold(fold(text))


@given(texts, st.sampled_from([" ", "\n", "\u3000", "\n\n", "  \n  "]))
def test_a_phrase_is_found_however_the_text_is_laid_out(parts, gap):
    """A quotation that a line break or a blank cuts in two is the same quotation."""
    words = [word for word, _ in parts]
    phrase = fold_phrase("".join(words))

    assert phrase in fold(gap.join(words))


@given(texts)
def test_sentences_put_together_again_are_the_text(parts):
    folded = fold("\n".join(word + end for word, end in parts))

    assert folded.replace("\n", "") == "".join(sentences(folded))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("**一、范围。**", "一、范围。"),
        ("## 一、范围。", "一、范围。"),
        ("- 一、范围。", "一、范围。"),
        ("３个月内，", "3个月内,"),
        ("未达\n到退休年龄。", "未达到退休年龄。"),
        ("一。\n二。", "一。\n二。"),
        ("一：\n二；\n三", "一:\n二;\n三"),
    ],
)
def test_markdown_width_and_line_breaks_fold_away(text, folded):
    assert folded == fold(text)
