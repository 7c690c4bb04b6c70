"""`pytest --judge submissions/`, run as its users run it."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from importlib.metadata import entry_points
from pathlib import Path

import pytest

TINY = Path(__file__).resolve().parents[2] / "bench" / "tiny" / "problems"


@pytest.fixture
def classroom(tmp_path: Path) -> Path:
    """A folder with submissions, and an ordinary test beside it."""
    for name, source in {
        "ada.py": "def twice(x):\n    return x + x\n",
        "bob.py": "def twice(x):\n    print('hello', x)\n    return x * x\n",
        "cleo.py": "def twice(x:\n",
    }.items():
        (tmp_path / "submissions" / "twice").mkdir(parents=True, exist_ok=True)
        (tmp_path / "submissions" / "twice" / name).write_text(source)
    (tmp_path / "test_ordinary.py").write_text("def test_ordinary():\n    pass\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers\n")
    return tmp_path


INSTALLED = any(point.value == "judge.pytest_plugin" for point in entry_points(group="pytest11"))
"""Whether this installation is recent enough to have the entry point; else the plugin is named."""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    loading = [] if INSTALLED else ["-p", "judge.pytest_plugin"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *loading, f"--judge-problems={TINY}", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_each_submission_is_an_item(classroom: Path) -> None:
    """Accepted passes; the others fail with their report, the smallest failing case in it."""
    done = run(classroom, "--judge", "submissions", "--junitxml", "out.xml")
    assert done.returncode == 1 and "2 failed, 1 passed" in done.stdout
    assert (
        "twice(" in done.stdout
        and "WA, wrong answer" in done.stdout
        and "CE, cannot be judged" in done.stdout
    )
    names = {case.get("name") for case in ET.parse(classroom / "out.xml").iter("testcase")}
    assert names == {"twice/ada.py", "twice/bob.py", "twice/cleo.py"}


def test_items_are_chosen_like_others(classroom: Path) -> None:
    """-k chooses submissions; what is not chosen is not judged."""
    done = run(classroom, "--judge", "submissions", "-k", "ada")
    assert done.returncode == 0 and "1 passed, 2 deselected" in done.stdout


def test_ordinary_tests_go_along(classroom: Path) -> None:
    """Named files are collected beside the submissions."""
    done = run(classroom, "test_ordinary.py", "--judge", "submissions", "-k", "ada or ordinary")
    assert "2 passed" in done.stdout


def test_nothing_from_the_box_reaches_the_terminal_raw(classroom: Path) -> None:
    """What a submission prints and how its file is called are spelled out."""
    folder = classroom / "submissions" / "twice"
    (folder / "eve\x1b[2J.py").write_text(
        "print('\\x1b]0;owned\\x07\\u202e')\ndef twice(x):\n    return x * x\n"
    )
    done = run(classroom, "--judge", "submissions", "-k", "eve", "-v")
    assert "1 failed" in done.stdout and "\\x1b]0;owned" in done.stdout
    assert not set("\x1b\x07\u202e") & set(done.stdout + done.stderr)


def test_without_the_option_nothing_is_judged(classroom: Path) -> None:
    """The plugin alone changes nothing."""
    done = run(classroom)
    assert done.returncode == 0 and "1 passed" in done.stdout


def test_a_folder_that_is_not_there(classroom: Path) -> None:
    """A usage error that names it."""
    done = run(classroom, "--judge", "nowhere")
    assert done.returncode == 4 and "nowhere is not a folder" in done.stderr


def test_an_unknown_problem_fails_its_items(classroom: Path) -> None:
    """One clear line, no traceback."""
    (classroom / "submissions" / "twice").rename(classroom / "submissions" / "thrice")
    done = run(classroom, "--judge", "submissions", "-k", "ada")
    assert done.returncode == 1 and "no problem 'thrice'" in done.stdout and "Traceback" not in done.stdout


def test_what_cannot_be_judged_fails(classroom: Path) -> None:
    """A loose file and a link out of the folder are failures with their reason, as `judge batch` warns."""
    (classroom / "submissions" / "lost.py").write_text("x")
    (classroom / "submissions" / "twice" / "out.py").symlink_to(classroom / "test_ordinary.py")
    done = run(classroom, "--judge", "submissions", "-k", "ada or lost or out")
    assert done.returncode == 1 and "2 failed, 1 passed" in done.stdout
    assert "judge: lost.py: belongs to no problem" in done.stdout
    assert "judge: twice/out.py: is a link to a file outside" in done.stdout
    assert "Traceback" not in done.stdout


def test_the_plugin_is_installed() -> None:
    """The entry point is declared, so that the option is there without -p."""
    import tomllib

    project = tomllib.loads((TINY.parents[2] / "pyproject.toml").read_text())["project"]
    assert project["entry-points"]["pytest11"] == {"judge": "judge.pytest_plugin"}
