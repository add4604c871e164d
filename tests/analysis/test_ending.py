"""What ends soon, and which questions lose an answer by it."""

from datetime import date

from jiexu.analysis.ending import calendar_end, endings
from jiexu.base.validity import Validity

from tests.analysis.packs import law, place

AUTUMN = Validity(date(2025, 8, 1), date(2026, 1, 28))


def ended(where: str, days: Validity, *folders: str):
    library = law(*folders)
    return endings(library, place(library, where), days, library.vocabulary.questions.values())


def opening(where: str, days: Validity, *folders: str) -> list[str]:
    return [turn.question.name for one in ended(where, days, *folders) for turn in one.turns if turn.opens]


def test_both_notices_of_jining_end_on_one_day_with_all_their_clauses():
    (one,) = ended("济宁市", AUTUMN)

    assert date(2025, 8, 31) == one.last
    assert {"jining-2020-19", "shandong-2020-47"} == {instrument.id for instrument, _ in one.provisions}
    assert 17 == len(one.provisions)


def test_the_questions_that_open_are_those_of_which_nothing_takes_over_every_situation():
    assert {"待遇起始月", "中断期费用补缴", "达到最低缴费年限", "一次性补缴金额", "住院待遇归属地"} <= set(
        opening("济宁市", AUTUMN)
    )
    assert "可否办理转移接续" not in opening("济宁市", AUTUMN)


def test_a_notice_that_extends_keeps_the_questions_closed_and_ends_itself_later():
    assert "达到最低缴费年限" not in opening("济宁市", AUTUMN, "jining-2025")
    assert "达到最低缴费年限" in opening("济宁市", Validity(date(2027, 3, 1), date(2027, 8, 31)), "jining-2025")


def test_the_first_and_the_last_day_count():
    assert [] == [*ended("济宁市", Validity(date(2025, 9, 1), date(2026, 1, 1)))]
    assert 1 == len(ended("济宁市", Validity(date(2025, 8, 31), date(2025, 8, 31))))


def test_what_is_only_reported_ends_without_a_word():
    """A procedure known by report only ended on 2021-11-30; it never decided."""
    assert () == ended("济宁市", Validity(date(2021, 11, 1), date(2021, 12, 31)))


def test_the_end_of_the_working_days_held_bears_on_the_deadlines():
    library = law()
    days = Validity(date(2026, 11, 22), date(2027, 5, 21))
    questions = library.vocabulary.questions.values()
    found = calendar_end(library, (place(library, "济宁市"), place(library, "海西州")), days, questions)

    assert found is not None
    assert (date(2026, 12, 31), date(2026, 12, 29)) == (found.last, found.provisional_from)
    assert {"信息表与资金期限", "办结期限", "联系函发出期限"} <= {question.name for question in found.questions}
    assert (
        calendar_end(library, (place(library, "济宁市"),), Validity(date(2026, 1, 1), date(2026, 6, 30)), questions)
        is None
    )
