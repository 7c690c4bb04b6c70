"""`judge watch`: one loop that prints, threads that judge.

The loop waits for a key, a wake-up (something was saved, a judging went on or ended) or the timer. A save
starts a judging in a thread of its own and cancels the one before, which ends at its next step and prints
nothing. Each judging tries the examples and the contestant's own cases, runs the hidden tests and shows their
verdict, and measures complexity after. A save of own cases alone tries only these.
"""

from __future__ import annotations

import os
import queue
import select
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge.cli.completing import complete_words
from judge.cli.examples import CASE_FILES, case_files, counts_text, run_text
from judge.cli.keys import Keys
from judge.cli.live import LiveLine, words
from judge.cli.options import command, judging_options
from judge.cli.place import Place
from judge.cli.save_judging import Finished, Run, Tried, judge_save
from judge.cli.saves import POLL_S, Saves
from judge.cli.target import Target, named_by, shown, solution_path, target_of
from judge.errors import JudgeError
from judge.judgement import Judgement
from judge.verdict import Verdict
from judge.wire.lines import printable

if TYPE_CHECKING:
    from judge.pipeline import Engine
    from judge.request import Options, Submission

_KEYS_WORDS = "r run · p plot · h hint · s statement · l list · n next · q quit"
_GOODBYE_S = 2.0


@command("watch", answers=False)
@click.argument("slug", required=False, shell_complete=complete_words)
@click.argument("file", required=False, type=click.Path())
@click.option("--plot", is_flag=True, help="Plot every operation, not only those that grow too fast.")
@click.option("--poll", is_flag=True, help="Look at the files by a timer only.")
@judging_options
def watch_command(
    place: Place,
    slug: str | None,
    file: str | None,
    seed: int,
    sandbox: str,
    no_complexity: bool,
    complexity_budget: float | None,
    explore: float,
    no_killers: bool,
    plot: bool,
    poll: bool,
) -> int:
    """Judge again each time that you save: the examples and your own cases, then the hidden tests.

    Without a SLUG every submission in submissions/ is watched. On a terminal, keys: r run, p plot, h hint,
    s statement, l list, n next problem, q quit.
    """
    from judge.pipeline import Engine
    from judge.request import Options

    options = Options(
        seed=seed,
        complexity=not no_complexity,
        complexity_budget_s=complexity_budget,
        explore_s=explore,
        killers=not no_killers,
    )
    target = _first_target(place, slug, file)
    with Engine(sandbox) as engine, Keys() as keys:
        loop = Loop(place, engine, options, keys, plot)
        try:
            return loop.run(target, follow_all=slug is None, events=not poll)
        finally:
            loop.end()


def _first_target(place: Place, slug: str | None, file: str | None) -> Target | None:
    if slug is not None or named_by(Path.cwd(), place.roots.slugs()) is not None:
        return target_of(place, slug, file, verb="watch")
    from judge.rounds.clock import ClockFile

    running = ClockFile(place.roots.workspace, place.terminal.warn).read()
    if running is not None and not running.finished_s and running.current is not None:
        step = running.steps()[running.current.step]
        if step.title in place.roots.slugs():
            return target_of(place, step.title, None)
    return None


class Loop:
    """The loop. Only its thread prints."""

    def __init__(self, place: Place, engine: Engine, options: Options, keys: Keys, plot: bool) -> None:
        self._place = place
        self._engine = engine
        self._options = options
        self._keys = keys
        self._plot = plot
        self._live = LiveLine(place.terminal.aside_page)
        self._finished: queue.SimpleQueue[Finished] = queue.SimpleQueue()
        self._wake_out, self._wake_in = os.pipe()
        os.set_blocking(self._wake_in, False)
        os.set_blocking(self._wake_out, False)
        self._run: Run | None = None
        self._target: Target | None = None
        self._threads: list[threading.Thread] = []
        self._shown: tuple[Judgement, Submission] | None = None

    def run(self, target: Target | None, *, follow_all: bool, events: bool) -> int:
        """Watch until q, and return the exit code."""
        folder = target.path.parent if target is not None and not follow_all else self._place.submissions
        saves = Saves(folder.resolve(), self._wake, events=events)
        watched = self._watched(target, follow_all)
        saves.look(watched())
        where = str(target.path) if target is not None else f"{shown(self._place.submissions)}/"
        self._place.terminal.aside(f"watching {printable(where)}")
        if target is not None:
            self._judge(target)
        try:
            while True:
                pressed = self._wait()
                for path in saves.look(watched()):
                    self._saved(path)
                self._take_finished()
                for key in pressed:
                    if key == "q":
                        return 0
                    self._press(key)
                if self._place.terminal.gone:
                    return 0
                self._show_line()
        finally:
            saves.close()

    def end(self) -> None:
        """Cancel what runs, and give the line back."""
        self._live.wipe()
        if self._run is not None:
            self._run.cancelled.set()
        self._engine.close()
        until = time.monotonic() + _GOODBYE_S
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _watched(self, target: Target | None, follow_all: bool) -> Callable[[], list[Path]]:
        def one(first: Target) -> list[Path]:
            now = self._target or first
            return [now.path, *case_files(self._place, now.slug)]

        if target is not None and not follow_all:
            return lambda: one(target)
        names = ("solution.py", *CASE_FILES)
        return lambda: [path for name in names for path in sorted(self._place.submissions.glob(f"*/{name}"))]

    def _wake(self) -> None:
        try:
            os.write(self._wake_in, b".")
        except OSError:
            return  # full: it is awake already; closed: it is over

    def _wait(self) -> str:
        """Wait for something to do; return the keys that were pressed."""
        readable = [self._wake_out] + ([self._keys.fd] if self._keys.fd >= 0 else [])
        ready, _, _ = select.select(readable, [], [], POLL_S)
        if self._wake_out in ready:
            try:
                os.read(self._wake_out, 4096)
            except OSError:
                pass
        return self._keys.read() if self._keys.fd in ready else ""

    # -- judging ------------------------------------------------------------------------------------

    def _saved(self, path: Path) -> None:
        slug = named_by(path, self._place.roots.slugs())
        if self._target is not None and self._target.path.resolve() == path.resolve():
            self._judge(self._target)
        elif slug is not None and path.name in CASE_FILES:
            self._judge_cases(slug)
        elif slug is not None:
            self._judge(Target(slug, shown(path)))

    def _judge_cases(self, slug: str) -> None:
        mine = self._target is not None and self._target.slug == slug
        target = self._target if mine else Target(slug, solution_path(self._place, slug))
        if target is not None and target.path.exists():
            # A judging that this cancels is begun again: its verdict is still wanted
            self._judge(target, whole=self._run is not None and self._run.whole and not self._run.over)

    def _judge(self, target: Target, *, whole: bool = True) -> None:
        if self._run is not None:
            self._run.cancelled.set()
        self._target = target
        self._run = Run(target, whole=whole)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=self._work, args=(self._run,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self, run: Run) -> None:
        """In a thread of its own."""
        judge_save(run, self._place, self._engine, self._options, self._finished.put, self._wake)

    def _take_finished(self) -> None:
        while not self._finished.empty():
            done = self._finished.get()
            if done.run.cancelled.is_set():
                continue
            self._live.wipe()
            if done.tried is not None:
                self._show_tried(done.run, done.tried)
            elif done.judgement is None or done.submission is None:
                self._place.terminal.warn(done.problem)
            else:
                self._head(done.run)
                self._show(done.judgement, done.submission, done.last)
            if done.last:
                done.run.progress = None
                done.run.over = True

    def _head(self, run: Run) -> None:
        if not run.headed:
            run.headed = True
            page = self._place.terminal.page
            rule = "─" * 8
            self._place.terminal.say(
                page.paint(f"{rule} {time.strftime('%H:%M:%S')} {run.target.slug} {rule}", "dim")
            )

    def _show_tried(self, run: Run, tried: Tried) -> None:
        page, say = self._place.terminal.page, self._place.terminal.say
        for warning in tried.warnings:
            self._place.terminal.warn(warning)
        if not tried.runs:
            return
        self._head(run)
        for each in tried.runs:
            if each.verdict is not Verdict.AC:
                say(run_text(each, False, page))
        say(f"examples and your own cases: {counts_text(tried.runs, page)}")

    def _show(self, judgement: Judgement, submission: Submission, last: bool) -> None:
        from judge.cli.submitting import keep
        from judge.report import text

        page, say = self._place.terminal.page, self._place.terminal.say
        if not last:
            say(f"tests passed ({judgement.passed:,} cases); measuring how the cost grows ...")
            return
        self._shown = (judgement, submission)
        source = submission.source.decode("utf-8-sig", "replace")
        say(text.render(judgement, page, source=source, plot_all=self._plot))
        say()
        keep(self._place, judgement, submission)

    # -- the line and the keys ----------------------------------------------------------------------

    def _show_line(self) -> None:
        running = self._run
        if running is not None and running.progress is not None:
            line = words(running.progress)
        else:
            line = _KEYS_WORDS if self._keys.fd >= 0 else "waiting for the next save"
        self._live.show(" · ".join(part for part in (line, self._round_clock()) if part))

    def _round_clock(self) -> str:
        from judge.report.units import clock
        from judge.rounds.clock import ClockFile

        running = ClockFile(self._place.roots.workspace, self._place.terminal.warn).read()
        if running is None or running.finished_s:
            return ""
        left = running.left_s(time.time())
        return f"round: {clock(left)} left" if left >= 0 else f"round: time is up, by {clock(-left)}"

    def _press(self, key: str) -> None:
        action = {
            "r": self._press_run,
            "p": self._press_plot,
            "h": self._press_hint,
            "s": self._press_statement,
            "l": self._press_list,
            "n": self._press_next,
        }.get(key)
        if action is None:
            return
        self._live.wipe()
        try:
            action()
        except JudgeError as error:
            self._place.terminal.warn(str(error))

    def _press_run(self) -> None:
        if self._target is None:
            self._place.terminal.aside("save a submission first")
            return
        self._judge(self._target)

    def _press_plot(self) -> None:
        from judge.report import text

        if self._shown is None:
            self._place.terminal.aside("nothing was judged yet")
            return
        judgement, _ = self._shown
        drawn = text.plots(judgement, self._place.terminal.page, every=True)
        self._place.terminal.say(drawn or "nothing was measured in the last judging")

    def _press_hint(self) -> None:
        from judge.cli.practice import hints_text, take_hint

        if self._target is not None:
            problem = self._place.roots.load(self._target.slug)
            number, no_more = take_hint(self._place, problem)
            self._place.terminal.say(hints_text(problem, number, no_more, self._place.terminal.page))

    def _press_statement(self) -> None:
        from judge.cli.problems import statement_text

        if self._target is not None:
            problem = self._place.roots.load(self._target.slug)
            statement = problem.statement.read_text(encoding="utf-8")
            self._place.terminal.say(statement_text(problem, statement, None, self._place.terminal.page))

    def _press_list(self) -> None:
        from judge.cli.problems import best_verdicts, problems_table

        problems, errors = self._place.roots.load_all()
        best = best_verdicts(self._place)
        self._place.terminal.say(problems_table(problems, best, self._place.terminal.page))
        for error in errors:
            self._place.terminal.warn(str(error))

    def _press_next(self) -> None:
        from judge.cli.practice import begin
        from judge.cli.progress import advised

        slug = next(
            (
                a.problem
                for a in advised(self._place)
                if self._target is None or a.problem != self._target.slug
            ),
            "",
        )
        if not slug:
            self._place.terminal.aside("nothing else is due")
            return
        path, _cases, _created = begin(self._place, self._place.roots.load(slug))
        self._place.terminal.say(f"next: {slug}   {printable(str(path))}   (s shows the statement)")
        self._judge(Target(slug, path))
