"""The picture: well-formed, nothing outside its frame, names as they are."""

from xml.etree import ElementTree as Xml

import pytest
from jiexu.report.track.svg import svg

from tests.report.track.conftest import MIDWAY

NAME = "{http://www.w3.org/2000/svg}"


def test_it_is_xml_and_text_cannot_break_out(tracked):
    root = Xml.fromstring(svg(tracked(MIDWAY.replace("case: T-1", "case: '</svg><script>x'"))))

    assert {"svg", "title", "rect", "text", "g"} == {one.tag.removeprefix(NAME) for one in root.iter()}
    assert any("</svg><script>x" in (one.text or "") for one in root.iter(f"{NAME}text"))


def test_every_bar_lies_inside_the_frame(tracked):
    root = Xml.fromstring(svg(tracked()))
    width, height = int(root.get("width")), int(root.get("height"))
    boxes = [tuple(int(one.get(key)) for key in ("x", "y", "width", "height")) for one in root.iter(f"{NAME}rect")]

    assert [] == [
        box for box in boxes if box[0] < 0 or box[1] < 0 or box[0] + box[2] > width or box[1] + box[3] > height
    ]
    assert [] == [box for box in boxes if box[2] <= 0 or box[3] <= 0]


def test_each_step_that_is_taken_has_its_row(tracked):
    shown = [one.text for one in Xml.fromstring(svg(tracked())).iter(f"{NAME}text")]

    assert [
        name
        for name in ("发出信息表", "办结转入", "注入资金")
        if not any(text.startswith(f"{name} · ") for text in shown)
    ] == []
    assert not any(text.startswith("重新维护银行信息") for text in shown)


@pytest.mark.parametrize("day", ["2025-03-24", "2025-03-27", "2025-04-08", "2025-04-14", "2025-04-21", "2025-06-30"])
def test_the_day_of_the_decision_is_written_on_the_side_that_has_room(tracked, day: str):
    """Twice as wide as it should be, it would still lie inside: no machine has the same letters."""
    root = Xml.fromstring(svg(tracked(as_of=day)))
    (label,) = (one for one in root.iter(f"{NAME}text") if (one.text or "").startswith("依据日"))
    x, wide = int(label.get("x")), 2 * len(label.text) * int(label.get("font-size"))

    assert x - wide > 0 if label.get("text-anchor") == "end" else x + wide < int(root.get("width"))


def test_a_step_whose_turn_it_is_has_its_row_though_no_last_day_is_known(tracked):
    """No instrument held says until when 济宁 is to send the letter."""
    text = MIDWAY.replace("办理方式: 线上", "办理方式: 线下").replace(
        "from: 济宁市\nto: 海西州", "from: 海西州\nto: 济宁市"
    )
    shown = [one.text or "" for one in Xml.fromstring(svg(tracked(text))).iter(f"{NAME}text")]

    assert 1 == sum(one.startswith("开具联系函 · ") for one in shown)


def test_without_a_route_there_is_a_heading_and_no_row(tracked):
    root = Xml.fromstring(svg(tracked("case: X\nas_of: 2025-03-27\nfrom: 济宁市\nto: 济宁市\n")))

    assert 1 == len(list(root.iter(f"{NAME}text")))
