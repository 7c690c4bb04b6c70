"""A plain `judge submit`, which click never sees, differs in nothing but the time."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from judge.cli.plain import FLAGS, is_plain

UNLIKE = ("id", "resources", "limits")


def test_the_answer_is_the_same_with_and_without_click(desk):
    """`--seed 0` means the default, and is not of the plain form: it is judged the usual way."""
    desk.solve("min-stack")
    plain = desk.run("submit", "min-stack", "--no-complexity", "--json")
    usual = desk.run("submit", "min-stack", "--no-complexity", "--json", "--seed", "0")
    first, second = json.loads(plain.out), json.loads(usual.out)
    for name in UNLIKE:
        first.pop(name), second.pop(name)
    assert plain.code == usual.code == 0
    assert first == second


@pytest.mark.parametrize("words", [["min-stak"], ["min-stack", "nowhere.py"], ["min-stack"], []])
def test_errors_are_the_same_with_and_without_click(desk, words):
    """Whatever is wrong with slug or file: the same line, the same exit code."""
    plain = desk.run("submit", *words, "--no-complexity")
    usual = desk.run("submit", *words, "--no-complexity", "--seed", "0")
    assert plain.code == usual.code > 0
    assert plain.err == usual.err != ""
    assert plain.out == usual.out == ""


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        (["submit"], True),
        (["submit", "min-stack"], True),
        (["submit", "--json", "min-stack", "x.py", "--plot"], True),
        (["submit", "min-stack", "x.py", "y.py"], False),
        (["submit", "--help"], False),
        (["submit", "-h"], False),
        (["submit", "--seed", "3"], False),
        (["submit", "--", "--json"], False),
        (["submit", ""], False),
        (["submit", "--no-complexity=1"], False),
        (["test", "min-stack"], False),
        (["--version"], False),
        ([], False),
    ],
)
def test_only_words_and_flags_are_plain(words, plain):
    """Anything that might mean more is left to click."""
    assert is_plain(words) is plain


def test_every_plain_flag_is_one_that_click_knows():
    """The flags that are read without click are flags of the declared command."""
    from judge.cli.submit import submit_command

    flags = {
        name for option in submit_command.params if getattr(option, "is_flag", False) for name in option.opts
    }
    assert flags >= FLAGS


HEAVY = (
    "click",
    "pydantic",
    "hypothesis",
    "tabulate",
    "platformdirs",
    "dataclasses",
    "inspect",
    "socket",
    "subprocess",
)
"""Modules of which each alone costs a tenth of a cold submit, or more."""


def test_a_plain_submit_imports_nothing_heavy(desk):
    """That is what it is for. One forgotten dataclass was a fifth of the judge's own imports."""
    desk.solve("min-stack")
    code = (
        "import sys; sys.argv = ['judge', 'submit', 'min-stack', '--no-complexity']\n"
        "from judge.cli.start import main\n"
        "code = main()\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
        "sys.exit(code)"
    )
    desk.run("submit", "min-stack", "--no-complexity")  # the folder's spec is validated once
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=desk.folder, env=desk.environment, check=False, capture_output=True
    )
    assert (done.returncode, done.stderr.split()) == (0, [])


def _run_with(desk, redirections, words):
    """Run through a shell; return the exit code, what came out, and the processes of the session left over."""
    line = f"exec {desk.command} {words} {redirections}"
    shell = subprocess.Popen(
        ["bash", "-c", line], cwd=desk.folder, env=desk.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True, text=True,
    )  # fmt: skip
    out, err = shell.communicate(timeout=60)
    for _ in range(40):
        left = _session(shell.pid)
        if not left:
            break
        time.sleep(0.05)
    return shell.returncode, out, err, left


def _session(leader):
    """Pids of a session's processes."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except (OSError, ValueError):
            continue
        if entry.name.isdigit() and int(fields[3]) == leader and fields[0] != "Z":
            found.append(int(entry.name))
    return found


@pytest.mark.parametrize(
    ("redirections", "code"),
    [("2>&-", 0), ("<&-", 0), ("<&- 2>&-", 0), (">&-", 3), ("<&- >&- 2>&-", 3), (">/dev/full", 3)],
)
@pytest.mark.parametrize("more", ["", "--json"])
def test_closed_streams_change_no_verdict_and_leave_no_process(desk, redirections, code, more):
    """A socket of ours that becomes stderr would keep the zygote alive for ever: it waits for its end."""
    desk.solve("min-stack")
    found = _run_with(desk, redirections, f"submit min-stack --no-complexity {more}")
    assert found[0] == code
    assert found[3] == []
    if code == 0:
        assert '"AC"' in found[1] if more else "AC, accepted" in found[1]
    elif "2>&-" not in redirections:
        assert "stdout: the answer cannot be written" in found[2]


@pytest.mark.parametrize("words", ["--help", "submit --help", "completion bash"])
def test_a_full_disk_below_a_help_is_no_bug(desk, words):
    """What click prints itself is an answer like the others."""
    code, _, err, _ = _run_with(desk, ">/dev/full", words)
    assert code == 3 and "stdout: the answer cannot be written" in err and "internal error" not in err
