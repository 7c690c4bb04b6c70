"""A head start: judge while the command line's own libraries are still being imported.

`judge submit --no-complexity` spends half of its time in the worker and the other half in imports. For the
plain form of that command the judging starts on a thread before click is loaded, with the defaults that the
plain form means; the command takes the result if that is what it turns out to want, and judges as usual
otherwise. Whatever goes wrong here is left for the command to find and to explain.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from judge.pipeline import Engine
from judge.request import Listener, Options, Progress, Submission
from judge.spec.discover import Roots

if TYPE_CHECKING:
    from judge.judgement import Judgement
    from judge.spec.problem import Problem

PLAIN_OPTIONS = frozenset({"--no-complexity", "--json", "--no-color"})
"""Options that change nothing about the judging but this: complexity is off."""

LOOK_S = 0.1
"""Between two looks at how far the judging is, for the live line."""

_begun: list[HeadStart] = []


class HeadStart:
    """One judging under way."""

    def __init__(self, engine: Engine, problem: Problem, submission: Submission) -> None:
        self.engine = engine
        self._problem = problem
        self._submission = submission
        self._options = Options(complexity=False)
        self._found: Judgement | None = None
        self._heard: list[Progress] = []
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._found = self.engine.judge(
                self._problem, self._submission, self._options, self._heard.append
            )
        except Exception:  # the command judges again, and says what it was
            self._found = None

    def judgement(
        self, problem: Problem, submission: Submission, options: Options, listen: Listener
    ) -> Judgement | None:
        """Return the judgement when it answers this very question, waiting for it; else None.

        `listen` hears where it is meanwhile.
        """
        while self._thread.is_alive():
            self._thread.join(LOOK_S)
            if self._heard:
                listen(self._heard[-1])
        same = (
            self._found is not None
            and problem.version == self._problem.version
            and problem.folder == self._problem.folder
            and submission.source == self._submission.source
            and options == self._options
        )
        return self._found._replace(path=submission.path) if same and self._found is not None else None


def begin(arguments: list[str]) -> None:
    """Start judging what the raw arguments plainly mean; do nothing where they might mean more."""
    words = [word for word in arguments[1:] if not word.startswith("-")]
    options = {word for word in arguments[1:] if word.startswith("-")}
    if not 1 <= len(words) <= 2 or not options <= PLAIN_OPTIONS or "--no-complexity" not in options:
        return
    roots = Roots.find()
    slug = words[0]
    if not any((root / slug / "problem.toml").is_file() for root in roots.folders):
        return
    path = Path(words[1]) if len(words) == 2 else roots.workspace / "submissions" / slug / "solution.py"
    if path.is_file():
        _begun.append(HeadStart(Engine(), roots.load(slug), Submission.read(path)))


def take() -> HeadStart | None:
    """Hand over the judging that was begun, once."""
    return _begun.pop() if _begun else None
