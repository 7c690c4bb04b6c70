"""The last step inside the box: load the submission, run cases, send back plain traces.

`serve` owns the private descriptor. It answers one frame with one frame, in order, until the other side
closes. Everything it sends is untrusted outside, and everything it holds can be read by the submission:
it gets source text and calls, never an expected value.

    ("load", source, spec)      parse and compile only; before any of the submission's code has run
    ("start",)                  run the module, look for what the problem requires
    ("cases", cases)            run cases; one line each (judge.wire.cases)
    ("measure....", ...)        complexity measuring, answered by judge.worker.staging

The submission runs on a thread with a big stack, so that plain recursion is as deep as the problem
allows.
"""

from __future__ import annotations

import _thread
import gc
import os
import sys

from judge.wire.calls import CONSTRUCT, FLAG_CAPTURE, FLAG_ECHO, FLAG_FORMS, FLAG_FRESH
from judge.wire.frames import HEADER_BYTES, frame, from_message, to_json
from judge.wire.nodes import Value
from judge.wire.packed import to_line
from judge.wire.values import decode_value, encode_value
from judge.worker import trace
from judge.worker.hidden import Shown, hide, keep_peaks
from judge.worker.submission import Submission

_from_fd, _to_fd = os.read, os.write
"""As they were before a submission could put its own there, which would work between two messages."""

STACK_BYTES = 1 << 30
"""Stack of the submission's thread. Reserved, not used: 100,000 plain recursive calls need most of it on
CPython 3.11 when they pass through C."""

SMALL_STACK_BYTES = 1 << 26
"""The stack where a machine's limits do not allow the big one."""


def serve(read_fd: int, write_fd: int) -> None:
    """Answer frames until the other side closes the descriptor, then end the process."""
    gc.set_threshold(20_000, 20, 50)  # decoding a batch makes many tuples; a tenth of the time was spent here
    done = _thread.allocate_lock()
    done.acquire()

    def work() -> None:
        try:
            _loop(read_fd, write_fd)
        finally:
            done.release()

    for size in (STACK_BYTES, SMALL_STACK_BYTES, 0):
        try:
            _thread.stack_size(size)
            _thread.start_new_thread(work, ())
            break
        except (RuntimeError, ValueError, MemoryError):
            continue
    _thread.stack_size(0)
    done.acquire()
    os._exit(0)


def _loop(read_fd: int, write_fd: int) -> None:
    submission: Submission | None = None
    while True:
        message = _read(read_fd)
        if message is None:
            return
        name = message[0]
        if name == "load":
            submission = Submission(message[1], message[2])
            body = to_json(submission.compile())
        elif submission is None or submission.code is None:
            return  # nothing compiled: what was sent along with it has no meaning
        elif name == "start":
            hide()
            if submission.spec.get("space"):
                keep_peaks()
            body = to_json(submission.start())
        elif name == "cases":
            body = _run_cases(submission, message[1])
        else:
            with Shown():
                from judge.worker import staging

            body = to_json(staging.handle(message, submission))
        _flush()
        _write(write_fd, body)


def _read(fd: int) -> tuple | None:  # type: ignore[type-arg]
    header = _read_exactly(fd, HEADER_BYTES)
    if header is None:
        return None
    body = _read_exactly(fd, int.from_bytes(header, "big"))
    return None if body is None else from_message(body)  # type: ignore[return-value]


def _read_exactly(fd: int, count: int) -> bytes | None:
    parts = []
    while count:
        part = _from_fd(fd, min(count, 1 << 20))
        if not part:
            return None
        parts.append(part)
        count -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _write(fd: int, body: bytes) -> None:
    left = memoryview(frame(body))
    while left:
        left = left[_to_fd(fd, left) :]


def _flush() -> None:
    """Push out what was printed, whatever the submission made of the streams."""
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        try:
            stream.flush()  # type: ignore[union-attr]
        except BaseException:  # a stream that the submission put there may raise anything
            pass


def _run_cases(submission: Submission, cases: list) -> bytes:  # type: ignore[type-arg]
    return b"\n".join([to_line(_run_case(submission, *case)) for case in cases])


def _run_case(submission: Submission, flags: int, seed: int, *columns: object) -> Value:
    calls = zip(*columns)  # noqa: B905 - as long as each other, and strict costs
    if flags & FLAG_FRESH:
        problem = submission.restart()
        if problem is not None:
            return problem
    submission.reseed(seed)
    if flags & FLAG_CAPTURE:
        return _run_captured(submission, flags, calls)
    if flags & (FLAG_ECHO | FLAG_FORMS) or submission.returns_nodes:
        return _run_formed(submission, flags, calls)
    return _run_plain(submission, calls)


def _run_plain(submission: Submission, calls: zip) -> Value:  # type: ignore[type-arg]
    """The fast path: arguments that need no decoding; results are almost always scalars."""
    results: list[object] = []
    try:
        submission.loop(calls, submission.instances(), submission.entry, results.append)
    except BaseException as error:
        return trace.raised(results, error, submission)
    return results


def _run_formed(submission: Submission, flags: int, calls: zip) -> Value:  # type: ignore[type-arg]
    """The general path: arguments travel as forms, nodes are known by index, arguments are echoed."""
    results: list[object] = []
    instances = submission.instances()
    try:
        for target, method, args in calls:
            nodes: dict[int, int] | None = None
            if flags & FLAG_FORMS:
                args = [decode_value(form, submission.tree, submission.linked) for form in args]
                if submission.returns_nodes:
                    nodes = number_nodes(args)
            if method == CONSTRUCT:
                instances[target] = submission.entry(*args)
                results.append(None)
                continue
            had = _attributes(args) if flags & FLAG_ECHO else 0
            value = getattr(instances[target], submission.names[method])(*args)
            form = None if submission.void[method] else encode_value(value, nodes)
            if flags & FLAG_ECHO:
                echo = [encode_value(argument) for argument in args]
                if _attributes(args) > had:
                    echo = [{"$": "opaque", "v": "nodes with attributes that they did not have"}] * len(args)
                results.append([form, echo])
            else:
                results.append(form)
    except BaseException as error:
        return trace.raised(results, error, submission)
    return results


def number_nodes(args: list) -> dict[int, int]:  # type: ignore[type-arg]
    """Return the index of every node of the arguments by id: lists in order, trees by level."""
    return {id(node): at for at, node in enumerate(_nodes(args))}


def _attributes(args: list) -> int:  # type: ignore[type-arg]
    """Return how many attributes the nodes of the arguments have, all together."""
    return sum(len(getattr(node, "__dict__", ())) for node in _nodes(args))


def _nodes(args: list) -> list[object]:  # type: ignore[type-arg]
    found: dict[int, object] = {}
    for argument in args:
        row = [argument]
        for node in row:
            if node is None or id(node) in found or not hasattr(node, "val"):
                continue
            found[id(node)] = node
            for side in ("next", "left", "right"):
                if hasattr(node, side):
                    row.append(getattr(node, side))
    return list(found.values())


def _run_captured(submission: Submission, flags: int, calls: zip) -> Value:  # type: ignore[type-arg]
    """Run one case with what it prints kept apart, for showing beside the case."""
    import io

    kept, sys.stdout = sys.stdout, io.StringIO()
    try:
        made = _run_formed(submission, flags, calls)
        try:
            text = str.__str__(sys.stdout.getvalue()[:20_000])
        except BaseException:  # the submission replaced the stream
            text = ""
    finally:
        sys.stdout = kept
    return trace.with_output(made, text)
