"""pass@k and the map of many keys."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from judge.batch.seen import Seen
from judge.batch.tally import Tally, pass_at
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
    """Texts and numbers, growing past its first room."""
    random, seen, known = Random(1), Seen(), {}
    for _ in range(5_000):
        text, number = str(random.randrange(3_000)), random.randrange(250)
        assert seen.put(text, number) is (text not in known)
        known[text] = number
    assert len(seen) == len(known)
    assert all(seen.get(text) == number for text, number in known.items())
    assert "another" not in seen and seen.get("another") is None
