"""The command as a whole: help, version, errors, list and show."""

from __future__ import annotations

import subprocess

import pytest


def test_version(desk):
    """`judge --version` names the program and a version."""
    answer = desk.run("--version")
    assert answer.code == 0
    assert answer.out.startswith("judge 0.")


def test_help_begins_with_a_first_session(desk):
    """`judge --help` shows the three commands of a first session and every command."""
    answer = desk.run("--help")
    assert answer.code == 0
    for line in ("judge list", "judge start min-stack", "judge submit min-stack"):
        assert line in answer.out
    for name in ("watch", "hint", "round", "doctor", "batch", "completion"):
        assert name in answer.out


def test_no_command_shows_the_help_and_is_a_usage_error(desk):
    """`judge` alone shows its help and ends with 2."""
    answer = desk.run()
    assert answer.code == 2
    assert "A first session" in answer.out + answer.err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["sumbit"], "did you mean `judge submit`?"),
        (["submit", "min-stak"], "did you mean min-stack?"),
        (["show", "mni-stack"], "did you mean min-stack"),
        (["submit", "--sead", "3", "min-stack"], "--seed"),
        (["submit", "--seed", "three", "min-stack"], "three"),
        (["submit", "--sandbox", "glass", "min-stack"], "glass"),
        (["submit", "--complexity-budget", "-1", "min-stack"], "-1"),
        (["list", "--problems", "nowhere"], "nowhere: is not a folder"),
        (["hint"], "SLUG"),
        (["test"], "as in `judge test min-stack`"),
        (["submit"], "as in `judge submit min-stack`"),
        (["round", "start", "interview-1", "--difficulty", "easy"], "--difficulty belongs to --random"),
        (["round", "start", "interview-1", "--seed", "3"], "--seed belongs to --random"),
    ],
)
def test_usage_errors_are_one_line_and_exit_2(desk, words, expected):
    """A usage error is one line on stderr that starts with `judge: `, nothing on stdout, and exit code 2."""
    answer = desk.run(*words)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith("judge: ")
    assert answer.err.count("\n") == 1
    assert expected in answer.err


def test_list_shows_what_matters(desk):
    """The table has slug, title, difficulty, required complexity and the best verdict."""
    desk.solve("min-stack")
    assert desk.run("submit", "min-stack", "--no-complexity").code == 0
    answer = desk.run("list")
    assert answer.code == 0
    row = next(line for line in answer.out.splitlines() if line.startswith("min-stack"))
    for cell in ("Min Stack", "easy", "O(1)", "AC"):
        assert cell in row


def test_list_as_json_is_one_document(desk):
    """`judge list --json` prints one document with every problem."""
    problem = desk.run("list", "--json").document()["problems"][0]
    assert problem["slug"] == "min-stack"
    assert problem["best"] is None
    assert {"operation": "getMin", "bound": "O(1)", "amortized": False} in problem["required"]


def test_a_broken_folder_is_named_and_the_others_still_work(desk):
    """A broken problem folder gives exit code 4 and a line that names it; the rest of the list is shown."""
    broken = desk.add_problem("lru-cache") / "problem.toml"
    broken.write_text(broken.read_text().replace("title", "titel", 1))
    answer = desk.run("list")
    assert answer.code == 4
    assert "min-stack" in answer.out
    assert "lru-cache/problem.toml" in answer.err
    desk.solve("min-stack")
    assert desk.run("submit", "min-stack", "--no-complexity").code == 0
    refused = desk.run("show", "lru-cache")
    assert refused.code == 4
    assert refused.err.startswith("judge: ")


def test_show_prints_the_statement_and_no_hidden_file(desk):
    """`judge show` prints statement.md, and nothing of the tests."""
    answer = desk.run("show", "min-stack")
    assert answer.code == 0
    assert "Design a stack" in answer.out
    assert ">>> s.getMin()" in answer.out
    assert "hypothesis" not in answer.out.lower()
    document = desk.run("show", "min-stack", "--json").document()
    assert document["slug"] == "min-stack"
    assert "class MinStack" in document["starter"]


def test_a_folder_without_problems_uses_those_beside_the_package(desk, tmp_path_factory):
    """In any folder the project's own problems are found."""
    answer = desk.run("list", cwd=tmp_path_factory.mktemp("elsewhere"))
    assert "min-stack" in answer.out


def test_a_reader_that_goes_away_is_no_error(desk):
    """`judge show | head -1` ends quietly."""
    line = f"'{desk.command}' show min-stack | head -1; echo code=${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=desk.folder,
        env=desk.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "code=0" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
@pytest.mark.parametrize(
    "words",
    ["list", "show min-stack", "start min-stack", "hint min-stack", "progress", "history", "round list",
     "round start interview-1", "solution min-stack --give-up"],
)  # fmt: skip
def test_every_answer_fits_sixty_columns(desk, words, encoding):
    """Tables, statements and texts fit 60 columns, with Unicode and without; code is left alone."""
    desk.solve("min-stack")
    assert desk.run("submit", "min-stack", "--no-complexity").code == 0
    answer = desk.run(*words.split(), COLUMNS="60", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert answer.code == 0, answer.err
    prose = [line for line in answer.out.splitlines() if not line.startswith("    ")]
    assert max(map(len, prose)) <= 60
    assert answer.out.isascii() or encoding == "utf-8"
