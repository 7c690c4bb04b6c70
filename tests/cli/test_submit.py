"""`judge submit`: what it takes, what it says, and how it ends."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

FAST = "--no-complexity"


def test_the_reference_is_accepted(desk):
    """An accepted submission ends with 0 and says so first."""
    desk.solve("min-stack")
    answer = desk.run("submit", "min-stack", FAST)
    assert answer.code == 0
    assert answer.out.startswith("AC, accepted")
    assert "landlock" in answer.out or "NOT" in answer.out


def test_json_is_one_document_with_the_contract_s_keys(desk):
    """`--json` prints one document of schema 1 on stdout and nothing else there."""
    desk.solve("min-stack")
    document = desk.run("submit", "min-stack", FAST, "--json").document()
    assert document["schema"] == 1
    assert document["verdict"] == "AC"
    for key in [
        "id",
        "problem",
        "problem_version",
        "submission",
        "message",
        "tests",
        "counterexample",
        "complexity",
        "space",
        "limits",
        "resources",
        "stdout",
        "stderr",
        "truncated",
        "sandbox",
        "seed",
        "judge_version",
    ]:
        assert key in document
    assert document["submission"]["path"] == "submissions/min-stack/solution.py"
    assert {"cpu_s", "wall_s", "peak_memory_bytes"} <= document["resources"].keys()


def test_a_wrong_answer_shows_code_that_shows_it(desk):
    """The counterexample, pasted below the submission, prints the actual value that the report names."""
    wrong = desk.wrong("wa_strict_less.py")
    answer = desk.run("submit", "min-stack", str(wrong), FAST, "--json")
    assert answer.code == 1
    example = answer.document()["counterexample"]
    pasted = wrong.read_text() + "\n" + example["code"]
    done = subprocess.run([sys.executable, "-c", pasted], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == example["actual"]
    assert example["shrunk"] is True


def test_the_text_report_of_a_wrong_answer(desk):
    """The verdict comes first, then the property in public words, the code, expected and actual."""
    answer = desk.run("submit", "min-stack", str(desk.wrong("wa_strict_less.py")), FAST)
    lines = answer.out.splitlines()
    assert lines[0].startswith("WA, wrong answer")
    places = [
        answer.out.index(part)
        for part in ("but not here", "s = MinStack()", "expected  ", "actual  ", "tests ")
    ]
    assert places == sorted(places)


def test_growing_too_fast_is_shown_with_a_plot(desk):
    """CX ends with 1, names the operation, what was required and measured, and draws the growth."""
    answer = desk.run("submit", "min-stack", str(desk.wrong("cx_min_of_list.py")))
    assert answer.code == 1
    assert answer.out.startswith("CX, ")
    row = next(line for line in answer.out.splitlines() if line.startswith("getMin  "))
    assert row.split()[:4] == ["getMin", "O(1)", "O(n)", "exceeded"]
    assert "both logarithmic" in answer.out
    assert "worst shape" in answer.out


@pytest.mark.parametrize(
    "words",
    [
        ["min-stack"],
        ["min-stack", "submissions/min-stack/solution.py"],
        ["submissions/min-stack/solution.py"],
        ["elsewhere/min-stack.py"],
        ["elsewhere/min_stack.py"],
        ["min-stack", "elsewhere/any.py"],
    ],
)
def test_ways_to_name_a_submission(desk, words):
    """SLUG, SLUG FILE, or a FILE whose path names the problem."""
    source = desk.solve("min-stack").read_bytes()
    for name in ("min-stack.py", "min_stack.py", "any.py"):
        desk.write(f"elsewhere/{name}", source)
    assert desk.run("submit", *words, FAST, "--json").document()["problem"] == "min-stack"


def test_in_the_submission_s_own_folder_no_word_is_needed(desk):
    """Inside submissions/<slug>/ `judge submit` judges its solution.py."""
    folder = desk.solve("min-stack").parent
    assert desk.run("submit", FAST, cwd=folder).code == 0


def test_what_was_explored_is_news_and_no_warning(desk):
    """Fresh cases that passed are counted beside the hidden ones, in the text and in the document."""
    desk.solve("min-stack")
    said = desk.run("submit", "min-stack", FAST, "--explore", "0.5")
    assert said.code == 0
    assert "fresh cases explored" in " ".join(said.out.split())
    assert "\n! " not in said.out
    document = desk.run("report", "--json").document()
    assert document["tests"]["explored"] > 0
    assert document["notes"] == []


def test_a_folder_without_problems_keeps_one_history(desk):
    """With the problems elsewhere, a submission's own folder is no workspace: its history is the one above."""
    desk.folder.joinpath("problems").rename(desk.folder / "pool")
    roots = {"JUDGE_PROBLEMS": str(desk.folder / "pool")}
    assert desk.run("start", "min-stack", **roots).code == 0
    folder = desk.solve("min-stack").parent
    for words in ([], ["min-stack"]):
        document = desk.run("submit", *words, FAST, "--json", cwd=folder, **roots).document()
        assert (document["verdict"], document["submission"]["path"]) == ("AC", "solution.py")
    assert not (folder / ".judge").exists()
    assert len(desk.run("history", "--json", **roots).document()["judgings"]) == 2


def test_a_solution_in_the_current_folder_is_meant_wherever_that_is(desk):
    """A folder that is named as a problem holds its submission, below no submissions/ too."""
    folder = desk.write("homework/min-stack/solution.py", desk.solve("min-stack").read_bytes()).parent
    desk.folder.joinpath("submissions/min-stack/solution.py").unlink()
    for words in ([], ["min-stack"]):
        document = desk.run("submit", *words, FAST, "--json", cwd=folder).document()
        assert document["submission"]["path"] == "solution.py"


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        ([], 2, "which problem?"),
        (["min-stack"], 5, "judge start min-stack"),
        (["min-stack", "nowhere.py"], 5, "nowhere.py"),
        (["min-stack", "problems"], 2, "problems: is a folder"),
        (["min-stack", "a" * 5_000], 2, "cannot be read (File name too long)"),
        (["a" * 5_000], 2, "no problem"),
        (["min-stack", "--problems", "a" * 5_000], 2, "not a folder"),
        (["other.py"], 2, "cannot tell"),
        (["other.py", "min-stack"], 2, "judge submit min-stack other.py"),
        (["max-stack"], 2, "did you mean min-stack?"),
    ],
)
def test_what_cannot_be_judged(desk, words, code, expected):
    """Each wrong command line has a clear line, nothing on stdout, and the right exit code."""
    desk.write("other.py", "class MinStack: pass\n")
    answer = desk.run("submit", *words, FAST)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith("judge: ")
    assert answer.err.count("\n") == 1
    assert expected in answer.err


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (b"", "MinStack"),
        (b"class MinStack:\n    def push(self, val)\n        pass\n", "line 2"),
        (b"class MinStak:\n    pass\n", "MinStack"),
        (b"\x00\x01\x02\xff\xfe" * 20, ""),
        ("# caf\xe9\nclass MinStack: pass\n".encode("latin-1"), ""),
    ],
)
def test_files_that_do_not_compile(desk, source, expected):
    """An empty, broken, binary or wrongly encoded file is CE with the reason, never a traceback."""
    desk.write("submissions/min-stack/solution.py", source)
    answer = desk.run("submit", "min-stack", FAST)
    assert answer.code == 1
    assert answer.out.startswith("CE, cannot be judged")
    assert expected in answer.out
    assert "Traceback" not in answer.out + answer.err


def test_prints_of_the_submission_are_shown_and_harmless(desk):
    """What a submission prints is shown with control characters spelled out, and breaks nothing."""
    source = desk.solve("min-stack").read_text()
    desk.write("submissions/min-stack/solution.py", source + "\nprint('hello \\x1b[31mred\\x1b[0m')\n")
    answer = desk.run("submit", "min-stack", FAST)
    assert answer.code == 0
    assert "hello \\x1b[31mred" in answer.out
    assert "\x1b" not in answer.out


def test_a_pipe_gets_no_control_codes(desk):
    """Neither stream has an escape or a carriage return when both are pipes."""
    desk.solve("min-stack", desk.wrong("wa_strict_less.py"))
    answer = desk.run("submit", "min-stack", FAST)
    assert "\x1b" not in answer.out + answer.err
    assert "\r" not in answer.out + answer.err


def test_a_bound_that_nothing_measures_is_the_authors_mistake(desk):
    """A workload.py that forgets an operation: exit 4 with the repair, and never an unmeasured AC."""
    path = desk.folder / "problems/min-stack/workload.py"
    path.write_text("from judge.authoring import workload\n")
    desk.solve("min-stack")
    answer = desk.run("submit", "min-stack", "--json")
    assert (answer.code, answer.out) == (4, "")
    assert "workload.py: no workload for" in answer.err and "declare one with @workload" in answer.err
    assert desk.run("submit", "min-stack", FAST).code == 0


@pytest.mark.parametrize("words", ["--help", "submit --help", "--version", "completion bash", "list"])
def test_a_reader_that_goes_away_is_no_rejection(desk, words):
    """Nobody reads the answer: exit code 0, and not the one of a submission that was not accepted."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [str(desk.command), *words.split()],
        cwd=desk.folder, env=desk.environment, stdout=write, stderr=subprocess.PIPE, timeout=60,
    )  # fmt: skip
    os.close(write)
    assert done.returncode == 0, done.stderr


def test_a_workload_with_wrong_calls_is_the_authors_mistake(desk):
    """A call that no right solution survives: exit 4 with the workload's name, and no RTE."""
    path = desk.folder / "problems/min-stack/workload.py"
    extra = (
        "\n\n@workload('top', shape='a push without a value')\n"
        "def _(n):\n    return stage(build=[('push', 5)] * n, timed=[('push',)])\n"
    )
    path.write_text(path.read_text() + "\nfrom judge.authoring import workload\n" + extra)
    desk.solve("min-stack", desk.folder / "reference/min-stack/linked_nodes.py")
    answer = desk.run("submit", "min-stack")
    assert (answer.code, answer.out) == (4, "")
    assert "workload.py: top, 'a push without a value'" in answer.err


def test_names_of_files_bring_no_control_codes(desk):
    """Whatever a folder is called: what is written and told about it is plain."""
    root = desk.folder / "red\x1b[31m"
    shutil.copytree(desk.folder / "problems", root / "problems")
    shutil.copytree(desk.folder / "reference", root / "reference")
    at = root / "problems"
    desk.solve("min-stack")
    desk.run("submit", "min-stack", FAST)
    for words in (
        ["start", "min-stack"],
        ["start", "min-stack", "--reset"],
        ["new", "stack-two", "--kind", "class"],
        ["report", "--html", "../a\x1b]0;b.html"],
        ["verify", "stack-two", "--only", "folder"],
    ):
        answer = desk.run(*words, cwd=at)
        assert answer.out + answer.err, words
        assert not set(answer.out + answer.err) & set("\x1b\r\x07"), words


def test_an_unisolated_run_is_clearly_visible(desk):
    """`--sandbox none` works and says in the report that nothing isolated the run."""
    desk.solve("min-stack")
    answer = desk.run("submit", "min-stack", FAST, "--sandbox", "none")
    assert answer.code == 0
    assert "NOT isolated" in answer.out or "NOT ISOLATED" in answer.out


def test_a_history_that_cannot_be_written_does_not_hide_the_verdict(desk):
    """Where .judge cannot be a folder the verdict is printed, with a warning."""
    desk.solve("min-stack")
    desk.write(".judge", "in the way")
    answer = desk.run("submit", "min-stack", FAST, "--json")
    assert answer.code == 0
    assert answer.document()["verdict"] == "AC"
    assert "not in the history" in answer.err


def test_a_corrupt_history_is_moved_aside_and_named(desk):
    """A corrupt history is moved aside, the warning names the new place, and the judging is kept."""
    desk.solve("min-stack")
    desk.write(".judge/history.sqlite3", b"this is no database" * 100)
    answer = desk.run("submit", "min-stack", FAST)
    assert answer.code == 0
    aside = list((desk.folder / ".judge").glob("history-corrupt-*.sqlite3"))
    assert len(aside) == 1
    assert str(aside[0]) in answer.err
    assert len(desk.run("history", "--json").document()["judgings"]) == 1


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_narrow_and_ascii_terminals_are_readable(desk, columns, encoding):
    """Apart from pasted code, no line of the report is wider than the terminal, in either alphabet."""
    desk.solve("min-stack", desk.wrong("cx_min_of_list.py"))
    answer = desk.run("submit", "min-stack", COLUMNS=str(columns), PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert answer.code == 1
    assert max(len(line) for line in answer.out.splitlines()) <= columns
    assert answer.out.isascii() is (encoding == "ascii")


def test_seed_chooses_the_cases(desk):
    """The seed is in the document, and another seed judges other cases."""
    desk.solve("min-stack")
    assert desk.run("submit", "min-stack", FAST, "--seed", "7", "--json").document()["seed"] == 7


def test_the_broken_pipe_keeps_the_verdict_s_exit_code(desk):
    """`judge submit ... | true` still ends with the verdict's exit code."""
    desk.solve("min-stack", desk.wrong("wa_strict_less.py"))
    line = f"'{desk.command}' submit min-stack {FAST} | true; echo code=${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=desk.folder,
        env=desk.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "code=1" in done.stdout


def test_report_shows_an_earlier_judging_whole(desk):
    """`judge report ID` gives the same document again; the start of an id is enough, and so is none."""
    desk.solve("min-stack")
    first = desk.run("submit", "min-stack", FAST, "--json").document()
    assert desk.run("report", first["id"], "--json").document() == first
    assert desk.run("report", first["id"][:6], "--json").document() == first
    assert desk.run("report", "--json").document() == first
    assert "AC, accepted" in desk.run("report").out
    missing = desk.run("report", "zzzz")
    assert (missing.code, missing.out) == (5, "")
    assert json.loads(desk.run("history", "min-stack", "--json").out)["judgings"][0]["id"] == first["id"]


def test_an_answer_that_cannot_be_written_is_an_error(desk):
    """On a full device the command does not pretend to have answered."""
    desk.solve("min-stack")
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [str(desk.command), "submit", "min-stack", FAST, "--json"],
            cwd=desk.folder,
            env=desk.environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr == "judge: stdout: the answer cannot be written (No space left on device)\n"


def test_a_fault_of_the_judge_prints_the_line_to_report(desk):
    """Its sandbox is taken away in the middle: IE, exit 3, and never the contestant's fault."""
    path = desk.write("slow.py", "import time\n\nfor _ in range(100):\n    time.sleep(0.1)\n")
    words = [str(desk.command), "submit", "min-stack", str(path), "--no-complexity"]
    judging = subprocess.Popen(
        words,
        cwd=desk.folder,
        env=desk.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    children = Path(f"/proc/{judging.pid}/task/{judging.pid}/children")
    until = time.monotonic() + 10
    while not children.read_text().split() and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1)
    os.kill(int(children.read_text().split()[0]), signal.SIGKILL)
    out, err = judging.communicate(timeout=30)
    assert judging.returncode == 3
    assert out.startswith("IE, internal error of the judge")
    assert "the judge failed, not the submission: min-stack: " in err and "please report this line" in err
