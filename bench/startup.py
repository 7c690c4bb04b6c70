"""How long a box takes: from a warm zygote, and cold, beside the interpreter's own start.

    python bench/startup.py [--rounds 200] [--docker]

Warm is open() to the first reply of a trivial submission. Cold is everything: spawn a zygote, put up the
walls, first reply. `python -I -S -c pass` runs in the same rounds, alternating, so that all see the same
machine. Prints a table and writes bench/results/startup.json. Targets, on an idle machine: warm at most
5 ms in the median, cold at most 25 ms on top of the interpreter.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

from judge.sandbox import Backend, Launch, Limits, Sandbox
from judge.sandbox.local import LocalBackend
from judge.sandbox.zygote import interpreter
from judge.wire.frames import to_message

RESULTS = Path(__file__).parent / "results" / "startup.json"
SPEC = {
    "class": "",
    "functional": False,
    "init": 0,
    "methods": [],
    "forbid": [],
    "packages": [],
    "adapter": "",
    "recursion": 1000,
}
LOAD = to_message(("load", b"x = 1\n", SPEC))
WARM_TARGET_MS = 5.0
COLD_TARGET_MS = 25.0


def reply_once(sandbox: Sandbox) -> float:
    """Open a box and get one reply; return the milliseconds that took. Closing is not among them."""
    begin = time.perf_counter()
    session = sandbox.open(Launch(Limits()))
    session.send(LOAD)
    session.receive()
    spent_ms = (time.perf_counter() - begin) * 1e3
    session.close()
    return spent_ms


def start_cold(backend: Backend) -> float:
    """From nothing to the first reply, in milliseconds."""
    begin = time.perf_counter()
    sandbox = backend.start()
    starting_ms = (time.perf_counter() - begin) * 1e3
    with sandbox:
        return starting_ms + reply_once(sandbox)


def start_bare() -> float:
    """The interpreter alone, in milliseconds."""
    begin = time.perf_counter()
    subprocess.run([interpreter(), "-I", "-S", "-c", "pass"], check=True)
    return (time.perf_counter() - begin) * 1e3


def measure(rounds: int, docker: bool) -> dict[str, list[float]]:
    """Alternate all kinds of start; return milliseconds of each."""
    times: dict[str, list[float]] = {}
    sandboxes: dict[str, Sandbox] = {
        "local warm, every wall": LocalBackend().start(),
        "local warm, no cgroup": LocalBackend(without=frozenset({"cgroup"})).start(),
        "local warm, no namespaces": LocalBackend(without=frozenset({"namespaces", "cgroup"})).start(),
    }
    cold: dict[str, Backend] = {
        "local cold, every wall": LocalBackend(),
        "local cold, no cgroup": LocalBackend(without=frozenset({"cgroup"})),
    }
    if docker:
        from judge.sandbox.docker import DockerBackend, build_image

        build_image()
        sandboxes["docker warm"] = DockerBackend().start()
        cold["docker cold"] = DockerBackend()
    try:
        for sandbox in sandboxes.values():
            reply_once(sandbox)
        for number in range(rounds):
            times.setdefault("python -I -S -c pass", []).append(start_bare())
            for name, sandbox in sandboxes.items():
                times.setdefault(name, []).append(reply_once(sandbox))
            for name, backend in cold.items():
                if "docker" in name and number % 10:
                    continue
                times.setdefault(name, []).append(start_cold(backend))
    finally:
        for sandbox in sandboxes.values():
            sandbox.close()
    return times


def summarise(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median_ms": round(statistics.median(ordered), 2),
        "p10_ms": round(ordered[len(ordered) // 10], 2),
        "p90_ms": round(ordered[len(ordered) * 9 // 10], 2),
        "runs": len(ordered),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--docker", action="store_true")
    options = parser.parse_args()
    times = measure(options.rounds, options.docker)
    rows = {name: summarise(values) for name, values in times.items()}
    width = max(map(len, rows))
    print(f"{'':{width}}  median     p10     p90   runs  (ms)")
    for name, row in rows.items():
        print(
            f"{name:{width}}  {row['median_ms']:6.2f}  {row['p10_ms']:6.2f}"
            f"  {row['p90_ms']:6.2f}  {row['runs']:5}"
        )
    warm = rows["local warm, every wall"]["median_ms"]
    above = rows["local cold, every wall"]["median_ms"] - rows["python -I -S -c pass"]["median_ms"]
    met = warm <= WARM_TARGET_MS and above <= COLD_TARGET_MS
    print(
        f"warm {warm:.2f} ms (target {WARM_TARGET_MS:g}), "
        f"cold {above:.2f} ms on top of the interpreter (target {COLD_TARGET_MS:g}): "
        f"{'met' if met else 'MISSED'}"
    )
    RESULTS.parent.mkdir(exist_ok=True)
    document = {
        "schema": 1,
        "python": platform.python_version(),
        "kernel": platform.release(),
        "cores": os.cpu_count(),
        "root": os.geteuid() == 0,
        "layers": list(_layers()),
        "rows": rows,
        "cold_above_interpreter_ms": round(above, 2),
        "targets_met": met,
    }
    RESULTS.write_text(json.dumps(document, indent=1) + "\n")
    return 0 if met else 1


def _layers() -> tuple[str, ...]:
    with LocalBackend().start() as sandbox:
        return sandbox.layers()


if __name__ == "__main__":
    sys.exit(main())
