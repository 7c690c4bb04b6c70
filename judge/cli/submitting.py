"""What `judge submit` does, once its words are understood. Free of click, for a quick start; see plain.py."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from judge.cli.live import LiveLine
from judge.cli.place import Place
from judge.cli.target import target_of
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.judgement import Judgement
    from judge.request import Options, Submission


def submit(
    place: Place, slug: str | None, file: str | None, options: Options, sandbox: str, plot: bool
) -> int:
    """Judge, show, keep; return the exit code. Raises JudgeError."""
    from judge.pipeline import Engine
    from judge.request import Submission

    target = target_of(place, slug, file)
    submission = Submission.read(target.path)
    with LiveLine(place.terminal.aside_page) as live, Engine(sandbox) as engine:
        problem = place.roots.load(target.slug)
        threading.Thread(target=_import_what_follows, daemon=True).start()
        judgement = engine.judge(problem, submission, options, live)
    place.answer(judgement.to_document(), lambda: _report(judgement, submission, place, plot))
    if judgement.verdict is Verdict.IE:
        from judge.cli.guard import ask_for_report

        ask_for_report(judgement.problem, judgement.message)
    keep(place, judgement, submission)
    return judgement.verdict.exit_code


def _import_what_follows() -> None:
    """Import what shows and keeps the judgement, while the worker runs."""
    import judge.history.store
    import judge.report.text  # noqa: F401


def _report(judgement: Judgement, submission: Submission, place: Place, plot: bool) -> str:
    from judge.report import text

    source = submission.source.decode("utf-8-sig", "replace")
    return text.render(judgement, place.terminal.page, source=source, plot_all=plot)


def keep(place: Place, judgement: Judgement, submission: Submission) -> bool:
    """Write a judging into the history, after its verdict was shown; a failure is only a warning."""
    from judge.history.records import HistoryUnavailable

    try:
        place.history.save(judgement, submission.source)
    except HistoryUnavailable as error:
        place.terminal.warn(f"this judging is not in the history: {error}")
        return False
    return True
