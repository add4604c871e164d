"""One instrument and one clause, read off their screens."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jiexu.base.problem import ProblemsError
from jiexu.explanation.citation import citations, find
from jiexu.explanation.clause_screen import clause_screen
from jiexu.explanation.columns import width
from jiexu.explanation.instrument_screen import instrument_screen
from jiexu.explanation.provision_data import provision_data
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.law.library import Library
from jiexu.law.official_text import ABSENT

from tests.conftest import INSTRUMENTS, ROOT, TODAY

FILES = {path.stem: yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) for path in INSTRUMENTS}
CLAUSES = [(id_, clause) for id_, file in FILES.items() for clause in file.get("provisions", [])]
LATER = """
format: jiexu-rules/1
instrument:
  id: jining-2026-1
  number: 济医保发〔2026〕1号
  title: 关于延长有关文件有效期的通知
  issued_by: [济宁市医疗保障局]
  place: 济宁市
  rank: municipal
  evidence: official
  validity: {from: 2025-08-01}
  extends: [{instrument: jining-2020-19, until: 2027-08-31, quote: 有效期延长至2027年8月31日}]
  repeals: [{instrument: jining-2020-19, clause: 二（三）, from: 2026-01-01, quote: 二（三）同时废止}]
provisions:
- clause: 一
  says: 三个月内接续的，缴费次月起享受。
  rules:
  - quote: 缴费次月起享受
    when:
    - 参保身份 == 随用人单位参保
    then:
      待遇起始月: 次月(首次缴费月)
"""


def _screen(library: Library, citation: str, day: date = TODAY, place: str | None = None, language: str = "zh") -> str:
    instrument, provision = find(library, citation)
    if provision is None:
        return instrument_screen(library, instrument, day, ABSENT, language)
    return clause_screen(library, instrument, provision, day, place, ABSENT, language)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _written(node: Any, key: str) -> Iterator[str]:
    """Every text under a key of a clause as written, examples apart."""
    if isinstance(node, list):
        for item in node:
            yield from _written(item, key)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield from value if isinstance(value, list) else [value]
            elif name != "examples":
                yield from _written(value, key)


@pytest.mark.parametrize(("id_", "clause"), CLAUSES, ids=[f"{id_} {clause['clause']}" for id_, clause in CLAUSES])
def test_every_clause_of_every_file_is_found_and_says_all_that_is_written(
    library: Library, id_: str, clause: dict[str, Any]
):
    """By id and by number, with and without the space; every quotation and every sentence of ours stands on the screen."""
    head = FILES[id_]["instrument"]
    name = head.get("number", head["title"])
    found = find(library, f"{id_} {clause['clause']}")

    assert (id_, clause["clause"]) == (found.instrument.id, found.provision.clause if found.provision else "")
    assert found == find(library, f"{name} {clause['clause']}") == find(library, f"《{name}》{clause['clause']}")
    told = _squeezed(_screen(library, f"{id_} {clause['clause']}"))
    for key in ("quote", "says", "take", "not_encoded"):
        for text in _written(clause, key):
            assert _squeezed(text) in told


@pytest.mark.parametrize("id_", sorted(FILES))
def test_an_instrument_shows_its_head_and_every_clause(library: Library, id_: str):
    head = FILES[id_].get("instrument")
    if head is None:
        return
    told = _squeezed(_screen(library, id_))
    quotes = [head.get(key, {}).get("quote", "") for key in ("validity", "yields_to", "prevails_over")]
    clauses = FILES[id_].get("provisions", [])
    for text in (head["title"], *head.get("issued_by", []), *quotes, *(one.get("says", "") for one in clauses)):
        assert _squeezed(text) in told


@pytest.mark.parametrize(
    "written",
    [
        "jining-2020-19 二（三）",
        "jining-2020-19 二(三)",
        "济医保发〔2020〕19号二（三）",
        "济医保发[2020]19号 二（三）",
        "JINING-2020-19  二（三）",
    ],
)
def test_brackets_spaces_and_case_are_typed_as_one_likes(library: Library, written: str):
    assert library.provision("jining-2020-19 二（三）") == tuple(find(library, written))


def test_an_inferred_number_may_be_copied_from_a_screen(library: Library):
    assert "第八条（推定）" in _screen(library, "transfer-2021-43 第八条")
    assert find(library, "transfer-2021-43 第八条") == find(library, "医保办发〔2021〕43号 第八条（推定）")


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("jining-2020-19 二（六）", "jining-2020-19 二（"),
        ("jining-2020-19 二", "二（一）、二（二）、二（三）"),
        ("jinning-2020-19 二（三）", "jining-2020-19 二（三）"),
        ("济医保发〔2020〕9号", "jining-2020-19"),
        ("六（四）1", "haixi-2025-guide 六（四）1"),
        ("第一条", "retirement-1978-104 第一条」「retirement-2024 第一条"),
    ],
)
def test_for_a_citation_of_nothing_the_nearest_is_offered(library: Library, written: str, offered: str):
    with pytest.raises(ProblemsError) as refused:
        find(library, written)

    (problem,) = refused.value.problems
    assert "P301" == problem.code
    assert offered in problem.help


def test_every_citation_is_offered_for_completion(library: Library):
    expected = {f"{id_} {clause['clause']}" for id_, clause in CLAUSES} | {
        held.id for held in library.instruments.values()
    }

    assert expected == set(citations(library))


def _related(library: Library, citation: str) -> dict[str, dict[str, Any]]:
    instrument, provision = find(library, citation)
    assert provision is not None
    data = provision_data(library, instrument, provision, TODAY, None, ABSENT)
    return {f"{one['instrument']} {one['clause']}": one for one in data["related"]}


def _filled(library: Library, citation: str) -> list[str]:
    instrument, provision = find(library, citation)
    assert provision is not None
    return [
        f"{one['instrument']} {one['clause']} {one['quote']}"
        for one in provision_data(library, instrument, provision, TODAY, None, ABSENT)["fills"]
    ]


def test_a_superior_text_prevails_while_both_are_in_force(library: Library):
    national = _related(library, "jining-2020-19 二（三）")["transfer-2021-43 第十条"]
    own = _related(library, "transfer-2021-43 第十条")["jining-2020-19 二（三）"]

    assert ("superior", True) == (national["principle"], national["prevails"])
    assert {"from": "2021-12-01", "until": "2025-08-31"} == national["both_valid"]
    assert ("superior", False) == (own["principle"], own["prevails"])


def test_of_one_rank_and_place_the_later_would_prevail_were_it_more_than_a_report(library: Library):
    adoption = _related(library, "jining-2020-19 三（一）")["jining-2022-adoption 最低年限"]

    assert ("posterior", True, "reported") == (adoption["principle"], adoption["prevails"], adoption["evidence"])
    assert "如属实，优先于本条：" in _screen(library, "jining-2020-19 三（一）")


def test_provisions_that_can_never_both_speak_are_not_related(library: Library):
    """One speaks of online transfers, the other of offline ones."""
    assert "qinghai-2023-qa 转出时限" not in _related(library, "haixi-2025-guide 七2")
    assert "transfer-2021-43 第八条" in _related(library, "qinghai-2023-qa 转出时限")


def test_sets_and_conjunctions_have_no_winner(library: Library):
    assert {"together"} == {one["principle"] for one in _related(library, "haixi-2025-guide 三").values()}


def test_a_delegation_is_filled_by_clauses_that_can_meet_its_conditions(library: Library):
    """47号 二第三款 speaks of the flexible, 二第二款 of employees; 19号 二（三） answers the first only."""
    flexible, employed = _filled(library, "jining-2020-19 二（三）"), _filled(library, "jining-2020-19 二（二）")

    assert any(one.startswith("shandong-2020-47 二第三款") for one in flexible)
    assert not any(one.startswith("shandong-2020-47 二第二款") for one in flexible)
    assert any(one.startswith("shandong-2020-47 二第二款") for one in employed)
    assert any("按各统筹地区规定执行" in one for one in flexible)


def test_a_delegating_clause_names_who_fills_it_at_each_place(library: Library):
    text = _squeezed(_screen(library, "transfer-2021-43 第十条"))

    assert "到2025-08-31为止，此后没有" in text
    assert "西宁市：没有入库的规定" in text
    assert "青岛市：没有入库的规定" in _squeezed(_screen(library, "shandong-2020-47 二第三款", place="370200"))


def test_a_clause_says_whether_it_is_in_force_on_the_day(library: Library):
    assert "（2025-08-31 有效）" in _screen(library, "jining-2020-19 二（三）", date(2025, 8, 31))
    assert "（2025-09-01 已失效）" in _screen(library, "jining-2020-19 二（三）", date(2025, 9, 1))


def test_what_an_overriding_rule_changes_is_told_on_both_sides(library: Library):
    assert re.search(r"改变 +二（一）", _screen(library, "jining-2020-19 二（二）"))
    assert re.search(r"被改变 +二（二）", _screen(library, "jining-2020-19 二（一）"))


def test_a_choice_between_two_answers_reads_as_a_sentence(library: Library):
    assert "补缴责任人：参保身份＝灵活就业人员的，本人；否则用人单位" in _screen(library, "jining-2020-19 三（二）")


def test_numbers_carry_the_unit_they_were_written_in(library: Library):
    assert "10年" in _screen(library, "jining-2020-19 三（一）")
    assert "男职工 60年，女职工原55周岁 55年" in _screen(library, "retirement-2024 第一条")


@pytest.fixture
def extended(tmp_path: Path) -> Library:
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "later.yaml").write_text(LATER, "utf-8")
    return read_law(gather([ROOT / "policies", tmp_path / "later"]))


def test_what_a_later_instrument_does_stands_on_both_screens(extended: Library):
    older, clause = (
        _squeezed(_screen(extended, "jining-2020-19")),
        _squeezed(_screen(extended, "jining-2020-19 二（三）")),
    )
    later = _squeezed(_screen(extended, "jining-2026-1"))

    assert "济医保发〔2026〕1号把它延长到2027-08-31「有效期延长至2027年8月31日」" in older
    assert "济医保发〔2026〕1号自2026-01-01起废止它二（三）" in clause
    assert "把济医保发〔2020〕19号延长到2027-08-31" in later
    assert "自2026-01-01起废止济医保发〔2020〕19号二（三）" in later


def test_an_instrument_one_of_whose_clauses_was_repealed_is_partly_in_force(extended: Library):
    instrument, _ = find(extended, "jining-2020-19")

    assert "部分有效" in instrument_screen(extended, instrument, TODAY, ABSENT)
    assert "（2026-11-22 已失效）" in _screen(extended, "jining-2020-19 二（三）")
    assert "（2026-11-22 有效）" in _screen(extended, "jining-2020-19 二（二）")


def test_of_one_rank_and_place_the_later_commenced_prevails(extended: Library):
    earlier = _related(extended, "jining-2026-1 一")["jining-2020-19 二（二）"]

    assert ("posterior", False) == (earlier["principle"], earlier["prevails"])
    assert "jining-2020-19 二（三）" not in _related(extended, "jining-2026-1 一")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_screen_fits_a_hundred_columns(library: Library, language: str):
    for citation in citations(library):
        widest = max(_screen(library, citation, language=language).splitlines(), key=width)
        assert 100 >= width(widest), widest
