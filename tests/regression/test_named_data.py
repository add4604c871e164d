"""What names a person never enters a receipt unless asked for, and not whole when it is masked."""

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jiexu.base.mask import masked
from jiexu.decision.case_file import read_case_text
from jiexu.decision.decide import decide_case
from jiexu.document.loader import parse
from jiexu.regression.named_data import named_data
from jiexu.regression.receipt import receipt_data, sealed

from tests.regression.receipts import law

WHOLE = b"".join(content for content in law()[1].content.values()).decode()
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
NAMES = st.text(HAN, min_size=2, max_size=4) | st.sampled_from(
    ["Zhang San", "zhangsan", "买买提·艾力", "欧阳娜娜", "Li"]
)
NUMBERS = st.from_regex(r"[1-6][0-9]{16}[0-9X]", fullmatch=True) | st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


def case(name: str, number: str) -> bytes:
    """A case in which a person is named wherever an officer may name one: even a key of a block may be a name."""
    written = {
        "case": f"{name}-{number}",
        "title": f"{name}（{number}）从济南转来",
        "as_of": "2021-08-15",
        "from": "济南市",
        "to": "济宁市",
        "facts": {
            "参保身份": {"value": "灵活就业人员", "proof": f"{name}的参保凭证 {number}"},
            "减员日期": {"value": "2021-03-20", "proof": number},
            "首次缴费日": "2021-07-05",
        },
        "expect": {"待遇起始月": "2022-01"},
        "person": {
            "name": name,
            "id_number": number,
            "bank": {"holder": name, "account": number},
            "kin": [name, number],
        },
        "agencies": {"out": {"contact": name, "phone": number}, "in": {"seal": f"{name}印"}},
    }
    return json.dumps(written, ensure_ascii=False).encode()


def receipt(content: bytes, name: str, **asked: bool) -> str:
    library, files = law()
    read = read_case_text(content, f"{name}.json", library, None, name)
    named = named_data(parse(content, f"{name}.json"), **asked) if asked else {}
    return sealed(receipt_data(decide_case(library, read), files, named)).decode()


@given(NAMES, NUMBERS)
def test_a_receipt_names_nobody(name: str, number: str):
    """Not in the case's number, title, proofs, file name nor blocks; the words of the law itself name nobody."""
    assume(name not in WHOLE)
    text = receipt(case(name, number), name)

    assert name not in text
    assert number not in text
    assert not {"person", "agencies", "case", "title"} & json.loads(text)["case"].keys()


@given(NAMES, NUMBERS)
def test_a_masked_receipt_holds_no_whole_name_nor_number(name: str, number: str):
    assume(name not in WHOLE)
    text = receipt(case(name, number), name, mask=True)

    assert name not in text
    assert number not in text
    assert {"person", "agencies", "case", "title"} <= json.loads(text)["case"].keys()


def test_when_asked_for_they_are_there_as_written_but_never_the_proofs():
    read = json.loads(receipt(case("张三", "370811198505011234"), "张三", mask=False))["case"]
    written = json.loads(case("张三", "370811198505011234"))

    assert [written[key] for key in ("case", "title", "person", "agencies")] == [
        read[key] for key in ("case", "title", "person", "agencies")
    ]
    assert "参保凭证" not in json.dumps(read["facts"], ensure_ascii=False)


def test_two_persons_with_the_same_facts_have_the_same_receipt():
    assert receipt(case("张三", "370811198505011234"), "a") == receipt(case("李四", "370811199001011235"), "b")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("张三", "张**"),
        ("欧阳娜娜", "欧**"),
        ("张", "**"),
        ("Zhang San", "**"),
        ("370811198505011234", "3708**********1234"),
        ("37081119850501123X", "3708**********123X"),
        ("13800001234", "*******1234"),
        ("0537-2221234", "********1234"),
        ("6222021234567890123", "6222***********0123"),
        ("123", "**"),
        ("", "**"),
    ],
)
def test_a_masked_text_shows_its_ends_alone(written: str, shown: str):
    assert shown == masked(written)


@pytest.mark.parametrize(
    ("number", "shown"),
    [("JN-0315", "JN-0315"), ("2021-0315", "2021-0315"), ("370811198505011234", "3708**********1234"),
     ("13800001234", "*******1234"), ("zhangsan", "**"), ("张三-2", "张**"), ("LI-0315", "**")],
)  # fmt: skip
def test_a_masked_case_number_is_left_when_it_is_a_running_number_that_names_nobody(number: str, shown: str):
    text = json.dumps({"case": number, "person": {"name": "LI"}}).encode()

    assert shown == named_data(parse(text, ""), mask=True)["case"]


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x9FFF, exclude_characters="*"), min_size=2))
def test_a_mask_shows_eight_signs_at_most_and_never_all(text: str):
    shown = masked(text)

    assert "*" in shown
    assert len(shown.replace("*", "")) <= min(8, len(text) - 1)
