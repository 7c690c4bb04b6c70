"""A plain `judge submit`, which click never sees, differs in nothing but the time."""

from __future__ import annotations

import json
import subprocess
import sys

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


def test_a_plain_submit_does_not_import_click(desk):
    """That is what it is for."""
    desk.solve("min-stack")
    code = (
        "import sys; sys.argv = ['judge', 'submit', 'min-stack', '--no-complexity']\n"
        "from judge.cli.start import main\n"
        "code = main()\n"
        "sys.exit(code or ('click' in sys.modules) * 9 or ('pydantic' in sys.modules) * 8)"
    )
    desk.run("submit", "min-stack", "--no-complexity")  # the folder's spec is validated once
    done = subprocess.run([sys.executable, "-c", code], cwd=desk.folder, env=desk.environment, check=False)
    assert done.returncode == 0
