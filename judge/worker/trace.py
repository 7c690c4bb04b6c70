"""Traces as the worker makes them: a form for each case (judge.wire.cases), exceptions described."""

from __future__ import annotations

from judge.wire.nodes import Value

FILE_NAME = "solution.py"
"""The name that the submission's code carries in tracebacks."""

TEXT_CAP = 2_000
FRAMES_CAP = 10


def raised(results: list, error: BaseException, submission: object) -> Value:  # type: ignore[type-arg]
    """Return the trace of a case that ended with an exception."""
    return {"r": results, "x": describe(error, submission)}


def with_output(made: Value, text: str) -> Value:
    """Return a case's trace with what it printed."""
    form = made if isinstance(made, dict) else {"r": made, "x": None}
    return {**form, "out": text}


def describe(error: BaseException, submission: object) -> dict[str, object]:
    """Return an exception as a form: type, text, the submission's own innermost line, its frames."""
    frames: list[list[object]] = []
    trace = error.__traceback__
    steps = 0
    while trace is not None and steps < 1_000_000:
        code = trace.tb_frame.f_code
        if code.co_filename == FILE_NAME:
            frames.append([trace.tb_lineno or 0, code.co_name[:100]])
            if len(frames) > 4 * FRAMES_CAP:  # keep both ends of a deep recursion
                del frames[FRAMES_CAP // 2 : -FRAMES_CAP // 2]
        trace = trace.tb_next
        steps += 1
    kept = frames if len(frames) <= FRAMES_CAP else frames[: FRAMES_CAP // 2] + frames[-FRAMES_CAP // 2 :]
    number = int(kept[-1][0]) if kept else 0  # type: ignore[call-overload]
    return {
        "type": _name(error),
        "text": _text(error),
        "line": number,
        "source": source_line(submission, number),
        "frames": kept,
    }


def source_line(submission: object, number: int) -> str:
    """Return one line of the submission's text, or nothing."""
    lines: list[str] = submission.lines  # type: ignore[attr-defined]
    return lines[number - 1].strip()[:300] if 0 < number <= len(lines) else ""


def _name(error: BaseException) -> str:
    try:
        return str.__str__(type.__getattribute__(type(error), "__name__"))[:100]
    except BaseException:
        return "Exception"


def _text(error: BaseException) -> str:
    try:
        text = str(error)
        return text[:TEXT_CAP] if type(text) is str else ""
    except BaseException as second:  # an exception whose own text raises
        return f"<its text could not be made: {_name(second)}>"
