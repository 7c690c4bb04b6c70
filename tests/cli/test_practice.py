"""start, test, hint, solution, progress: the loop around judging."""

from __future__ import annotations

import json
import stat
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


def test_start_writes_the_starter_once(desk):
    """`judge start` copies the starter, tells where, and never overwrites what is there."""
    answer = desk.run("start", "min-stack")
    assert answer.code == 0
    path = desk.folder / "submissions/min-stack/solution.py"
    assert "submissions/min-stack/solution.py" in answer.out
    assert path.read_bytes() == (desk.folder / "problems/min-stack/starter.py").read_bytes()
    path.write_text("mine")
    again = desk.run("start", "min-stack")
    assert again.code == 0
    assert "left as it is" in again.out
    assert path.read_text() == "mine"


def test_reset_asks_and_keeps_a_backup(desk):
    """`--reset` without an answer changes nothing; with --yes the old file is kept beside the new one."""
    path = desk.write("submissions/min-stack/solution.py", "mine")
    refused = desk.run("start", "min-stack", "--reset")
    assert refused.code == 2
    assert path.read_text() == "mine"
    document = desk.run("start", "min-stack", "--reset", "--yes", "--json").document()
    assert document["created"] is True
    assert (desk.folder / document["backup"]).read_text() == "mine"
    assert "class MinStack" in path.read_text()


def test_reset_asks_on_a_terminal(desk):
    """On a terminal the question is asked, and a no leaves the file alone."""
    path = desk.write("submissions/min-stack/solution.py", "mine")
    screen = desk.screen("start", "min-stack", "--reset")
    screen.expect("Replace submissions/min-stack/solution.py")
    screen.send("n\n")
    assert screen.finish() == 2
    assert path.read_text() == "mine"
    screen = desk.screen("start", "min-stack", "--reset")
    screen.expect("Replace")
    screen.send("y\n")
    assert screen.finish() == 0
    assert "class MinStack" in path.read_text()


def test_edit_opens_the_editor_with_the_file(desk):
    """VISUAL is started, with its arguments, on the file; EDITOR where VISUAL is not set."""
    editor = desk.write("editor", '#!/bin/sh\necho "$@" > edited\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    assert desk.run("start", "min-stack", "--edit", VISUAL=f"{editor} --wait", EDITOR="false").code == 0
    assert (desk.folder / "edited").read_text() == "--wait submissions/min-stack/solution.py\n"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "neither VISUAL nor EDITOR is set"),
        ({"EDITOR": "no-such-editor"}, "cannot be started"),
        ({"EDITOR": "false"}, "ended with 1"),
    ],
)
def test_an_editor_that_is_not_there_is_a_clear_line(desk, environment, expected):
    """The file is there all the same, and the line says what to set."""
    answer = desk.run("start", "min-stack", "--edit", **environment)
    assert answer.code == 2
    assert expected in answer.err
    assert (desk.folder / "submissions/min-stack/solution.py").is_file()


def test_a_place_that_cannot_be_written_is_a_clear_line(desk):
    """Something in the way of submissions/ is named, with exit code 2."""
    desk.write("submissions", "in the way")
    answer = desk.run("start", "min-stack")
    assert answer.code == 2
    assert answer.err.startswith("judge: submissions/min-stack/solution.py: cannot be written")


def test_examples_and_own_cases_run_side_by_side(desk):
    """`judge test` shows expected against actual for what fails, what it printed, and runs the own cases."""
    desk.run("start", "min-stack")
    desk.solve("min-stack", desk.wrong("wa_strict_less.py"))
    passed = desk.run("test", "min-stack", "--json").document()
    names = [case["name"] for case in passed["cases"]]
    assert names == ["example 1", "example 2"]
    assert (passed["verdict"], passed["message"]) == ("AC", "")
    cases = desk.folder / "submissions/min-stack/cases.py"
    cases.write_text(
        cases.read_text()
        + '"""\n>>> s = MinStack()\n>>> s.push(0)\n>>> s.pop()\n>>> s.push(1)\n>>> s.getMin()\n1\n"""\n'
    )
    answer = desk.run("test", "min-stack")
    assert answer.code == 1
    row = next(line for line in answer.out.splitlines() if "!" in line and "getMin()" in line)
    assert row.split() == ["!", "getMin()", "1", "0"]
    desk.solve("min-stack")
    assert desk.run("test", "min-stack").code == 0


@pytest.mark.parametrize("text", ["", "assert MinStack().getMin() == 1\n"])
def test_own_cases_that_are_none_are_told(desk, text):
    """A cases.py without a session is not passed over in silence."""
    desk.solve("min-stack")
    desk.write("submissions/min-stack/cases.py", text)
    answer = desk.run("test", "min-stack")
    assert answer.code == 0
    assert "cases.py holds no case; write each as a session: >>> s = MinStack(...)" in answer.err


def test_prints_are_shown_with_their_case(desk):
    """What a case prints stands below it."""
    source = desk.solve("min-stack").read_text()
    desk.write(
        "submissions/min-stack/solution.py",
        source.replace("low = min", "print('pushing', val)\n        low = min"),
    )
    answer = desk.run("test", "min-stack")
    assert answer.code == 0
    assert "pushing -2" in answer.out


def test_own_cases_as_json_and_their_mistakes(desk):
    """cases.json is read too; a mistake in it names the file and the case."""
    desk.solve("min-stack")
    desk.write(
        "submissions/min-stack/cases.json", '[{"calls": [["push", 3], ["getMin"]], "expected": [null, 4]}]'
    )
    document = desk.run("test", "min-stack", "--json").document()
    assert document["failed"] == 1
    assert (document["verdict"], document["message"]) == ("WA", "getMin(): expected 4, got 3")
    desk.write("submissions/min-stack/cases.json", '[{"calls": [["psh", 3]]}]')
    answer = desk.run("test", "min-stack")
    assert answer.code == 2
    assert "cases.json" in answer.err
    assert "psh" in answer.err


def test_a_file_that_does_not_compile_fails_the_test_command(desk):
    """`judge test` of a broken file says CE with the line, and ends with 1."""
    desk.write("submissions/min-stack/solution.py", "class MinStack\n")
    answer = desk.run("test", "min-stack")
    assert answer.code == 1
    assert answer.out.startswith("CE, cannot be judged")
    assert "line 1" in answer.out
    assert desk.run("test", "min-stack", "--json").document()["verdict"] == "CE"


def test_hints_come_one_by_one_and_are_remembered(desk):
    """Each call gives one hint more; after the last, all of them."""
    numbers = []
    for _ in range(5):
        document = desk.run("hint", "min-stack", "--json").document()
        numbers.append((document["number"], len(document["hints"])))
    last = document["of"]
    assert numbers == [(min(at, last), min(at, last)) for at in range(1, 6)]


def test_the_solution_is_for_those_who_solved_it_or_gave_up(desk):
    """Not before acceptance; with --give-up at once, which is recorded; after acceptance freely."""
    refused = desk.run("solution", "min-stack")
    assert refused.code == 2
    assert "--give-up" in refused.err
    shown = desk.run("solution", "min-stack", "--give-up")
    assert shown.code == 0
    assert "def getMin" in shown.out
    assert desk.run("solution", "min-stack").code == 0
    desk.solve("min-stack")
    desk.run("submit", "min-stack", "--no-complexity")
    progress = desk.run("progress", "--json").document()["problems"][0]
    assert progress["gave_up"] is True


def test_the_solution_after_acceptance(desk):
    """An accepted submission opens the solution, with its explanation."""
    desk.solve("min-stack")
    desk.run("submit", "min-stack", "--no-complexity")
    document = desk.run("solution", "min-stack", "--json").document()
    assert document["solved"] is True
    assert document["explanation"]


def test_progress_counts_and_advises(desk):
    """Attempts, first AC, topics, the calendar, and what is next by SM-2."""
    desk.add_problem("lru-cache")
    desk.solve("min-stack", desk.wrong("wa_strict_less.py"))
    desk.run("submit", "min-stack", "--no-complexity")
    desk.solve("min-stack")
    desk.run("submit", "min-stack", "--no-complexity")
    document = desk.run("progress", "--json").document()
    entry = document["problems"][0]
    assert (entry["slug"], entry["best"], entry["attempts"], entry["attempts_to_first"]) == (
        "min-stack",
        "AC",
        2,
        2,
    )
    assert document["next"] == [{"slug": "lru-cache", "reason": "new to you (medium)"}]
    assert list(document["days"].values()) == [2]
    assert "SM-2" in document["formula"]
    text = desk.run("progress").out
    assert "Mon" in text
    assert "judge start lru-cache" in text


def test_two_starts_at_once_are_both_served(desk):
    """One writes the files, the others leave them as they are, and nobody is told of an error."""
    words = [str(desk.command), "start", "min-stack", "--json"]
    options = {"cwd": desk.folder, "env": desk.environment, "stdout": subprocess.PIPE}
    started = [subprocess.Popen(words, **options) for _ in range(6)]
    answers = [json.loads(process.communicate(timeout=60)[0]) for process in started]
    assert [process.returncode for process in started] == [0] * 6
    assert sum(answer["created"] for answer in answers) == 1


def test_of_two_rounds_started_at_once_one_runs(desk):
    """The others are told which one is running."""
    words = [str(desk.command), "round", "start", "--random"]
    options = {"cwd": desk.folder, "env": desk.environment, "text": True}
    started = [
        subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
        for _ in range(4)
    ]
    told = [process.communicate(timeout=60)[1] for process in started]
    assert sorted(process.returncode for process in started) == [0, 2, 2, 2], told
    assert sum("is running" in text for text in told) == 3


def test_a_full_disk_leaves_no_empty_starter(desk):
    """A file that could not be written is not taken for the contestant's own the next time."""
    done = subprocess.run(
        ["bash", "-c", f"ulimit -f 0; exec {desk.command} start min-stack"],
        cwd=desk.folder, env=desk.environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2 and "cannot be written" in done.stderr
    assert not list((desk.folder / "submissions").rglob("*.py"))
    assert desk.run("start", "min-stack", "--json").document()["created"] is True


def test_a_new_problem_in_a_deleted_folder_writes_nothing(desk):
    """What is refused is refused before anything is written."""
    gone = desk.folder / "gone"
    gone.mkdir()
    words = f"cd {gone}; rmdir {gone}; exec {desk.command} new two-stack-queue --kind class"
    environment = {**desk.environment, "JUDGE_PROBLEMS": str(desk.folder / "problems")}
    done = subprocess.run(
        ["bash", "-c", words], cwd=desk.folder, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2 and "was deleted" in done.stderr
    assert not (desk.folder / "problems/two-stack-queue").exists()


def test_a_file_in_the_way_is_named(desk):
    """Where submissions/ is a file, the starter has no place: one line that says so."""
    desk.write("submissions", "mine")
    answer = desk.run("start", "min-stack")
    assert (answer.code, answer.out) == (2, "")
    assert "submissions" in answer.err and answer.err.count("\n") == 1


def test_history_lists_the_newest_first(desk):
    """`judge history` is newest first, for one problem or all."""
    desk.solve("min-stack")
    ids = [desk.run("submit", "min-stack", "--no-complexity", "--json").document()["id"] for _ in range(2)]
    lines = desk.run("history", "--json").document()["judgings"]
    assert [line["id"] for line in lines] == ids[::-1]
    assert ids[0] in desk.run("history", "min-stack").out
    assert lines[0]["path"] == "submissions/min-stack/solution.py"
    below = desk.run("history", "--json", cwd=desk.folder / "submissions").document()["judgings"]
    assert below[0]["path"] == "min-stack/solution.py"
    outside = desk.run("history", "--json", cwd=desk.folder / "problems").document()["judgings"]
    assert outside[0]["path"] == str(desk.folder / "submissions/min-stack/solution.py")
    assert desk.run("history", "mn-stack").code == 2


def keys_of(value, inside=""):
    """Every key of a document but those that are words of somebody else: days, and kinds of mutants."""
    if isinstance(value, list):
        return {key for item in value for key in keys_of(item)}
    if not isinstance(value, dict) or inside in ("days", "kinds"):
        return set()
    return set(value) | {key for name, item in value.items() for key in keys_of(item, name)}


def test_every_key_of_every_document_is_described(desk):
    """docs/json.md says what each command's document holds, under the command's own heading."""
    parts = (PROJECT / "docs/json.md").read_text().split("## The other commands")[1].split("\n### ")
    assert desk.run("round", "status", "--json").document() == {"schema": 1, "running": False}
    for line in (
        "list", "show min-stack", "start min-stack", "test min-stack", "submit min-stack --no-complexity",
        "hint min-stack", "solution min-stack --give-up", "history", "progress", "round list",
        "round start interview-1", "round status", "round next --points none", "round finish --points none",
        "round status", "verify min-stack --only folder", "doctor", "new two-stack-queue --kind class",
    ):  # fmt: skip
        document = desk.run(*line.split(), "--json").document()
        assert document["schema"] == 1
        if line.startswith("submit"):
            continue  # the first part of the page is its model's, and judged here for history and progress
        (described,) = [part for part in parts if f"`judge {line.split()[0]}`" in part.splitlines()[0]]
        missing = [key for key in keys_of(document) - {"schema"} if f"`{key}`" not in described]
        assert not missing, f"{line}: {missing}"


def test_topics_are_found_however_they_are_written(desk):
    """--topic knows no upper case; one that no problem has is refused, with those that there are."""
    desk.add_problem("palindrome")
    slugs = [p["slug"] for p in desk.run("list", "--topic", "STACK", "--json").document()["problems"]]
    assert slugs == ["min-stack"]
    assert "No problem is" in desk.run("list", "--topic", "Stack", "--difficulty", "hard").out
    refused = desk.run("list", "--topic", "nonsense")
    assert (refused.code, refused.out) == (2, "")
    assert "no topic 'nonsense'; there are " in refused.err
    assert "stack" in refused.err
