"""Import a problem's hidden files. They are trusted: they run in the judge's own process."""

from __future__ import annotations

import importlib.util
import sys
import traceback
from pathlib import Path
from types import ModuleType

from judge.authoring import ClassTests, FunctionTests
from judge.authoring.checkers import CheckerError
from judge.authoring.properties import Tests
from judge.errors import ProblemError
from judge.spec.load import show
from judge.spec.problem import CONSTRUCTOR, Problem


def load_tests(problem: Problem) -> Tests:
    """Return what tests.py declares. Raises ProblemError that names the file and the line."""
    path = problem.folder / "tests.py"
    module = import_file(path, f"judge_tests_{problem.slug.replace('-', '_')}_{problem.version}")
    tests = getattr(module, "tests", None)
    if not isinstance(tests, (ClassTests, FunctionTests)):
        raise ProblemError(f"{show(path)}: must bind `tests` to a ClassTests or a FunctionTests")
    if not tests.properties:
        raise ProblemError(f"{show(path)}: declares no property; add one with @tests.property")
    names = [declared.name for declared in tests.properties]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ProblemError(f"{show(path)}: two properties are called {twice!r}; rename one of them")
    known = {method.name for method in problem.entry.methods} | {CONSTRUCTOR}
    if isinstance(tests, ClassTests) and not tests.adapter:
        for name in (*tests.arguments, *tests.grow, *tests.drain, *tests.checkers):
            if name not in known:
                raise ProblemError(f"{show(path)}: {name!r} is not a method of {problem.entry.class_name}")
    return tests


def import_file(path: Path, name: str) -> ModuleType:
    """Import one trusted file under a private name, each time anew. Raises ProblemError."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    kept = sys.dont_write_bytecode
    sys.modules[name] = module  # dataclasses look their module up
    sys.dont_write_bytecode = True  # a problem folder holds only the author's files
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        del sys.modules[name]
        raise ProblemError(f"{place_of(error, path)}: {type(error).__name__}: {error}") from error
    finally:
        sys.dont_write_bytecode = kept
    return module


def authors_mistake(problem: Problem, error: BaseException) -> ProblemError | None:
    """Return what an exception says is wrong with tests.py, where it says so."""
    if not isinstance(error, CheckerError):
        return None
    place = place_of(error.__cause__ or error, problem.folder / "tests.py")
    return ProblemError(f"{place}: {error}; mend it")


def place_of(error: BaseException, path: Path) -> str:
    """Return `file:line` of the innermost frame in `path` that an exception passed through."""
    if isinstance(error, SyntaxError) and error.filename == str(path):
        return f"{show(path)}:{error.lineno}"
    lines = [
        frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)
    ]
    return f"{show(path)}:{lines[-1]}" if lines else show(path)
