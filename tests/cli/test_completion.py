"""Shell completion, asked the way the shells ask."""

from __future__ import annotations

import shutil
import subprocess

import pytest


def offered(desk, *words: str) -> list[str]:
    """What zsh's side of the protocol is offered for the last word: values only."""
    answer = desk.run(
        _JUDGE_COMPLETE="fish_complete", COMP_WORDS=" ".join(["judge", *words[:-1]]), COMP_CWORD=words[-1]
    )
    assert answer.code == 0
    return [line.split(",", 1)[1].split("\t")[0] for line in answer.out.splitlines() if line]


def test_commands_slugs_ids_and_rounds_are_offered(desk):
    """Each place offers what belongs there."""
    desk.add_problem("lru-cache")
    desk.solve("min-stack")
    id = desk.run("submit", "min-stack", "--no-complexity", "--json").document()["id"]
    assert offered(desk, "su") == ["submit"]
    assert offered(desk, "hint", "") == ["lru-cache", "min-stack"]
    assert offered(desk, "submit", "mi") == ["min-stack"]
    assert offered(desk, "watch", "l") == ["lru-cache"]
    assert offered(desk, "report", id[:2]) == [id]
    assert offered(desk, "round", "start", "interview-3") == ["interview-3"]
    assert "--no-complexity" in offered(desk, "submit", "--no")


def test_outside_of_any_workspace_nothing_breaks(desk):
    """A broken root offers nothing, and is no error."""
    assert offered(desk, "hint", "--problems", "nowhere", "") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script(desk, shell):
    """`judge completion SHELL` prints a script that names the program."""
    answer = desk.run("completion", shell)
    assert answer.code == 0
    assert "_JUDGE_COMPLETE" in answer.out
    if shutil.which(shell):
        checked = subprocess.run([shell, "-n"], input=answer.out, capture_output=True, text=True, check=False)
        assert (checked.returncode, checked.stderr) == (0, "")


def test_bash_completes_a_slug(desk):
    """A real bash with the script loaded completes `judge submit mi` to min-stack."""
    script = desk.run("completion", "bash").out
    script += 'COMP_WORDS=(judge submit mi); COMP_CWORD=2; _judge_completion judge; echo "${COMPREPLY[@]}"\n'
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=desk.folder,
        env={**desk.environment, "PATH": f"{desk.command.parent}:{desk.environment['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["min-stack"]


def test_an_unknown_shell_is_a_usage_error(desk):
    """Only the three shells are known."""
    answer = desk.run("completion", "tcsh")
    assert answer.code == 2
    assert "tcsh" in answer.err
