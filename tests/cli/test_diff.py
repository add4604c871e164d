"""``jiexu diff``: two packs or two days, over cases; what it prints, writes and leaves with."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from jiexu.cli import sides
from jiexu.cli.main import main
from jiexu.law.examination import read_law
from jiexu.law.folder import Files
from jiexu.law.library import Library
from jsonschema import Draft202012Validator

from tests.conftest import ROOT

JINING = ROOT / "cases" / "jining"
WAIT = ("等待期: {value: 6,", "等待期: {value: 3,")
NOTICE = """\
format: jiexu-notice/1
title: 等待期由6个月改为3个月
changes:
- says: 超过3个月接续的灵活就业人员提前3个月享受待遇
  questions: [待遇起始月]
  clause: jining-2020-19 二（三）
  days: {from: 2020-09-01, until: 2025-08-31}
  direction: earlier
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A repository whose HEAD is the shipped law and whose folder holds it with another waiting period."""
    root = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "policies", root / "policies")
    who = ("-c", "user.name=t", "-c", "user.email=t@example.com")
    for command in (["init"], ["add", "."], ["commit", "-m", "law"]):
        subprocess.run(["git", *who, *command], cwd=root, check=True, capture_output=True)
    with zipfile.ZipFile(root / "old.zip", "w") as archive:
        for path in sorted((root / "policies").rglob("*.yaml")):
            archive.write(path, path.relative_to(root).as_posix())
    shutil.copytree(root / "policies", root / "before" / "policies")
    (root / "few").mkdir()
    for pattern in ("flexible-*.yaml", "sunset-*.yaml", "retirement-2025-*.yaml"):
        for path in JINING.glob(pattern):
            shutil.copy(path, root / "few")
    changed = root / "policies" / "jining" / "jining-2020-19.yaml"
    changed.write_text(changed.read_text("utf-8").replace(*WAIT), "utf-8")
    return root


LAWS: dict[tuple[str, date | None], Library] = {}


def remembered(files: Files, known: date | None) -> Library:
    """The law of these files, read once for all tests."""
    key = files.sha256, known
    if key not in LAWS:
        LAWS[key] = read_law(files, known)
    return LAWS[key]


@pytest.fixture
def diff(place, monkeypatch):
    monkeypatch.chdir(place)
    monkeypatch.setattr(sides, "read_law", remembered)

    def run(*arguments: object, cases: str | None = "few"):
        given = [*map(str, arguments), *(["--cases", cases] if cases else [])]
        return CliRunner().invoke(main, ["diff", *given], catch_exceptions=False)

    return run


def test_a_revision_a_zip_and_a_folder_give_the_same_impact(diff):
    found = [json.loads(diff(old, "policies", "--json").stdout) for old in ("HEAD", "old.zip", "before/policies")]
    names = [data["old"].pop("name") for data in found]

    assert ["HEAD", "old.zip", "before/policies"] == names
    assert found[0] == found[1] == found[2]
    assert {"answer": 7, "remark": 1} == found[0]["changed"]


def test_the_screen_says_what_changed_for_whom_and_why(diff):
    result = diff("HEAD", "policies")

    assert 3 == result.exit_code
    assert "二（三）  等待期由6个月改为3个月" in result.stdout
    assert re.search(r"答案变了\s+待遇起始月  提前7项，共21个月", result.stdout)
    assert re.search(r"JN-009\s+2022-01 → 2021-10  提前3个月", result.stdout)
    assert "" == result.stderr


def test_nothing_changes_between_a_law_and_itself(diff):
    result = diff("policies", "policies")

    assert (0, True) == (result.exit_code, "没有变化" in result.stdout)


def test_the_output_in_english_says_nothing_of_its_own_in_chinese(diff):
    own = re.findall(
        r"[\u4e00-\u9fff]+", diff("HEAD", "policies", "--lang", "en", "--question", "benefits_from").stdout
    )
    law = "".join(
        path.read_text("utf-8") for folder in ("policies", "few") for path in sorted(Path(folder).rglob("*.yaml"))
    )

    assert [] == [word for word in own if word not in law.replace("\n", "")]


def test_the_json_is_the_same_in_whatever_order_a_process_keeps_its_sets(place):
    few = str(JINING / "flexible-late.yaml")
    call = f"from jiexu.cli.main import main; main(['diff', 'HEAD', 'policies', '--json', '--cases', {few!r}])"
    printed = {
        subprocess.run(
            [sys.executable, "-c", call],
            cwd=place,
            env={**os.environ, "PYTHONPATH": str(ROOT / "engine"), "PYTHONHASHSEED": seed},
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert 1 == len(printed)
    assert json.loads(printed.pop())["moves"]


def test_the_json_has_the_shape_of_its_schema(diff, tmp_path):
    schema = json.loads((ROOT / "engine" / "jiexu" / "schemas" / "diff.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    notice = tmp_path / "a.notice.yaml"
    notice.write_text(NOTICE.replace("earlier", "later"), "utf-8")
    later = ROOT / "tests" / "provinces" / "jining-2025" / "policies"
    for arguments in (
        ("HEAD", "policies", "--expect", notice),
        ("policies", f"policies+{later}"),
        (f"policies+{ROOT / 'tests' / 'provinces' / 'yunze' / 'policies'}", "policies"),
        ("--as-of", "2025-08-31", "--as-of", "2025-09-01"),
        ("--known-as-of", "2021-01-01", "--known-as-of", "2026-01-01"),
    ):
        printed = diff(*arguments, "--json").stdout
        assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(printed))]


def test_two_days_of_one_law(diff):
    result = diff("--policies", "policies", "--as-of", "2025-08-31", "--as-of", "2025-09-01")

    assert 3 == result.exit_code
    assert "各条  不再有效（2020-09-01 至 2025-08-31）" in result.stdout
    assert "依据日 2025-09-01" in result.stdout


def test_what_was_known_on_two_days(diff):
    """The national measures of 2021 were not known in June 2021."""
    result = diff("--policies", "policies", "--known-as-of", "2021-06-30", "--known-as-of", "2026-01-01")

    assert 3 == result.exit_code
    assert "新文件：医保办发〔2021〕43号" in result.stdout


def test_both_explanations_of_a_case_are_what_decide_prints(diff):
    told = diff("HEAD", "policies", "--explain", "JN-009").stdout
    case = str(JINING / "flexible-late.yaml")
    printed = [
        CliRunner().invoke(main, ["decide", case, "--policies", folder]).stdout
        for folder in ("before/policies", "policies")
    ]

    assert f"旧：HEAD\n{printed[0]}\n新：policies\n{printed[1]}" == told


def test_case_files_may_follow_as_a_shell_spells_them_out(diff):
    files = sorted(Path("few").glob("flexible-late*.yaml"))
    found = json.loads(diff("HEAD", "policies", *files, "--json", cases=None).stdout)

    assert len(files) == found["cases"]["compared"]


def test_without_cases_the_law_alone_is_compared(diff):
    result = diff("HEAD", "policies", cases=None)

    assert (3, True) == (result.exit_code, "没有案件" in result.stdout)


@pytest.mark.parametrize(
    ("notice", "exit_code", "codes"),
    [
        (NOTICE, 0, []),
        (NOTICE.replace("earlier", "later"), 3, ["P571"] * 7 + ["P572"]),
        (NOTICE.replace("until: 2025-08-31", "until: 2022-12-31"), 3, ["P571"] * 3),
        (NOTICE + "- {questions: [一次性补缴金额]}\n", 3, ["P572"]),
        (NOTICE.replace("待遇起始月", "待遇起始日"), 1, ["P252"]),
    ],
)
def test_a_notice_is_held_against_what_changes(diff, tmp_path, notice, exit_code, codes):
    path = tmp_path / "a.notice.yaml"
    path.write_text(notice, "utf-8")
    result = diff("HEAD", "policies", "--expect", path)

    assert exit_code == result.exit_code
    assert sorted(codes) == sorted(re.findall(r"^\S+:\d+:\d+: (P\d+)", result.stderr, re.MULTILINE))
    assert (exit_code == 0) == ("变化与变更单一致" in result.stdout)
    if "P572" in codes:
        line = 9 if notice.count("questions") > 1 else 4
        assert f"a.notice.yaml:{line}:" in result.stderr


def test_a_law_without_changes_does_not_keep_a_notice(diff, tmp_path):
    path = tmp_path / "a.notice.yaml"
    path.write_text(NOTICE, "utf-8")

    assert 3 == diff("policies", "policies", "--expect", path).exit_code


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (("policies",), 2, "OLD 和 NEW"),
        ((), 2, "OLD 和 NEW"),
        (("--as-of", "2025-08-31"), 2, "OLD 和 NEW"),
        (("a", "b", "c"), 2, "OLD 和 NEW"),
        (("HEAD", "policies", "--policies", "policies"), 2, "--policies"),
        (("HEAD", "policies", "--question", "无此问题"), 2, "无此问题"),
        (("HEAD", "policies", "--explain", "JN-000"), 2, "JN-000"),
        (("HEAD", "no-such-folder"), 1, "P141"),
        (("HEAD", "policies", "--html", "before/policies"), 2, "before/policies"),
        (("HEAD", "policies", "--html", "old.zip/a.html"), 1, "P133"),
        (("HEAD", "policies", "--expect", "none.notice.yaml"), 1, "P101"),
    ],
)
def test_what_is_asked_wrongly_is_told(diff, arguments, exit_code, said):
    result = diff(*arguments, cases=None)

    assert (exit_code, True) == (result.exit_code, said in result.stderr)


def test_a_law_that_is_not_whole_is_told_at_its_line(diff, place):
    broken = place / "broken" / "policies"
    shutil.copytree(place / "policies", broken)
    file = broken / "jining" / "jining-2020-19.yaml"
    file.write_text(file.read_text("utf-8").replace("待遇起始月: 等待期满之月", "待遇起始月: 等待期满月"), "utf-8")
    result = diff("HEAD", "broken/policies")
    shutil.rmtree(place / "broken")

    assert 1 == result.exit_code
    assert re.search(r"jining-2020-19\.yaml:\d+:\d+: P211", result.stderr)


def test_a_wrong_case_is_told_and_the_others_are_compared(diff, tmp_path):
    shutil.copy(JINING / "flexible-late.yaml", tmp_path)
    (tmp_path / "wrong.yaml").write_text("facts: {减员日期: 2021-02-30}\n", "utf-8")
    result = diff("HEAD", "policies", cases=str(tmp_path))

    assert 1 == result.exit_code
    assert "wrong.yaml:1:15: P222" in result.stderr
    assert "JN-009" in result.stdout


def test_the_page_is_written_whole_and_stands_alone(diff, tmp_path):
    target = tmp_path / "impact.html"
    notice = tmp_path / "a.notice.yaml"
    notice.write_text(NOTICE, "utf-8")
    diff("HEAD", "policies", "--html", target, "--expect", notice)
    text = target.read_text("utf-8")

    assert ["a.notice.yaml", "impact.html"] == sorted(path.name for path in tmp_path.iterdir())
    assert [] == re.findall(r"""(?:src|href)\s*=\s*["'](?!data:|#)""", text)
    assert text.count("<details") == 7
    assert set(re.findall(r'href="#(case-\d+)"', text)) == set(re.findall(r'<details id="(case-\d+)"', text))
    for told in ("等待期由6个月改为3个月", "提前7项，共21个月", "变化与变更单一致", "2022-01", "2021-10"):
        assert told in text


def test_what_a_case_says_never_becomes_markup(diff, tmp_path):
    case = (JINING / "flexible-late.yaml").read_text("utf-8")
    (tmp_path / "a.yaml").write_text(re.sub("title: .*", "title: <script>alert(1)</script>", case), "utf-8")
    diff("HEAD", "policies", "--html", tmp_path / "a.html", cases=str(tmp_path / "a.yaml"))
    text = (tmp_path / "a.html").read_text("utf-8")

    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_long_lists_are_cut_on_the_screen_until_all_is_asked_for(diff, tmp_path):
    case = (JINING / "flexible-late.yaml").read_text("utf-8")
    for number in range(15):
        (tmp_path / f"{number:02}.yaml").write_text(case.replace("JN-009", f"A-{number:02}"), "utf-8")

    assert "另有3案" in diff("HEAD", "policies", cases=str(tmp_path)).stdout
    assert 15 == len(
        re.findall(r"^    A-\d\d", diff("HEAD", "policies", "--all", cases=str(tmp_path)).stdout, re.MULTILINE)
    )
