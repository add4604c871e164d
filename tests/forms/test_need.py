"""Which forms a case calls for."""

from pathlib import Path

import pytest
from jiexu.forms.folder import shipped_forms
from jiexu.forms.need import State, call_for
from jiexu.forms.press import Press
from jiexu.law.examination import read_law
from jiexu.law.folder import gather, shipped_policies

from tests.conftest import ROOT
from tests.forms.conftest import decided

PROVINCES = sorted(path.parent for path in (ROOT / "tests" / "provinces").glob("*/policies"))

OFFLINE = {"参保凭证", "联系函", "信息表", "认定告知书"}
ONLINE = {"信息表", "转出核定单", "转入核定单", "认定告知书"}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("haixi-to-jining-offline", OFFLINE),
        ("haixi-to-jining-online", ONLINE),
        ("jining-to-haixi-offline", OFFLINE),
        ("jining-to-haixi-online", ONLINE),
        ("lump-sum", {"一次性补缴核定单", "认定告知书"}),
        ("refused", {"不予受理告知书"}),
    ],
)
def test_a_case_calls_for_what_is_to_be_issued_in_it(press, sheet, name, wanted):
    assert wanted == {form.name for form in press.wanted(sheet(name))}


def test_an_account_without_a_balance_calls_for_no_slips(press, sheet):
    """There is a slip from the first fen on."""
    slips = {"转出核定单", "转入核定单"}
    changes = [("  资金到账日期: 2025-04-16\n", "")]  # no money comes where there is none
    wanted = {
        balance: {
            form.name
            for form in press.wanted(sheet("haixi-to-jining-online", *changes, ("余额: 1234.56", f"余额: {balance}")))
        }
        for balance in ("0", "0.01")
    }

    assert (set(), slips) == (slips & wanted["0"], slips & wanted["0.01"])


def test_a_form_waits_while_what_calls_for_it_waits_for_a_fact(press, sheet):
    held = sheet("haixi-to-jining-offline", ("  办理方式: 线下\n", ""))
    call = call_for(press.index.find("参保凭证"), held)

    assert State.OPEN == call.state
    assert ["P803"] == [problem.code for problem in call.problems]


@pytest.mark.parametrize(
    "written", ["参保凭证", "《基本医疗保险参保凭证》", "enrolment-certificate", "基本医疗保险参保凭证 "]
)
def test_a_form_is_found_by_name_title_or_id(press, written):
    assert "enrolment-certificate" == press.index.find(written).id


def test_a_case_without_a_transfer_has_no_application_to_fill_in(press, sheet):
    form = press.index.find("申请表")

    assert State.UNCALLED == call_for(form, sheet("lump-sum"), by_name=True).state
    assert State.NEEDED == call_for(form, sheet("refused"), by_name=True).state


@pytest.mark.parametrize("province", PROVINCES, ids=lambda path: path.name)
def test_the_forms_serve_another_province_as_they_are(province: Path):
    """Its own law beside the shipped one: each of its cases is told what it calls for, and its notice is drafted."""
    law = read_law(gather([shipped_policies(), province / "policies"]))
    press = Press(law, shipped_forms(), draft=True)
    for path in sorted(province.glob("cases/*.yaml")):
        held = decided(law, path)
        made = press.make(press.index.find("认定告知书"), held, ".html").data.decode()

        assert {call_for(form, held).state for form in press.index.forms.values()} <= set(State)
        assert all(found.name in made or found.text in made for found in held.views.asked() if found.open)
