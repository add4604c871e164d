"""What a proof found: as lines for a terminal, as JSON, as case files."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jiexu.analysis.proof import Finding, Proof
from jiexu.base.problem import Problem
from jiexu.checks.proved import cited, place
from jiexu.decision.case import Case
from jiexu.decision.case_text import case_text
from jiexu.decision.decide import world_of
from jiexu.explanation.data import place_data, problem_data, value_data
from jiexu.explanation.problems import near, spelled
from jiexu.law.library import Library

_KINDS = {
    "gap": "没有规则回答", "overlap": "不同的答案并存", "lapsed": "没有有效依据", "unfilled": "授权没有落实", "bound": "超出授权的限度",
    "resurfacing": "期满以后由上位规定决定", "dead": "从不起作用", "override": "overrides 从不起作用", "reading": "答案随口径而变",
    "not_analysed": "没有分析完",
}  # fmt: skip


def known_lines(proof: Proof) -> Iterator[str]:
    """One line for each entry that names something, in the order of the files: on what, how often, and its sentence."""
    entries = {found.known.where: found.known for found in proof.findings if found.known is not None}
    for where, entry in sorted(entries.items()):
        covered = [found for found in proof.findings if found.known is entry]
        names = list(dict.fromkeys(found.question.name for found in covered))
        told = "、".join(names[:2]) + (f"等 {len(names)} 个问题" if len(names) > 2 else "")
        count = sum(found.combinations for found in covered)
        yield f"{near(Path(where.file))}:{where.line}: 已知：{told}（{count} 种情形）：{entry.says}"


def proof_summary(proof: Proof, seconds: float) -> str:
    named = sum(found.known is not None for found in proof.findings)
    return (
        f"证明：{proof.questions} 个问题，{proof.classes} 类地方，{proof.combinations} 种情形逐一认定，{seconds:.1f} 秒；"
        f"已知的 {named} 处，有名称"
    )


def proof_data(library: Library, proof: Proof, problems: Iterable[Problem], notes: Iterable[Problem]) -> dict[str, Any]:
    """``jiexu-proof/1``: what there is to mend, what is worth knowing, and every finding with its counter-example."""
    return {
        "format": "jiexu-proof/1",
        "pack": {"sha256": library.sha256},
        "questions": proof.questions,
        "classes": proof.classes,
        "combinations": proof.combinations,
        "problems": [problem_data(spelled(problem)) for problem in problems],
        "notes": [problem_data(spelled(note)) for note in notes],
        "findings": [_finding_data(library, name, found) for name, found in _named(proof)],
    }


def case_files(library: Library, proof: Proof) -> Iterator[tuple[str, str]]:
    """The name and text of a case file for each counter-example, which pins what is decided of it."""
    for name, found in _named(proof):
        if found.case is not None:
            case = found.case._replace(id=name, title=_title(found))
            outcome = world_of(library, case).decide(found.question.name)
            yield f"{name}.yaml", case_text(library, case, [(found.question.name, outcome)])


def _named(proof: Proof) -> Iterator[tuple[str, Finding]]:
    """Each finding with a name of its own, by its kind and question."""
    met: Counter[str] = Counter()
    for found in proof.findings:
        stem = f"{'known-' if found.known else ''}{found.shown.kind}-{found.question.id}".replace("_", "-")
        met[stem] += 1
        yield f"{stem}-{met[stem]}", found


def _title(found: Finding) -> str:
    about = "、".join(dict.fromkeys((*map(cited, found.shown.statements), *found.shown.names)))
    said = found.known.says if found.known else ""
    return "；".join(part for part in (f"{found.question.name}：{_KINDS[found.shown.kind]}", about, said) if part)


def _finding_data(library: Library, name: str, found: Finding) -> dict[str, Any]:
    where = place(library, found)
    data: dict[str, Any] = {
        "name": name,
        "kind": found.shown.kind,
        "question": found.question.id,
        "by": list(dict.fromkeys(map(cited, found.shown.statements))),
        "names": list(found.shown.names),
        "file": where.file,
        "line": where.line,
        "count": found.combinations,
        "known": found.known.says if found.known else None,
    }
    return data | {"case": _case_data(library, found.case)} if found.case is not None else data


def _case_data(library: Library, case: Case) -> dict[str, Any]:
    data: dict[str, Any] = {"as_of": str(case.as_of)}
    for key, code in (("from", case.origin), ("to", case.destination)):
        if code is not None:
            data[key] = place_data(library.places, code)
    facts = library.vocabulary.facts.values()
    return data | {
        "facts": {
            fact.id: value_data(case.facts[fact.id], fact.kind, fact.ids) for fact in facts if fact.id in case.facts
        }
    }
