"""z3 goes over the same law in its own way: months as whole numbers, choices as small ones, its own walk down the ranks."""

import ast
from collections import defaultdict
from datetime import date
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jiexu.analysis.exploration import Exploration
from jiexu.analysis.values import Values
from jiexu.decision.decide import rules_for
from jiexu.law.examination import read_law
from jiexu.law.folder import gather, shipped_policies
from jiexu.law.library import DECIDING

from tests.analysis.small_law import found, instrument, proved
from tests.conftest import ROOT

z3 = pytest.importorskip("z3")

COMPARE = {
    ast.Eq: lambda one, other: one == other, ast.NotEq: lambda one, other: one != other,
    ast.Lt: lambda one, other: one < other, ast.LtE: lambda one, other: one <= other,
    ast.Gt: lambda one, other: one > other, ast.GtE: lambda one, other: one >= other,
}  # fmt: skip
MONTHS = {
    "月份": lambda day: day,
    "次月": lambda month: month + 1,
    "顺延": lambda month, count: month + count,
    "月序": lambda first, month: month - first + 1,
    "整月空档": lambda first, last: z3.If(last - first - 1 > 0, last - first - 1, z3.IntVal(0)),
}


def month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


class Opinion:
    """The statements on a question between two places in one span of months, as formulas over free variables."""

    def __init__(self, library, origin: str | None, destination: str, first: int, last: int) -> None:
        self.library = library
        self.places = {"转出地": origin, "转入地": destination}
        self.first, self.last = first, last
        self.members = {name: z3.IntVal(index) for index, name in enumerate(sorted(library.vocabulary.bare_names))}
        self.paid = z3.Int("首次缴费日")
        self.solver = z3.Solver()
        self.solver.add(self.paid >= first, self.paid <= last)

    def chain(self, code: str) -> set[str]:
        return {code, code[:4] + "00", code[:2] + "0000", "100000"}

    def held(self, name: str):
        """What stands on a question here and then; all edges of these instruments lie between months."""
        for statement in self.library.statements[name]:
            validity = statement.provision.validity
            stands = month_number(validity.first) <= self.first and (
                validity.last is None or month_number(validity.last) >= self.last
            )
            here = statement.instrument.place in self.chain(self.places["转入地"])
            if here and stands and statement.provision.evidence in ("official", "mirrored"):
                yield statement

    def term(self, node, provision):
        if isinstance(node, ast.Constant):
            return z3.IntVal(node.value)
        if isinstance(node, ast.Name):
            return self.name(node.id, provision)
        if isinstance(node, ast.BoolOp):
            joined = z3.And if isinstance(node.op, ast.And) else z3.Or
            return joined(*(self.term(part, provision) for part in node.values))
        if isinstance(node, ast.UnaryOp):
            return z3.Not(self.term(node.operand, provision))
        if isinstance(node, ast.Compare):
            sides = [self.term(side, provision) for side in (node.left, *node.comparators)]
            return z3.And(*(self.compare(op, sides[i], sides[i + 1]) for i, op in enumerate(node.ops)))
        if isinstance(node, ast.BinOp):
            one, other = self.term(node.left, provision), self.term(node.right, provision)
            return one + other if isinstance(node.op, ast.Add) else one - other
        assert isinstance(node, ast.Call)
        if node.func.id == "已提供":
            return z3.BoolVal(self.places[node.args[0].id] is not None)
        if node.func.id == "同省":
            one, other = (self.places[part.id] for part in node.args)
            return z3.BoolVal(one is not None and one[:2] == other[:2])
        return MONTHS[node.func.id](*(self.term(part, provision) for part in node.args))

    def compare(self, operator, one, other):
        if isinstance(one, str | None) or isinstance(other, str | None):
            return z3.BoolVal(one is not None and COMPARE[type(operator)](one, other))
        return COMPARE[type(operator)](one, other)

    def name(self, name: str, provision):
        vocabulary = self.library.vocabulary
        local = provision.local.get(name)
        if local is not None and hasattr(local, "value"):
            return z3.IntVal(local.value)
        if name == "期限内接续":  # a question of its own, which every clause here reads alike
            return z3.And(self.name("属于省内转移接续人员", provision), self.opened(z3.Int("减员月")) <= 3)
        if name == "属于省内转移接续人员":
            origin, destination = self.places["转出地"], self.places["转入地"]
            inside = origin is not None and origin != destination and origin[:2] == destination[:2]
            return z3.And(z3.BoolVal(inside), z3.Int("法定退休年月") > self.paid)
        if local is not None and name not in vocabulary.questions:
            return self.term(local.then[name].tree, provision)
        if name in self.places:
            return self.places[name]
        if name in ("首次缴费月", "首次缴费日", "适用日"):
            return self.paid
        if name in self.members:
            return self.members[name]
        question = vocabulary.questions.get(name)
        if question is not None and question.expression is not None:
            return self.term(question.expression.tree, provision)
        kind = (question or vocabulary.facts[name]).kind.name
        if kind == "yes_no":
            return z3.Bool(name)
        chosen = z3.Int(name)
        if kind == "choice":
            self.solver.add(z3.Or(*(chosen == self.members[one] for one in vocabulary.facts[name].kind.members)))
        return chosen

    def opened(self, removed):
        return self.paid - removed + 1

    def verdicts(self, name: str):
        """Formulas: that rules conflict, and that one value comes out."""
        ranks = defaultdict(list)
        for statement in self.held(name):
            said, provision = statement.said, statement.provision
            lines = (*((provision.applies_to,) if provision.applies_to else ()), *said.when)
            speaks = z3.And(z3.BoolVal(True), *(self.term(line.tree, provision) for line in lines))
            answer = self.term(said.then[name].tree, provision) if hasattr(said, "then") else None
            ranks[self.library.rank_order[statement.instrument.rank]].append((statement, speaks, answer))
        conflict, settled = z3.BoolVal(False), z3.BoolVal(False)
        for rank in sorted(ranks):
            heard = [
                (held, z3.And(speaks, z3.Not(self.silenced(held, ranks[rank]))), answer)
                for held, speaks, answer in ranks[rank]
            ]
            delegated = z3.Or(z3.BoolVal(False), *(speaks for _, speaks, answer in heard if answer is None))
            rules = [(z3.And(speaks, z3.Not(delegated)), answer) for _, speaks, answer in heard if answer is not None]
            differ = [z3.And(one, other, a != b) for (one, a), (other, b) in combinations(rules, 2)]
            here = z3.Or(z3.BoolVal(False), *differ)
            conflict = z3.Or(conflict, z3.And(z3.Not(settled), here))
            settled = z3.Or(settled, conflict, *(speaks for speaks, _ in rules))
        return conflict, z3.And(settled, z3.Not(conflict))

    def silenced(self, held, beside):
        named = {held.provision.clause, f"{held.provision.clause} {held.name}"}
        special = (
            speaks
            for other, speaks, _ in beside
            if other is not held and named & set(getattr(other.said, "overrides", ()))
        )
        return z3.Or(z3.BoolVal(False), *special)

    def possible(self, formula) -> bool:
        self.solver.push()
        self.solver.add(formula)
        answer = self.solver.check() == z3.sat
        self.solver.pop()
        return answer


@cache
def law(*names: str):
    return read_law(gather([shipped_policies(), *(ROOT / "tests" / "provinces" / name / "policies" for name in names)]))


PAIRS = [
    (None, "370800"),
    ("370800", "370800"),
    ("370100", "370800"),
    ("632800", "370800"),
    ("370800", "370100"),
    ("370100", "632800"),
]
SPANS = [
    ("2020-09-01", "2021-11-30"),
    ("2021-12-01", "2025-08-31"),
    ("2025-09-01", "2027-08-31"),
    ("2027-09-01", "2029-12-31"),
]
CENTRAL = ["待遇起始月", "中断期费用补缴", "中断期医疗费用"]


@pytest.mark.parametrize("names", [(), ("jining-2025",)])
@pytest.mark.parametrize("name", CENTRAL)
def test_the_same_conflicts_and_the_same_open_questions_on_the_shipped_law(name, names):
    library = law(*names)
    values = Values(library)
    for origin, destination in PAIRS:
        statuses = defaultdict(set)
        for leaf in Exploration(rules_for(library, origin, destination, DECIDING), name, values).leaves():
            day = leaf.outcome.day
            statuses[next((span for span in SPANS if span[0] <= str(day) <= span[1]), None)].add(leaf.outcome.status)
        found_here: set[str] = set()
        for span in SPANS:
            found_here = statuses[span] or found_here  # where no validity begins or ends, one span stands for the next
            opinion = Opinion(library, origin, destination, *(month_number(date.fromisoformat(day)) for day in span))
            if not list(opinion.held(name)):
                continue  # nothing was on the question yet
            conflict, settled = opinion.verdicts(name)

            assert (span, origin, destination, opinion.possible(conflict)) == (
                span,
                origin,
                destination,
                "conflict" in found_here,
            )
            assert (span, origin, destination, opinion.possible(settled)) == (
                span,
                origin,
                destination,
                "determined" in found_here,
            )
            left = bool(found_here - {"conflict", "determined"})
            assert (span, origin, destination, opinion.possible(z3.Not(z3.Or(conflict, settled)))) == (
                span,
                origin,
                destination,
                left,
            )


conditions = st.one_of(
    st.tuples(st.just("月数"), st.sampled_from(list(COMPARE)), st.integers(0, 5)),
    st.tuples(st.just("类别"), st.sampled_from([ast.Eq, ast.NotEq]), st.sampled_from(["甲类", "乙类"])),
    st.tuples(st.just("已缴"), st.just(ast.Eq), st.booleans()),
)
generated = st.lists(st.tuples(st.lists(conditions, max_size=3), st.integers(0, 2)), min_size=1, max_size=4)
SIGNS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}


def written(condition) -> str:
    name, operator, value = condition
    if isinstance(value, bool):
        return name if value else f"not {name}"
    return f"{name} {SIGNS[operator]} {f'数{value}' if isinstance(value, int) else value}"


def formula(condition):
    name, operator, value = condition
    if isinstance(value, bool):
        return z3.Bool(name) if value else z3.Not(z3.Bool(name))
    return COMPARE[operator](z3.Int(name), value if isinstance(value, int) else {"甲类": 0, "乙类": 1}[value])


@settings(max_examples=60)
@given(generated)
def test_the_same_gaps_and_overlaps_on_small_laws(rules):
    text = "- clause: 一\n  says: 生成。\n  parameters:\n"
    text += "".join(f"    数{number}: {{value: {number}, unit: 个月}}\n" for number in range(6))
    text += "  rules:\n"
    for when, answer in rules:
        lines = "".join(f"    - {written(condition)}\n" for condition in when)
        text += (
            "  - quote: 生成\n" + (f"    when:\n{lines}" if lines else "") + f"    then:\n      等待期: 数{answer}\n"
        )
    proof = proved(instrument(text))
    solver = z3.Solver()
    solver.add(z3.Int("月数") >= 0, z3.Int("类别") >= 0, z3.Int("类别") <= 1)
    spoken = [z3.And(z3.BoolVal(True), *map(formula, when)) for when, _ in rules]

    def possible(wanted) -> bool:
        solver.push()
        solver.add(wanted)
        answer = solver.check() == z3.sat
        solver.pop()
        return answer

    gap = z3.Not(z3.Or(*spoken))
    overlap = [
        z3.And(spoken[one], spoken[other])
        for one, other in combinations(range(len(rules)), 2)
        if rules[one][1] != rules[other][1]
    ]
    dead = [index for index, speaks in enumerate(spoken) if not possible(speaks)]

    assert possible(gap) == bool(found(proof, "gap"))
    assert possible(z3.Or(z3.BoolVal(False), *overlap)) == bool(found(proof, "overlap"))
    never = {finding.shown.statements[0].name for finding in found(proof, "dead") if finding.case is None}
    assert {f"#{index + 1}" for index in dead} == never
