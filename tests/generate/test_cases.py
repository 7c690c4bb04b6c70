"""Drawing, keeping and shrinking cases; the statement's examples as cases."""

from __future__ import annotations

import importlib
import json
import pwd
import shutil
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

import pytest

from judge import cache
from judge.errors import ProblemError, UsageError
from judge.generate.corpus import Corpus, build_corpus, drawn_with, keep_corpus, load_corpus
from judge.generate.examples import own_examples, statement_examples
from judge.generate.load import load_tests
from judge.generate.oracle import Call, Calls, Illegal, Oracle
from judge.generate.sequences import legalise
from judge.generate.shrink import OutOfTime, cost, shrink, simplify
from judge.spec.problem import CONSTRUCTOR, Problem
from judge.wire.nodes import Linked, Tree

COUNT = 60


@pytest.fixture(scope="module")
def problem(problems: Callable[[str], Problem]) -> Problem:
    return problems("min-stack")


@pytest.fixture(scope="module")
def oracle(problem: Problem) -> Oracle:
    return Oracle(problem, load_tests(problem))


# -- drawing -------------------------------------------------------------------------------------------


def test_same_seed_draws_the_same_cases(oracle: Oracle) -> None:
    """A corpus depends on the problem and the seed alone; another seed gives another one."""
    first, again, other = (build_corpus(oracle, seed, COUNT) for seed in (3, 3, 4))
    assert first == again
    assert first.batches != other.batches


def test_what_else_is_loaded_changes_no_case(
    oracle: Oracle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hypothesis draws constants of loaded modules too: a notebook's must not be among the hidden cases."""
    before = build_corpus(oracle, 5, COUNT)
    (tmp_path / "loaded_later.py").write_text(f"NUMBERS = {list(range(10**6, 10**6 + 500))}\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "loaded_later", importlib.import_module("loaded_later"))
    assert build_corpus(oracle, 5, COUNT) == before
    assert {path.name for path in tmp_path.iterdir()} <= {"loaded_later.py", "__pycache__"}


def test_every_case_is_legal_and_every_property_has_cases(oracle: Oracle) -> None:
    """No drawn sequence calls what the problem forbids; small shares are not starved."""
    corpus = build_corpus(oracle, 0, COUNT)
    owners = set()
    for batch in corpus.batches:
        owners |= set(batch.owners)
        for case, line in zip(batch.cases(), batch.expected.split(b"\n"), strict=True):
            expectation = oracle.answer(oracle.from_wire(case))  # raises Illegal
            assert oracle.expected_line(expectation) == line
    assert owners == set(range(len(corpus.properties)))
    assert corpus.cases >= COUNT


def test_sequences_are_of_all_sizes_and_use_equal_values(oracle: Oracle) -> None:
    """Short, long and deep sequences; two instances; equal elements; structures emptied again."""
    corpus = build_corpus(oracle, 1, 200)
    cases = [oracle.from_wire(case) for batch in corpus.batches for case in batch.cases()]
    lengths = sorted(map(len, cases))
    assert lengths[0] <= 8
    assert lengths[-1] >= 900
    assert any(len({call.instance for call in calls}) == 2 for calls in cases)
    pushes = [[call.args for call in calls if call.method == "push"] for calls in cases]
    assert sum(len(set(args)) < len(args) for args in pushes) > len(cases) / 3


def test_forbidden_calls_are_refused_or_left_out(oracle: Oracle) -> None:
    """The oracle refuses an illegal sequence; `legalise` drops the illegal calls and keeps the rest."""
    calls = [Call(0, CONSTRUCTOR, ()), Call(0, "pop", ()), Call(0, "push", (1,)), Call(0, "top", ())]
    with pytest.raises(Illegal):
        oracle.answer(calls)
    kept = legalise(calls, oracle)
    assert [call.method for call in kept.calls] == [CONSTRUCTOR, "push", "top"]
    assert kept.results == (None, None, 1)


# -- keeping -------------------------------------------------------------------------------------------


def test_kept_corpus_comes_back(oracle: Oracle, problem: Problem) -> None:
    """What is kept is what was drawn."""
    corpus = build_corpus(oracle, 901, COUNT)
    assert keep_corpus(problem, 901, corpus) == ""
    assert load_corpus(problem, 901) == corpus


def test_corpus_of_another_hypothesis_is_drawn_again(
    problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version may draw other cases; the one that would be imported counts."""
    keep_corpus(problem, 7, Corpus((), {}, ()))
    assert load_corpus(problem, 7) is not None
    assert version("hypothesis") in drawn_with()
    (tmp_path / "hypothesis").mkdir()
    (tmp_path / "hypothesis-999.dist-info").mkdir()
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/hypothesis").touch()  # the command of that name, before all else where it was started
    before = [str(tmp_path / "nowhere"), str(tmp_path / "bin"), str(tmp_path)]
    monkeypatch.setattr(sys, "path", [*before, *sys.path])
    drawn_with.cache_clear()
    try:
        assert "hypothesis-999" in drawn_with()
        assert load_corpus(problem, 7) is None
    finally:
        drawn_with.cache_clear()


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "nonsense"])
def test_damaged_corpus_is_not_trusted(
    oracle: Oracle, problem: Problem, damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A corpus that was cut, changed or replaced is as good as none."""
    monkeypatch.setenv("JUDGE_CACHE", str(tmp_path))
    keep_corpus(problem, 0, build_corpus(oracle, 0, 20))
    (path,) = (tmp_path / "corpus").iterdir()
    body = path.read_bytes()
    at = len(body) // 2
    flipped = body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]
    path.write_bytes({"cut": body[:at], "flip": flipped, "empty": b"", "nonsense": b"x" * 100}[damage])
    assert load_corpus(problem, 0) is None


def test_cache_that_cannot_be_written_is_said(
    oracle: Oracle, problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be kept the answer says so and nothing is raised."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("JUDGE_CACHE", str(tmp_path / "file" / "cache"))
    assert "cannot be written" in keep_corpus(problem, 0, build_corpus(oracle, 0, 20))
    assert load_corpus(problem, 0) is None


def test_threads_keep_the_same_key_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that write one key do not take each other's unfinished file away."""
    monkeypatch.setenv("JUDGE_CACHE", str(tmp_path))
    bodies = [bytes([at]) * 100_000 for at in range(100)]
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(lambda body: cache.write("room", "key", body), bodies)) == {""}
    assert cache.read("room", "key") in bodies
    assert [path.name for path in (tmp_path / "room").iterdir()] == ["key"]


def test_a_user_without_a_home_goes_without_a_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """A uid that has no passwd entry, in an empty environment, reads nothing and hears what would help."""

    def no_entry(uid: int) -> None:
        raise KeyError(uid)

    for name in ("JUDGE_CACHE", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", no_entry)
    assert cache.read("room", "key") is None
    assert "JUDGE_CACHE" in cache.write("room", "key", b"body")
    with cache.alone("nothing"):
        pass


# -- shrinking -----------------------------------------------------------------------------------------


def attempt_on(oracle: Oracle, fails: Callable[[Calls], bool]) -> Callable[[Sequence[Calls]], Calls | None]:
    """An attempt that decides by looking at the calls, after dropping those that are not allowed."""

    def attempt(candidates: Sequence[Calls]) -> Calls | None:
        for candidate in candidates:
            calls = legalise(list(candidate), oracle).calls
            if calls and calls[-1].method == candidate[-1].method and fails(calls):
                return calls
        return None

    return attempt


def pushes(calls: Calls) -> list[int]:
    return [call.args[0] for call in calls if call.method == "push"]


def long_case() -> Calls:
    calls = [Call(0, CONSTRUCTOR, ()), Call(1, CONSTRUCTOR, ())]
    for n in range(60):
        calls.append(Call(n % 2, "push", (1000 + 37 * (n % 11),)))
        if n % 4 == 3:
            calls.append(Call(n % 2, "pop", ()))
    return (*calls, Call(0, "getMin", ()))


@pytest.mark.parametrize(
    ("fails", "calls", "numbers"),
    [
        (lambda calls: len(pushes(calls)) >= 3, 5, [0, 0, 0]),
        (lambda calls: any(n > 1000 for n in pushes(calls)), 3, [1001]),
        (lambda calls: len(pushes(calls)) > len(set(pushes(calls))), 4, [0, 0]),
        (lambda calls: any(a > b for a, b in zip(pushes(calls), pushes(calls)[1:], strict=False)), 4, [1, 0]),
    ],
    ids=["three pushes", "a large value", "equal values", "a descent"],
)
def test_shrinking_reaches_the_smallest_case(
    oracle: Oracle, fails: Callable[[Calls], bool], calls: int, numbers: list[int]
) -> None:
    """The constructor, what is needed, and the failing call; values as small as they can be."""
    small, complete = shrink(long_case(), attempt_on(oracle, fails))
    assert complete
    assert fails(small)
    assert len(small) == calls
    assert pushes(small) == numbers
    assert len({call.instance for call in small}) == 1


def test_shrinking_never_returns_what_did_not_fail(oracle: Oracle) -> None:
    """Where nothing smaller fails the case itself comes back."""
    case = long_case()
    small, complete = shrink(case, attempt_on(oracle, lambda calls: calls == case))
    assert (small, complete) == (case, True)


def looking(fails: Callable[[Calls], bool], tries: list[int]) -> Callable[[Sequence[Calls]], Calls | None]:
    """An attempt on calls that are always allowed, which counts its candidates."""

    def attempt(candidates: Sequence[Calls]) -> Calls | None:
        for candidate in candidates:
            tries.append(len(candidate))
            if fails(candidate):
                return candidate
        return None

    return attempt


def test_tries_grow_as_the_calls_do() -> None:
    """Every third call is needed: to begin anew after each that is not would take tens of thousands."""
    needed = set(range(1, 600, 3))
    case = (Call(0, CONSTRUCTOR, ()), *(Call(0, "push", (n,)) for n in range(600)), Call(0, "getMin", ()))
    tries: list[int] = []
    small, complete = shrink(case, looking(lambda calls: needed <= set(pushes(calls)), tries))
    assert complete
    assert set(pushes(small)) == needed
    assert len(tries) < 20_000


def test_pairs_that_stand_anywhere_go_together() -> None:
    """A push and its pop, when one of them alone must not be missing."""
    kinds = ["push", "push", "pop"] * 30
    case = (Call(0, CONSTRUCTOR, ()), *(Call(0, kind, ()) for kind in kinds), Call(0, "getMin", ()))

    def fails(calls: Calls) -> bool:
        methods = [call.method for call in calls]
        return methods.count("push") - methods.count("pop") == 30

    small, _ = shrink(case, looking(fails, []))
    assert [call.method for call in small] == [CONSTRUCTOR, *["push"] * 30, "getMin"]


def test_large_neighbours_come_down_together() -> None:
    """Where only the distances matter, and the numbers must not be small."""
    case = (
        Call(0, CONSTRUCTOR, ()),
        *(Call(0, "push", (2**31 - n,)) for n in (3, 1, 2)),
        Call(0, "getMin", ()),
    )

    def fails(calls: Calls) -> bool:
        numbers = pushes(calls)
        return len(numbers) == 3 and min(numbers) > 2**20 and max(numbers) - min(numbers) < 3

    small, complete = shrink(case, looking(fails, tries := []))
    assert complete and pushes(small) == [2**20 + 1] * 3
    assert len(tries) < 2_000


def test_a_number_of_a_thousand_bits_is_soon_small() -> None:
    """By its bits, not by a thousand halves; to within a millionth."""
    case = (Call(0, CONSTRUCTOR, ()), Call(0, "push", (2**1000 + 12345,)), Call(0, "getMin", ()))
    small, complete = shrink(case, looking(lambda calls: pushes(calls)[:1] > [2**100], tries := []))
    assert complete and 2**100 < pushes(small)[0] < 2**100 + 2**81
    assert len(tries) < 2_000


@pytest.mark.parametrize("least", [2**20, 10**30])
def test_a_large_number_beside_another_is_soon_small(least: int) -> None:
    """Two numbers that come down together do not do so one by one."""
    case = (
        Call(0, CONSTRUCTOR, ()),
        *(Call(0, "push", (n,)) for n in (0, 2**200 + 3, 2**200 + 1)),
        Call(0, "getMin", ()),
    )

    def fails(calls: Calls) -> bool:
        numbers = pushes(calls)
        return (
            len(numbers) == 3 and numbers[0] == 0 and numbers[2] > least and 0 < numbers[1] - numbers[2] < 3
        )

    small, complete = shrink(case, looking(fails, tries := []))
    assert complete and pushes(small)[2] < least + least // 2**19 + 2
    assert len(tries) < 4_000


def test_a_large_number_beside_nought_is_soon_small() -> None:
    """What only one of two numbers decides ends as it does alone."""
    case = (Call(0, CONSTRUCTOR, ()), *(Call(0, "push", (n,)) for n in (0, 2**200)), Call(0, "getMin", ()))
    small, complete = shrink(
        case, looking(lambda calls: len(pushes(calls)) == 2 and pushes(calls)[1] > 10**30, tries := [])
    )
    assert complete and pushes(small)[0] == 0
    assert len(tries) < 2_000


def test_a_large_sum_comes_down_with_one_of_its_numbers() -> None:
    """Two of them lose the same amount, or all of the smaller one."""
    large = (2**30 + 77, 2**29 + 5)
    case = (
        Call(0, CONSTRUCTOR, ()),
        *(Call(0, "push", (n,)) for n in (*large, sum(large))),
        Call(0, "getMin", ()),
    )

    def fails(calls: Calls) -> bool:
        numbers = pushes(calls)
        return len(numbers) == 3 and numbers[0] + numbers[1] == numbers[2] > 2**20

    small, complete = shrink(case, looking(fails, tries := []))
    assert complete and pushes(small)[2] == 2**20 + 1
    assert len(tries) < 2_000


def test_texts_are_made_simpler_together() -> None:
    """A word and its beginning stay a word and its beginning."""
    word = "gumbknujbfhxba"
    case = (Call(0, CONSTRUCTOR, ()), Call(0, "insert", (word,)), Call(0, "search", (word[:-1],)))

    def fails(calls: Calls) -> bool:
        texts = [call.args[0] for call in calls if call.args]
        return len(texts) == 2 and len(texts[1]) > 3 and texts[0][:-1] == texts[1]

    small, complete = shrink(case, looking(fails, []))
    assert complete
    assert [call.args for call in small] == [(), ("aaaaa",), ("aaaa",)]


def test_a_number_of_the_constructor_falls_with_the_calls() -> None:
    """A cache of fifty that is full after fifty calls is one of three that is full after three."""
    case = (Call(0, CONSTRUCTOR, (50,)), *(Call(0, "put", (n, n)) for n in range(50)), Call(0, "get", (0,)))

    def fails(calls: Calls) -> bool:
        room = calls[0].args[0]
        return bool(room > 2 and sum(call.method == "put" for call in calls) >= room)

    small, complete = shrink(case, looking(fails, []))
    assert complete
    assert len(small) == 5 and small[0].args == (3,)


def test_out_of_time_gives_the_best_so_far(oracle: Oracle) -> None:
    """When time is over the smallest confirmed case is kept and said to be unfinished."""
    tries = [0]
    inner = attempt_on(oracle, lambda calls: len(pushes(calls)) >= 3)

    def attempt(candidates: Sequence[Calls]) -> Calls | None:
        tries[0] += 1
        if tries[0] > 3:
            raise OutOfTime
        return inner(candidates)

    small, complete = shrink(long_case(), attempt)
    assert not complete
    assert cost(small) <= cost(long_case())
    assert len(pushes(small)) >= 3


@pytest.mark.parametrize(
    "value",
    [
        7,
        -7,
        2.5,
        "abc",
        [3, 1, 2],
        (1, 2),
        [[1, [2]], 3],
        {0: [1], 1: [0]},
        Tree([1, 2, 3]),
        Linked([1, 2, 3], 1),
    ],
    ids=repr,
)
def test_simpler_values_are_of_the_same_kind(value: object) -> None:
    """Simplifying offers something, and always a value of the same type."""
    offered = list(simplify(value))
    assert offered
    assert all(type(simpler) is type(value) for simpler in offered)


# -- examples ------------------------------------------------------------------------------------------


def test_statement_examples_are_cases(problem: Problem) -> None:
    """Each fenced session is one case with the answers that it states."""
    examples = statement_examples(problem)
    assert len(examples) == 2
    assert [call.method for call in examples[1].calls] == [CONSTRUCTOR, "push", "push", "pop", "getMin"]
    assert [(item.at, item.value) for item in examples[1].expected] == [(4, 5)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (">>> s = MinStack()\n>>> s.peek()\n1\n", "no such function or method"),
        (">>> s = MinStack()\n>>> s.push(x)\n", "is not a literal"),
        (">>> s = MinStack(\n", "is not Python"),
        (">>> s = MinStack()\n>>> s.push(val=1)\n", "by position"),
        (">>> s = MinStack()\n>>> s.push(__import__('os'))\n", "is not a literal"),
        (">>> s = MinStack()\n>>> s.top()\nwhatever\n", "is not a literal"),
        (">>> s = MinStack()\n>>> s.push(float('abc'))\n", "is no number"),
        (
            "\n>>> s = MinStack()\n>>> s.push(1, 2)\n",
            r"the case at line 2: push\(val\): wrong number of arguments \(2\)",
        ),
        (">>> s = MinStack(1)\n", r"MinStack\(\): wrong number of arguments \(1\)"),
        (">>> MinStack().push()\n", "wrong number of arguments"),
        (">>> s = MinStack()\n>>> s.push('a')\n", "push: val must be int"),
        (">>> s = MinStack()\n>>> s.push(linked([1, 2], cycle=7))\n", "cycle is no index of the list"),
    ],
)
def test_malformed_example_is_named(problem: Problem, tmp_path: Path, text: str, words: str) -> None:
    """A line that cannot be read is quoted with its reason; nothing of it is ever run."""
    path = tmp_path / "cases.py"
    path.write_text(text)
    with pytest.raises(UsageError, match=words):
        own_examples(problem, path)


def test_json_cases_are_read(problem: Problem, tmp_path: Path) -> None:
    """A list of calls and answers in JSON is a case too."""
    path = tmp_path / "cases.json"
    path.write_text('[{"calls": [["push", 3], ["getMin"]], "expected": [null, 3]}]')
    (example,) = own_examples(problem, path)
    assert [call.method for call in example.calls] == [CONSTRUCTOR, "push", "getMin"]
    assert [(item.at, item.value) for item in example.expected] == [(2, 3)]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"calls": [["push", 3]], "new": 5}, 'case 1: "new" and "expected" must be lists'),
        ({"calls": [["push", 3]], "expected": 5}, 'case 1: "new" and "expected" must be lists'),
        ({"calls": [[["a"]]]}, "is not a call; there are getMin"),
        ({"calls": [["push"]]}, r"case 1: push\(val\): wrong number of arguments \(0\)"),
        ({"calls": [["push", "a"]]}, "case 1: push: val must be int"),
        ({"calls": [], "new": [1]}, r"MinStack\(\): wrong number of arguments \(1\)"),
    ],
)
def test_malformed_json_case_is_named(problem: Problem, tmp_path: Path, row: object, words: str) -> None:
    """What cannot be a call is said with its case and its reason."""
    path = tmp_path / "cases.json"
    path.write_text(json.dumps([row]))
    with pytest.raises(UsageError, match=words):
        own_examples(problem, path)


def test_arguments_are_of_the_parameter_s_type(problems: Callable[[str], Problem], tmp_path: Path) -> None:
    """A list of nodes is written as linked([...]), and a case calls what the worker can call."""
    path = tmp_path / "cases.py"
    for slug, text, words in (
        ("linked-list-cycle", ">>> Solution().detectCycle([1, 2])", r"head must be linked\(\[...\]\)"),
        ("debug-mode", ">>> debug_mode(1)", "there are observe"),
    ):
        path.write_text(text)
        with pytest.raises(UsageError, match=words):
            own_examples(problems(slug), path)


def test_statement_with_a_malformed_example_is_invalid(problem: Problem, tmp_path: Path) -> None:
    """The author hears in which line of the statement the example stands."""
    folder = shutil.copytree(problem.folder, tmp_path / "min-stack")
    (folder / "statement.md").write_text("# x\n\n```python\n>>> s = Stack()\n```\n")
    spoilt = problem._replace(folder=folder)
    with pytest.raises(ProblemError, match=r"statement.md:4: example 1"):
        statement_examples(spoilt)
