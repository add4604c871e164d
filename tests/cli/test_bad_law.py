"""Whatever law is given: its place, a Chinese sentence, what to write instead, exit 1, and never a traceback."""

import shutil
from pathlib import Path

import pytest

POLICIES = Path(__file__).resolve().parents[2] / "policies"
JINING = "jining/jining-2020-19.yaml"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the law, to be spoilt."""
    return Path(shutil.copytree(POLICIES, tmp_path_factory.mktemp("law") / "policies"))


@pytest.fixture
def spoilt(pack: Path):
    """Write other content into a file of the pack; it is restored afterwards."""
    kept: dict[Path, bytes | None] = {}

    def write(name: str, content: bytes) -> None:
        path = pack / name
        kept.setdefault(path, path.read_bytes() if path.exists() else None)
        path.write_bytes(content)

    yield write
    for path, content in kept.items():
        path.unlink() if content is None else path.write_bytes(content)


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("rules:\n", "rules：\n", "P112", "："),
        ("rules:\n", "rules:\n\t", "P113", "\t"),
        ("  rank: municipal", "  rank: municipal\n  rank: national", "P110", "rank: national"),
        ("rank: municipal", "rank: !x municipal", "P111", "!x"),
        ("rank: municipal", "rank: &x municipal", "P107", "&x"),
        ("rank: municipal", "rank: municpal", "P123", "municpal"),
        ("rank: municipal", "rank: [municipal]", "P127", "[municipal]"),
        ("place: 济宁市", "place: 济宁是", "P223", "济宁是"),
        ("place: 济宁市", "place: 吉林", "P224", "吉林"),
        ("from: 2020-09-01", "from: 2020-02-30", "P222", "2020-02-30"),
        ("from: 2020-09-01", "from: 2020/09/01", "P124", "2020/09/01"),
        ("from: 2020-09-01", "from: 2026-09-01", "P303", "{from: 2026"),
        ("instrument:\n", "instrment:\n", "P121", "instrment"),
        ("clause: 二（三）", "claus: 二（三）", "P121", "claus"),
        ("unit: 个月", "unit: 月", "P226", "{value: 3, unit: 月"),
        ("value: 3,", "value: -3,", "P124", "-3"),
        ("value: 3,", "value: 三,", "P124", "三"),
        ("not 期限内接续", "非 期限内接续", "P201", "期限内接续\n"),
        ("<= 接续期限", "≤ 接续期限", "P202", "≤"),
        ("月序(减员月, 首次缴费月)", "月序（减员月, 首次缴费月)", "P202", "（减"),
        ("参保身份 == 灵活就业人员", "参保身份 ＝ 灵活就业人员", "P202", "＝"),
        ("参保身份 == 灵活就业人员", "参保身份.name == 灵活就业人员", "P204", "参保身份.name"),
        ("<= 接续期限", "<= 3", "P205", "3\n"),
        ("<= 接续期限", "<= 接续期", "P211", "接续期\n"),
        ("月序(减员月, 首次缴费月)", "月序(减员日期, 首次缴费月)", "P212", "减员日期, 首次缴费月) <="),
        ("参保身份 == 灵活就业人员", "参保身份 == 在职", "P213", "在职"),
        ("月序(减员月, 首次缴费月)", "月数(减员月, 首次缴费月)", "P215", "月数("),
        ("月序(减员月, 首次缴费月)", "月序(减员月)", "P216", "月序(减员月)"),
        (
            "期限内接续: 月序(减员月, 首次缴费月) <= 接续期限",
            "期限内接续: 甲 == 减员月\n      甲: 次月(甲)",
            "P302",
            "次月(甲)",
        ),
        ("format: jiexu-rules/1", "format: jiexu-rules/2", "P131", "format: jiexu-rules/2"),
    ],
)
def test_a_bad_rule_file_is_refused_at_its_place(old, new, code, at, pack, spoilt, good, refused):
    """Each spoils the shipped file at one spot; what is marked there is found again by its own text."""
    text = (pack / JINING).read_text("utf-8")
    start = text.index(old)
    content = text[:start] + new + text[start + len(old) :]
    spoilt(JINING, content.encode())
    found = refused(good, "--policies", pack)
    marked = content.index(at, content.rindex("\n", 0, start) if start else 0)
    line = content.count("\n", 0, marked) + 1

    assert (code, Path(JINING).name, line, marked - content.rfind("\n", 0, marked)) in found


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "P106"), (b"\xff\xfe", "P103"), (b"\x00", "P105"), (b"[" * 100_000, "P108"), (b"just a sentence", "P131"), (b"format: x", "P131")],
)  # fmt: skip
def test_a_file_in_the_law_that_is_no_rule_file_is_refused(content, code, pack, spoilt, good, refused):
    spoilt("jining/more.yaml", content)

    assert [(code, "more.yaml", 1)] == [found[:3] for found in refused(good, "--policies", pack)]


def test_a_hundred_megabytes_of_law_are_refused(pack, spoilt, good, refused):
    spoilt("jining/more.yaml", b"")
    with (pack / "jining" / "more.yaml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)

    assert [("P102", "more.yaml", 1, 1)] == refused(good, "--policies", pack)


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("vocabulary.yaml", "derived: 月份(减员日期)", "derived: 次月(减员月)", "P302"),
        ("vocabulary.yaml", "derived: 月份(减员日期)", "derived: 月份(减员日其)", "P211"),
        ("vocabulary.yaml", "- [入院日期, 出院日期]", "- [入院日其, 出院日期]", "P251"),
        ("vocabulary.yaml", "words: {yes: 是, ", "words: {", "P122"),
        ("vocabulary.yaml", "kind: month, derived", "kind: mouth, derived", "P123"),
        ("vocabulary.yaml", "times: 12", "times: 十二", "P124"),
        ("vocabulary.yaml", "{id: arrears, name: 存在欠费", "{id: account_frozen, name: 存在欠费", "P225"),
        ("vocabulary.yaml", ", municipal: 市级文件", "", "P301"),
        ("national/retirement-2024.yaml", "男职工: 4, ", "", "P122"),
        ("jurisdictions.yaml", '"370800": [济宁市', '"37080": [济宁市', "P124"),
        ("jurisdictions.yaml", '"370800": [济宁市, 济宁]', '"370800": 济宁市', "P127"),
    ],
)
def test_another_bad_file_of_the_law_is_refused(name, old, new, code, pack, spoilt, good, refused):
    text = (pack / name).read_text("utf-8")
    assert old in text
    spoilt(name, text.replace(old, new, 1).encode())

    assert code in [problem.code for problem in refused(good, "--policies", pack)]


def test_several_problems_of_several_rule_files_are_told_in_one_run(pack, spoilt, good, refused):
    for name, old, new in (
        (JINING, "not 期限内接续", "非 期限内接续"),
        (JINING, "place: 济宁市", "place: 济宁是"),
        ("shandong/shandong-2020-47.yaml", "place: 山东省", "place: 山东"),
        ("shandong/shandong-2020-47.yaml", "evidence: official", "evidence: offical"),
        ("national/workdays-2021.yaml", "2021-", "2021_"),
    ):
        spoilt(name, (pack / name).read_bytes().replace(old.encode(), new.encode(), 1))
    problems = refused(good, "--policies", pack)

    assert {"jining-2020-19.yaml", "shandong-2020-47.yaml", "workdays-2021.yaml"} == {
        problem.file for problem in problems
    }
    assert {"P201", "P223", "P123"} < {problem.code for problem in problems}


def test_all_that_is_wrong_with_a_rule_file_is_told_in_one_run_whatever_layer_finds_it(pack, spoilt, good, refused):
    """A key twice, an unknown key, a day, a place, a sign, a name, a kind; and nothing that only follows from these."""
    text = (pack / JINING).read_text("utf-8")
    for old, new in (
        ("  rank: municipal", "  rank: municipal\n  rank: national\n  rang: x"),
        ("from: 2020-09-01", "from: 2020/09/01"),
        ("place: 济宁市", "place: 济宁是"),
        ("not 期限内接续", "非 期限内接续"),
        ("参保身份 == 灵活就业人员", "参保身份 == 灵活就业"),
        ("顺延(首次缴费月, 等待期)", "顺延(首次缴费日, 等待期)"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    spoilt(JINING, text.encode())

    assert ["P110", "P121", "P124", "P201", "P211", "P212", "P223"] == sorted(
        problem.code for problem in refused(good, "--policies", pack)
    )


def test_what_rests_on_a_line_that_cannot_be_read_is_not_called_wrong_too(pack, spoilt, good, refused):
    """A parameter without a unit, a definition with a sign of another width: one problem each."""
    text = (pack / JINING).read_text("utf-8")
    text = text.replace("unit: 个月", "unit: 月", 1).replace(
        "月序(减员月, 首次缴费月) <= 接续期限", "月序(减员月, 首次缴费月) ≤ 接续期限", 1
    )
    spoilt(JINING, text.encode())

    assert ["P226", "P202"] == [problem.code for problem in refused(good, "--policies", pack)]


def test_a_file_of_the_law_that_cannot_be_opened_is_told(tmp_path, good, refused):
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")

    assert [("P101", "gone.yaml", 1, 1)] == refused(good, "--policies", tmp_path)


def test_a_folder_without_law_is_told(tmp_path, good, refused):
    assert ["P130"] == [problem.code for problem in refused(good, "--policies", tmp_path)]


def test_a_folder_without_vocabulary_is_told(pack, good, refused):
    assert ["P132"] == [problem.code for problem in refused(good, "--policies", pack / "jining")]
