"""Signs that keep a file from being read: which are mended, and which are somebody's words."""

import pytest
from jiexu.law.tidy import tidy

HEAD = "format: jiexu-rules/1\n"
CLAUSE = HEAD + "provisions:\n- clause: 一\n"


def mended(text: str) -> str:
    return tidy(text.encode(), "x.yaml").data.decode()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("instrument：\n  id：a\n  title： 通知：全文\n", "instrument:\n  id: a\n  title: 通知：全文\n"),
        (
            "background: {转出地：济南市，转入地：济宁市, 出生年月: 1985-05}\n",
            "background: {转出地: 济南市, 转入地: 济宁市, 出生年月: 1985-05}\n",
        ),
        ("background: {转出地: 济南市，转入地: 济宁市}\n", "background: {转出地: 济南市, 转入地: 济宁市}\n"),
        ("background:\n  转出地：济南市\n  转入地：济宁市\n", "background:\n  转出地: 济南市\n  转入地: 济宁市\n"),
        ("instrument:\n\tid: a\n", "instrument:\n  id: a\n"),
        ("instrument:\n\u3000id: a\n\u3000title: 甲\n", "instrument:\n  id: a\n  title: 甲\n"),
        ("instrument:\n  id: a\n\u3000title: 甲\n", "instrument:\n  id: a\n  title: 甲\n"),
    ],
    ids=["keys", "pairs", "a comma alone", "a block of pairs", "a tab", "wide indents", "one wide indent"],
)
def test_what_yaml_needs_half_width_is_mended(typed: str, meant: str):
    assert HEAD + meant == mended(HEAD + typed)


@pytest.mark.parametrize(
    "text",
    [
        CLAUSE + "  quote:\n  - 附件：山东省\n  - 情形：（一）\n",
        CLAUSE + "  says: 甲\n    乙：丙，丁：戊\n",
        CLAUSE + "  says: 甲\n   \u3000乙：丙\n",
        CLAUSE + "  not_encoded: |\n    甲：乙  \n    ＝＝\n",
        CLAUSE + '  says: "甲：\n    乙＝＝丙"\n',
        HEAD + "excused:\n- {quote: 附件：一，附件：二, why: 附件：名称}\n",
        CLAUSE + "  information:\n  - {kind: contact, says: 电话, value: '０５３７'}\n",
        CLAUSE + "  rules:\n  - then: {应提交材料: [材料（原件）, 甲－乙]}\n",
        CLAUSE + "  rules:\n  - then:\n      应提交材料: 材料（原件）\n",
    ],
    ids=["a list", "two lines", "a wide blank", "a literal", "quoted", "in braces", "a number", "members", "a member"],
)
def test_somebodys_words_stay_as_they_are(text: str):
    assert text == mended(text)


def test_where_another_sign_stops_the_reading_no_words_are_touched():
    """The line after the quotation lacks its colon: the colon inside the quotation is not the one to mend."""
    text = CLAUSE + "  quote:\n  - 附件：山东省\n  says 甲\n"
    tidied = tidy(text.encode(), "x.yaml")

    assert text == tidied.data.decode()
    assert ["x.yaml"] == [problem.where.file for problem in tidied.problems]


def test_a_line_in_braces_that_would_fall_apart_stays():
    """Between braces a comma ends the value, so that the full-width one must not become half-width."""
    text = CLAUSE + "  rules:\n  - {then: {待遇起始月: 顺延（首次缴费月，等待期）}}\n"

    assert text == mended(text)


def test_a_text_in_another_encoding_stays_as_it_is():
    data = "标题：通知".encode("gb18030")
    tidied = tidy(data, "x.yaml")

    assert (data, ["P103"]) == (tidied.data, [problem.code for problem in tidied.problems])


def test_a_case_is_normalised_too():
    text = "case: A１\nas_of: ２０２１-08-15\nfrom：济南市\nto: 济宁市\nfacts：\n  减员日期：２０２１－０３－２０\n  参保身份: {value：灵活就业人员，proof：第３号}\n"

    assert (
        "case: A１\nas_of: 2021-08-15\nfrom: 济南市\nto: 济宁市\nfacts:\n  减员日期: 2021-03-20\n  参保身份: {value: 灵活就业人员, proof: 第３号}\n"
        == mended(text)
    )
