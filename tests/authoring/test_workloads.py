"""Workloads: what `workload.py` declares, and in how many kinds."""

from __future__ import annotations

import pytest

from judge.authoring import WorkloadError, ascending, shuffled, stage, workload, workloads
from judge.authoring.workload import collect_workloads


def test_one_workload_for_each_kind_of_values() -> None:
    """`workloads` declares one per kind, named by its shape, with the options of `workload`."""
    with collect_workloads() as found:

        @workloads("push", {"rising": ascending, "mixed": shuffled}, shape="{} pushes", largest=64)
        def _(n, values):
            return stage(timed=[("push", v) for v in values(n)])

    assert [(one.operation, one.shape, one.largest) for one in found] == [
        ("push", "rising pushes", 64),
        ("push", "mixed pushes", 64),
    ]
    rising, mixed = (one.stage(16).timed for one in found)
    assert rising == tuple(("push", v) for v in ascending(16))
    assert mixed != rising and sorted(mixed) == sorted(rising)


def test_the_same_seed_makes_the_same_stage() -> None:
    """A kind with an rng is drawn from the stage's seed, so that a size can be built again."""
    with collect_workloads() as found:
        workloads("push", {"mixed": shuffled})(
            lambda n, values: stage(timed=[("push", v) for v in values(n)], rebuild=True)
        )
    assert found[0].stage(64, seed=3) == found[0].stage(64, seed=3) != found[0].stage(64, seed=4)


def test_what_a_kind_raises_names_the_workload() -> None:
    """An error in a kind of values is told with the operation, the shape and the size."""

    def broken(n):
        raise ValueError("no such size")

    with collect_workloads() as found:
        workloads("push", {"broken": broken})(lambda n, values: stage(timed=[("push", values(n))]))
    with pytest.raises(WorkloadError, match="push, 'broken', n = 8: ValueError: no such size"):
        found[0].stage(8)


def test_a_workload_takes_n_or_n_and_an_rng() -> None:
    """Any other signature is refused where it is declared."""
    with pytest.raises(WorkloadError, match="takes"):
        workload("push", shape="x")(lambda: stage(timed=[("push", 1)]))
