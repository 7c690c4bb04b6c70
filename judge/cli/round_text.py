"""The words of `judge round`: the clock, a part, a checklist, the scorecard."""

from __future__ import annotations

from judge.report.page import Page
from judge.report.units import clock, count
from judge.rounds.clock import Running
from judge.rounds.records import DISCUSSION, Part, Round
from judge.rounds.scorecard import Line, Scorecard
from judge.verdict import Verdict
from judge.wire.lines import printable

CHECKLIST_ASKED = "Which of these did you cover? Numbers, all, or none"


def rounds_table(rounds: list[Round], page: Page) -> str:
    """The rounds in a table."""
    from judge.report.table import table

    rows = [[r.name, printable(r.title), f"{r.minutes:g}", _parts_words(r)] for r in rounds]
    headers = ["round", "title", "minutes", "parts"]
    if page.width < 100:
        rows, headers = [[row[0], row[1], row[2]] for row in rows], headers[:3]
    drawn = table(rows, headers, page, flexible="title")
    return f"{drawn}\n\njudge round start NAME\njudge round start --random --minutes 45 --difficulty medium"


def _parts_words(round: Round) -> str:
    talks = sum(1 for part in round.parts if part.kind == DISCUSSION)
    problems = len(round.slugs())
    said = [count(talks, "discussion")] if talks else []
    return ", ".join([*said, count(problems, "problem")])


def clock_text(running: Running, now_s: float, page: Page) -> str:
    """The clock in a line: `12:30 of 60:00, 47:30 left`."""
    left = running.left_s(now_s)
    used = f"{clock(running.elapsed_s(now_s))} of {clock(running.round.minutes * 60)}"
    if left < 0:
        return page.paint(f"{used}: time is up, by {clock(-left)}", "red")
    return f"{used}, " + page.paint(f"{clock(left)} left", "yellow" if left < 300 else "green")


def step_text(running: Running, now_s: float, page: Page) -> str:
    """The part that is open, as an interviewer would put it."""
    head = f"{page.paint(printable(running.round.title), 'bold')}\n{clock_text(running, now_s, page)}"
    current = running.current
    if current is None:
        return f"{head}\n\nEvery part is done. `judge round finish` shows the scorecard."
    step = running.steps()[current.step]
    part = running.round.parts[step.part]
    number = f"Part {step.part + 1} of {len(running.round.parts)}"
    if step.kind == DISCUSSION:
        ask = page.wrap(printable(part.prompt))
        then = page.wrap("Speak, or write your answer down. `judge round next` then shows the checklist.")
        head_line = page.paint(page.wrap(f"{number}: {printable(part.title)}"), "bold")
        body = f"{head_line}\n\n{ask}\n\n{then}"
    else:
        follow = f", a follow-up to {step.after}" if step.after else ""
        body = (
            f"{number}: code {page.paint(step.title, 'bold')}{follow}\n\n"
            f"judge show {step.title}\njudge start {step.title} --edit\njudge watch {step.title}\n"
            "judge round next"
        )
    return f"{head}\n\n{body}"


def status_text(running: Running, card: Scorecard, now_s: float, page: Page) -> str:
    """The clock, every part with its state, and the open part."""
    current = running.current
    opened = {visit.step for visit in running.visits}
    lines = []
    for at, (step, line) in enumerate(zip(running.steps(), card.lines, strict=True)):
        mark = ">" if current is not None and current.step == at else "x" if at in opened else " "
        indent = "  " if step.after else ""
        lines.append(f"{mark} {indent}{printable(step.title)}{_result_words(line)}")
    return "\n".join([step_text(running, now_s, page), "", *lines])


def _result_words(line: Line) -> str:
    if line.kind == DISCUSSION:
        return f"   {line.points}/{line.of} points" if line.points else ""
    return f"   {line.verdict}, {count(line.attempts, 'attempt')}" if line.verdict is not None else ""


def checklist_text(part: Part, page: Page) -> str:
    """A discussion's checklist, numbered from 1."""
    lines = [f"A strong answer to {part.title!r} covers:"]
    for at, point in enumerate(part.checklist, 1):
        lead = f"{at:>3}. "
        lines.append(page.wrap(printable(point), lead, " " * len(lead)))
    return "\n".join(lines)


def scorecard_text(card: Scorecard, page: Page) -> str:
    """The scorecard."""
    from judge.report.table import table

    problems = [line for line in card.lines if line.kind != DISCUSSION]
    talks = [line for line in card.lines if line.kind == DISCUSSION]
    over = card.used_s - card.minutes * 60
    used = f"time used: {clock(card.used_s)} of {clock(card.minutes * 60)}"
    blocks = [
        page.paint(printable(card.title), "bold")
        + "\n"
        + used
        + (f", {clock(over)} over" if over > 0 else "")
    ]
    if problems:
        rows = [
            [
                ("+ " if line.follow_up else "") + line.title,
                _verdict_words(line, page),
                line.complexity or "-",
                clock(line.used_s) if line.opened else "-",
                str(line.attempts),
                str(line.hints),
            ]
            for line in problems
        ]
        headers = ["problem", "verdict", "complexity", "time", "attempts", "hints"]
        blocks.append(table(rows, headers, page, flexible="complexity"))
    if talks:
        rows = [
            [
                printable(line.title),
                f"{line.points}/{line.of}",
                clock(line.used_s) if line.opened else "not reached",
            ]
            for line in talks
        ]
        blocks.append(table(rows, ["discussion", "points", "time"], page, flexible="discussion"))
    summary = f"{card.accepted} of {count(len(problems), 'problem')} accepted in time"
    if talks:
        points, of = sum(line.points for line in talks), sum(line.of for line in talks)
        summary += f", {points} of {of} checklist points"
    blocks.append(page.paint(summary, "bold"))
    return "\n\n".join(blocks)


def _verdict_words(line: Line, page: Page) -> str:
    if line.verdict is None:
        return "not tried" if line.opened else "not opened"
    late = "" if line.verdict is not Verdict.AC or line.in_time else " late"
    return page.paint(f"{line.verdict}{late}", "green" if line.in_time else "yellow")
