"""`judge batch` on this machine, as a teacher runs it."""

from __future__ import annotations

import csv
import io
import json
import shutil
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from .conftest import BROKEN, RAISES, RIGHT, TINY, WRONG, Desk


def test_every_submission_gets_its_verdict(desk: Desk) -> None:
    """Right and wrong ones, in one run: verdicts, exit 1, a table, and lines in the schema of submit."""
    answer = desk.run(desk.samples([RIGHT, WRONG, BROKEN, RAISES]))
    assert desk.verdicts() == {"s0": "AC", "s1": "WA", "s2": "CE", "s3": "RTE"}
    assert answer.code == 1
    assert "twice" in answer.out and "pass@1 0.250" in answer.out
    wrong = desk.lines()[[line["id"] for line in desk.lines()].index("s1")]
    assert wrong["schema"] == 1 and wrong["counterexample"]["code"] and wrong["resources"]["cpu_s"] > 0


def test_all_accepted_is_exit_0(desk: Desk) -> None:
    """Nothing wrong, nothing missing."""
    answer = desk.run(desk.samples([RIGHT.format(1), RIGHT.format(2)]), "--json", "--jobs", "2")
    assert answer.code == 0
    summary = answer.summary()
    assert summary["verdicts"] == {"AC": 2} and summary["judged"] == 2 and summary["pass_at"] == {"1": 1.0}


def test_a_second_run_judges_only_what_is_missing(desk: Desk) -> None:
    """Known verdicts are kept; a changed source, a new submission and another seed are judged."""
    first = desk.samples([RIGHT, WRONG])
    desk.run(first)
    before = desk.output.read_bytes()
    again = desk.run(first, "--json").summary()
    assert (again["judged"], again["resumed"]) == (0, 2)
    assert again["verdicts"] == {"WA": 1, "AC": 1}
    assert desk.output.read_bytes() == before
    more = desk.run(desk.samples([RIGHT, RIGHT, RIGHT.format("new")]), "--json").summary()
    assert (more["judged"], more["resumed"]) == (2, 1)
    seeded = desk.run(first, "--json", "--seed", "1").summary()
    assert seeded["judged"] == 3


def test_a_fault_of_the_judge_is_no_verdict_to_keep(desk: Desk) -> None:
    """IE is tried again: what failed may be over."""
    input = desk.samples([RIGHT])
    desk.run(input)
    desk.output.write_text(desk.output.read_text().replace('"verdict": "AC"', '"verdict": "IE"', 1))
    assert '"verdict": "IE"' in desk.output.read_text()
    again = desk.run(input, "--json")
    assert (again.code, again.summary()["judged"]) == (0, 1)


def test_files_in_the_current_folder_are_never_imported(desk: Desk) -> None:
    """A student's json.py lies where the teacher starts the batch: neither run nor in the way."""
    for name in ("json", "tempfile", "selectors", "statistics", "judge"):
        (desk.folder / f"{name}.py").write_text("open('imported', 'w')\n")
    answer = desk.run(desk.samples([RIGHT]), "--jobs", "1")
    assert answer.code == 0, answer.err
    assert not (desk.folder / "imported").exists()


def test_only_changed_looks_at_sources_alone(desk: Desk) -> None:
    """With --only-changed another seed is no reason to judge the same source again."""
    desk.run(desk.samples([RIGHT, WRONG]))
    changed = desk.run(desk.samples([RIGHT, RIGHT]), "--only-changed", "--seed", "1", "--json").summary()
    assert (changed["judged"], changed["resumed"]) == (1, 1)


def test_stdin_and_stdout(desk: Desk) -> None:
    """Without --output the lines go to stdout, and the table to stderr."""
    desk.output = desk.folder / "-"
    line = json.dumps({"task_id": "x/twice", "solution": RIGHT})
    words = desk.words("-")
    words[words.index("--output") + 1] = "-"
    import subprocess

    done = subprocess.run(
        words,
        input=line,
        env=desk.environment,
        cwd=desk.folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert json.loads(done.stdout)["id"] == "x/twice#0"
    assert done.returncode == 0 and "1 judged" in done.stderr


def test_a_closed_stdin_is_a_usage_error(desk: Desk) -> None:
    """`judge batch - <&-` says so, and does not take it for a fault of the judge."""
    import subprocess

    done = subprocess.run(
        ["sh", "-c", '"$0" "$@" <&-', *desk.words("-")],
        env=desk.environment,
        cwd=desk.folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2 and "stdin is closed" in done.stderr


def test_devices_are_neither_read_nor_written(desk: Desk) -> None:
    """/dev/full as input or output is refused at once."""
    answer = desk.run(Path("/dev/full"))
    assert answer.code == 2 and "device" in answer.err
    desk.output = Path("/dev/full")
    answer = desk.run(desk.samples([RIGHT]))
    assert answer.code == 2 and "no regular file" in answer.err


def test_bad_entries_are_told_and_the_rest_is_judged(desk: Desk) -> None:
    """A broken line, an unknown problem and an id that was used: each has its line and reason, exit 1."""
    path = desk.samples([RIGHT])
    with path.open("a") as stream:
        stream.write('{"id": "half\n')
        stream.write(json.dumps({"id": "u", "problem": "twoce", "source": ""}) + "\n")
        stream.write(json.dumps({"id": "s0", "problem": "twice", "source": WRONG}) + "\n")
        stream.write(json.dumps({"id": "last", "problem": "twice", "source": RIGHT}) + "\n")
    answer = desk.run(path, "--json")
    assert desk.verdicts() == {"s0": "AC", "last": "AC"}
    assert answer.code == 1
    bad = {each["where"]: each["reason"] for each in answer.summary()["bad"]}
    assert "is not JSON" in bad["in.jsonl:2"]
    assert "did you mean twice" in bad["in.jsonl:3"]
    assert "used before" in bad["in.jsonl:4"]
    assert "in.jsonl:3: no problem 'twoce'" in answer.err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("problem.toml", 'title = "Thrice"\n'),  # read by the client
        ("tests.py", "raise RuntimeError('no tests today')\n"),  # imported by a worker
    ],
)
def test_an_invalid_problem_folder_is_exit_4_and_the_others_are_judged(
    desk: Desk, name: str, content: str
) -> None:
    """Two submissions of a broken problem: both told, one of a sound problem judged, exit 4."""
    shutil.copytree(TINY.parent, desk.folder / "tiny")
    problems = desk.folder / "tiny" / "problems"
    for room in (problems, desk.folder / "tiny" / "reference"):
        shutil.copytree(room / "twice", room / "thrice")
    (problems / "thrice" / name).write_text(content)
    desk.environment["JUDGE_PROBLEMS"] = str(problems)
    path = desk.samples([RIGHT])
    with path.open("a") as stream:
        for id in "ab":
            stream.write(json.dumps({"id": id, "problem": "thrice", "source": RIGHT}) + "\n")
    answer = desk.run(path, "--json")
    assert desk.verdicts() == {"s0": "AC"}
    assert answer.code == 4, answer.err
    assert answer.summary()["bad_entries"] == answer.summary()["invalid_problems"] == 2
    assert all(name in each["reason"] for each in answer.summary()["bad"])


def test_the_output_of_another_run_is_refused(desk: Desk) -> None:
    """An output none of whose verdicts belong to the input is not mixed up with it."""
    desk.run(desk.samples([RIGHT]))
    before = desk.output.read_bytes()
    other = desk.folder / "other.jsonl"
    other.write_text(json.dumps({"id": "z", "problem": "twice", "source": RIGHT}))
    answer = desk.run(other)
    assert answer.code == 2 and "another run" in answer.err
    assert desk.output.read_bytes() == before


def test_fail_fast_stops_and_goes_on(desk: Desk) -> None:
    """The first that is not accepted ends the run; the next run judges the rest."""
    path = desk.samples([BROKEN, *(RIGHT.format(n) for n in range(40))])
    answer = desk.run(path, "--fail-fast", "--jobs", "1")
    assert answer.code == 1 and "stopped at the first" in answer.err
    assert len(desk.lines()) < 41
    assert desk.run(path).code == 1
    assert len(desk.verdicts()) == 41


def test_an_id_cannot_reach_the_terminal_raw(desk: Desk) -> None:
    """Neither what is told of the first that is not accepted nor a report for all holds control characters."""
    path = desk.folder / "in.jsonl"
    path.write_text(
        json.dumps({"id": "a\x1b[2J\u202e\njudge: all accepted", "problem": "twice", "source": ""})
    )
    answer = desk.run(path, "--fail-fast", "--format", "markdown")
    assert "a\\x1b[2J" in answer.err and "a\\x1b\\[2J" in answer.out
    assert not set("\x1b\u202e") & set(answer.out + answer.err)
    assert not [line for line in answer.err.splitlines() if line.startswith("judge: all")]


def test_timeout_total_stops_and_goes_on(desk: Desk) -> None:
    """After the time is over nothing is waited for, and what was judged is kept."""
    path = desk.samples([f"import time\ntime.sleep(0.2)\n{RIGHT.format(n)}" for n in range(60)])
    answer = desk.run(path, "--timeout-total", "8", "--jobs", "1")
    assert answer.code == 1 and "--timeout-total" in answer.err
    assert 0 < len(desk.verdicts()) < 60


def test_a_folder_of_submissions(desk: Desk) -> None:
    """A folder for each problem, any file names."""
    (desk.folder / "class" / "twice").mkdir(parents=True)
    (desk.folder / "class" / "twice" / "ada.py").write_text(RIGHT)
    (desk.folder / "class" / "twice" / "bob.py").write_text(WRONG)
    desk.run(desk.folder / "class")
    assert desk.verdicts() == {"twice/ada.py": "AC", "twice/bob.py": "WA"}


def test_a_file_that_lies_too_deep_is_told(desk: Desk) -> None:
    """A folder of Python files inside a problem's folder is no submission, and is not passed over silently."""
    (desk.folder / "class" / "twice" / "old").mkdir(parents=True)
    (desk.folder / "class" / "twice" / "ada.py").write_text(RIGHT)
    (desk.folder / "class" / "twice" / "old" / "ada.py").write_text(WRONG)
    answer = desk.run(desk.folder / "class")
    assert answer.code == 1 and "twice/old: lies too deep" in answer.err
    assert desk.verdicts() == {"twice/ada.py": "AC"}


@pytest.mark.parametrize("target", ["output", "input"])
def test_a_report_takes_no_other_files_place(desk: Desk, target: str) -> None:
    """`--report` over the verdicts or the submissions is refused before anything is judged."""
    path = desk.samples([RIGHT])
    desk.run(path)
    kept = {each: each.read_bytes() for each in (path, desk.output)}
    (desk.folder / "link").symlink_to(desk.output if target == "output" else path)
    answer = desk.run(path, "--format", "junit", "--report", str(desk.folder / "link"))
    assert answer.code == 2 and "would take the place of" in answer.err
    assert {each: each.read_bytes() for each in (path, desk.output)} == kept


def test_the_total_time_is_kept(desk: Desk) -> None:
    """What sleeps through the end of --timeout-total is not waited for, and is judged next time."""
    path = desk.samples([RIGHT, "import time\ndef twice(x):\n    time.sleep(600)\n"])
    desk.run(desk.samples([RIGHT], "warm.jsonl"))  # draws the hidden cases
    desk.output.unlink()
    started = time.monotonic()
    answer = desk.run(path, "--timeout-total", "4", "--jobs", "1")
    assert time.monotonic() - started < 11
    assert answer.code == 1 and "--timeout-total are over" in answer.err
    assert desk.verdicts() == {"s0": "AC"}


@pytest.mark.parametrize("option", ["--timeout-total", "--complexity-budget"])
def test_nan_is_no_time(desk: Desk, option: str) -> None:
    """Every comparison with it is false, so it would bound nothing."""
    answer = desk.run(desk.samples([RIGHT]), option, "nan")
    assert answer.code == 2 and "no number of seconds" in answer.err


def test_a_cache_that_cannot_be_written_is_told_with_each_verdict(desk: Desk) -> None:
    """The cases are drawn again by every worker then, which takes time that somebody may wonder about."""
    desk.environment["JUDGE_CACHE"] = "/dev/null/cache"
    desk.run(desk.samples([RIGHT, WRONG]), "--jobs", "1")
    assert [line["verdict"] for line in desk.lines()] == ["AC", "WA"]
    assert all(any("cannot be written" in note for note in line["notes"]) for line in desk.lines())


def test_walls_are_insisted_on(desk: Desk) -> None:
    """Strangers' code does not run without walls unless that is said."""
    path = desk.samples([RIGHT])
    refused = desk.run(path, "--sandbox", "none")
    assert refused.code == 2 and "--allow-unisolated" in refused.err and not desk.output.exists()
    assert "you chose the sandbox `none`" in refused.err and "doctor" not in refused.err
    assert desk.run(path, "--sandbox", "none", "--allow-unisolated").code == 0


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--jobs", "2", "--local-cluster", "2"], "choose one"),
        (["--report", "x"], "needs --format"),
        (["--format", "gradescope"], "folder"),
        (["--format", "junit", "--json"], "stdout"),
        (["--jobs", "0"], "range"),
    ],
)
def test_contradictions_are_usage_errors(desk: Desk, words: list[str], reason: str) -> None:
    """What cannot be meant is said before anything runs."""
    answer = desk.run(desk.samples([RIGHT]), *words)
    assert answer.code == 2 and reason in answer.err and not desk.output.exists()


def test_reports_in_other_formats(desk: Desk) -> None:
    """One document for all on stdout or in a file, or one file for each submission in a folder."""
    path = desk.samples([RIGHT, WRONG])
    junit = desk.run(path, "--format", "junit")
    suites = ET.fromstring(junit.out)
    failed = {suite.get("name"): suite.get("failures") != "0" for suite in suites}
    assert failed == {"twice s0": False, "twice s1": True}
    desk.run(path, "--format", "csv", "--report", "table.csv")
    rows = list(csv.DictReader(io.StringIO((desk.folder / "table.csv").read_text())))
    assert {row["id"]: row["verdict"] for row in rows} == {"s0": "AC", "s1": "WA"}
    desk.run(path, "--format", "gradescope", "--report", "grades")
    scores = {p.stem: json.loads(p.read_text())["score"] for p in (desk.folder / "grades").iterdir()}
    assert scores["s0"] == 100.0 and scores["s1"] < 100.0


def test_a_verdict_that_is_no_report_leaves_the_others(desk: Desk) -> None:
    """What an older judge wrote, or somebody's editor, is named and left out."""
    path = desk.samples([RIGHT, WRONG])
    desk.run(path)
    right, wrong = sorted(desk.lines(), key=lambda line: str(line["id"]))
    wrong["counterexample"]["line"] = -1
    desk.output.write_text("".join(json.dumps(line) + "\n" for line in (wrong, right)))
    answer = desk.run(path, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert [row["id"] for row in rows] == ["s0"]
    assert "s1 is not in the report: not a report of the judge: counterexample.line" in answer.err


@pytest.mark.parametrize("kind", ["an empty file", "an empty folder", "lines without a letter"])
def test_nothing_to_judge_is_exit_5(desk: Desk, kind: str) -> None:
    """As for every command; a script must not take an empty run for an accepted one."""
    path = desk.folder / "input"
    if "folder" in kind:
        path.mkdir()
    else:
        path.write_text("" if "empty" in kind else "\n  \n")
    answer = desk.run(path, "--json")
    assert answer.code == 5
    assert answer.summary()["submissions"] == 0
    assert "nothing to judge" in answer.err
