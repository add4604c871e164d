"""What is known has a name: an entry covers the findings it is about, and one that covers none is told."""

import pytest

from tests.analysis.small_law import CITY, WHOLE, found, instrument, known_of, law, proved


@pytest.mark.parametrize(
    ("entry", "gaps", "idle"),
    [
        ("- {finding: [gap], about: [等待期], says: 没有写。}", 0, 0),
        ("- finding: [gap]\n  about: [等待期]\n  when:\n  - 月数 == 1\n  says: 没有写。", 1, 1),
        ("- finding: [gap]\n  about: [等待期]\n  clauses: [own 一]\n  when:\n  - 月数 > 界\n  says: 没有写。", 0, 0),
        ("- {finding: [gap], about: [等待期], clauses: [own], says: 没有写。}", 0, 0),
        ("- {finding: [gap], about: [等待期], clauses: [], says: 没有一条现行的谈到。}", 1, 1),
        ("- {finding: [overlap], about: [等待期], says: 没有写。}", 1, 1),
        ("- {finding: [gap], about: [等待期], until: '2019-12-31', says: 没有写。}", 1, 1),
        ("- {finding: [gap], about: [等待期, 可办], says: 没有写。}", 0, 1),
    ],
)
def test_a_finding_is_named_by_the_entry_that_covers_it_and_an_idle_entry_is_told(entry, gaps, idle, tmp_path):
    text = instrument(WHOLE.replace("月数 > 界", "月数 > 界 + 1"))
    entries, problems = known_of(law(text), entry, tmp_path)
    proof = proved(text, known=tuple(entries))

    assert [] == problems
    assert (gaps, idle) == (len(found(proof, "gap")), len(proof.idle))


@pytest.mark.parametrize(
    ("clauses", "lapses"),
    [("", 0), ("clauses: [former], ", 1), ("clauses: [later], ", 1), ("clauses: [former, later], ", 0)],
)
def test_the_end_of_the_next_notice_is_not_named_by_an_entry_on_the_end_of_the_former(clauses, lapses, tmp_path):
    texts = (
        instrument(CITY, "former", "星市", "municipal", "{from: 2020-01-01, until: 2020-12-31}"),
        instrument(CITY, "later", "星市", "municipal", "{from: 2022-01-01, until: 2022-12-31}"),
    )
    entries, _ = known_of(law(*texts), f"- {{finding: [lapsed], about: [等待期], {clauses}says: 期满。}}", tmp_path)

    assert lapses == len(found(proved(*texts, known=tuple(entries)), "lapsed"))


@pytest.mark.parametrize(
    ("entry", "code", "line"),
    [
        ("- {finding: [gap], about: [等待], says: 没有写。}", "P221", 3),
        ("- {finding: [hole], about: [等待期], says: 没有写。}", "P123", 3),
        ("- finding: [gap]\n  about: [等待期]\n  when:\n  - 月 == 1\n  says: 没有写。", "P211", 6),
        ("- finding: [gap]\n  about: [等待期]\n  when:\n  - 月数\n  says: 没有写。", "P212", 6),
        ("- {finding: [gap], about: [等待期], clauses: [own 九], says: 没有写。}", "P301", 3),
        ("- {finding: [gap], about: [等待期]}", "P122", 3),
        ("- {finding: [gap], about: [等待期], says: 没有写。, form: 甲}", "P121", 3),
    ],
)
def test_a_mistake_in_a_known_file_is_told_at_its_place(entry, code, line, tmp_path):
    _, problems = known_of(law(instrument(WHOLE)), entry, tmp_path)

    assert [(code, line)] == [(problem.code, problem.where.line) for problem in problems]
