"""Complexity in batches: one at a time, and only while the machine is quiet."""

from __future__ import annotations

import json
import threading
import time

from judge import Judge, cache
from judge.measure.noise import NOISY, wait_for_quiet
from judge.pipeline import Engine
from judge.request import Options, Submission

from .conftest import RIGHT, TINY, Desk


def test_a_batch_measures_where_it_may(desk: Desk) -> None:
    """With measuring on every operation has a status; within, or inconclusive with its reason."""
    words = desk.words(desk.samples([RIGHT]))
    words.remove("--no-complexity")
    process = desk.start(words)
    assert process.wait(120) == 0
    (line,) = desk.lines()
    (cost,) = line["complexity"]
    assert cost["operation"] == "twice" and cost["status"] in ("within", "inconclusive")
    assert cost["status"] == "within" or cost["reason"]
    assert line["noise"], json.dumps(cost)


def test_a_machine_that_stays_noisy_is_inconclusive() -> None:
    """Where no figure passes, the wait ends in time, and the verdict stays AC."""
    with Judge(TINY) as judge, Engine() as engine:
        problem = judge.roots.load("twice")
        submission = Submission("x.py", RIGHT.encode())
        import judge.measure.noise as noise

        kept, noise.NOISY = noise.NOISY, -1.0
        try:
            begin_s = time.monotonic()
            judgement = engine.judge(problem, submission, Options(quiet_wait_s=0.5))
            spent_s = time.monotonic() - begin_s
        finally:
            noise.NOISY = kept
    (cost,) = judgement.complexity
    assert judgement.verdict == "AC" and cost.status == "inconclusive"
    assert "too noisy for 0.5 s" in cost.reason and judgement.noise
    assert 0.5 <= spent_s < 20


def test_the_wait_ends_as_soon_as_it_is_quiet() -> None:
    """A figure is returned at once where it passes, else when the time is over."""
    begin_s = time.monotonic()
    noise = wait_for_quiet(0.3)
    assert noise <= NOISY or time.monotonic() - begin_s >= 0.3


def test_a_turn_that_does_not_come_is_inconclusive(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """Where others are measured for too long, the wait ends and the verdict stays AC."""
    monkeypatch.setattr("judge.judging.TURN_WAIT_S", 0.3)
    with Judge(TINY) as judge, Engine() as engine, cache.alone("measuring"):
        problem = judge.roots.load("twice")
        judgement = engine.judge(problem, Submission("x.py", RIGHT.encode()), Options(quiet_wait_s=0.5))
    (cost,) = judgement.complexity
    assert (judgement.verdict, cost.status) == ("AC", "inconclusive")
    assert "others were measured for 0.3 s" in cost.reason


def test_what_is_done_alone_is_done_alone() -> None:
    """Two threads never are in it at the same time."""
    inside, most = [0], [0]

    def work() -> None:
        for _ in range(5):
            with cache.alone("testing"):
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                time.sleep(0.002)
                inside[0] -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
