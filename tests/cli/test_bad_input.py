"""Whatever file is given: its place, a Chinese sentence, what to write instead, exit 1, and never a traceback."""

import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main
from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]
POLICIES = ROOT / "policies"
GOOD = ROOT / "cases" / "jining" / "flexible-fifth-month.yaml"
JINING = "jining/jining-2020-19.yaml"
HUNDRED_MB = 100 * 1024 * 1024
HEAD = re.compile(r"^(?P<file>.+):(?P<line>\d+):(?P<column>\d+): (?P<code>P\d{3}) (?P<sentence>.+)$", re.MULTILINE)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def run(*arguments: object, text: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), input=text, catch_exceptions=False)


def refused(result: Result) -> list[tuple[str, str, int, int]]:
    """Code, file, line and column of every problem told; each with a Chinese sentence and remedy, and nothing else said."""
    told = list(HEAD.finditer(result.stderr))
    remedies = re.findall(r"^    → (.+)$", result.stderr, re.MULTILINE)

    assert 1 == result.exit_code
    assert "" == result.stdout
    assert len(told) == len(remedies) > 0
    assert all(CHINESE.search(sentence) for sentence in [*remedies, *(one["sentence"] for one in told)])
    assert "Traceback" not in result.stderr
    return [(one["code"], Path(one["file"]).name, int(one["line"]), int(one["column"])) for one in told]


def codes(result: Result) -> list[str]:
    return [code for code, *_ in refused(result)]


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (b"", [("P106", 1, 1)]),
        (b"\n\n# nothing\n", [("P106", 1, 1)]),
        (b"\x89PNG\r\n\x1a\n\x00\x00", [("P103", 1, 1)]),
        (b"PK\x03\x04", [("P105", 1, 3)]),
        ("facts: {参保身份: 灵活就业人员}".encode("gbk"), [("P103", 1, 9)]),
        ("case: A\nfacts: {参保身份: 灵活就业人员}".encode("utf-16"), [("P103", 1, 1)]),
        ("facts: {参保身份: 灵活就业人员\n".encode(), [("P104", 1, 8)]),
        ("facts:\n\t参保身份: 灵活就业人员\n".encode(), [("P113", 2, 1)]),
        ("facts：\n  参保身份: 灵活就业人员\n".encode(), [("P112", 1, 6)]),
        (b"a: " + b"[" * 100_000, [("P108", 1, 28)]),
        (b"case: &a A\ntitle: *a\n", [("P107", 1, 7), ("P107", 2, 8)]),
        (b"case: !!python/object/apply:os.system [id]\n", [("P111", 1, 7), ("P127", 1, 7)]),
        (b"case: A\ncase: B\n", [("P110", 2, 1)]),
        (b"case: A\n---\ncase: B\n", [("P109", 2, 1)]),
        ("facts: {减员日期: 2021-02-30}".encode(), [("P222", 1, 15)]),
        ("facts: {参保身分: 灵活就业人员}".encode(), [("P251", 1, 9)]),
        ("facts: {参保身份: 学生}".encode(), [("P123", 1, 15)]),
        ("facts: {实际缴费月数: -3}".encode(), [("P222", 1, 17)]),
        ("facts: {入院日期: 2021-05-05, 出院日期: 2021-05-01}".encode(), [("P253", 1, 33)]),
        ("to: 亚特兰蒂斯".encode(), [("P223", 1, 5)]),
        ("facts: [参保身份]".encode(), [("P127", 1, 8)]),
        ('{"case": "A", "facts": {"employment": "student"}}'.encode(), [("P123", 1, 39)]),
        ('{"case": "A", "facts": {"employment": "flexible"},}x'.encode(), [("P104", 1, 52)]),
        ('{"case": "A", "facts": {"first_base": -1, "removed_on": null}}'.encode(), [("P222", 1, 39), ("P258", 1, 57)]),
    ],
)
def test_a_bad_case_is_refused_at_its_place(content, problems, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_bytes(content)

    assert [(code, "case.yaml", line, column) for code, line, column in problems] == refused(run("decide", path))


def test_all_that_is_wrong_with_a_case_is_told_in_one_run_whatever_layer_finds_it(tmp_path):
    """Twice the same key, a tag, an unknown name, an impossible day, days out of order, an unknown question asked."""
    path = tmp_path / "case.yaml"
    path.write_text(
        "case: A\ncase: B\ntitle: !x t\nfacts:\n  参保身分: x\n  减员日期: 2021-02-30\n  入院日期: 2021-05-05\n  出院日期: 2021-05-01\n",
        "utf-8",
    )
    result = run("decide", path, "--question", "待遇开始月", "--set", "存在欠费=有")

    assert {"P110", "P111", "P251", "P222", "P253", "P252", "P123"} == set(codes(result))


def test_the_line_is_shown_with_a_marker_under_the_words(tmp_path):
    """A Chinese character is two columns wide."""
    path = tmp_path / "case.yaml"
    path.write_text("facts:\n  参保身份: 灵活就业\n", "utf-8")

    assert [
        "      参保身份: 灵活就业",
        "                ~~~~~~~~",
        "    → 是不是「灵活就业人员」？",
    ] == run("decide", path).stderr.splitlines()[1:]


def test_a_very_long_line_is_shown_around_the_words(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps({"title": "长" * 5000, "facts": {"employment": "学生"}}, ensure_ascii=False), "utf-8")
    _, line, marker, _ = run("decide", path).stderr.splitlines()

    assert '"employment": "学生"' in line
    assert len(marker) < 300


@pytest.mark.parametrize(
    "content", ['title: "\\e[31m红"\nfacts: {"a\\e[2Jb": 1}\n', "facts: {'参保\u200b身份': '是\u202e'}\n"]
)
def test_what_a_terminal_would_obey_or_hide_is_never_printed(content, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(content, "utf-8")
    result = run("decide", path)

    assert ["P251"] == codes(result)
    assert all(character.isprintable() or character == "\n" for character in result.stderr)


def test_a_hundred_megabytes_are_refused_without_being_read(tmp_path):
    path = tmp_path / "case.yaml"
    with path.open("wb") as file:
        file.truncate(HUNDRED_MB)

    assert [("P102", "case.yaml", 1, 1)] == refused(run("decide", path))


def test_a_file_of_mistakes_is_told_whole(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("facts:\n" + "".join(f"  不知名{number}: x\n" for number in range(2000)), "utf-8")

    assert 2000 == len(refused(run("decide", path)))


def test_a_path_that_is_no_file_is_told(tmp_path):
    assert [("P101", "none.yaml", 1, 1)] == refused(run("decide", tmp_path / "none.yaml"))
    assert "文件夹" in run("decide", tmp_path).stderr


@pytest.mark.parametrize("content", [b"", b"\xff", b"facts: [", "facts: {参保身份: 学生}".encode(), b"x" * 3_000_000])
def test_standard_input_is_refused_like_a_file(content):
    ((_, name, _, _),) = refused(run("decide", "-", text=content))

    assert "-" == name


def test_a_bad_case_among_good_ones_does_not_stop_the_others(tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("facts: {减员日期: 2021-02-30, 参保身分: x}\n", "utf-8")
    result = run("decide", "--jsonl", GOOD, bad, tmp_path / "none.yaml", GOOD)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    schema = json.loads((ROOT / "engine" / "jiexu" / "schemas" / "error.schema.json").read_text("utf-8"))

    assert 1 == result.exit_code
    assert ["jiexu-decision/1", "jiexu-error/1", "jiexu-error/1", "jiexu-decision/1"] == [
        line["format"] for line in lines
    ]
    assert [] == [error for line in lines[1:3] for error in Draft202012Validator(schema).iter_errors(line)]
    assert ["P222", "P251"] == sorted(problem["code"] for problem in lines[1]["problems"])
    assert lines[0] == lines[3]


def test_on_screen_too_the_good_cases_are_decided(tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("", "utf-8")
    result = run("decide", bad, GOOD)

    assert 1 == result.exit_code
    assert "待遇起始月" in result.stdout
    assert ["P106"] == [one["code"] for one in HEAD.finditer(result.stderr)]


@pytest.mark.parametrize(
    ("arguments", "where", "remedy"),
    [
        (["--set", "参保身份=灵活就业"], "--set 参保身份:1:1: P123", "是不是「灵活就业人员」？"),
        (["--set", "参保身分=灵活就业人员"], "--set 参保身分:1:1: P251", "是不是「参保身份」？"),
        (["--set", "首次缴费日=2021/07/05"], "--set 首次缴费日:1:1: P222", "写作：「2021-07-05」"),
        (["--set", "首次缴费月=2021-09"], "--set 首次缴费月:1:1: P254", "改正其中一个，或只留一个"),
        (["--set", "转入地=济宁是"], "--set 转入地:1:1: P223", "是不是「济宁」？"),
        (["--question", "待遇开始月"], "--question 待遇开始月:1:1: P252", "是不是「待遇起始月」？"),
        (["--why", "待遇开始月"], "--question 待遇开始月:1:1: P252", "是不是「待遇起始月」？"),
        (["--as-of", "2226-01-01"], "--as-of:1:1: P262", "检查年份"),
    ],
)
def test_what_is_wrong_on_the_command_line_is_told_there(arguments, where, remedy):
    result = run("decide", GOOD, *arguments)

    assert [HEAD.match(f"{where} x")["code"]] == codes(result)
    assert result.stderr.startswith(where)
    assert f"    → {remedy}" in result.stderr


def test_two_unknown_questions_are_both_told():
    assert ["P252", "P252"] == codes(run("decide", GOOD, "--question", "甲", "--question", "乙"))


def test_the_command_line_overrules_the_file(tmp_path):
    """A fact by its other name, the place of the transfer, the day."""
    path = tmp_path / "case.yaml"
    path.write_text(GOOD.read_text("utf-8"), "utf-8")
    set_all = ["--set", "employment=employed", "--set", "转入地=370100", "--as-of", "2021-09-01"]
    decision = json.loads(run("decide", path, "--json", *set_all).stdout)

    assert ("370100", "2021-09-01") == (decision["to"]["code"], decision["as_of"])


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
        kept[path] = path.read_bytes() if path.exists() else None
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
def test_a_bad_rule_file_is_refused_at_its_place(old, new, code, at, pack, spoilt):
    """Each spoils the shipped file at one spot; what is marked there is found again by its own text."""
    text = (pack / JINING).read_text("utf-8")
    start = text.index(old)
    content = text[:start] + new + text[start + len(old) :]
    spoilt(JINING, content.encode())
    found = refused(run("decide", GOOD, "--policies", pack))
    marked = content.index(at, content.rindex("\n", 0, start) if start else 0)
    line = content.count("\n", 0, marked) + 1

    assert (code, Path(JINING).name, line, marked - content.rfind("\n", 0, marked)) in found


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "P106"), (b"\xff\xfe", "P103"), (b"\x00", "P105"), (b"[" * 100_000, "P108"), (b"just a sentence", "P131"), (b"format: x", "P131")],
)  # fmt: skip
def test_a_file_in_the_law_that_is_no_rule_file_is_refused(content, code, pack, spoilt):
    spoilt("jining/more.yaml", content)

    assert [(code, "more.yaml", 1)] == [found[:3] for found in refused(run("decide", GOOD, "--policies", pack))]


def test_a_hundred_megabytes_of_law_are_refused(pack, spoilt):
    spoilt("jining/more.yaml", b"")
    with (pack / "jining" / "more.yaml").open("wb") as file:
        file.truncate(HUNDRED_MB)

    assert [("P102", "more.yaml", 1, 1)] == refused(run("decide", GOOD, "--policies", pack))


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
        ("jurisdictions.yaml", '"370800": [济宁市', '"37080": [济宁市', "P124"),
        ("jurisdictions.yaml", '"370800": [济宁市, 济宁]', '"370800": 济宁市', "P127"),
    ],
)
def test_a_bad_vocabulary_or_list_of_places_is_refused(name, old, new, code, pack, spoilt):
    text = (pack / name).read_text("utf-8")
    assert old in text
    spoilt(name, text.replace(old, new, 1).encode())

    assert code in codes(run("decide", GOOD, "--policies", pack))


def test_several_problems_of_several_rule_files_are_told_in_one_run(pack, spoilt):
    for name, old, new in (
        (JINING, "not 期限内接续", "非 期限内接续"),
        (JINING, "place: 济宁市", "place: 济宁是"),
        ("shandong/shandong-2020-47.yaml", "place: 山东省", "place: 山东"),
        ("shandong/shandong-2020-47.yaml", "evidence: official", "evidence: offical"),
        ("national/workdays-2021.yaml", "2021-", "2021_"),
    ):
        spoilt(name, (pack / name).read_bytes().replace(old.encode(), new.encode(), 1))
    result = run("decide", GOOD, "--policies", pack)

    assert {"jining-2020-19.yaml", "shandong-2020-47.yaml", "workdays-2021.yaml"} == {
        name for _, name, *_ in refused(result)
    }
    assert {"P201", "P223", "P123"} < set(codes(result))


def test_a_file_of_the_law_that_cannot_be_opened_is_told(tmp_path):
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")

    assert [("P101", "gone.yaml", 1, 1)] == refused(run("decide", GOOD, "--policies", tmp_path))


def test_a_folder_without_law_is_told(tmp_path):
    assert ["P130"] == codes(run("decide", GOOD, "--policies", tmp_path))


def test_a_folder_without_vocabulary_is_told(pack):
    assert ["P132"] == codes(run("decide", GOOD, "--policies", pack / "jining"))


def test_as_a_program_of_its_own_it_leaves_with_1_and_no_traceback(tmp_path):
    path = tmp_path / "坏案件.yaml"
    path.write_bytes("facts: {参保身份: 学生}".encode())
    program = "from jiexu.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "decide", str(path), "-"], input=b"\xff", capture_output=True, check=False
    )
    told = done.stderr.decode("utf-8")

    assert (1, b"") == (done.returncode, done.stdout)
    assert ["P123", "P103"] == [one["code"] for one in HEAD.finditer(told)]
    assert "Traceback" not in told


def test_bytes_on_a_terminal_that_cannot_write_chinese_are_no_traceback(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("facts: {参保身份: 学生}", "utf-8")
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as left:
        patch.setattr(sys, "stderr", narrow)
        main(["decide", str(path)], standalone_mode=False)

    assert 1 == left.value.code
