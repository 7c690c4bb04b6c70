"""`judge new` and `judge verify` as an author runs them."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from judge.spec.discover import Roots
from judge.verify.gate import Demands
from judge.verify.many import verify_each
from tests.processes import is_alive

JUDGE = Path(sys.executable).with_name("judge")
REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def author(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Runs the command in a workspace that holds min-stack."""
    for room in ("problems", "reference"):
        shutil.copytree(REPOSITORY / room / "min-stack", tmp_path / room / "min-stack")
    environment = {k: v for k, v in os.environ.items() if k not in ("JUDGE_PROBLEMS", "NO_COLOR")}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(JUDGE), *words],
            cwd=tmp_path,
            env={**environment, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    run.folder = tmp_path  # type: ignore[attr-defined]
    run.environment = environment  # type: ignore[attr-defined]
    return run


def test_new_problem_is_refused_until_it_is_written(author) -> None:  # type: ignore[no-untyped-def]
    """The scaffold loads, is listed, and the gate names every place where its author must write."""
    made = author("new", "two-stack-queue", "--kind", "class", "--json")
    assert made.returncode == 0
    files = json.loads(made.stdout)["files"]
    assert "problems/two-stack-queue/tests.py" in files
    assert "two-stack-queue" in author("list").stdout
    gate = author("verify", "two-stack-queue", "--only", "folder", "--json")
    assert gate.returncode == 4
    (report,) = json.loads(gate.stdout)["problems"]
    faults = report["checks"][0]["faults"]
    assert all(any(fault.startswith(name) for fault in faults) for name in files)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("new", "two-stack-queue"), "give --kind class or --kind function"),
        (("new", "min-stack", "--kind", "class"), "exists already"),
        (("new", "Two", "--kind", "class"), "is not a slug"),
        (("new", "x", "--from", "min-stak"), "did you mean min-stack"),
        (("verify",), "which problems?"),
        (("verify", "min-stak"), "did you mean min-stack"),
        (("verify", "min-stack", "--all"), "not both"),
        (("verify", "min-stack", "--only", "speed"), "there is no check 'speed'"),
    ],
)
def test_misuse_is_one_line_with_the_repair(author, words, message) -> None:  # type: ignore[no-untyped-def]
    """What cannot be done as asked ends with 2 and one line on stderr."""
    answer = author(*words)
    assert answer.returncode == 2
    assert message in answer.stderr
    assert answer.stdout == ""
    assert answer.stderr.count("\n") == 1


def test_invalid_folder_fails_and_the_others_are_verified(author) -> None:  # type: ignore[no-untyped-def]
    """--all goes on after a folder that does not load, and ends with 4."""
    shutil.copytree(author.folder / "problems/min-stack", author.folder / "problems/broken")
    (author.folder / "problems/broken/tests.py").unlink()
    answer = author("verify", "--all", "--only", "statement", "--only", "folder")
    assert answer.returncode == 4
    assert "fault: problems/broken/tests.py: is missing" in answer.stdout
    assert "1 problem of 2 fail" in answer.stdout


def test_sound_problem_passes_with_one_document(author) -> None:  # type: ignore[no-untyped-def]
    """With --json there is one document on stdout and nothing else."""
    words = ("--only", "statement", "--only", "workloads", "--only", "starter", "--json")
    answer = author("verify", "min-stack", *words)
    assert answer.returncode == 0
    document = json.loads(answer.stdout)
    assert document["ok"] is True
    assert [check["name"] for check in document["problems"][0]["checks"]] == [
        "statement",
        "workloads",
        "starter",
    ]


def test_mutation_table_is_written(author) -> None:  # type: ignore[no-untyped-def]
    """The table of the docs has a row for each problem and a sum."""
    for path in (author.folder / "reference/min-stack").glob("[!s]*.py"):
        path.unlink()
    toml = author.folder / "problems/min-stack/problem.toml"
    toml.write_text(toml.read_text().partition("\n[[equivalent]]")[0])
    answer = author("verify", "min-stack", "--only", "mutation", "--no-complexity", "--table", "mutation.md")
    assert answer.returncode == 0, answer.stdout
    rows = [line for line in (author.folder / "mutation.md").read_text().splitlines() if line.startswith("|")]
    assert rows[2].startswith("| `min-stack` |")
    assert rows[2].endswith("| 100.0% |")
    assert rows[3].startswith("| **all** |")


def test_the_next_step_names_the_root(author) -> None:  # type: ignore[no-untyped-def]
    """What `judge new` says to run does run, wherever the problem was put."""
    said = author("new", "foo", "--kind", "function", "--problems", "my other").stdout
    assert "judge verify foo --problems 'my other'\n" in said
    gate = author("verify", "foo", "--problems", "my other", "--only", "folder")
    assert "a TODO(author) is left" in gate.stdout


def test_a_new_problem_goes_where_judge_problems_says(author) -> None:  # type: ignore[no-untyped-def]
    """JUDGE_PROBLEMS names the root of a new problem as --problems does; a folder that is missing is made."""
    author.environment["JUDGE_PROBLEMS"] = os.pathsep.join([str(author.folder / "mine"), "problems"])
    made = author("new", "foo", "--kind", "function")
    assert made.returncode == 0, made.stderr
    assert (author.folder / "mine/foo/tests.py").is_file()
    assert not (author.folder / "problems/foo").exists()
    assert author("verify", "foo", "--only", "folder").returncode == 4  # found there, and to be written


def test_the_gate_judges_with_the_seed_that_is_asked_for(author) -> None:  # type: ignore[no-untyped-def]
    """`verify --seed` draws other cases."""
    cases = set()
    for seed in ("0", "7"):
        gate = author("verify", "min-stack", "--only", "cases", "--seed", seed, "--json", "-v")
        assert gate.returncode == 0, gate.stdout
        cases.add(str(json.loads(gate.stdout)["problems"][0]["checks"]))
    assert len(cases) == 2


def test_a_namesake_in_another_root_is_told(author) -> None:  # type: ignore[no-untyped-def]
    """Of two problems of one slug only the first is ever found; `judge new` says which."""
    first = author("new", "min-stack", "--kind", "class", "--problems", "pool/other")
    assert (
        "there is a min-stack already: problems/min-stack; commands take pool/other/min-stack" in first.stderr
    )
    assert author("new", "two-stack-queue", "--kind", "class", "--problems", "pool/other").stderr == ""


@pytest.fixture
def two(author):  # type: ignore[no-untyped-def]
    """The workspace with a second problem, of other kind."""
    for room in ("problems", "reference"):
        shutil.copytree(REPOSITORY / room / "palindrome", author.folder / room / "palindrome")
    return author


def test_problems_beside_each_other_get_what_they_get_alone(two) -> None:  # type: ignore[no-untyped-def]
    """With --jobs every problem has a process of its own; the answer is in the order of the slugs."""
    found = []
    for jobs in ("1", "2"):
        run = two("verify", "--all", "--jobs", jobs, "--no-complexity", "--no-mutation", "--fresh", "--json")
        assert run.returncode == 0, run.stderr
        document = json.loads(run.stdout)
        assert [report["problem"] for report in document["problems"]] == ["min-stack", "palindrome"]
        found.append([{**report, "wall_s": 0} for report in document["problems"]])
    assert found[0] == found[1]


def test_a_process_that_was_not_needed_ends_before_its_parent() -> None:
    """One process does both while the other still starts; it is waited for, and finds what it needs."""
    roots = Roots.find(cwd=REPOSITORY)
    demands = Demands(only=frozenset({"folder"}))
    reports = list(verify_each(roots, ["min-stack", "palindrome"], "auto", demands, 2, lambda _: None))
    assert all(report.ok for report in reports)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [(signal.SIGKILL, 3, "a process that verified problems was killed"), (signal.SIGINT, 130, "interrupted")],
)
def test_an_end_in_the_middle_is_a_clear_line(two, number: int, code: int, words: str) -> None:  # type: ignore[no-untyped-def]
    """A killed process, and Ctrl-C for all of them: one line, and nothing is left running."""
    command = [str(JUDGE), "verify", "--all", "--jobs", "2", "--fresh"]
    with subprocess.Popen(
        command, cwd=two.folder, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        children = Path(f"/proc/{run.pid}/task/{run.pid}/children")

        def workers() -> list[int]:
            pids = [int(pid) for pid in children.read_text().split()]
            return [pid for pid in pids if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]

        until = time.monotonic() + 30
        while len(workers()) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        left = workers()
        assert len(left) == 2
        if number == signal.SIGINT:
            os.killpg(run.pid, number)
        else:
            os.kill(left[0], number)
        _, error = run.communicate(timeout=30)
    assert run.returncode == code, error
    assert words in error
    assert "Traceback" not in error
    until = time.monotonic() + 10
    while any(is_alive(pid) for pid in left) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(is_alive(pid) for pid in left)
