"""In a pseudo-terminal: the live line, colours, Ctrl-C, watch, and a first session."""

from __future__ import annotations

import signal
import termios
import time
from pathlib import Path

import pytest

from tests.processes import is_alive

MINE = """
title = "Mine"
company = "C"
role = "R"
minutes = 45
[[parts]]
kind = "discussion"
title = "Talk"
prompt = "Why?"
checklist = {checklist}
[[parts]]
kind = "problem"
problem = "min-stack"
"""

CODE = """
title = "Code"
company = "C"
role = "R"
minutes = 20
[[parts]]
kind = "problem"
problem = "min-stack"
"""


def children_of(pid: int) -> set[int]:
    """Every process below one, from /proc."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(entry.parent.name)] = int(fields[1])
    found: set[int] = set()
    fresh = {pid}
    while fresh:
        fresh = {child for child, parent in parents.items() if parent in fresh} - found
        found |= fresh
    return found


def lined(terminal: int) -> bool:
    """Whether a terminal hands over whole lines, as a shell leaves it."""
    return bool(termios.tcgetattr(terminal)[3] & termios.ICANON)


def gone(pids: set[int], within_s: float = 5.0) -> bool:
    """Whether all of some processes end within a time."""
    until = time.monotonic() + within_s
    while any(is_alive(pid) for pid in pids):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def test_a_terminal_has_colour_and_a_live_line(desk):
    """On a terminal the verdict is coloured and a live line was shown and wiped."""
    desk.solve("min-stack")
    screen = desk.screen("submit", "min-stack", "--no-complexity")
    assert screen.finish() == 0
    assert "\x1b[1;32mAC, accepted" in screen.raw
    assert "testing" in screen.text
    assert "\r\x1b[K" in screen.raw


@pytest.mark.parametrize("words", [["show", "nothing"], ["show", "--no-such"], ["submit", "nothing"]])
def test_no_color_holds_for_errors_too(desk, words):
    """The one line of an error is plain with `--no-color`, also where the command line was not understood."""
    coloured, plain = desk.screen(*words), desk.screen(*words, "--no-color")
    assert coloured.finish() == plain.finish() == 2
    assert "\x1b[31mjudge: " in coloured.raw
    assert "judge: " in plain.raw and "\x1b[" not in plain.raw


@pytest.mark.parametrize(("words", "environment"), [(["--no-color"], {}), ([], {"NO_COLOR": "1"})])
def test_colours_can_be_switched_off(desk, words, environment):
    """`--no-color` and NO_COLOR leave no colour on a terminal."""
    screen = desk.screen("list", *words, **environment)
    assert screen.finish() == 0
    assert "\x1b[" not in screen.raw


def test_ctrl_c_ends_with_130_and_leaves_nothing_running(desk):
    """Ctrl-C in the middle of measuring: 130, one line, no process left."""
    desk.solve("min-stack")
    screen = desk.screen("submit", "min-stack")
    screen.expect("measuring")
    below = children_of(screen.process.pid)
    assert below
    screen.send("\x03")
    assert screen.finish() == 130
    assert "interrupted" in screen.text
    assert "Traceback" not in screen.text
    assert gone(below)


@pytest.mark.parametrize("delay_s", [0.01, 0.03, 0.06, 0.1, 0.2, 0.4])
def test_ctrl_c_at_any_moment_is_no_traceback(desk, delay_s):
    """However early or late Ctrl-C comes: no traceback from the judge, and nothing left running.

    Only while Python itself starts, before the judge's first line, is the end Python's own.
    """
    desk.solve("min-stack")
    screen = desk.screen("submit", "min-stack")
    time.sleep(delay_s)
    below = children_of(screen.process.pid)
    screen.send("\x03")
    code = screen.finish()
    assert "judge/cli/shell.py" not in screen.text
    assert "judge/pipeline.py" not in screen.text
    assert code in (130, 0) or ("interrupted" not in screen.text and code in (1, -signal.SIGINT))
    assert gone(below)


def test_a_closed_terminal_leaves_nothing_running(desk):
    """SIGHUP, as when a terminal is closed, ends the judging and its boxes."""
    desk.solve("min-stack")
    screen = desk.screen("submit", "min-stack")
    screen.expect("measuring")
    below = children_of(screen.process.pid)
    screen.process.send_signal(signal.SIGHUP)
    assert screen.finish() == 128 + signal.SIGHUP
    assert gone(below)


def test_watch_judges_each_save(desk):
    """Watch judges at once and at each save, tests first; q ends it with 0 and nothing is left running."""
    path = desk.solve("min-stack", desk.wrong("wa_strict_less.py"))
    screen = desk.screen("watch", "min-stack")
    screen.expect("WA, wrong answer", "q quit")
    below = children_of(screen.process.pid)
    screen.mark()
    path.write_bytes((desk.folder / "reference/min-stack/solution.py").read_bytes())
    shown = screen.expect("measuring how the cost grows", "AC, accepted", "q quit")
    assert shown.index("measuring how") < shown.index("AC, accepted")
    assert not lined(screen.master)
    screen.send("q")
    assert screen.finish() == 0
    assert gone(below)
    assert lined(screen.master)


def test_watch_tries_the_examples_and_own_cases_before_the_hidden_tests(desk):
    """Each save is tried on the public cases first; a save of own cases tries these alone."""
    own = desk.folder / "submissions/min-stack/cases.py"
    path = desk.solve("min-stack", desk.wrong("wa_strict_less.py"))
    own.write_text('"""\n>>> s = MinStack()\n>>> s.push(5)\n>>> s.getMin()\n4\n"""\n')
    screen = desk.screen("watch", "min-stack", "--no-complexity")
    shown = screen.expect("WA, wrong answer", "failed", "tests ", "q quit")
    assert shown.index("cases.py:2") < shown.index("examples and your own cases: ") < shown.index("CPU time")
    screen.mark()
    own.write_text('"""\n>>> s = MinStack()\n>>> s.push(5)\n>>> s.getMin()\n5\n"""\n')
    screen.expect("examples and your own cases: ", "q quit")
    time.sleep(1.0)
    assert "CPU time" not in screen.expect("q quit")
    screen.mark()
    desk.solve("min-stack")
    shown = screen.expect("AC, accepted", "q quit")
    assert "examples and your own cases: all 3 cases passed" in shown
    screen.mark()
    methods = "".join(f"    def {name}: pass\n" for name in ("pop(self)", "top(self)", "getMin(self)"))
    path.write_text(f"class MinStack:\n    def push(self, val):\n        while True: pass\n{methods}")
    screen.expect("met a limit; not tried after it: 2", "TLE, time limit", "CPU time", "q quit")
    screen.send("q")
    assert screen.finish() == 0


def test_ctrl_c_ends_watch_and_gives_the_terminal_back(desk):
    """Ctrl-C while a judging runs: 130, nothing left running, and the terminal reads lines again."""
    desk.solve("min-stack")
    screen = desk.screen("watch", "min-stack")
    screen.expect("measuring how the cost grows")
    below = children_of(screen.process.pid)
    screen.send("\x03")
    assert screen.finish() == 130, screen.text
    assert gone(below)
    assert lined(screen.master)


def test_watch_drops_a_judging_that_a_newer_save_made_stale(desk):
    """A save while the last one is being measured: only the newer one gets a verdict."""
    path = desk.solve("min-stack")
    screen = desk.screen("watch", "min-stack")
    screen.expect("measuring how the cost grows")
    screen.mark()
    path.write_bytes(desk.wrong("wa_strict_less.py").read_bytes())
    shown = screen.expect("WA, wrong answer", "q quit")
    time.sleep(1.0)
    assert "AC, accepted" not in shown
    screen.send("q")
    assert screen.finish() == 0
    assert "AC, accepted" not in screen.text


def test_watch_sees_saves_by_renaming_and_by_polling(desk):
    """An editor that writes a new file and renames it over the old one is noticed, without any events."""
    path = desk.solve("min-stack", desk.wrong("wa_strict_less.py"))
    screen = desk.screen("watch", "min-stack", "--no-complexity", "--poll")
    screen.expect("WA, wrong answer", "q quit")
    screen.mark()
    fresh = desk.write(
        "submissions/min-stack/.new", (desk.folder / "reference/min-stack/solution.py").read_bytes()
    )
    fresh.replace(path)
    screen.expect("AC, accepted", "q quit")
    screen.send("q")
    assert screen.finish() == 0


def test_the_keys_of_watch(desk):
    """h gives a hint, s the statement, l the list, p plots, r runs again, n goes on to another problem."""
    desk.add_problem("lru-cache")
    desk.solve("min-stack")
    screen = desk.screen("watch", "min-stack")
    screen.expect("AC, accepted", "q quit")
    for key, expected in (
        ("h", "hint 1 of"),
        ("s", "Design a stack"),
        ("l", "lru-cache"),
        ("p", "both logarithmic"),
        ("r", "AC, accepted"),
        ("n", "next: lru-cache"),
    ):
        screen.send(key)
        screen.expect(expected, "q quit")
    assert (desk.folder / "submissions/lru-cache/solution.py").is_file()
    screen.send("q")
    assert screen.finish() == 0


def test_function_keys_are_no_commands(desk):
    """Home, F1 and F2 send sequences that end with h, p and q, also in two reads; none is one of our keys."""
    desk.solve("min-stack")
    screen = desk.screen("watch", "min-stack", "--no-complexity")
    screen.expect("AC, accepted", "q quit")
    screen.send("\x1b[H\x1bOP\x1bOQ\x1b[1;2Q\x1bO")
    time.sleep(0.5)
    screen.send("Q")
    time.sleep(0.5)
    screen.send("s")
    screen.expect("Design a stack", "q quit")
    assert "hint 1 of" not in screen.text
    assert "nothing was measured" not in screen.text
    screen.send("q")
    assert screen.finish() == 0


def test_watch_in_a_plain_pipe(desk):
    """Without a terminal watch prints reports and no control codes, and ends with 130 on SIGINT."""
    import subprocess

    path = desk.solve("min-stack", desk.wrong("wa_strict_less.py"))
    out = (desk.folder / "out.txt").open("wb")
    process = subprocess.Popen(
        [str(desk.command), "watch", "min-stack", "--no-complexity"],
        cwd=desk.folder,
        env=desk.environment,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=out,
        start_new_session=True,
    )

    def wait_for(text: str) -> str:
        until = time.monotonic() + 30
        while text not in (shown := (desk.folder / "out.txt").read_text()):
            assert time.monotonic() < until, shown
            time.sleep(0.05)
        return shown

    try:
        wait_for("WA, wrong answer")
        below = children_of(process.pid)
        path.write_bytes((desk.folder / "reference/min-stack/solution.py").read_bytes())
        shown = wait_for("AC, accepted")
        assert "\x1b" not in shown
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
        assert gone(below)
    finally:
        if process.poll() is None:
            process.kill()
        out.close()


def test_watch_without_a_submission_says_what_to_do(desk):
    """No submission yet: exit code 5 and the command that helps."""
    answer = desk.run("watch", "min-stack")
    assert answer.code == 5
    assert "judge start min-stack" in answer.err


def test_a_round_to_its_scorecard(desk):
    """A round on a terminal: start, discussion with its checklist, code accepted, scorecard."""
    checklist = [f"Point number {at} is covered in full by a good answer." for at in range(1, 9)]
    desk.write("rounds/mine.toml", MINE.format(checklist=checklist))
    screen = desk.screen("round", "start", "mine")
    assert screen.finish() == 0
    assert "Why?" in screen.text
    assert "Point number 1" not in screen.text
    assert "45:00" in screen.text
    again = desk.run("round", "start", "mine")
    assert again.code == 2
    assert "running" in again.err
    screen = desk.screen("round", "next")
    screen.expect("Point number 8", "Which of these did you cover?")
    screen.send("1, 9\n")
    screen.expect("there is no point 9")
    screen.send("1, 3\n")
    screen.expect("code min-stack")
    assert screen.finish() == 0
    desk.solve("min-stack", desk.wrong("wa_strict_less.py"))
    desk.run("submit", "min-stack", "--no-complexity")
    desk.solve("min-stack")
    desk.run("submit", "min-stack")
    status = desk.run("round", "status", "--json").document()
    assert status["running"] is True
    assert [step["state"] for step in status["steps"]] == ["done", "open"]
    card = desk.run("round", "finish", "--json").document()
    talk, code = card["lines"]
    assert (talk["points"], talk["of"]) == (2, 8)
    assert (code["verdict"], code["attempts"], code["complexity"], code["in_time"]) == (
        "AC",
        2,
        "within",
        True,
    )
    assert card["accepted"] == 1
    shown = desk.run("round", "status")
    assert "1 of 1 problem accepted in time, 2 of 8 checklist points" in shown.out
    assert desk.run("round", "finish").code == 2


def test_the_clock_of_a_round_is_seen_while_watching(desk):
    """With a round running, watch without a word watches its open problem and shows the time left."""
    desk.write("rounds/code.toml", CODE)
    assert desk.run("round", "start", "code").code == 0
    desk.solve("min-stack")
    screen = desk.screen("watch", "--no-complexity")
    screen.expect("AC, accepted", "round: 19:5", "left")
    screen.send("q")
    assert screen.finish() == 0


def test_a_random_round(desk):
    """A drawn round takes problems of the workspace and repeats with its seed."""
    first = desk.run(
        "round", "start", "--random", "--minutes", "20", "--difficulty", "easy", "--seed", "3", "--json"
    )
    assert first.code == 0
    assert [part["title"] for part in first.document()["round"]["parts"]] == ["min-stack"]
    assert desk.run("round", "start", "--random", "--difficulty", "hard", "--abandon").code == 2


def test_a_round_whose_problem_is_missing_is_an_invalid_folder(desk):
    """A round that names a problem that is not here ends with 4 and names the file."""
    answer = desk.run("round", "start", "data-structures")
    assert answer.code == 4
    assert "data-structures.toml" in answer.err
    assert "lru-cache" in answer.err


def test_a_first_session(desk):
    """list, show, start, test, fail with a counterexample, fail with CX and a plot, accept, progress."""
    for words, code, expected in (
        (["list"], 0, ["min-stack", "easy"]),
        (["show", "min-stack"], 0, ["Design a stack"]),
        (["start", "min-stack"], 0, ["submissions/min-stack/solution.py"]),
        (["test", "min-stack"], 1, ["expected", "actual"]),
    ):
        screen = desk.screen(*words)
        assert screen.finish() == code
        assert all(text in screen.text for text in expected)
    for name, code, expected in (
        ("wa_strict_less.py", 1, ["WA, wrong answer", "s = MinStack()"]),
        ("cx_min_of_list.py", 1, ["CX, grows faster than required", "both logarithmic"]),
        ("", 0, ["AC, accepted"]),
    ):
        desk.solve("min-stack", desk.wrong(name) if name else None)
        screen = desk.screen("submit", "min-stack")
        assert screen.finish() == code
        assert all(text in screen.text for text in expected)
    screen = desk.screen("progress", columns=60)
    assert screen.finish() == 0
    assert "min-stack" in screen.text
    assert max(len(line) for line in screen.text.splitlines()) <= 60
