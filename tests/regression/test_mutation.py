"""Which mutants are noticed, by whom, and the case that would notice the rest."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jiexu.base.problem import ProblemsError
from jiexu.checks.comparison import breaches
from jiexu.law.examination import read_law
from jiexu.law.folder import companions, gather, shipped_policies
from jiexu.law.library import Library
from jiexu.regression.boundary import boundary
from jiexu.regression.crew import Task, bench, fates
from jiexu.regression.equivalent import read_equivalents, reasons
from jiexu.regression.killing import DECISION, PIN, fate, proofs
from jiexu.regression.mutant import Mutant
from jiexu.regression.mutation import mutants
from jiexu.regression.run import run_cases
from jiexu.regression.trial import Trial, trials, verdicts
from jiexu.regression.written_case import write_case

from tests.conftest import ROOT, TODAY
from tests.regression.conftest import CLAUSE, FIFTH, FOURTH, NOBODY, THIRD

YUNZE = ROOT / "tests" / "provinces" / "yunze"


def _survivors(library: Library, cases: tuple[Path, ...] = ()) -> list[Mutant]:
    held = proofs(library, trials(library, cases, TODAY)[0])
    return [mutant for mutant in mutants(library) if not fate(library, held, mutant).by]


def _said(mutant: Mutant) -> str:
    return f"{mutant.site.name} {mutant.change} {mutant.was} → {mutant.now}"


def test_examples_on_both_sides_of_a_boundary_notice_every_change_at_it(law: Callable[..., Library]):
    survivors = _survivors(law(CLAUSE, "  examples:\n", THIRD, FOURTH, NOBODY))

    assert ["validity", "validity", "dropped"] == [one.change for one in survivors]
    assert "已提供(转出地)" == survivors[-1].was


def test_without_the_example_on_one_side_a_change_of_the_boundary_survives_and_its_case_notices_it(
    law: Callable[..., Library], tmp_path: Path
):
    """Examples at three months and at five: what happens at four is nobody's."""
    library = law(CLAUSE, "  examples:\n", THIRD, FIFTH, NOBODY)
    held = proofs(library, trials(library, (), TODAY)[0])
    wanted = "期限 threshold 3 → 4"
    (survivor,) = [one for one in _survivors(library) if _said(one) == wanted]
    found = boundary(library, held, survivor)

    assert found is not None
    path = write_case(library, tmp_path / "found", "fourth month", found.case, found.names)
    # January to April: four months, so the month after the payment, by the law as it is.
    assert {"最后缴费月: 2020-12", "首次缴费日: 2021-05-10"} <= set(
        path.read_text("utf-8").replace("  ", "").splitlines()
    )
    assert "待遇起始月: {value: 2021-06, by: [shiyan-2026-1 一]}" in path.read_text("utf-8")
    assert [()] == [result.problems for result in run_cases(library, [path], TODAY)]
    assert wanted not in map(_said, _survivors(library, (path.parent,)))


def test_a_pin_notices_before_an_accepted_decision_does(library: Library):
    """The reading 满6个月 is another one's answer: only accepted decisions tell it."""
    held = proofs(library, trials(library, [ROOT / "cases" / "jining"], TODAY)[0])
    by = {
        _said(one): fate(library, held, one).by
        for one in mutants(library, ["jining-2020-19"])
        if one.site.name in ("等待期", "满6个月")
    }

    assert {PIN} == {by["等待期 threshold 6 → 5"], by["等待期 threshold 6 → 7"]}
    assert DECISION == by["满6个月 constant 顺延(首次缴费月, 等待期 + 1) → 顺延(首次缴费月, 等待期 + 0)"]


@pytest.mark.parametrize("seed", range(3))
def test_a_trial_that_looked_at_nothing_changed_answers_as_before(library: Library, seed: int):
    """The trials left out, run all the same, on every sixtieth mutant."""
    held = proofs(library, trials(library, [ROOT / "cases" / "jining"], TODAY)[0])
    for mutant in list(mutants(library))[seed * 20 :: 60]:
        changed = mutant.applied(library)
        for proof in held:
            if mutant.touches.isdisjoint(proof.watch.touched):
                world = proof.trial.world(changed)
                assert [] == list(breaches(world, proof.trial.case))
                assert proof.verdicts == tuple(verdicts(world, proof.trial.accepted))


def test_jining_notices_every_mutant_but_those_listed_and_no_list_is_out_of_date():
    ids = ("jining-2020-19", "jining-2022-adoption")
    task = Task((shipped_policies(),), (str(ROOT / "cases"),), TODAY, ids)
    held = bench(task)
    ends = list(fates(held, 1))
    survivors = [one for one, end in zip(held.mutants, ends, strict=True) if not end.by]
    why, rotten = reasons(read_equivalents(companions([shipped_policies()], ".equivalent")), survivors, ids)

    assert [] == [(one.citation, _said(one)) for one in survivors if one.key not in why]
    assert [] == rotten
    assert len(survivors) * 100 <= len(ends) * 5


def test_processes_find_what_one_finds():
    task = Task((shipped_policies(),), (str(ROOT / "cases" / "national"),), TODAY, ("retirement-2024",))
    held = bench(task)

    assert list(fates(held, 1)) == list(fates(held, 2))


def test_another_province_is_mutated_like_any_other(tmp_path: Path):
    folders = (shipped_policies(), str(YUNZE / "policies"))
    task = Task(folders, (str(YUNZE / "cases"),), TODAY, ("yunze-2030-1", "yueya-2030-7"))
    held = bench(task)
    ends = list(fates(held, 1))
    open_ = [one for one, end in zip(held.mutants, ends, strict=True) if not end.by]

    assert {"rule", "delegation", "parameter"} <= {one.site.kind for one in held.mutants}
    assert len(open_) < len(ends) // 2
    found = boundary(held.library, held.proofs, next(one for one in open_ if one.site.kind == "scope"))
    assert found is not None
    path = write_case(held.library, tmp_path, "noticed", found.case, found.names)
    assert [()] == [result.problems for result in run_cases(held.library, [path], TODAY)]


def test_an_entry_that_matches_no_survivor_is_told_where_it_stands(law: Callable[..., Library], tmp_path: Path):
    library = law(CLAUSE, "  examples:\n", THIRD, FOURTH, NOBODY)
    path = tmp_path / "shiyan-2026-1.equivalent.yaml"
    path.write_text(
        "format: jiexu-equivalent/1\n"
        "instrument: shiyan-2026-1\n"
        "mutants:\n"
        "- {clause: 一, site: scope, change: dropped, why: 例子都写了转出地}\n"
        "- {clause: 一, site: rule, change: dropped, why: 早已有例子}\n",
        "utf-8",
    )
    why, problems = reasons(read_equivalents([str(path)]), _survivors(library), ["shiyan-2026-1"])

    assert ["例子都写了转出地"] == list(why.values())
    assert [("P520", 5)] == [(problem.code, problem.where.line) for problem in problems]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{clause: 一, site: rule, change: dropped}", "P122"),
        ("{claus: 一, site: rule, change: dropped, why: 无}", "P121"),
        ("{clause: 一, site: rule, change: dropped, why: ''}", "P128"),
    ],
)
def test_a_list_of_equivalents_is_read_strictly(tmp_path: Path, entry: str, code: str):
    path = tmp_path / "x.equivalent.yaml"
    path.write_text(f"format: jiexu-equivalent/1\ninstrument: shiyan-2026-1\nmutants:\n- {entry}\n", "utf-8")

    with pytest.raises(ProblemsError) as told:
        read_equivalents([str(path)])
    assert [(code, 4)] == [(problem.code, problem.where.line) for problem in told.value.problems]


def test_an_example_of_a_clause_known_by_report_only_is_decided_as_if_it_were_true(folder: Callable[..., Path]):
    reported = folder(CLAUSE, "  examples:\n", THIRD, FOURTH) / "shiyan-2026-1.yaml"
    reported.write_text(reported.read_text("utf-8").replace("evidence: official", "evidence: reported"), "utf-8")
    library = read_law(gather([reported.parent]))
    held, _ = trials(library, (), TODAY)

    def wrong(trial: Trial) -> list[str]:
        return [problem.code for problem in breaches(trial.world(library), trial.case)]

    assert [[], []] == [wrong(trial) for trial in held]
    assert ["P501"] == wrong(held[0]._replace(evidence=("official",)))
