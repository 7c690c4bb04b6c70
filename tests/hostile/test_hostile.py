"""Every attack gets its verdict, leaves nothing behind, and does not touch the next judging."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.errors import JudgeError
from judge.pipeline import Engine
from judge.spec.problem import Problem
from tests.hostile import corpus


@pytest.fixture(scope="module")
def problem(tmp_path_factory: pytest.TempPathFactory) -> Problem:
    """min-stack with tight limits."""
    return corpus.load_problem(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module", params=["local", "docker"])
def hostile_engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A warm engine on each backend; docker is skipped aloud where no engine answers."""
    if request.param == "docker":
        from judge.sandbox.docker import engine_answers

        if not engine_answers():
            if os.environ.get("JUDGE_REQUIRE_DOCKER"):
                pytest.fail("JUDGE_REQUIRE_DOCKER is set and no container engine answers")
            pytest.skip("no container engine answers: start one with .ci/docker-engine")
        from judge.sandbox.image import build_image

        build_image()
    try:
        warm = Engine(request.param)
    except JudgeError as error:
        pytest.fail(f"{request.param}: {error}")
    with warm:
        yield warm


@pytest.mark.parametrize("path", corpus.files(), ids=lambda path: path.stem)
def test_an_attack_gets_its_verdict_and_leaves_nothing(
    hostile_engine: Engine, problem: Problem, path: Path
) -> None:
    """The verdict in the name, in time, nothing running, nothing on disk, the next one unharmed."""
    assert corpus.judge_file(hostile_engine, problem, path).faults() == []


@pytest.mark.skipif(os.geteuid() != 0, reason="the tests above run as an ordinary user already")
def test_the_corpus_holds_for_an_ordinary_user() -> None:
    """Started by nobody, the local backend gives every attack its verdict too."""
    from tests.sandbox.test_ordinary_user import readable_interpreter

    interpreter = readable_interpreter()
    if interpreter is None:
        pytest.skip("no Python 3.11 or newer that an ordinary user may start")
    packages = [path for path in sys.path if path.endswith("-packages")]
    done = subprocess.run(
        [interpreter, "-B", str(Path(corpus.__file__)), "local"],
        user=65534,
        group=65534,
        extra_groups=[],
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": os.pathsep.join(packages), "HOME": "/nonexistent"},
        cwd="/",
        capture_output=True,
        text=True,
        timeout=1200,
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode in (0, 1), done.stderr[-2000:]
    assert [row for row in rows if row.get("faults")] == []
    assert len(rows) == len(corpus.files()) + 1
    assert rows[-1]["isolated"] is True
