"""pass@k and the map of many keys."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from itertools import combinations
from random import Random
from types import SimpleNamespace

import pytest

from judge.batch.seen import Seen
from judge.batch.tally import Tally, pass_at
from judge.errors import JudgeError
from judge.verdict import Verdict


@pytest.mark.parametrize("accepted", range(7))
@pytest.mark.parametrize("k", range(1, 7))
def test_pass_at_k_is_the_mean_over_all_draws(accepted: int, k: int) -> None:
    """The estimate is the part of all k-subsets of the samples that hold an accepted one."""
    samples = [True] * accepted + [False] * (6 - accepted)
    draws = [any(draw) for draw in combinations(samples, k)]
    assert pass_at(6, accepted, k) == pytest.approx(sum(draws) / len(draws))


def test_pass_at_k_needs_k_samples() -> None:
    """More draws than samples say nothing."""
    with pytest.raises(ValueError, match="3 samples"):
        pass_at(3, 1, 4)


def test_pass_at_k_is_averaged_over_problems() -> None:
    """Problems weigh the same, however many samples each has; k stops at the fewest."""
    tally = Tally()
    for verdict in (Verdict.AC, Verdict.WA):
        tally.add("a", verdict)
    for _ in range(12):
        tally.add("b", Verdict.WA)
    assert tally.pass_at() == {1: pytest.approx(0.25)}


def test_one_sample_a_problem_has_no_pass_at_k() -> None:
    """Where nothing is sampled, pass@k is not told."""
    tally = Tally()
    tally.add("a", Verdict.AC)
    assert tally.pass_at() == {}


def test_seen_remembers_what_a_dict_would() -> None:
    """Texts and numbers."""
    random, seen, known = Random(1), Seen(), {}
    for _ in range(5_000):
        text, number = str(random.randrange(3_000)), random.randrange(250)
        assert seen.put(text, number) is (text not in known)
        known[text] = number
    assert len(seen) == len(known)
    assert all(seen.get(text) == number for text, number in known.items())
    assert "another" not in seen and seen.get("another") is None


MANY = """
from judge.batch.seen import Seen

def kilobytes():
    with open("/proc/self/status") as stream:
        return next(int(line.split()[1]) for line in stream if line.startswith("RssAnon:"))

seen = Seen()
for at in range(1_000):
    seen.put(f"submission-{at}")
early = kilobytes()
for at in range(60_000):
    seen.put(f"submission-{at}")
assert len(seen) == 60_000 and seen.get("submission-59999") == 0
print(kilobytes() - early)
"""


def test_seen_takes_no_more_memory_however_many() -> None:
    """60,000 keys would be 700 KB in memory at the very least; what is kept there is 256."""
    ran = subprocess.run([sys.executable, "-c", MANY], capture_output=True, text=True, check=True)
    assert int(ran.stdout) < 512


def test_seen_says_so_where_there_is_no_room_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table goes to a temporary file once it is larger than what stays in memory."""

    def fail(words: str, values: tuple[int, ...]) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    seen = Seen()
    monkeypatch.setattr(seen, "_table", SimpleNamespace(execute=fail, close=lambda: None))
    with pytest.raises(JudgeError, match=r"temporary file \(database or disk is full\); make room"):
        seen.put("a")
