"""The JSON documents of `judge round`."""

from __future__ import annotations

import datetime

from judge.rounds.clock import Running
from judge.rounds.records import Round
from judge.rounds.scorecard import Scorecard


def round_entry(round: Round) -> dict[str, object]:
    """A round, without its prompts and checklists."""
    return {
        "name": round.name,
        "title": round.title,
        "company": round.company,
        "role": round.role,
        "minutes": round.minutes,
        "parts": [
            {"kind": part.kind, "title": part.title, "follow_ups": list(part.follow_ups)}
            for part in round.parts
        ],
    }


def status_document(running: Running, card: Scorecard | None, now_s: float) -> dict[str, object]:
    """A running round: its clock, its steps, the prompt of the open one."""
    current = running.current
    opened = {visit.step for visit in running.visits}
    steps = []
    for at, step in enumerate(running.steps()):
        line = None if card is None else card.lines[at]
        state = (
            "open" if current is not None and current.step == at else "done" if at in opened else "waiting"
        )
        verdict = None if line is None or line.verdict is None else line.verdict.value
        steps.append(
            {
                "kind": step.kind,
                "title": step.title,
                "after": step.after or None,
                "state": state,
                "verdict": verdict,
            }
        )
    prompt = None
    if current is not None:
        prompt = running.round.parts[running.steps()[current.step].part].prompt or None
    return {
        "running": not running.finished_s,
        "started": _iso(running.started_s),
        "elapsed_s": round(running.elapsed_s(now_s), 1),
        "left_s": round(running.left_s(now_s), 1),
        "steps": steps,
        "prompt": prompt,
    }


def card_document(running: Running, card: Scorecard) -> dict[str, object]:
    """A scorecard."""
    return {
        "running": False,
        "round": round_entry(running.round),
        "started": _iso(running.started_s),
        "used_s": round(card.used_s, 1),
        "in_time": card.used_s <= card.minutes * 60,
        "accepted": card.accepted,
        "lines": [
            {
                "kind": line.kind,
                "title": line.title,
                "follow_up": line.follow_up,
                "opened": line.opened,
                "verdict": None if line.verdict is None else line.verdict.value,
                "in_time": line.in_time,
                "complexity": line.complexity or None,
                "used_s": round(line.used_s, 1),
                "attempts": line.attempts,
                "hints": line.hints,
                "points": line.points,
                "of": line.of,
            }
            for line in card.lines
        ],
    }


def _iso(at_s: float) -> str:
    return datetime.datetime.fromtimestamp(at_s, datetime.UTC).isoformat(timespec="seconds")
