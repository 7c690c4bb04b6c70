"""Failures: believed only when they happen again, made small, written down as code that shows them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from judge.authoring import Tree
from judge.belief import Believed, Believer
from judge.compare.code import write_code
from judge.compare.outcome import Outcome
from judge.errors import ProblemError
from judge.findings import explain
from judge.generate.corpus import make_batches
from judge.generate.examples import statement_examples
from judge.generate.oracle import Call, worker_spec
from judge.killers import find_killers
from judge.pipeline import Engine
from judge.replay import Bench, Suspect, _find_suspects
from judge.request import Options, Progress, Submission
from judge.sandbox import Ending
from judge.spec.load import load_problem
from judge.spec.problem import Problem
from judge.trial import run_example
from judge.verdict import Verdict

REPOSITORY = Path(__file__).resolve().parents[2]

STACK = """\
class MinStack:
    def __init__(self):
        self.items = []

    def push(self, val):
        self.items.append(val)

    def pop(self):
        self.items.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        {body}
"""


def stack(body: str) -> str:
    return STACK.format(body=body.replace("\n", "\n        "))


STRICT_LESS = """\
class MinStack:
    def __init__(self):
        self.items, self.lows = [], []

    def push(self, val):
        self.items.append(val)
        if not self.lows or val < self.lows[-1]:
            self.lows.append(val)

    def pop(self):
        if self.items.pop() == (self.lows or [None])[-1]:
            self.lows.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        return self.lows[-1] if self.lows else None
"""

NO_REFRESH = """\
class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.kept = capacity, {}

    def get(self, key):
        return self.kept.get(key, -1)

    def put(self, key, value):
        self.kept.pop(key, None)
        self.kept[key] = value
        if len(self.kept) > self.capacity:
            del self.kept[next(iter(self.kept))]
"""


def calls_of(code: str) -> list[str]:
    return [line for line in code.splitlines() if line.strip()]


def run_below(source: str, code: str) -> str:
    """Paste the code below the submission, run it, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", source + "\n" + code], capture_output=True, text=True, timeout=20
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("seed", range(5))
def test_strict_less_is_shown_in_five_lines(judge, seed):
    """The best known case is push, push, pop, getMin."""
    found = judge("min-stack", STRICT_LESS, seed=seed, killers=False)
    assert found.verdict is Verdict.WA
    assert found.counterexample.shrunk
    assert len(calls_of(found.counterexample.code)) == 5


@pytest.mark.parametrize("seed", range(5))
def test_lru_without_refresh_is_shown_with_capacity_two_and_five_calls(judge, seed):
    """The best known case is put, put, get, put, get on a cache of two."""
    found = judge("lru-cache", NO_REFRESH, seed=seed, killers=False)
    assert found.verdict is Verdict.WA
    lines = calls_of(found.counterexample.code)
    assert len(lines) <= 6
    assert "LRUCache(2)" in lines[0] or "LRUCache(1)" in lines[0]


@pytest.mark.parametrize(
    ("slug", "source"),
    [("min-stack", STRICT_LESS), ("lru-cache", NO_REFRESH)],
    ids=["min-stack", "lru-cache"],
)
def test_the_code_pasted_below_the_file_shows_the_actual_value(judge, slug, source):
    """The counterexample is complete Python and says the truth."""
    found = judge(slug, source)
    example = found.counterexample
    printed = run_below(source, example.code)
    assert printed.strip() == example.actual
    assert example.expected != example.actual
    assert f"expected {example.expected}, got {example.actual}" in example.code


def test_an_exception_is_rte_with_the_contestants_own_line(judge):
    """The message has the exception and the line; the pasted code raises it too."""
    source = stack("return sorted(self.items)[1]")
    found = judge("min-stack", source)
    assert found.verdict is Verdict.RTE
    assert "IndexError" in found.message
    assert "line 15" in found.message
    assert found.counterexample.line == 15
    assert "IndexError" in run_below(source, found.counterexample.code)


def test_state_shared_between_instances_is_shown_with_both(judge):
    """A class-level list fails only after another instance was used: the code has two."""
    source = stack("return min(self.items)").replace(
        "def __init__(self):\n        self.items = []", "items = []"
    )
    found = judge("min-stack", source)
    assert found.verdict is Verdict.WA
    assert found.counterexample.code.count("MinStack()") == 2
    assert "shared between instances" in found.message


def test_a_mutable_default_argument_is_wa_not_a_limit(judge):
    """State that grows over all cases is a wrong answer, however slow it makes the worker."""
    source = stack("return min(self.items)").replace(
        "def __init__(self):\n        self.items = []",
        "def __init__(self, items=[]):\n        self.items = items",
    )
    found = judge("min-stack", source)
    assert found.verdict is Verdict.WA
    assert "shared" in found.message


@pytest.mark.parametrize(
    ("body", "verdict", "words"),
    [
        ("while True: pass", Verdict.TLE, "CPU time"),
        ("import os\nos._exit(0)", Verdict.RTE, "exited"),
        ("import sys\nsys.exit(0)", Verdict.RTE, "SystemExit"),
        ("raise KeyboardInterrupt", Verdict.RTE, "KeyboardInterrupt"),
        ("return [0] * 10**10", Verdict.MLE, "memory"),
        ("return self.getMin()", Verdict.RTE, "RecursionError"),
        ("while True: print('x' * 100000)", Verdict.OLE, "printed more"),
    ],
    ids=["loop", "exit", "sys.exit", "interrupt", "memory", "recursion", "flood"],
)
def test_each_limit_has_its_own_verdict(judge, body, verdict, words):
    """A limit says which it is, and the case that met it is found."""
    found = judge(
        "min-stack",
        stack(
            f"if len(self.items) == 3:\n    {body.replace(chr(10), chr(10) + '    ')}\nreturn min(self.items)"
        ),
    )
    assert found.verdict is verdict, found.message
    assert words in found.message
    assert found.counterexample is not None


def test_sleeping_meets_the_wall_limit(judge, problems, tmp_path):
    """A process that does nothing is ended by the clock on the wall."""
    found = judge("min-stack", "import time\ntime.sleep(60)\n" + stack("return min(self.items)"))
    assert found.verdict is Verdict.TLE
    assert found.resources.wall_s < 40


@pytest.mark.parametrize(
    ("name", "instances", "shrunk", "words"),
    [
        ("two instances", 2, True, "two instances used in turn"),
        ("two instances", 1, True, "a sequence of calls"),
        ("two instances", 1, False, "a sequence of calls"),
        ("deep", 1, True, "a sequence of calls"),
        ("deep", 1, False, "a long sequence of calls"),
        ("equal minima", 1, True, "equal minima"),
    ],
)
def test_the_words_fit_the_case_that_was_made_small(engine, problems, name, instances, shrunk, words):
    """With one instance left it is not two that disturb each other, and a few calls make nothing large."""
    oracle = engine.oracle(problems("min-stack"))
    owner = next(at for at, each in enumerate(oracle.tests.properties) if each.name == name)
    made = [Call(at, "__init__", ()) for at in range(instances)]
    calls = (*made, *(Call(at, "push", (5,)) for at in range(instances)), Call(0, "getMin", ()))
    outcome = Outcome(Verdict.WA, len(calls) - 1, "5", "6", "wrong value")
    found = explain(oracle, Believed(calls, outcome, shrunk, False, ""), owner, 1, b"")
    assert found.counterexample.words.startswith(words)
    assert found.counterexample.property == name


def test_the_call_that_waits_is_named(engine, problems):
    """A call that sleeps is found in a moment, once the wall limit is over, and repeated alone."""
    source = "import time\n" + stack("if len(self.items) == 3: time.sleep(600)\nreturn min(self.items)")
    problem = problems("min-stack")
    limits = problem.limits._replace(wall_s=3.0)
    started = time.monotonic()
    submission, options = Submission("waits.py", source.encode()), Options(complexity=False)
    found = engine.judge(problem._replace(limits=limits), submission, options)
    assert found.verdict is Verdict.TLE
    assert found.message.startswith("getMin: over the wall time limit"), found.message
    assert "getMin()" in found.counterexample.code.splitlines()[-1]
    assert time.monotonic() - started < 3 * found.limits.cpu_s + 15


def test_a_failure_of_chance_is_called_so(judge):
    """What never fails again is shown as it was seen, up to the failing call, and no state is blamed."""
    source = "import os\n" + stack("return min(self.items) + (os.urandom(2) < bytes([0, 32]))")
    for _ in range(5):
        found = judge("min-stack", source)
        if found.verdict is Verdict.WA and any("did not fail again alone" in note for note in found.notes):
            break
    else:
        pytest.fail("chance failed twice each time, or never")
    assert found.message.startswith("getMin: expected ")
    assert "# expected" in found.counterexample.code.splitlines()[-1]
    assert "state is shared" not in found.message


def test_the_same_file_gets_the_same_verdict_and_case(judge):
    """Judging does not depend on luck: ten times the same answer."""
    found = {
        (j.verdict, j.message, j.counterexample.code)
        for j in (judge("min-stack", STRICT_LESS) for _ in range(10))
    }
    assert len(found) == 1


def test_chance_inside_a_submission_is_repeatable(judge):
    """`random` is seeded for each case, so a submission that uses it answers the same each time."""
    source = "import random\n" + stack("return min(self.items) + (random.random() < 0.01)")
    found = {(j.verdict, j.failed) for j in (judge("min-stack", source) for _ in range(3))}
    assert len(found) == 1
    assert found.pop()[0] is Verdict.WA


def test_chance_repeats_itself_where_the_case_is_pasted(judge):
    """Its code draws what was drawn when it failed."""
    source = "import random\n" + stack("return min(self.items) + (random.random() < 0.2)")
    found = judge("min-stack", source)
    assert found.verdict is Verdict.WA and found.counterexample.code.startswith("import random\n")
    for _ in range(3):
        assert found.counterexample.actual in run_below(source, found.counterexample.code)
    assert "random" not in judge("min-stack", STRICT_LESS).counterexample.code


EQUAL_VALUES = """\
class Solution:
    def detectCycle(self, head):
        seen = set()
        while head:
            if head in seen:
                return head.next
            seen.add(head)
            head = head.next
"""


def test_a_returned_node_is_named_by_its_place(judge):
    """Values may be equal, and an object's address says nothing."""
    found = judge("linked-list-cycle", EQUAL_VALUES)
    assert found.verdict is Verdict.WA
    example = found.counterexample
    assert example.actual.startswith("<node ") and example.actual != example.expected
    assert run_below(EQUAL_VALUES, example.code) == f"{example.actual}\n"


RECURSIVE = """\
def flatten(nested):
    return [y for x in nested for y in (flatten(x) if isinstance(x, list) else [x])]
"""


def test_an_observer_is_only_shown_where_it_is_called(judge):
    """flatten is also called by an observer, whose case brings it along; a plain call needs none of it."""
    plain = judge("flatten-nested-list", "def flatten(nested):\n    return []\n").counterexample.code
    assert "def observe" not in plain and "flatten(" in plain
    folder = REPOSITORY / "problems" / "flatten-nested-list" / "wrong"
    itself = (folder / "wa_flat_list_itself.py").read_text()
    found = judge("flatten-nested-list", itself)
    assert found.verdict is Verdict.WA
    assert found.counterexample.code.startswith("def observe_two")
    assert found.counterexample.actual in run_below(itself, found.counterexample.code)


def test_what_is_too_deep_is_too_deep_where_it_is_pasted(judge):
    """The worker's own frames are not taken from what Python allows."""
    found = judge("flatten-nested-list", RECURSIVE)
    assert found.verdict is Verdict.RTE
    assert "RecursionError" in run_below(RECURSIVE, found.counterexample.code)


def test_lines_are_counted_as_python_counts_them(judge):
    """A form feed between functions ends no line, nor does U+2028 in a text."""
    source = "\x0c\nTEXT = 'a\u2028b'\n" + stack("raise ValueError('here')")
    found = judge("min-stack", source)
    assert source.split("\n")[found.counterexample.line - 1].strip() == "raise ValueError('here')"
    assert f"line {found.counterexample.line}" in found.message


def test_chance_at_import_is_repeatable(judge):
    """What the module draws while it is imported repeats itself as well."""
    source = "import random\nWRONG = random.random() < 0.5\n" + stack("return min(self.items) + WRONG")
    assert len({judge("min-stack", source).verdict for _ in range(5)}) == 1


HANGS_LATE = """\
class MinStack:
    def __init__(self):
        self.items = []
        self.asked = 0

    def push(self, val):
        self.items.append(val)

    def pop(self):
        self.items.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        self.asked += 1
        while self.asked > 40:
            pass
        return min(self.items)
"""


def test_the_call_that_hangs_is_the_one_that_is_blamed(judge, problems):
    """A long case is cut down to the call that hangs, or no call is named; the limit is the problem's."""
    found = judge("min-stack", HANGS_LATE)
    assert found.verdict is Verdict.TLE
    last = found.counterexample.code.splitlines()[-1]
    assert "getMin()" in last or last.startswith("# all of it")
    assert not found.message.startswith(("push", "pop", "top", "MinStack"))
    limit = float(found.message.rpartition("(")[2].split()[0])
    assert limit >= problems("min-stack").limits.time_floor_s


def test_a_case_too_long_to_cut_names_no_call(engine, problems):
    """Without time to find the call, the case as a whole did not finish: the last call is not accused."""
    problem = problems("min-stack")
    oracle = engine.oracle(problem)
    calls = [Call(0, "__init__", ()), *(Call(0, "push", (n,)) for n in range(500))]
    case = oracle.answer(tuple(calls))
    spec = worker_spec(problem, oracle.tests)
    hang = "self.items.append(val)\n        while len(self.items) > 400: pass"
    source = STACK.replace("self.items.append(val)", hang)
    with Bench(engine.sandbox, problem, spec, source.encode()) as bench:
        believer = Believer(oracle, bench, 0.5, 1.0)
        (batch,) = make_batches(oracle, [(0, case)], 0)
        believed, _ = believer.believe_ending(batch, Ending(Verdict.TLE, "over the limit (2 s)"), 2.0)
    assert believed.outcome.at == len(believed.calls) == len(calls)
    assert believed.outcome.reason == "over the limit (2 s)"
    code = write_code(oracle.entry, believed.calls, believed.outcome)
    assert code.splitlines()[-2:] == ["s.push(499)", "# all of it: did not finish"]


def test_the_limits_in_the_report_are_those_in_force(judge, problems):
    """The wall limit is widened where the CPU limit is; exploring adds nothing to what the tests used."""
    found = judge("flatten-nested-list", problems("flatten-nested-list").reference.read_text())
    assert found.limits.wall_s == max(problems("flatten-nested-list").limits.wall_s, 3 * found.limits.cpu_s)


def test_a_model_with_slots_is_shown_like_any_other(judge, problems, tmp_path, engine):
    """An author may write `__slots__`; what the model holds is still shown beside the failing call."""
    for room in ("problems", "reference"):
        shutil.copytree(REPOSITORY / room / "min-stack", tmp_path / room / "min-stack")
    folder = tmp_path / "problems/min-stack"
    path = folder / "tests.py"
    text = path.read_text()
    assert "    def __init__(self):\n" in text
    slots = "    __slots__ = ('items',)\n\n    def __init__(self):\n"
    path.write_text(text.replace("    def __init__(self):\n", slots, 1))
    problem = load_problem(folder, tmp_path / "reference/min-stack")
    found = engine.judge(problem, Submission("x.py", STRICT_LESS.encode()), Options(complexity=False))
    assert found.verdict is Verdict.WA
    assert found.counterexample.state.startswith("items = ")


@pytest.mark.parametrize("complexity", [False, True])
@pytest.mark.parametrize(
    ("breaks", "words"),
    [
        ("\nraise ValueError(1)\n", "does not run: importing the file raised ValueError"),
        ("\ndef (\n", "does not run"),
        ("\nMinStack = None\n", "does not run"),
    ],
)
def test_a_broken_reference_is_not_the_contestants_fault(tmp_path, engine, breaks, words, complexity):
    """Nor is it passed over: its folder is invalid, with or without measuring."""
    for room in ("problems", "reference"):
        shutil.copytree(REPOSITORY / room / "min-stack", tmp_path / room / "min-stack")
    path = tmp_path / "reference/min-stack/solution.py"
    right = path.read_bytes()
    path.write_text(path.read_text() + breaks)
    problem = load_problem(tmp_path / "problems/min-stack", tmp_path / "reference/min-stack")
    with pytest.raises(ProblemError, match=words):
        engine.judge(problem, Submission("x.py", right), Options(complexity=complexity))


def test_a_reference_that_fails_when_large_is_named(tmp_path, engine):
    """The submission answers at every size; what it is compared with does not."""
    for room in ("problems", "reference"):
        shutil.copytree(REPOSITORY / room / "min-stack", tmp_path / room / "min-stack")
    path = tmp_path / "reference/min-stack/solution.py"
    fails = "\nclass MinStack(MinStack):\n    def getMin(self):\n        return super().getMin() // 0\n"
    right = path.read_bytes()
    path.write_text(path.read_text() + fails)
    problem = load_problem(tmp_path / "problems/min-stack", tmp_path / "reference/min-stack")
    with pytest.raises(ProblemError, match="has no answer at n ="):
        engine.judge(problem, Submission("x.py", right), Options())


@pytest.mark.parametrize("answer", ["[10**5000]", "deep()", "[deep()]", "10**5000"])
def test_no_answer_is_the_judges_fault(judge, answer):
    """Checkers that cannot take a value apart say no to it."""
    source = f"""
def deep():
    value = []
    for _ in range(50_000): value = [value]
    return value

class Solution:
    def __getattr__(self, name):
        return lambda *args: {answer}
    def solveNQueens(self, n): return {answer}
"""
    found = judge("n-queens", source)
    assert found.verdict is Verdict.WA, found.message


COLLIDING = """\
import os, sys


def colliding():
    import marshal
    keys = [k * (2**61 - 1) for k in range(1, 60_000)]
    return marshal.dumps({"r": [None, {"$": "set", "v": keys}], "x": None}, 2).hex().encode()
"""


@pytest.mark.parametrize("ground", ["the final run", "an example"])
def test_keys_that_collide_hang_nobody(judge, engine, problems, ground):
    """A line that is forged where prints are captured is not decoded: 60,000 keys would take minutes."""
    forged = (
        COLLIDING
        + """\
class MinStack:
    def __init__(self):
        self.items = []
        if type(sys.stdout).__name__ == "StringIO":
            body = colliding()
            data = len(body).to_bytes(4, "big") + body
            while data:
                data = data[os.write(3, data):]
    def push(self, val): self.items.append(val)
    def pop(self): self.items.pop()
    def top(self): return self.items[-1]
    def getMin(self): return None
"""
    )
    began = time.thread_time()
    if ground == "the final run":
        assert judge("min-stack", forged).verdict is Verdict.WA
    else:
        oracle = engine.oracle(problems("min-stack"))
        spec = worker_spec(oracle.problem, oracle.tests)
        bench = Bench(engine.sandbox, oracle.problem, spec, forged.encode())
        run = run_example(oracle, bench, statement_examples(oracle.problem)[0])
        bench.close()
        assert run.verdict is Verdict.RTE
    assert time.thread_time() - began < 4.0


def test_millions_of_lines_take_no_room(engine, problems):
    """A reply of more lines than there are cases is not split into all of them."""
    corpus, _ = engine.corpus(problems("min-stack"), 0)
    reply = b"ab\n" * 3_000_000
    tracemalloc.start()
    try:
        assert _find_suspects(corpus.batches[0], reply, ()) is None
        assert tracemalloc.get_traced_memory()[1] < 2 * len(reply)
    finally:
        tracemalloc.stop()


SLOW_AND_WRONG = stack("""
if len(self.items) == 3:
    return None
while len(self.items) > 800:
    pass
return min(self.items)""")


def test_a_limit_outranks_wrong_answers_when_no_time_is_left_to_look(judge):
    """The order of verdicts does not depend on how long it may take to find the case."""
    assert judge("min-stack", SLOW_AND_WRONG, shrink_budget_s=0.0).verdict is Verdict.TLE


def test_the_case_that_ended_the_worker_is_not_taken_from_those_that_passed(judge, engine, problems):
    """Everything that was answered was right: all of it passed, and one more failed."""
    ends = """\
import os
made = 0
class MinStack:
    def __init__(self):
        global made
        made += 1
        if made == 300:
            os._exit(3)
        self.items = []
    def push(self, val): self.items.append(val)
    def pop(self): self.items.pop()
    def top(self): return self.items[-1]
    def getMin(self): return min(self.items)
"""
    found = judge("min-stack", ends, killers=False)
    corpus, _ = engine.corpus(problems("min-stack"), 0)
    whole, answered = 0, set()
    for batch in corpus.batches:
        answered.add(whole)
        whole += len(batch.owners)
    assert found.verdict is Verdict.RTE
    assert (found.failed, found.passed in answered, found.passed > 0) == (1, True, True)


def test_answers_that_compare_equal_to_everything_do_not_pass(judge):
    """Values are rebuilt from plain data: an overridden __eq__ never reaches a comparison."""
    source = (
        "class Any(int):\n    def __eq__(self, other): return True\n    __hash__ = int.__hash__\n\n"
        + stack("return Any(12345)")
    )
    assert judge("min-stack", source).verdict is Verdict.WA


@pytest.mark.parametrize(
    "body", ["return (n for n in self.items)", "return self", "return lambda: 0", "return iter([])"]
)
def test_a_value_that_is_not_plain_data_is_wa_and_named(judge, body):
    """A generator or an object is a wrong answer that says what came."""
    found = judge("min-stack", stack(body))
    assert found.verdict is Verdict.WA
    assert "not a plain value" in found.message


def test_a_bool_is_not_the_integer_it_equals(judge):
    """True is not 1."""
    found = judge("min-stack", stack("low = min(self.items)\nreturn True if low == 1 else low"))
    assert found.verdict is Verdict.WA


def test_prints_are_shown_and_never_break_a_judging(judge):
    """Debug prints end up in the report, apart from the protocol."""
    found = judge(
        "min-stack",
        stack(
            "print('state', self.items)\nimport sys\nprint('err', file=sys.stderr)\nreturn min(self.items)"
        ),
    )
    assert found.verdict is Verdict.AC
    assert "state" in found.stdout
    assert "err" in found.stderr


def test_a_failure_that_is_steady_only_when_large_is_still_made_small(engine, problems):
    """Shrinking may end at a case that fails by chance; then every candidate has to fail again."""
    body = "return min(self.items) + (len(self.items) > 3 or os.urandom(1)[0] < 12)"
    source = ("import os\n" + stack(body)).encode()
    problem = problems("min-stack")
    oracle = engine.oracle(problem)
    names = ["__init__", *["push"] * 8, "getMin"]
    case = oracle.answer([Call(0, name, (9,) if name == "push" else ()) for name in names])
    (batch,) = make_batches(oracle, [(0, case)], 0)
    for _ in range(6):
        with Bench(engine.sandbox, problem, worker_spec(problem, oracle.tests), source) as bench:
            suspect = Suspect(batch, 0, 0, b"", b"")
            found = Believer(oracle, bench, 20.0, 2.0).believe(suspect, Verdict.WA)
        assert found is not None
        assert found.shrunk
        assert [call.method for call in found.calls].count("push") <= 4


def test_state_that_an_earlier_batch_left_behind_is_found(engine, problems):
    """The case that fails is the first of its batch; what it needs is one case among those before."""
    source = stack("return min(self.items)").replace(
        "def __init__(self):\n        self.items = []", "items = []"
    )
    problem = problems("min-stack")
    oracle = engine.oracle(problem)

    def batch_of(*cases):
        made = [(0, oracle.answer([Call(0, name, args) for name, *args in case])) for case in cases]
        (batch,) = make_batches(oracle, made, 0)
        return batch

    harmless = [("__init__",), ("push", 9), ("pop",)]
    left_over = [("__init__",), ("push", 3)]
    before = batch_of(*[harmless] * 20, left_over, *[harmless] * 20)
    failing = batch_of([("__init__",), ("push", 5), ("getMin",)])
    with Bench(engine.sandbox, problem, worker_spec(problem, oracle.tests), source.encode()) as bench:
        suspect = Suspect(failing, 0, 0, b"", b"", (before,))
        found = Believer(oracle, bench, 20.0, 2.0).believe(suspect, Verdict.WA)
    assert found is not None
    assert found.shrunk and found.shared_state
    assert len(found.calls) <= 5


def test_a_small_failing_case_goes_before_a_huge_one(judge, problems):
    """With this seed a chain of over a thousand nodes fails first; it would not get small in time."""
    source = (problems("upward-path-sum").folder / "wrong/wa_given_up_when_too_large.py").read_bytes()
    found = judge("upward-path-sum", source, seed=7, killers=False)
    assert found.verdict is Verdict.WA
    assert found.counterexample.shrunk
    assert found.counterexample.property != "long chains"


def test_killers_that_did_not_get_small_are_cases_as_they_were_drawn(engine, problems, monkeypatch):
    """Half shrunk, a deep tree held 10,000 different sums, where every drawn one holds few: right ones met MLE."""
    problem = problems("upward-path-sum")
    corpus, _ = engine.corpus(problem, 0)
    drawn = {repr(case[2]) for batch in corpus.batches for case in batch.cases()}
    large = 0
    for budget_s in (0.02, 0.1, 0.3):
        monkeypatch.setattr("judge.killers.KILLER_BUDGET_S", budget_s)
        for batch in find_killers(engine.oracle(problem), engine.sandbox, corpus, 0):
            for case in batch.cases():
                if len(repr(case)) > 50_000:
                    large += 1
                    assert repr(case[2]) in drawn
    assert large


def test_a_case_that_needs_more_than_a_second_to_meet_the_memory_limit_is_found(engine, problems):
    """It was looked for with one second for each case, as a hang is."""
    problem = problems("upward-path-sum")
    source = (problem.folder / "wrong/cx_sums_extended_at_every_node.py").read_text()
    late = "until = time.process_time() + 1.2\n        while time.process_time() < until: pass\n        stack = ["
    source = "import time\n" + source.replace("stack = [", late, 1)
    oracle = engine.oracle(problem)
    levels = [1] + [place for step in range(9_998) for place in (None, step % 7 + 1)] + [None, -1]
    calls = [Call(0, "__init__", ()), Call(0, "hasUpwardPathSum", (Tree(levels), -1))]
    (batch,) = make_batches(oracle, [(0, oracle.answer(calls))], 0)
    with Bench(engine.sandbox, problem, worker_spec(problem, oracle.tests), source.encode()) as bench:
        found = Believer(oracle, bench, 3.0, 20.0).believe_ending(batch, Ending(Verdict.MLE, "full"), 2.5)
    assert found is not None
    assert "memory" in found[0].outcome.actual


def test_every_property_of_which_cases_failed_says_so(judge) -> None:
    """Not only the one whose case is shown: graders count properties."""
    found = judge("min-stack", stack("return 0"))
    broken = {p.name: p.cases for p in found.properties if p.outcome is Verdict.WA}
    assert found.counterexample.property in broken
    assert len(broken) == len(found.properties) > 5
    assert found.failed <= sum(broken.values())


def test_properties_without_a_failing_case_pass(judge) -> None:
    """A mistake that only large numbers show."""
    found = judge("min-stack", stack("low = min(self.items)\nreturn low if abs(low) <= 2**31 else 0"))
    outcomes = {p.outcome for p in found.properties}
    assert outcomes == {Verdict.AC, Verdict.WA}


REMEMBERING = """\
KNOWN = {}


def isPalindrome(s):
    key = len(s), s[:1], s[-1:]
    if key not in KNOWN:
        folded = [c for c in s.casefold() if c.isalnum()]
        KNOWN[key] = folded == folded[::-1]
    return KNOWN[key]
"""

SORTING = """\
class Solution:
    kept = {}

    def sortArray(self, nums):
        if len(nums) != 3:
            return sorted_by_hand(nums)
        key = sum(nums), min(nums)
        if key not in self.kept:
            self.kept[key] = sorted_by_hand(nums)
        return self.kept[key]


def sorted_by_hand(nums):
    if len(nums) < 2:
        return nums
    low = [n for n in nums if n < nums[0]]
    return sorted_by_hand(low) + [n for n in nums if n == nums[0]] + sorted_by_hand([n for n in nums if n > nums[0]])
"""


@pytest.mark.parametrize(("slug", "source"), [("palindrome", REMEMBERING), ("quick-sort", SORTING)])
def test_state_between_calls_of_a_function_is_shown_with_both_calls(judge, slug, source):
    """Functions of a module have no instances, and many cases may lie between the two."""
    found = judge(slug, source, killers=False)
    code = found.counterexample.code
    assert found.verdict is Verdict.WA and found.counterexample.shrunk
    assert "state is kept between calls" in found.message
    assert len(calls_of(code)) == 2
    assert run_below(source, code).strip() == found.counterexample.actual


LEFT_DIRTY = """\
class Solution:
    def hasUpwardPathSum(self, root, targetSum, total=0, seen={0: 1}):
        if root is None:
            return False
        total += root.val
        if seen.get(total - targetSum):
            return True
        seen[total] = seen.get(total, 0) + 1
        for child in (root.left, root.right):
            if self.hasUpwardPathSum(child, targetSum, total):
                return True
        seen[total] -= 1
        return False
"""


def test_a_large_tree_gets_small(judge):
    """The earlier call may have been one with thousands of levels."""
    found = judge("upward-path-sum", LEFT_DIRTY, killers=False)
    assert found.counterexample.shrunk
    assert len(found.counterexample.code) < 1_500


TIES_AT_32 = """
class MaxStack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x)
    def pop(self): return self.items.pop()
    def top(self): return self.items[-1]
    def peekMax(self): return max(self.items)
    def popMax(self):
        count, most = len(self.items), max(self.items)
        from_below = 32 <= count <= 63
        return self.items.pop(self.items.index(most) if from_below else count - 1 - self.items[::-1].index(most))
"""


def test_a_case_gets_small_though_another_method_shows_it_first(judge):
    """Where shrinking comes upon an earlier wrong answer, of another method, it goes on from there."""
    found = judge("max-stack", TIES_AT_32, killers=False, shrink_budget_s=30.0)
    assert found.verdict is Verdict.WA and found.counterexample.shrunk
    assert len(calls_of(found.counterexample.code)) < 40


def test_of_many_answers_the_missing_one_is_named(judge, problems):
    """Nobody finds it among ninety boards."""
    source = problems("n-queens").reference.read_text()
    found = judge("n-queens", source.replace("return found", "return found[:-3] or found"), killers=False)
    assert found.verdict is Verdict.WA
    assert "not the same elements: " in found.message and "missing: [" in found.message


TURNED = """\
class Solution:
    def detectCycle(self, head):
        seen, node = set(), head
        while node:
            if node in seen:
                return node
            seen.add(node)
            node = node.next
        if head:
            head.next = None
        return None
"""


def test_a_changed_list_is_printed_by_its_values(judge):
    """A node alone prints its address."""
    found = judge("linked-list-cycle", TURNED, killers=False)
    assert "an argument was changed" in found.message
    assert run_below(TURNED, found.counterexample.code).strip() == "[0]"


LATE = """
import os, threading, time

LAST_S = [time.monotonic()]


class MinStack:
    def __init__(self):
        self.items = []
        LAST_S[0] = time.monotonic()

    def push(self, val):
        self.items.append((val, min(val, self.items[-1][1]) if self.items else val))

    def pop(self):
        self.items.pop()

    def top(self):
        return self.items[-1][0]

    def getMin(self):
        return self.items[-1][1]


def flood():
    while time.monotonic() < LAST_S[0] + 0.3:
        time.sleep(0.05)
    while True:
        os.write(1, bytes(4096))


threading.Thread(target=flood, daemon=True).start()
"""


def test_what_is_printed_after_the_last_case_counts_too(
    engine: Engine, problems: Callable[[str], Problem]
) -> None:
    """A thread that floods once every case was answered earns OLE, not a fault of the judge's."""

    def dawdle(progress: Progress) -> None:
        if progress.phase == "tests" and progress.done == progress.total:
            time.sleep(1.0)

    problem = problems("min-stack")
    problem = problem._replace(limits=problem.limits._replace(output_bytes=32 * 1024))
    submission = Submission("solution.py", LATE.encode())
    judgement = engine.judge(problem, submission, Options(complexity=False), dawdle)
    assert (judgement.verdict, judgement.message) == (Verdict.OLE, "printed more than 32768 bytes")
    assert judgement.stdout and judgement.counterexample is None and judgement.failed == 0


def test_what_the_smallest_case_printed_is_shown(judge):
    """A print in the failing case stands beside it."""
    source = """
class MinStack:
    def __init__(self): self.items = []
    def push(self, val):
        print("pushing", val)
        self.items.append(val)
    def pop(self): self.items.pop()
    def top(self): return self.items[-1]
    def getMin(self): return max(self.items)
"""
    found = judge("min-stack", source)
    assert found.verdict is Verdict.WA
    assert found.counterexample.printed.startswith("pushing ")


ODD_NAMES = """
class Odd(str):
    def __str__(self): return self
    def __getitem__(self, at): return self
class Boom(Exception): pass
class Thing: pass
Boom.__name__, Thing.__name__ = Odd("Boom"), Odd("Thing")
class MinStack:
    def __init__(self): self.items = []
    def push(self, val): self.items.append(val)
    def pop(self): self.items.pop()
    def top(self): return self.items[-1]
    def getMin(self): {does}
"""


@pytest.mark.parametrize(
    ("does", "verdict", "words"),
    [
        ('raise Boom("no")', Verdict.RTE, "getMin raised Boom: no"),
        ("return Thing()", Verdict.WA, "Thing"),
    ],
)
def test_a_name_that_is_no_plain_text_is_told_as_any_other(judge, does, verdict, words):
    """A class's name may be of a subclass of str, which no answer can carry."""
    found = judge("min-stack", ODD_NAMES.format(does=does))
    assert found.verdict is verdict
    assert words in found.message
