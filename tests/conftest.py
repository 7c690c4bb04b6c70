"""What all tests share: a private cache, the repository's problems, one warm engine."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from judge.judgement import Judgement
from judge.pipeline import Engine, Options, Submission
from judge.spec.discover import Roots
from judge.spec.problem import Problem

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def _private_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests draw their own corpora and leave the user's cache alone."""
    kept = os.environ.get("JUDGE_CACHE")
    os.environ["JUDGE_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if kept is None:
        del os.environ["JUDGE_CACHE"]
    else:
        os.environ["JUDGE_CACHE"] = kept


@pytest.fixture(scope="session", autouse=True)
def _heard_interrupts() -> Iterator[None]:
    """Where the tests run in the background of a shell, Ctrl-C is ignored, and would be by all they start."""
    kept = signal.getsignal(signal.SIGINT)
    if kept is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, kept)


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """One warm engine on the default sandbox."""
    with Engine() as warm:
        yield warm


@pytest.fixture(scope="session")
def problems() -> Callable[[str], Problem]:
    """Loads a problem of the repository by its slug."""
    return Roots.find(cwd=REPOSITORY).load


Judge = Callable[..., Judgement]


@pytest.fixture
def judge(engine: Engine, problems: Callable[[str], Problem]) -> Judge:
    """Judges source text without measuring: judge("min-stack", source, seed=...)."""

    def run(slug: str, source: str | bytes, **options: object) -> Judgement:
        text = source.encode() if isinstance(source, str) else source
        chosen = Options(**{"complexity": False, **options})  # type: ignore[arg-type]
        return engine.judge(problems(slug), Submission("solution.py", text), chosen)

    return run
