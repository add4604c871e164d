"""One side of a finding in words: ids that the law knows as its words, others as they are."""

import pytest
from jiexu.explanation.wording import Wording
from jiexu.law.library import Library
from jiexu.report.receipt.side import side

BY = [{"instrument": "jining-2020-19", "number": "济医保发〔2020〕19号", "clause": "二（三）"}]


@pytest.mark.parametrize(
    ("question", "finding", "zh", "en"),
    [
        ("benefits_from", {"status": "determined", "value": "2022-01", "by": BY}, "2022-01    济医保发〔2020〕19号 二（三）", "2022-01    济医保发〔2020〕19号 二（三）"),
        ("gap_costs", {"status": "determined", "value": "not_covered"}, "不享受待遇", "not covered"),
        ("gap_costs", {"status": "determined", "value": "never_heard_of"}, "never_heard_of", "never_heard_of"),
        ("meets_minimum", {"status": "determined", "value": False}, "否", "no"),
        ("lump_sum_amount", {"status": "determined", "value": "8400.00"}, "8,400.00元", "8,400.00 yuan"),
        ("hospital_place", {"status": "determined", "value": "370800"}, "济宁市", "济宁市"),
        ("refusal_reasons", {"status": "determined", "value": [{"id": "origin_not_suspended", "name": "转出地未暂停参保"}]}, "转出地未暂停参保", "origin not suspended"),
        ("gone", {"status": "determined", "value": [{"id": "x", "name": "某"}]}, '[{"id": "x", "name": "某"}]', '[{"id": "x", "name": "某"}]'),
        ("benefits_from", {"status": "pending", "missing": ["first_paid_on", "gone"]}, "待补充（缺首次缴费日、gone）", "pending (missing first paid on, gone)"),
        ("benefits_from", {"status": "not_in_force", "last_in_force": "2025-08-31", "names": []}, "无有效依据，到2025-08-31为止", "nothing in force, ended 2025-08-31"),
        ("benefits_from", {"status": "not_in_force", "first_in_force": "2025-08-31", "names": []}, "无有效依据，自2025-08-31起", "nothing in force, begins 2025-08-31"),
        ("benefits_from", {"status": "unfilled", "by": [{"instrument": "gone-1", "number": "某〔2030〕1号", "clause": "一", "clause_inferred": True}]}, "授权未落实    某〔2030〕1号 一（推定）", "delegation unfilled    某〔2030〕1号 一 (number inferred)"),
        ("benefits_from", None, "没有这一项", "not there"),
    ],
)  # fmt: skip
def test_a_side_is_told_in_words(library: Library, question: str, finding: dict | None, zh: str, en: str):
    term = library.vocabulary.question(question)

    assert (zh, en) == tuple(side(Wording(library, language), term, finding) for language in ("zh", "en"))
