"""The gate: a sound folder passes; each way to be unsound is one line: what, where and the repair."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from judge.errors import ProblemError
from judge.judgement import Judgement
from judge.request import Submission
from judge.spec.discover import Roots
from judge.spec.problem import Problem
from judge.verify import proofs
from judge.verify.gate import Demands

from .conftest import Workshop


def test_completed_scaffold_passes_everything(workshop: Workshop) -> None:
    """What `judge new` writes, completed, passes; changing one file then costs only that file again."""
    first = workshop.verify(demands=Demands())
    assert first.faults == ()
    assert first.score is not None
    assert first.score.survivors == 0
    assert first.score.killed > 30
    workshop.change("problems/int-bag/wrong/wa_never_removed.py", "# Wrong", "# Wrong idea")
    second = workshop.verify(demands=Demands())
    assert second.faults == ()
    assert second.wall_s < first.wall_s / 2


TOML, STATEMENT, TESTS = "problem.toml", "statement.md", "tests.py"


@pytest.mark.parametrize(
    ("check", "name", "old", "new", "fault"),
    [
        ("statement", STATEMENT, "\n2\n", "\n3\n", "count is said to answer 3"),
        ("statement", STATEMENT, ">>> b.add(7)\n", ">>> b.put(7)\n", "no such function or method"),
        ("folder", STATEMENT, "## Constraints", "## Limits", "no section `## Constraints`"),
        ("folder", "workload.py", "# the shapes", "# TODO(author): the shapes", "a TODO(author) is left"),
        ("folder", TOML, "follow_ups = [", "follow_ups = []\nforbid = [", "follow_ups is empty"),
        ("cases", TESTS, "self.items.append(value)", "raise KeyError(value)", "raises KeyError on add"),
        ("starter", "starter.py", "add", "put", "the starter must define everything"),
        ("workloads", "workload.py", "values(n)", "values(64)", "build a state of size n"),
        ("workloads", "workload.py", "values(n)", "values(n * n)", "make its size follow n"),
        ("workloads", "workload.py", 'declare("count"', 'declare("amount"', "does not have"),
        (
            "cases",
            TESTS,
            '"add": values,',
            '"add": lambda: values().filter(lambda v: v % 1000003 == 5000),',
            "filters out nearly everything",
        ),
    ],
)
def test_fault_is_named(workshop: Workshop, check: str, name: str, old: str, new: str, fault: str) -> None:
    """Each fault is one line that begins with the file and says what is wrong with it."""
    workshop.change(f"problems/int-bag/{name}", old, new)
    found = [line for line in workshop.verify(check).faults if fault in line]
    assert len(found) >= 1
    assert "\n" not in found[0]
    assert found[0].startswith(f"problems/int-bag/{name}")


def test_unknown_key_is_named_with_its_line(workshop: Workshop) -> None:
    """A misspelt key of problem.toml stops the folder from loading, and says where it stands."""
    workshop.change("problems/int-bag/problem.toml", "hints = [", "hintss = [")
    with pytest.raises(
        ProblemError, match=r"problem.toml:\d+: hintss is not a known key; did you mean hints"
    ):
        workshop.verify()


def test_wrong_files_must_earn_their_prefix(workshop: Workshop) -> None:
    """A wrong solution that is right, or wrong in another way than it says, is a fault."""
    where = "problems/int-bag/wrong/"
    workshop.change(where + "wa_never_removed.py", "        pass\n", "        self._counts[value] -= 1\n")
    workshop.change(where + "wa_all_removed.py", "self._counts[value] = 0", "raise IndexError")
    faults = workshop.verify("wrong").faults
    assert len(faults) == 2
    assert "wa_all_removed.py: must be WA, is RTE" in faults[0]
    assert "wa_never_removed.py: must be WA, is AC" in faults[1]


def test_accepted_starter_is_a_fault(workshop: Workshop) -> None:
    """A starter that holds the solution is no starter."""
    solution = (workshop.folder / "reference/int-bag/solution.py").read_text(encoding="utf-8")
    workshop.write("problems/int-bag/starter.py", solution)
    assert any("the starter is accepted" in fault for fault in workshop.verify("starter").faults)


def test_property_that_never_fails_is_a_fault(workshop: Workshop) -> None:
    """A property that accepts every wrong answer tests nothing."""
    path = workshop.root / "int-bag/tests.py"
    blind = '\n\n@tests.scenario("anything goes", check=lambda calls, results: "")\ndef blind(draw):\n'
    path.write_text(path.read_text() + blind + '    return [("count", 1)]\n')
    assert any("property 'blind' never fails" in fault for fault in workshop.verify("cases").faults)


def check_counts_with(workshop: Workshop, predicate: str) -> None:
    """Have the answers of count checked by a predicate."""
    tests = "problems/int-bag/tests.py"
    workshop.change(tests, "import ClassTests, values", "import ClassTests, any_valid, values")
    workshop.change(
        tests, "    allowed=allowed,", f'    allowed=allowed, checkers={{"count": any_valid({predicate})}},'
    )


@pytest.mark.parametrize("predicate", ["lambda count: count >= 0", "lambda count, value: count // 0 > 0"])
@pytest.mark.parametrize("check", ["cases", "wrong"])
def test_checker_that_raises_is_not_the_solutions_fault(
    workshop: Workshop, check: str, predicate: str
) -> None:
    """A predicate of wrong arity, or with a mistake in it, is named, wherever it is first asked."""
    check_counts_with(workshop, predicate)
    (fault,) = workshop.verify(check).faults
    assert fault.startswith("problems/int-bag/tests.py:")
    assert "a checker raises" in fault and "over the model's own answer" in fault


def test_checker_that_refuses_the_model_is_a_fault(workshop: Workshop) -> None:
    """What the model answers is right, whatever else is."""
    check_counts_with(workshop, "lambda count, value: count > 0")
    (fault,) = workshop.verify("cases").faults
    assert fault.startswith(
        "problems/int-bag/tests.py: the checker of count refuses the model's own answer to count("
    )


def test_property_that_only_makes_void_calls_is_a_fault(workshop: Workshop) -> None:
    """A sequence that ends before anything is returned can never fail."""
    path = workshop.root / "int-bag/tests.py"
    mute = '\n\n@tests.scenario("nothing is asked")\ndef mute(draw):\n    return [("add", 1)]\n'
    path.write_text(path.read_text() + mute)
    assert any("property 'mute' never fails" in fault for fault in workshop.verify("cases").faults)


def test_model_that_depends_on_chance_is_a_fault(workshop: Workshop) -> None:
    """A model that answers otherwise the second time cannot be compared with."""
    workshop.change(
        "problems/int-bag/tests.py",
        "        return self.items.count(value)",
        "        import os\n        return self.items.count(value) + os.urandom(1)[0] // 128",
    )
    assert any("otherwise the second time" in fault for fault in workshop.verify("cases").faults)


def test_too_few_files_are_faults(workshop: Workshop) -> None:
    """Six wrong ideas and one further accepted solution are the least."""
    for path in list((workshop.root / "int-bag/wrong").glob("wa_*.py"))[:2]:
        path.unlink()
    (workshop.folder / "reference/int-bag/counter.py").unlink()
    faults = workshop.verify("folder").faults
    assert any("6 are asked" in fault for fault in faults)
    assert any("holds only the reference" in fault for fault in faults)


def test_listed_equivalent_excuses_its_mutant_and_nothing_else(workshop: Workshop) -> None:
    """A survivor must be listed; an entry that matches no survivor is a fault of its own."""
    idle = "        self.last = value\n        there = "
    workshop.change("reference/int-bag/counter.py", "        there = ", idle)
    found = workshop.verify("mutation")
    assert [fault for fault in found.faults if "survives" in fault]
    assert found.score is not None
    assert found.score.survivors == 1
    toml = workshop.root / "int-bag/problem.toml"
    entry = '\n[[equivalent]]\nfile = "counter.py"\nmutant = "{}"\nreason = "never read"\n'
    kept = toml.read_text()
    toml.write_text(kept + entry.format("self.last = value -> pass"))
    assert workshop.verify("mutation").faults == ()
    toml.write_text(kept + entry.format("self.last = value -> pass") + entry.format("x = 1 -> pass"))
    faults = workshop.verify("mutation").faults
    assert [fault for fault in faults if "`x = 1 -> pass` matches no surviving mutant" in fault]


def test_wrong_reference_is_a_fault_and_is_tried_again(workshop: Workshop) -> None:
    """A reference that the model contradicts is named; nothing of a failure is kept."""
    workshop.change("reference/int-bag/solution.py", "self._counts[value] -= 1", "pass")
    faults = workshop.verify("accepted").faults
    assert any("solution.py: must be AC, is WA" in fault for fault in faults)
    workshop.change("reference/int-bag/solution.py", "        pass\n", "        self._counts[value] -= 1\n")
    assert workshop.verify("accepted").faults == ()


def test_new_killers_are_put_before_what_was_in_order(workshop: Workshop) -> None:
    """A new wrong file brings a killer for all that answers rightly, so that is judged again, unmeasured."""
    wrong = workshop.folder / "problems/int-bag/wrong/wa_never_removed.py"
    checks = ("accepted", "starter")
    assert workshop.verify(*checks).faults == ()
    judged: list[str] = []
    judge = workshop.engine.judge

    def watch(problem: Problem, submission: Submission, *rest: Any) -> Judgement:
        judged.append(Path(submission.path).name)
        return judge(problem, submission, *rest)

    workshop.engine.judge = watch  # type: ignore[method-assign]
    try:
        workshop.verify(*checks)
        assert judged == []
        wrong.rename(wrong.with_name("wa_new.py"))
        workshop.verify(*checks)
    finally:
        del workshop.engine.judge
    assert judged == ["solution.py", "counter.py", "starter.py"]


def test_versions_of_packages_make_proofs_stale(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A problem that requires a package is judged again when that is another; others are not."""
    plain = Roots.find([workshop.root], workshop.folder).load("int-bag")
    needy = plain._replace(requires=("click",))
    monkeypatch.setattr(proofs, "version", lambda _name: "1")
    before = proofs.digest_of(plain), proofs.digest_of(needy)
    proofs._versions.cache_clear()
    monkeypatch.setattr(proofs, "version", lambda _name: "2")
    after = proofs.digest_of(plain), proofs.digest_of(needy)
    proofs._versions.cache_clear()
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)


def test_seeds_judge_every_file_again(workshop: Workshop) -> None:
    """Stability is every file's verdict with every seed."""
    report = workshop.verify("stability", demands=Demands(seeds=2, complexity=False))
    (stability,) = report.checks
    assert stability.ok
    assert stability.words == "2 seeds of 10 files"


def test_shares_tell_what_is_in_the_cases(workshop: Workshop) -> None:
    """Events that strategies record are counted, beside the shares that every problem has."""
    draws = "    value = draw(values())\n"
    event = '    from hypothesis import event\n    event("odd" if value % 2 else "even")\n'
    workshop.change("problems/int-bag/tests.py", draws, draws + event)
    (cases,) = workshop.verify("cases").checks
    text = "\n".join(cases.lines)
    assert "negative values" in text
    assert "emptied again" in text
    assert "calls  0-8" in text
    assert "event odd" in text
    assert "event even" in text


@pytest.mark.parametrize("name", ["tests.py", "workload.py"])
@pytest.mark.parametrize("line", ["raise SystemExit(7)", "raise ValueError('x')"])
def test_an_authors_file_that_ends_the_program_is_a_fault(workshop: Workshop, name: str, line: str) -> None:
    """It is named with its line, and its exit code never becomes ours."""
    path = workshop.root / "int-bag" / name
    path.write_text(path.read_text() + line + "\n")
    number = len(path.read_text().splitlines())
    part = "cases" if name == "tests.py" else "workloads"
    faults = workshop.verify(part).faults
    assert any(f"problems/int-bag/{name}:{number}: " in fault for fault in faults), faults


def test_two_properties_of_one_name_are_a_fault(workshop: Workshop) -> None:
    """Reports and other tools tell hidden tests apart by their names."""
    path = workshop.root / "int-bag/tests.py"
    twice = '\n\n@tests.scenario("once more")\ndef again(draw):\n    return [("count", 1)]\n'
    path.write_text(path.read_text() + twice * 2)
    assert any("two properties are called 'again'" in fault for fault in workshop.verify("cases").faults)
