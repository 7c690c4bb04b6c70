"""A desk for batches: the tiny problem of bench/tiny, a workspace, and the real command."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
TINY = REPOSITORY / "bench" / "tiny" / "problems"
JUDGE = Path(sys.executable).with_name("judge")

RIGHT = "def twice(x):\n    return x + x  # {}\n"
WRONG = "def twice(x):\n    return x * x  # {}\n"
BROKEN = "def twice(x:  # {}\n"
RAISES = "def twice(x):\n    return [][x]  # {}\n"
HANGS = "def twice(x):\n    while True:\n        pass\n"
KILLS = "import os\n\n\ndef twice(x):\n    os.kill(os.getppid(), 9)\n"


KINDS = ((RIGHT, "AC"), (BROKEN, "CE"), (RIGHT, "AC"), (BROKEN, "CE"), (RIGHT, "AC"))


def _kind(at: int) -> tuple[str, str]:
    return (WRONG, "WA") if at % 50 == 7 else KINDS[at % 5]


def many(count: int) -> list[str]:
    """Right, broken and now and then wrong programs, all different."""
    return [_kind(at)[0].format(at) for at in range(count)]


def expected(count: int) -> dict[str, str]:
    """What each of `many` must earn, by id."""
    return {f"s{at}": _kind(at)[1] for at in range(count)}


@dataclass(frozen=True)
class Answer:
    """What one command came to."""

    code: int
    out: str
    err: str

    def summary(self) -> Any:
        """The document of --json."""
        return json.loads(self.out)


class Desk:
    """A workspace whose problems are the tiny ones."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "out.jsonl"
        self.environment = {
            **{k: v for k, v in os.environ.items() if k not in ("JUDGE_PROBLEMS", "COLUMNS")},
            "JUDGE_PROBLEMS": str(TINY),
        }
        self.started: list[subprocess.Popen[bytes]] = []

    def samples(self, sources: list[str], name: str = "in.jsonl") -> Path:
        """Write sources as JSONL with the ids s0, s1 ..."""
        path = self.folder / name
        lines = [
            json.dumps({"id": f"s{at}", "problem": "twice", "source": source})
            for at, source in enumerate(sources)
        ]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def words(self, input: Path | str, *more: str) -> list[str]:
        """The command line of a batch into this desk's output, without measuring."""
        return [str(JUDGE), "batch", str(input), "--output", str(self.output), "--no-complexity", *more]

    def run(self, input: Path | str, *more: str, stdin: str = "", **popen: Any) -> Answer:
        """Run a batch to its end."""
        done = subprocess.run(
            self.words(input, *more),
            cwd=self.folder,
            env=self.environment,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=180,
            check=False,
            **popen,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def start(self, words: list[str], **environment: str) -> subprocess.Popen[bytes]:
        """Start a command and return at once."""
        process = subprocess.Popen(
            words,
            cwd=self.folder,
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def lines(self) -> list[dict[str, Any]]:
        """The whole lines of the output."""
        if not self.output.exists():
            return []
        text = self.output.read_bytes()
        return [json.loads(line) for line in text[: text.rfind(b"\n") + 1].splitlines()]

    def verdicts(self) -> dict[str, str]:
        """Id -> verdict; fails where an id has two lines."""
        lines = self.lines()
        found = {line["id"]: line["verdict"] for line in lines}
        assert len(found) == len(lines), "a submission has two verdicts"
        return found

    def await_lines(self, count: int, timeout_s: float = 60.0) -> None:
        """Wait until the output has so many lines."""
        wait_for(lambda: len(self.lines()) >= count, timeout_s)


def wait_for(condition: Callable[[], bool], timeout_s: float = 60.0) -> None:
    """Wait until something is so."""
    until = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < until, "waited for too long"
        time.sleep(0.02)


def workers_of(pid: int) -> list[int]:
    """The batch worker processes below a process."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if b"judge.batch.worker" in words and parent == pid:
            found.append(int(folder.name))
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty workspace."""
    made = Desk(tmp_path)
    yield made
    for process in made.started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
