"""Measuring real submissions in the real sandbox."""

from __future__ import annotations

import dataclasses
import textwrap
import time
from collections.abc import Callable

import pytest

from judge.errors import ProblemError
from judge.generate.oracle import Oracle
from judge.measure import (
    Budget,
    Measurement,
    clock,
    load_workloads,
    measure_submission,
    rungs,
    workload_faults,
)
from judge.measure.clock import QUICK, time_ladder
from judge.measure.counting import count_ladder
from judge.measure.opening import opener
from judge.measure.rungs import Bench, make_rung
from judge.pipeline import Engine
from judge.sandbox import SessionEnded
from judge.spec.problem import Bound, Problem
from judge.verdict import Verdict
from tests.sources import STACK

Measure = Callable[[str, str], Measurement]


@pytest.fixture
def measure(engine: Engine, problems: Callable[[str], Problem]) -> Measure:
    """Measures source text against a problem's bounds."""

    def run(slug: str, source: str) -> Measurement:
        oracle = engine.oracle(problems(slug))
        return measure_submission(engine.sandbox, oracle, textwrap.dedent(source).encode(), Budget(6.0, 20.0))

    return run


def test_constant_operations_are_within(measure: Measure) -> None:
    """A right stack is within its bounds on every operation, surely."""
    found = measure("min-stack", STACK)
    assert found.verdict is Verdict.AC, found.message
    assert {cost.status for cost in found.operations} == {"within"}
    assert {cost.measured for cost in found.operations} == {"O(1)"}


def test_linear_minimum_exceeds_and_its_line_is_named(measure: Measure) -> None:
    """min() over the stack is O(n), and the contestant's line is pointed at."""
    source = STACK.replace("return self.s[-1][1]", "return min(v for v, _ in self.s)")
    found = measure("min-stack", source)
    assert found.verdict is Verdict.CX
    cost = next(c for c in found.operations if c.operation == "getMin")
    assert (cost.measured, cost.status) == ("O(n)", "exceeded")
    assert cost.confidence >= 0.99
    assert cost.line == source.splitlines().index("        return min(v for v, _ in self.s)") + 1
    assert "per call" in cost.line_words


def test_shift_in_c_is_seen(measure: Measure) -> None:
    """list.insert(0) costs no executed line, but it is O(n)."""
    source = STACK.replace("self.s.append((", "self.s.insert(0, (").replace("self.s[-1]", "self.s[0]")
    found = measure("min-stack", source.replace("self.s.pop()", "self.s.pop(0)"))
    measured = {c.operation: (c.measured, c.status) for c in found.operations}
    assert measured["push"] == ("O(n)", "exceeded")
    assert measured["top"] == ("O(1)", "within")


def test_uncounted_work_shows_on_the_clock(measure: Measure) -> None:
    """Work that no count sees is still too slow: the clock is read outside."""
    source = STACK.replace("return self.s[-1][1]", "memoryview(bytes(200 * len(self.s))).tobytes()\n"
                           "        return self.s[-1][1]")  # fmt: skip
    found = measure("min-stack", source)
    cost = next(c for c in found.operations if c.operation == "getMin")
    assert cost.status in ("exceeded", "inconclusive")
    assert cost.measured != "O(1)" or cost.status == "inconclusive"


def test_wrong_only_when_large(measure: Measure) -> None:
    """A stack that forgets beyond 3,000 elements is WA, with the size."""
    source = STACK.replace("return self.s[-1][1]", "return self.s[-1][1] if len(self.s) < 3000 else 0")
    found = measure("min-stack", source)
    assert found.verdict is Verdict.WA
    assert found.failure is not None and found.failure.n >= 3000
    assert "n = " in found.message


def test_keys_that_collide_only_when_large_are_wrong(measure: Measure) -> None:
    """What is far larger than the right answer is not decoded, which could take minutes."""
    colliding = "{Key(k * (2**61 - 1)) for k in range(60_000)} if len(self.s) > 2000 else self.s[-1][1]"
    source = STACK.replace("return self.s[-1][1]", f"return {colliding}")
    began = time.thread_time()
    found = measure(
        "min-stack", "class Key(int):\n    def __hash__(self):\n        return id(self)\n" + source
    )
    assert found.verdict is Verdict.WA
    assert "something far larger" in found.message
    assert time.thread_time() - began < 8.0


def test_an_answer_nested_deep_only_when_large_is_wrong(measure: Measure) -> None:
    """What cannot even be shown is WA too, never a fault of the judge."""
    body = "        deep = []\n        for _ in range(3000): deep = [deep]\n        return "
    source = STACK.replace(
        "        return self.s[-1][1]", body + "self.s[-1][1] if len(self.s) < 3000 else deep"
    )
    found = measure("min-stack", source)
    assert found.verdict is Verdict.WA
    assert (
        found.failure is not None
    )  # newer Pythons can show so deep a list, and the middle of it is left out
    assert "too large to show" in found.message or "(6002 characters)" in found.message


FORGED = [
    b"{}",
    b"[]",
    b'{"calls":1,"cost":Infinity,"ran":1,"all":1,"built":1,"worst":0,"fronts":0,"lines":[]}',
    b'{"calls":1,"cost":-1,"ran":1,"all":1,"built":1,"worst":0,"fronts":0,"lines":[]}',
    b'{"calls":1,"cost":1,"ran":1,"all":1,"built":1,"worst":0,"fronts":0,"lines":[[1]]}',
    b'{"calls":1,"cost":1,"ran":1,"all":1,"built":1,"worst":0,"fronts":0,"lines":{"1":2}}',
    b'{"calls":1,"cost":1,"ran":1,"all":1,"built":1,"worst":0,"fronts":0,"lines":[[-1,1,1,1]]}',
    b'{"state":0,"peak":Infinity}',
]


@pytest.mark.parametrize("body", FORGED, ids=lambda body: body[:40].decode())
def test_forged_counts_are_no_counts(engine: Engine, problems: Callable[[str], Problem], body: bytes) -> None:
    """A submission that answers in the worker's place while it is counted is judged by the clock alone."""
    frame = len(body).to_bytes(4, "big") + body
    forge = f"""
import os, sys
if any(name.startswith("_judge_") for name in globals()):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, {frame!r})
        except OSError:
            pass
"""
    slow = STACK.replace("return self.s[-1][1]", "return min(v for v, _ in self.s)")
    oracle = engine.oracle(problems("min-stack"))
    found = measure_submission(engine.sandbox, oracle, (forge + slow).encode(), Budget(0.7, 2.5))
    assert found.verdict in (Verdict.AC, Verdict.RTE, Verdict.CX)
    assert {cost.status for cost in found.operations if cost.operation == "getMin"} != {"within"}
    assert all(cost.line >= 0 for cost in found.operations)


def test_one_that_sleeps_when_it_is_measured_is_too_slow(
    engine: Engine, problems: Callable[[str], Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Waiting is no work that could be measured; it met a limit, and a fresh worker met it again."""
    monkeypatch.setattr(rungs, "LONGEST_WAIT_WALL_S", 1.0)
    sleeps = "(time.sleep(9) if len(self.s) > 999 else None, self.s[-1][1])[1]"
    source = "import time\n" + STACK.replace("return self.s[-1][1]", f"return {sleeps}")
    oracle = engine.oracle(problems("min-stack"))
    began = time.perf_counter()
    found = measure_submission(engine.sandbox, oracle, source.encode(), Budget(3.0, 10.0))
    assert found.verdict is Verdict.TLE
    assert "of it on the CPU" in found.message
    assert time.perf_counter() - began < 60.0


def test_many_steps_that_sleep_have_less_time_each(
    engine: Engine, problems: Callable[[str], Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What sleeps a little less than a step may take does not do so for ever."""
    monkeypatch.setattr(rungs, "MOST_IDLE_S", 1.5)
    monkeypatch.setattr(rungs, "SHORT_WAIT_WALL_S", 0.2)
    oracle = engine.oracle(problems("min-stack"))
    workload = next(w for w in load_workloads(oracle.problem) if w.operation == "getMin")
    source = "import time\n" + STACK.replace("return self.s[-1][1]", "time.sleep(0.6)")
    with Bench(opener(engine.sandbox, oracle), source.encode(), None) as bench:
        form = make_rung(oracle, workload, 8, 0).form
        bench.ask("measure.build", 0, form)
        bench.ask("measure.fill", 0, 1)
        with pytest.raises(SessionEnded) as caught:
            for _ in range(20):
                bench.time_run(0, 1)
    assert caught.value.slept  # type: ignore[attr-defined]


def test_crash_only_when_large(measure: Measure) -> None:
    """A stack that raises beyond 3,000 elements is RTE, with the size and the line."""
    source = STACK.replace("    def push(self, val):\n", "    def push(self, val):\n"
                           "        if len(self.s) > 3000: raise OverflowError('full')\n")  # fmt: skip
    found = measure("min-stack", source)
    assert found.verdict is Verdict.RTE
    assert found.failure is not None and " in line " in found.failure.message
    assert "OverflowError" in found.message


def test_state_of_a_module_does_not_leak_between_sizes(measure: Measure) -> None:
    """A module-level list is new for every size: no growth is read from what an earlier size left."""
    source = "KEPT = []\n" + STACK.replace("self.s.append(", "KEPT.append(1)\n        self.s.append(")
    assert measure("min-stack", source).verdict is Verdict.AC


def test_every_problem_has_sound_workloads(problems: Callable[[str], Problem]) -> None:
    """The bounded operations of each problem have workloads that can be built."""
    for slug in ("min-stack", "lru-cache", "merge-sort"):
        problem = problems(slug)
        assert workload_faults(problem, load_workloads(problem)) == []


def test_a_shape_with_an_unknown_bound_is_named(problems: Callable[[str], Problem]) -> None:
    """A shape may allow more than the problem's bound, in words that are understood."""
    problem = problems("trie")
    first, *others = load_workloads(problem)
    odd = (dataclasses.replace(first, bound="O(nlogn)"), *others)
    (fault,) = workload_faults(problem, odd)
    assert f"{first.operation}, {first.shape!r}: O(nlogn): write O(n log n)" in fault


@pytest.mark.parametrize("operation", ["space", "push"])
def test_an_unknown_bound_is_the_authors_mistake(
    engine: Engine, problems: Callable[[str], Problem], operation: str
) -> None:
    """Of memory as of an operation: whoever judges hears what is wrong with the folder, not IE."""
    problem, bound = problems("min-stack"), Bound(operation, "O(n % 2)")
    odd = problem._replace(space=bound) if operation == "space" else problem._replace(bounds=(bound,))
    (fault,) = workload_faults(odd, load_workloads(odd))
    assert f"problem.toml: complexity.{operation}: 'O(n % 2)' is not a bound" in fault
    oracle = Oracle(odd, engine.oracle(problem).tests)
    with pytest.raises(ProblemError, match=rf"complexity.{operation}: 'O\(n % 2\)' is not a bound"):
        measure_submission(engine.sandbox, oracle, textwrap.dedent(STACK).encode(), Budget(0.5, 1.0))


RECURSION = """
def isPalindrome(s):
    def check(low, high):
        if low >= high:
            return True
        if not s[low].isalnum():
            return check(low + 1, high)
        if not s[high].isalnum():
            return check(low, high - 1)
        return s[low].casefold() == s[high].casefold() and check(low + 1, high - 1)
    return check(0, len(s) - 1)
"""


@pytest.mark.parametrize(
    ("body", "measured"),
    [
        (RECURSION, "O(n)"),
        (
            "def isPalindrome(s):\n    t = [c for c in s.casefold() if c.isalnum()]\n    return t == t[::-1]",
            "O(n)",
        ),
        (
            "def isPalindrome(s):\n"
            "    ahead = (c for x in s if x.isalnum() for c in x.casefold())\n"
            "    back = (c for x in reversed(s) if x.isalnum() for c in reversed(x.casefold()))\n"
            "    return all(a == b for a, b in zip(ahead, back))",
            "O(1)",
        ),
    ],
    ids=["recursion", "copy", "generators"],
)
def test_space_is_what_is_held_at_a_time(measure: Measure, body: str, measured: str) -> None:
    """A copy of the input and the frames of a recursion are O(n), two generators O(1)."""
    (space,) = measure("palindrome", body).space
    assert space.measured == measured
    assert space.status == ("within" if measured == "O(1)" else "exceeded")


def test_what_is_compared_does_not_depend_on_the_load(
    engine: Engine, problems: Callable[[str], Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ladder that ends early, as on a busy machine, still compares the results at its largest size."""
    monkeypatch.setattr(clock, "LONGEST_CHECK_S", 60.0)  # this machine may be a really busy one
    oracle = engine.oracle(problems("min-stack"))
    workload = next(w for w in load_workloads(oracle.problem) if w.operation == "getMin")
    compared = []
    hurried = dataclasses.replace(QUICK, longest_build_s=1.5e-3)
    with Bench(opener(engine.sandbox, oracle), STACK.encode(), None) as bench:
        times = time_ladder(
            bench, oracle, workload, [1024, 4096, 16384, 65536], hurried,
            seed=0, until=bench.now() + 5.0, check=lambda rung, *_: compared.append(rung.n),
        )  # fmt: skip
    assert times.stopped and times.points[-1][0] < 65536
    assert compared[-1] == 65536


def test_a_size_that_is_only_compared_is_approached(
    engine: Engine, problems: Callable[[str], Problem]
) -> None:
    """No time was left and nothing was counted: the ladder is not ended at a size that takes a minute.

    The build grows as a square, which three small sizes do not show.
    """
    oracle = engine.oracle(problems("lru-cache"))
    source = (oracle.problem.folder / "wrong" / "cx_length_counted.py").read_bytes()
    workload = next(w for w in load_workloads(oracle.problem) if w.operation == "get")
    sizes = [8 << step for step in range(12)]
    with Bench(opener(engine.sandbox, oracle), source, None) as bench:
        bench.open()
        times = time_ladder(
            bench, oracle, workload, sizes, QUICK, seed=0, until=bench.now(), check=lambda *_: None
        )
        assert times.stopped and times.ended is None
        assert bench.spent_s() < 3.0


def test_an_unlucky_draw_is_not_the_algorithms(measure: Measure) -> None:
    """Slow with the first two seeds of what the module draws, and not with the third: that rejects nobody."""
    source = "import random\nUNLUCKY = random.random() < 0.9\n" + STACK.replace(
        "return self.s[-1][1]", "return min(v for v, _ in self.s) if UNLUCKY else self.s[-1][1]"
    )
    found = measure("min-stack", source)
    assert found.verdict is Verdict.AC
    cost = next(c for c in found.operations if c.operation == "getMin")
    assert cost.status != "exceeded"
    assert measure("min-stack", source.replace("< 0.9", "< 1.0")).verdict is Verdict.CX


FIRST_KEYS = """
class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.rows = capacity, {}
    def get(self, key):
        return self.rows.get(key, -1)
    def put(self, key, value):
        if key not in self.rows and len(self.rows) == self.capacity:
            self.rows.pop(next(iter(self.rows)))
        self.rows[key] = value
"""


def test_first_keys_are_those_of_the_batch(engine: Engine, problems: Callable[[str], Problem]) -> None:
    """What one batch, or a build, asked a dict for says nothing of the next batch."""
    oracle = engine.oracle(problems("lru-cache"))
    asked = {}
    with Bench(opener(engine.sandbox, oracle), FIRST_KEYS.encode(), None) as bench:
        for workload in load_workloads(oracle.problem):
            if workload.shape in ("new keys, each dropping another", "one key over and over"):
                reply = bench.ask("measure.count", make_rung(oracle, workload, 64, 0).form, 2000)
                asked.setdefault((workload.operation, workload.shape), reply["fronts"])
                again = bench.ask("measure.count", make_rung(oracle, workload, 64, 0).form, 2000)
                assert again["fronts"] == reply["fronts"]
    assert asked == {
        ("get", "one key over and over"): 0,
        ("put", "one key over and over"): 0,
        ("put", "new keys, each dropping another"): 128,
    }


@pytest.mark.parametrize(
    ("getter", "sizes"),
    [
        ("return self.s[-1][1]", (8, 16, 32, 64, 256, 1024, 4096, 8192)),
        ("return [self.s[-1][1] for _ in range(len(self.s) // 2000 + 1)][0]", (8, 16, 32, 64, 128, 256, 512)),
    ],
    ids=["level", "grows late"],
)
def test_level_counts_need_fewer_sizes(
    engine: Engine, problems: Callable[[str], Problem], getter: str, sizes: tuple[int, ...]
) -> None:
    """Steps of four while nothing grows; what was left out is counted where something does later."""
    oracle = engine.oracle(problems("min-stack"))
    workload = next(w for w in load_workloads(oracle.problem) if w.operation == "getMin")
    source = STACK.replace("return self.s[-1][1]", getter).encode()
    with Bench(opener(engine.sandbox, oracle), source, None) as bench:
        counts = count_ladder(bench, oracle, workload, seed=0, until=60.0, each=True)
    assert tuple(n for n, _ in counts.points)[: len(sizes)] == sizes
    for series in (counts.points, counts.batch, counts.profiles, counts.builds):
        assert [n for n, _ in series] == sorted({n for n, _ in series})
