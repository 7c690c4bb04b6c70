"""A batch of very many tiny submissions, with a worker killed in the middle.

    python bench/scale.py [--submissions 100000] [--jobs N] [--keep FOLDER]

Generated variants of right and wrong solutions of bench/tiny; the real command. Checks that every submission
has its verdict once and as expected; samples the client's memory and the pace. Prints a table and writes
bench/results/scale.json. Targets: memory flat from the first thousand to the last (at most 1.1 times), and
the last thousand at most 1.1 times as long as the first (the median of tenths of a long run is compared, and
neither has the start or the killed worker in it).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from judge import __version__
from judge.api import cores

RESULTS = Path(__file__).parent / "results" / "scale.json"
PROBLEMS = Path(__file__).parent / "tiny" / "problems"
FLAT = 1.1
Sample = tuple[float, int, int]
"""Seconds, verdicts, the client's bytes."""
WRONG_EVERY = 500
"""A wrong answer costs as much as fifty right ones: its case is repeated and made small."""

RIGHT = (
    "def twice(x):\n    return x + x  # {}\n",
    "def twice(x):\n    return 2 * x  # {}\n",
    "def twice(x):\n    number_{} = x\n    return number_{} << 1\n",
)
BROKEN = ("def twice(x:  # {}\n", "return {}\n", "def thrice(x):\n    return {}\n")
WRONG = "def twice(x):\n    return x * x + {}\n"


def variant(at: int) -> tuple[str, str]:
    """Return a submission and the verdict that it must earn."""
    if at % WRONG_EVERY == 77:
        return WRONG.replace("{}", str(at)), "WA"
    kinds, code = (RIGHT, "AC") if at % 2 else (BROKEN, "CE")
    return kinds[at // 2 % len(kinds)].replace("{}", str(at)), code


def write_input(path: Path, count: int) -> None:
    """Write the input as JSONL."""
    with path.open("w") as stream:
        for at in range(count):
            stream.write(json.dumps({"id": str(at), "problem": "twice", "source": variant(at)[0]}) + "\n")


def own_bytes(pid: int) -> int:
    """Memory that a process made itself: pages of files come and go as the kernel likes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024
    return 0


def workers_of(pid: int) -> list[int]:
    """Worker processes of a client."""
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        if b"judge.batch.worker" in Path(f"/proc/{child}/cmdline").read_bytes():
            found.append(int(child))
    return found


def watch(process: subprocess.Popen[bytes], output: Path, count: int) -> tuple[list[Sample], bool]:
    """Sample (seconds, verdicts, client's bytes) until the end; kill a worker in the middle."""
    samples: list[Sample] = []
    begin_s, done, at, killed = time.monotonic(), 0, 0, False
    while process.poll() is None:
        time.sleep(0.2)
        if not output.exists():
            continue
        with output.open("rb") as stream:
            stream.seek(at)
            while part := stream.read(1 << 20):
                at += len(part)
                done += part.count(b"\n")
        try:
            samples.append((time.monotonic() - begin_s, done, own_bytes(process.pid)))
            if not killed and done >= count // 2:
                os.kill(workers_of(process.pid)[0], signal.SIGKILL)
                killed = True
        except (OSError, IndexError):
            continue
    return samples, killed


def check(output: Path, count: int) -> tuple[int, int]:
    """Return how many verdicts are missing or doubled, and how many are not as expected."""
    times: Counter[str] = Counter()
    unexpected = 0
    with output.open("rb") as stream:
        for line in stream:
            record = json.loads(line)
            times[record["id"]] += 1
            unexpected += record["verdict"] != variant(int(record["id"]))[1]
    odd = sum(times[str(at)] != 1 for at in range(count)) + sum(1 for id in times if int(id) >= count)
    return odd, unexpected


def pace(samples: list[Sample], low: int, high: int) -> float:
    """Seconds for each thousand verdicts between two counts."""
    inside = [(at_s, done) for at_s, done, _ in samples if low <= done <= high]
    if len(inside) < 2 or inside[-1][1] == inside[0][1]:
        return float("nan")
    return 1000 * (inside[-1][0] - inside[0][0]) / (inside[-1][1] - inside[0][1])


def measure(count: int, jobs: int, folder: Path) -> dict[str, Any]:
    """Run the batch, and hold it against what must be."""
    source, output = folder / "in.jsonl", folder / "out.jsonl"
    write_input(source, count)
    words = [str(Path(sys.executable).with_name("judge")), "batch", str(source), "--output", str(output)]
    words += ["--problems", str(PROBLEMS), "--no-complexity", "--jobs", str(jobs), "--json"]
    begin_s = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder)
    samples, killed = watch(process, output, count)
    wall_s = time.monotonic() - begin_s
    assert process.stdout is not None
    summary = json.loads(process.stdout.read())
    odd, unexpected = check(output, count)
    tenth = max(count // 10, min(1000, count // 3))
    early = [size for _, done, size in samples if done >= min(1000, count // 10)]
    return {
        "submissions": count,
        "verdicts": summary["verdicts"],
        "missing_or_doubled": odd,
        "unexpected": unexpected,
        "worker_killed": killed,
        "wall_s": round(wall_s, 1),
        "rate": round(count / wall_s, 1),
        "thousand_first_s": round(pace(samples, count // 100, tenth), 3),
        "thousand_last_s": round(pace(samples, count - tenth, count), 3),
        "client_bytes_first": early[0] if early else 0,
        "client_bytes_last": statistics.median(early[-5:]) if early else 0,
    }


def main() -> int:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=cores())
    parser.add_argument("--keep", type=Path, help="Leave input and output in this folder.")
    chosen = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as made:
        folder = chosen.keep or Path(made)
        folder.mkdir(exist_ok=True)
        found = measure(chosen.submissions, chosen.jobs, folder)
    slower = found["thousand_last_s"] / found["thousand_first_s"]
    larger = found["client_bytes_last"] / max(1, found["client_bytes_first"])
    held = {
        "every verdict once and as expected": not found["missing_or_doubled"] and not found["unexpected"],
        "a worker was killed": found["worker_killed"],
        f"cost flat: {slower:.2f}": slower <= FLAT,
        f"memory flat: {larger:.2f}": larger <= FLAT,
    }
    for name, value in found.items():
        print(f"{name:<22}{value}")
    for name, holds in held.items():
        print(f"{'held' if holds else 'NOT held':<10}{name}")
    print(f"load before: {load:.1f} on {os.cpu_count()} cores")
    RESULTS.parent.mkdir(exist_ok=True)
    document = {"judge": __version__, "python": platform.python_version(), "load_before": load, **found}
    RESULTS.write_text(
        json.dumps({**document, "cost_ratio": slower, "memory_ratio": larger}, indent=2) + "\n"
    )
    return 0 if all(held.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
