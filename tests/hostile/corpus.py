"""Judge one hostile file and look at what it left behind.

The file's name says the verdict that it must get. Cheats answer rightly only when they got through, so
for them AC is an escape. `python corpus.py BACKEND` judges all of them and prints a line of JSON for each:
that is how the corpus is run as an ordinary user.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(REPOSITORY))

from judge.pipeline import Engine, Options, Submission  # noqa: E402
from judge.spec.discover import Roots  # noqa: E402
from judge.spec.problem import Problem  # noqa: E402

WALL_S = 8.0
LIMITS = f"""\
[limits]
time_floor_s = 2.0
wall_s = {WALL_S}
memory_mb = 128
output_mb = 8

[complexity]
"""

QUIET_S = 0.2
"""A right solution takes less on a machine that is not busy."""

BUSY_FACTOR = 20.0
"""Seconds more for each second that a right solution takes longer: a judging that shrinks runs many."""

X86_ONLY = ("rte_int_0x80",)
"""Machine code of x86-64."""

NOTE = "note-of-a-submission"
PLACES = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "/", str(Path.home()))


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What one hostile file got, and what it left."""

    name: str
    verdict: str
    message: str
    wall_s: float
    right_s: float
    """What a right solution took on this machine at that moment: how busy it is."""
    processes: list[str]
    """Processes that outlived the judging."""
    litter: list[str]
    """Files that outlived the judging."""
    next_verdict: str
    """What a right solution got afterwards."""

    def faults(self) -> list[str]:
        """Every promise that was not kept."""
        wanted = self.name.split("_")[0].upper()
        found = []
        if self.verdict != wanted:
            found.append(f"verdict {self.verdict}, not {wanted}: {self.message}")
        allowed_s = WALL_S + 2.0 + BUSY_FACTOR * max(0.0, self.right_s - QUIET_S)
        if wanted != "CX" and self.wall_s > allowed_s:
            found.append(f"took {self.wall_s:.1f} s, allowed {allowed_s:.1f} s")
        found += [f"left running: {line}" for line in self.processes]
        found += [f"left on disk: {line}" for line in self.litter]
        if self.next_verdict != "AC":
            found.append(f"the next submission, a right one, got {self.next_verdict}")
        return found


def files() -> list[Path]:
    """The hostile files for this machine, sorted."""
    verdicts = ("ac_", "wa_", "cx_", "rte_", "tle_", "mle_", "ole_", "ce_")
    found = sorted(path for path in HERE.glob("*.py") if path.name.startswith(verdicts))
    if os.uname().machine != "x86_64":
        found = [path for path in found if path.stem not in X86_ONLY]
    return found


def load_problem(folder: Path) -> Problem:
    """Copy min-stack with tight limits to `folder`, so that a hang costs seconds, and load it.

    What is slow rather than hostile (cx_) is judged with the problem's own limits, beside it.
    """
    for kind in ("problems", "reference"):
        shutil.copytree(REPOSITORY / kind / "min-stack", folder / kind / "min-stack")
    path = folder / "problems" / "min-stack" / "problem.toml"
    path.write_text(path.read_text().replace("[complexity]\n", LIMITS, 1))
    return Roots.find([folder / "problems"]).load("min-stack")


def judge_file(engine: Engine, problem: Problem, path: Path) -> Aftermath:
    """Judge one hostile file, then a right solution, and look around."""
    reference = Submission.read(problem.reference)
    begin_s = time.monotonic()
    engine.judge(problem, reference, Options(complexity=False))
    right_s = time.monotonic() - begin_s
    before, lying = set(descendants()), set(litter())  # a sandbox may settle on its walls at the first box
    if path.name.startswith("cx_"):
        problem = Roots.find(cwd=REPOSITORY).load("min-stack")
    begin_s = time.monotonic()
    options = Options(complexity=path.name.startswith("cx_"), shrink_budget_s=1.0)
    found = engine.judge(problem, Submission.read(path), options)
    wall_s = time.monotonic() - begin_s
    left = survivors(before)
    after = engine.judge(problem, reference, Options(complexity=False))
    return Aftermath(
        path.name,
        found.verdict.value,
        found.message[:300],
        wall_s,
        right_s,
        left,
        sorted(set(litter()) - lying),
        after.verdict.value,
    )


def descendants() -> list[int]:
    """Every living process below this one, but for boxes that wait for a submission."""
    parents: dict[int, int] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                fields = Path("/proc", name, "stat").read_bytes().rpartition(b")")[2].split()
            except OSError:
                continue
            if fields[0] != b"Z":
                parents[int(name)] = int(fields[1])
    found, pending = [], [os.getpid()]
    while pending:
        here = pending.pop()
        children = [pid for pid, parent in parents.items() if parent == here]
        found += [pid for pid in children if not is_spare(pid)]
        pending += children
    return found


def is_spare(pid: int) -> bool:
    """Whether it is a worker that has not begun to put up its walls: nobody can take that mark off again."""
    try:
        status = Path("/proc", str(pid), "status").read_text()
        words = Path("/proc", str(pid), "cmdline").read_bytes()
    except OSError:
        return False
    return "NoNewPrivs:\t0" in status and b"judge/worker/__main__.py" in words


def survivors(before: set[int]) -> list[str]:
    """Name the new processes that are still there after half a second."""
    for _ in range(10):
        left = set(descendants()) - before
        if not left:
            return []
        time.sleep(0.05)
    lines = []
    for pid in left:
        try:
            lines.append(f"{pid} {Path('/proc', str(pid), 'cmdline').read_bytes()[:100]!r}")
        except OSError:
            continue
    return lines


def litter() -> list[str]:
    """Notes of submissions, and private folders of this process's boxes, wherever they might lie."""
    found = []
    for place in (*PLACES, os.getcwd()):
        try:
            names = os.listdir(place)
        except OSError:
            continue
        found += [
            os.path.join(place, name)
            for name in names
            if name == NOTE or name.startswith(f"judge-{os.getpid()}-")
        ]
    return found


def main(backend: str) -> int:
    """Judge every file on one backend; one line of JSON each, then how many promises were broken."""
    broken = 0
    with tempfile.TemporaryDirectory() as folder, Engine(backend) as engine:
        problem = load_problem(Path(folder))
        for path in files():
            faults = judge_file(engine, problem, path).faults()
            broken += bool(faults)
            print(json.dumps({"file": path.name, "faults": faults}), flush=True)
        print(json.dumps({"layers": list(engine.sandbox.layers()), "isolated": engine.sandbox.isolated()}))
    return broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) > 0)
