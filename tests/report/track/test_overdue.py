"""Late cases, worst first."""

import json
from datetime import date

from jiexu.report.track.overdue import overdue_data, overdue_screen
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.conftest import ROOT
from tests.report.track.conftest import MIDWAY

DAY = date(2025, 4, 30)


def case(name: str, accepted: str) -> str:
    return MIDWAY.replace("T-1", name).replace("2025-03-24", accepted).replace("2025-03-27", str(DAY))


def test_the_longest_overdue_is_first_and_who_has_to_act_is_told(tracked):
    tracks = [
        (name, tracked(case(name, accepted)))
        for name, accepted in (("B", "2025-04-07"), ("A", "2025-03-24"), ("C", "2025-04-29"))
    ]
    screen, data = overdue_screen(tracks, DAY), overdue_data(tracks, DAY)

    assert ["A", "B"] == [one["case"] for one in data["late"]]
    assert ["A", "B"] == [line[0] for line in screen.splitlines() if "发出信息表" in line]
    assert "转出地经办机构（济宁）" in screen
    assert "3个案件，2步超期" in screen


def test_none_late_is_said(tracked):
    assert "1个案件，没有超期的。\n" == overdue_screen([("C", tracked(case("C", "2025-04-29")))], DAY)


def test_a_case_on_its_way_whose_route_is_unknown_is_not_passed_over(tracked):
    lost = tracked(case("X", "2025-03-24").replace("  申请端: 转入地申请\n", ""))

    assert "看不出走哪一条途径：X" in overdue_screen([("X", lost)], DAY)
    assert [["application_side"]] == [one["missing"] for one in overdue_data([("X", lost)], DAY)["unknown"]]


def test_it_has_the_shape_of_its_schema(tracked):
    folder = ROOT / "engine" / "jiexu" / "schemas"
    own, steps = (json.loads((folder / f"{name}.schema.json").read_text("utf-8")) for name in ("overdue", "track"))
    registry = Registry().with_resources([(schema["$id"], Resource.from_contents(schema)) for schema in (own, steps)])
    late, lost = (
        tracked(case("A", "2025-03-24")),
        tracked(case("X", "2025-03-24").replace("  申请端: 转入地申请\n", "")),
    )
    data = overdue_data([("a.yaml", late), ("x.yaml", lost)], DAY)

    assert [] == [error.message for error in Draft202012Validator(own, registry=registry).iter_errors(data)]
    assert (1, 1) == (len(data["late"]), len(data["unknown"]))
