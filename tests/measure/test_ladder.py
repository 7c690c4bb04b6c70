"""How far counting goes, on a worker whose costs are made up."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from judge.authoring.workload import Workload
from judge.measure.counting import count_ladder
from judge.measure.rungs import Bench


class SquareBuilds:
    """Answers for a bench: a call costs a few events, the build of n its square in events and in time."""

    def __init__(self) -> None:
        self.spent_s = 0.0
        self.session = SimpleNamespace(cpu_time_s=self.now)

    def now(self) -> float:
        """Seconds that were spent."""
        return self.spent_s

    def rung(self, oracle: Any, workload: Any, n: int, seed: int) -> Any:
        """A rung is its size."""
        return SimpleNamespace(n=n, calls=n, form=n)

    def ask(self, question: str, n: int, *more: object, **limits: float) -> dict[str, Any]:
        """Spend 0.1 s for n = 256, and tell what was counted."""
        self.spent_s += 0.1 * (n / 256) ** 2
        events = {"calls": n, "cost": 3 * n, "ran": n, "all": 3 * n, "built": n * n / 4, "worst": 3}
        return {**events, "fronts": 0, "lines": [(2, 3 * n, 0, 0)]}


@pytest.mark.parametrize(("seconds", "largest"), [(0.2, 256), (2.0, 1024)])
def test_no_rung_is_begun_that_takes_the_time_of_other_shapes(seconds: float, largest: int) -> None:
    """A build that grows as a square ends its ladder where the next size would take what is left and more."""
    bench = SquareBuilds()
    workload = cast(Workload, SimpleNamespace(smallest=8, largest=1 << 14))
    counts = count_ladder(cast(Bench, bench), cast(Any, None), workload, seed=0, until=seconds)
    assert counts.points[-1][0] == largest
    assert bench.spent_s <= seconds + 0.25
