"""Each check of procedures finds the one mistake made for it in the shipped law, at its step, and nothing else."""

import pytest
from jiexu.base.problem import Problem
from jiexu.checks.run import run_checks
from jiexu.checks.subject import Subject
from jiexu.law.examination import examine
from jiexu.law.folder import Files, gather
from jiexu.law.graph import ends_of, leads_to, reached
from jiexu.law.library import Library
from jiexu.law.procedures import stated_steps

from tests.conftest import ROOT

GUIDE = "policies/qinghai/haixi-2025-guide.yaml"
NATIONAL = "policies/national/transfer-2021-43.yaml"
VOCABULARY = "policies/vocabulary.yaml"


@pytest.fixture(scope="module")
def shipped() -> Files:
    """The few files that hold routes, and what they rest on."""
    files = gather([ROOT / "policies"])
    kept = {label: data for label, data in files.content.items() if label in (GUIDE, NATIONAL) or label.count("/") == 1}
    kept |= {label: data for label, data in files.content.items() if "workdays-2025" in label or "qa" in label}
    return Files(kept, {}, "")


@pytest.fixture
def found(shipped: Files):
    """The problems of the law with one change: those of its form, else those of the checks."""

    def run(label: str, before: str, after: str) -> list[Problem]:
        text = shipped.content[label].decode()
        assert before in text
        library, problems = examine(
            shipped._replace(content={**shipped.content, label: text.replace(before, after, 1).encode()})
        )
        assert library is not None
        return problems or [one for one in run_checks(Subject(library, {})) if one.code.startswith("P7")]

    return run


def test_the_shipped_routes_have_nothing_wrong(found):
    assert [] == found(GUIDE, "", "")


@pytest.mark.parametrize(
    ("code", "label", "before", "after", "about"),
    [
        ("P701", GUIDE, "    after: 开具联系函\n", "", "交联系函"),
        ("P701", GUIDE, "begins: [申请线下转移, 维护银行信息]", "begins: [申请线下转移]", "维护银行信息"),
        ("P701", GUIDE, "      to: 重新维护银行信息\n    quote: 财务根据", "      turns_to: 线下转移\n    quote: 财务根据", "重新维护银行信息"),
        ("P702", GUIDE, "    after: [资金到账, 办结转入]\n", "    after: [办结转入]\n", "资金到账"),
        ("P702", GUIDE, "    - says: 关系没有封存，或转入地没有正常参保的，不予受理，告知原因\n      when: [not 可否办理转移接续]\n      refuses: 不予受理原因\n", "    - says: 关系没有封存\n", "关系没有封存"),
        ("P703", GUIDE, "    after: [交回信息表, 资金到账]\n", "", "办结转移"),
        ("P704", GUIDE, "    due: 联系函发出期限\n", "    due: 日后(受理日期, 1)\n", "开具联系函"),
        ("P704", GUIDE, "    due: 联系函发出期限\n", "    due: 受理日期\n", "开具联系函"),
        ("P705", GUIDE, "    produces: [基本医疗保险关系转移接续联系函]\n", "", "交联系函"),
        ("P705", NATIONAL, "    needs: [参保人员基本医疗保险信息表]\n", "    needs: [基本医疗保险参保凭证]\n", "接收信息表"),
        ("P705", GUIDE, "    needs: [参保人员的转移申请]\n", "    needs: [参保人员基本医疗保险信息表]\n", "发出转入申请"),
        ("P706", NATIONAL, "    actor: 两地经办机构\n", "    actor: 国家平台\n", "国家平台"),
        ("P706", VOCABULARY, "    person: {name: 本人或代办人}\n", "", "本人或代办人"),
        ("P707", NATIONAL, "    ends_with: 办结日期\n", "    ends_with: 收到信息表日期\n", "办结转入"),
    ],
)  # fmt: skip
def test_a_mistake_is_found_under_its_code_and_names_the_step(found, code, label, before, after, about):
    problems = found(label, before, after)

    assert code in {problem.code for problem in problems if about in problem.message}
    assert {"P7"} == {problem.code[:2] for problem in problems}


@pytest.mark.parametrize(
    ("code", "label", "before", "after"),
    [
        ("P301", GUIDE, "    after: 开具联系函\n", "    after: 开联系函\n"),
        ("P301", GUIDE, "  - within: 移交财务\n", "  - within: 移交\n"),
        ("P301", GUIDE, "      to: 重新维护银行信息\n", "      to: 重新维护\n"),
        ("P301", GUIDE, "    route: 线上转入\n", "    route: 线上\n"),
        ("P301", GUIDE, "ends: [办结转移]", "ends: [办结转入]"),
        ("P225", GUIDE, "  - step: 交联系函\n", "  - step: 开具联系函\n"),
        ("P251", GUIDE, "    ends_with: 参保凭证开具日期\n", "    ends_with: 参保凭证日期\n"),
        ("P251", GUIDE, "    ends_with: 参保凭证开具日期\n", "    ends_with: 办理方式\n"),
        ("P221", GUIDE, "      refuses: 不予受理原因\n", "      refuses: 不予受理\n"),
        ("P212", GUIDE, "    due: 联系函发出期限\n", "    due: 可否办理转移接续\n"),
        ("P211", GUIDE, "    when: [个人账户余额 > 0]\n", "    when: [账户余额 > 0]\n"),
        ("P122", NATIONAL, "    ends_with: 申请日期\n", ""),
        ("P121", NATIONAL, "    ends_with: 申请日期\n", "    ends_with: 申请日期\n    deadline: 办结期限\n"),
        ("P225", VOCABULARY, "    person: {name: 本人或代办人}\n", "    person: {name: 两地经办机构}\n"),
    ],
)  # fmt: skip
def test_a_name_that_is_none_is_found_when_the_law_is_read(found, code, label, before, after):
    assert code in {problem.code for problem in found(label, before, after)}


def test_a_circle_of_steps_ends_and_is_told(found):
    """Two steps that wait for each other: neither is ever reached."""
    problems = found(GUIDE, "    after: 开具联系函\n", "    after: 交回信息表\n")

    assert {"P701", "P703"} <= {problem.code for problem in problems}


def test_steps_stand_in_an_order_in_which_each_follows_those_before_it(library: Library):
    for instrument in library.instruments.values():
        for route in instrument.routes:
            order = list(stated_steps(instrument, route))
            steps = stated_steps(instrument, route)
            late = [
                (one, name)
                for name in order
                for one in steps[name].step.after
                if one in steps and order.index(one) > order.index(name)
            ]

            assert [] == late
            assert set(order) == reached(leads_to(steps), route.begins) == ends_of(route, steps)
