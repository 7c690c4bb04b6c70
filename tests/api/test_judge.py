"""The Python interface: Judge and Report, from threads, from a generator, closed in the middle."""

from __future__ import annotations

import itertools
import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import judge as package
from judge import Judge, Report
from judge.errors import NothingToJudge, UsageError
from judge.verdict import Verdict

TINY = Path(__file__).resolve().parents[2] / "bench" / "tiny" / "problems"
RIGHT = "def twice(x):\n    return x + x  # {}\n"
WRONG = "def twice(x):\n    return x * x  # {}\n"
BROKEN = "def twice(x:  # {}\n"


@pytest.fixture(scope="module")
def tiny() -> Iterator[Judge]:
    """A judge of the tiny problem, without measuring."""
    with Judge(TINY, complexity=False) as made:
        yield made


def test_a_report_says_what_was_found(tiny: Judge) -> None:
    """Verdict, message, score and the failing case are at hand."""
    report = tiny.judge("twice", WRONG)
    assert (report.verdict, report.accepted, report.problem) == (Verdict.WA, False, "twice")
    assert report.verdict == "WA" and report.verdict.words == "wrong answer"
    assert "expected" in report.message and 0 <= report.score < 1
    assert report.counterexample is not None and "twice(" in report.counterexample.code
    right = tiny.judge("twice", RIGHT.encode())
    assert right.accepted and right.score == 1.0 and right.counterexample is None


def test_closing_waits_for_what_others_judge() -> None:
    """A judging under way keeps its box to the end, and nothing new is begun."""
    slow = "import time\ntime.sleep(1.5)\n" + RIGHT
    made = Judge(TINY, complexity=False)
    with ThreadPoolExecutor(3) as pool:
        reports = [pool.submit(made.judge, "twice", slow) for _ in range(2)]
        time.sleep(0.7)
        made.close()
        assert [report.result().verdict for report in reports] == [Verdict.AC, Verdict.AC]
    with pytest.raises(UsageError, match="closed"):
        made.judge("twice", RIGHT)


def test_a_failing_case_runs_below_the_submission(tiny: Judge) -> None:
    """The counterexample's code, put below the submission, prints what the report says."""
    import subprocess
    import sys

    report = tiny.judge("twice", WRONG)
    assert report.counterexample is not None
    done = subprocess.run(
        [sys.executable, "-c", WRONG + "\n" + report.counterexample.code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == report.counterexample.actual


def test_a_file_is_read(tiny: Judge, tmp_path: Path) -> None:
    """A Path is a file; one that is not there is nothing to judge."""
    (tmp_path / "x.py").write_text(RIGHT)
    report = tiny.judge("twice", tmp_path / "x.py")
    assert report.accepted and report.judgement.path.endswith("x.py")
    with pytest.raises(NothingToJudge):
        tiny.judge("twice", tmp_path / "y.py")


@pytest.mark.parametrize("source", [5, None, ["x"]])
def test_what_is_no_source_is_refused(tiny: Judge, source: object) -> None:
    """A number is not a file of so many zeros."""
    with pytest.raises(UsageError, match=f"not {type(source).__name__}"):
        tiny.judge("twice", source)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=f"not {type(source).__name__}"):
        list(tiny.judge_many([("twice", source)]))  # type: ignore[list-item]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda judge: judge.judge(None, RIGHT),
        lambda judge: judge.judge(["twice"], RIGHT),
        *(
            lambda judge, items=items: list(judge.judge_many(items))
            for items in (
                [("twice",)],
                [5],
                ["ab"],
                [(None, RIGHT)],
                [("twice", RIGHT, "a", 1)],
                5,
                None,
                "ab",
            )
        ),
        *(lambda judge, jobs=jobs: list(judge.judge_many([], jobs=jobs)) for jobs in (0, -1, "2")),
        *(lambda _, seed=seed: Judge(TINY, seed=seed) for seed in ("a", 1.5, None, True)),
        *(
            lambda _, s=s: Judge(TINY, complexity_budget_s=s)
            for s in (-1, 0, "1", float("nan"), float("inf"))
        ),
        lambda _: Judge(5),  # type: ignore[arg-type]
        lambda _: Judge([5]),  # type: ignore[list-item]
        lambda _: Judge(TINY, 5),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(tiny: Judge, wrong: Callable[[Judge], object]) -> None:
    """All errors are JudgeErrors, for arguments of another type too, and none is taken for something else."""
    with pytest.raises(UsageError):
        wrong(tiny)


def test_an_unknown_problem_names_the_nearest(tiny: Judge) -> None:
    """The slug is looked for when it is used."""
    with pytest.raises(UsageError, match="did you mean twice"):
        tiny.judge("twic", RIGHT)
    with pytest.raises(UsageError, match="did you mean twice"):
        list(tiny.judge_many([("twic", RIGHT)]))


def test_threads_share_one_judge(tiny: Judge) -> None:
    """Eight threads, mixed submissions: every report is the one of its own submission."""
    sources = [(RIGHT, "AC"), (WRONG, "WA"), (BROKEN, "CE")] * 6
    with ThreadPoolExecutor(8) as threads:
        reports = list(threads.map(lambda pair: tiny.judge("twice", pair[0]), sources))
    assert [str(report.verdict) for report in reports] == [verdict for _, verdict in sources]


def test_many_come_in_order(tiny: Judge) -> None:
    """A slow one holds back the later ones, not the workers."""
    slow = "import time\ntime.sleep(0.7)\n" + RIGHT
    items = [("twice", slow, "slow"), *(("twice", BROKEN.format(n), f"b{n}") for n in range(20))]
    reports = list(tiny.judge_many(items, jobs=2))
    assert [report.id for report in reports] == ["slow", *(f"b{n}" for n in range(20))]
    assert reports[0].accepted


def test_many_come_as_they_are_known(tiny: Judge) -> None:
    """Without order the quick ones come first."""
    slow = "import time\ntime.sleep(2)\n" + RIGHT
    items = [("twice", slow), *(("twice", BROKEN.format(n)) for n in range(6))]
    ids = [report.id for report in tiny.judge_many(items, ordered=False, jobs=2)]
    assert sorted(ids) == sorted(map(str, range(7))) and ids[0] != "0"


def test_an_endless_iterable_is_taken_lazily(tiny: Judge) -> None:
    """Only a little is taken ahead, and closing the iterator ends its processes."""
    taken = itertools.count()
    last = 0

    def endless() -> Iterator[tuple[str, str]]:
        nonlocal last
        for last in taken:
            yield "twice", BROKEN.format(last)

    reports = tiny.judge_many(endless(), jobs=1)
    first = [next(reports) for _ in range(5)]
    reports.close()  # type: ignore[attr-defined]
    assert [report.id for report in first] == list("01234")
    assert last < 12


def test_many_insist_on_walls(tmp_path: Path) -> None:
    """Without isolation many strangers' submissions are refused."""
    with Judge(TINY, "none", complexity=False) as judge, pytest.raises(UsageError, match="isolates"):
        list(judge.judge_many([("twice", RIGHT)]))


def test_a_closed_judge_is_refused() -> None:
    """After close there is a clear error; closing twice is fine."""
    judge = Judge(TINY)
    judge.close()
    judge.close()
    with pytest.raises(UsageError, match="closed"):
        judge.judge("twice", RIGHT)
    with pytest.raises(UsageError, match="closed"):
        list(judge.judge_many([("twice", RIGHT)]))


def test_a_report_survives_its_json(tiny: Judge) -> None:
    """What is written can be read, to the same report; what is not one is refused with the field."""
    for source in (RIGHT, WRONG, BROKEN):
        report = tiny.judge("twice", source)
        assert Report.from_json(report.to_json()) == report
    document = tiny.judge("twice", WRONG).to_document()
    document["verdict"] = "OK"
    with pytest.raises(UsageError, match="verdict"):
        Report.from_document(document)
    with pytest.raises(UsageError, match="not a report"):
        Report.from_json("[")
    with pytest.raises(UsageError, match="not a report"):
        Report.from_json("[" * 100_000)


def test_a_later_document_of_the_same_schema_is_read(tiny: Judge) -> None:
    """Keys that this version does not know are no reason to refuse."""
    document = {**tiny.judge("twice", WRONG).to_document(), "later": {"x": 1}}
    document["counterexample"]["colour"] = "red"
    assert Report.from_document(json.loads(json.dumps(document))).verdict == "WA"


def test_the_schema_names_every_key(tiny: Judge) -> None:
    """The pydantic models know every key that a judging writes."""
    from judge.report.schema import ReportDocument

    document = tiny.judge("twice", WRONG).to_document()
    valid = ReportDocument.model_validate(document)
    assert not valid.model_extra
    for part in (valid.tests, valid.counterexample, valid.limits, valid.resources, valid.sandbox):
        assert part is not None and not part.model_extra


def test_importing_the_package_loads_nothing() -> None:
    """`import judge` costs neither pydantic nor the engine."""
    import subprocess
    import sys

    code = "import judge, sys; print([m for m in sys.modules if m.startswith('judge')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['judge']"
    assert set(package.__all__) >= {"Judge", "Report"}


def test_nothing_is_left_behind(tiny: Judge) -> None:
    """A judge that is closed leaves no thread."""
    before = threading.active_count()
    with Judge(TINY, complexity=False) as judge:
        judge.judge("twice", RIGHT)
    assert threading.active_count() <= before


def test_the_documented_example_runs(tmp_path: Path) -> None:
    """The first Python block of docs/api.md is a program that ends well."""
    import re
    import subprocess
    import sys

    text = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text()
    (example, *_) = re.findall(r"```python\n(.*?)```", text, re.S)
    program = tmp_path / "example.py"
    program.write_text(example)
    done = subprocess.run(
        [sys.executable, program],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WA" in done.stdout and "AC" in done.stdout


def in_a_fork(act: Callable[[], str]) -> str:
    """What a function returns in a forked process, or the error that it raises."""
    read_fd, write_fd = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            said = act()
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(write_fd, said.encode())
        os._exit(0)
    os.close(write_fd)
    with os.fdopen(read_fd) as answers:
        said = answers.read()
    os.waitpid(pid, 0)
    return said


def test_a_forked_process_makes_its_own_judge() -> None:
    """A warm judge that was taken along is refused with the repair; closing it there ends nothing here."""
    with Judge(TINY, complexity=False) as judge:
        early = in_a_fork(lambda: str(judge.judge("twice", RIGHT).verdict))
        assert early == "AC"  # nothing was started yet
        judge.judge("twice", RIGHT)
        for _ in range(2):
            said = in_a_fork(lambda: str(judge.judge("twice", RIGHT).verdict))
            assert said.startswith("UsageError") and "in the process that uses it" in said
        began_s = time.monotonic()
        assert in_a_fork(lambda: str(judge.close())) == "None"
        assert time.monotonic() - began_s < 10
        assert judge.judge("twice", RIGHT).accepted
