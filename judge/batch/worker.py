"""A worker process: `python -m judge.batch.worker`. Requests come in on stdin, answers go out on stdout.

Both are lines of JSON. The first line in is the setup, and the first out says that the walls stand. Then
requests come, more than one ahead, and each is answered in its turn: a head, and after a head with a verdict
the verdict's line as it goes into the journal. The end of stdin ends the worker; so the death of whoever
started it does too. A sandbox that fails ends it as well: the pool has another worker judge what it owes,
where this one could only call everything IE.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import Any

from judge.batch.requests import Answer, Request, Setup, answer_of
from judge.errors import JudgeError, ProblemError, SandboxError, UsageError
from judge.request import Options, Submission
from judge.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from judge.batch.warm import WarmJudge


def judge_request(warm: WarmJudge, request: Request, options: Options) -> Answer:
    """Judge one request. Raises SandboxError, and nothing that belongs to one submission only."""
    try:
        problem = warm.problem(request.problem)
        if problem.version != request.version:
            raise ProblemError(f"{request.problem}: the problem was changed while the batch was running")
        judgement = warm.judge(problem, Submission(request.path or request.id, request.source), options)
    except (ProblemError, UsageError) as error:
        invalid = isinstance(error, ProblemError)
        return Answer(request.at, request.id, request.problem, None, 0.0, b"", str(error), invalid)
    return answer_of(judgement, request)


def head_of(answer: Answer) -> bytes:
    """Spell all of an answer but its line."""
    verdict = answer.verdict.value if answer.verdict is not None else None
    return json.dumps((answer.at, verdict, answer.cpu_s, answer.refused, answer.invalid)).encode() + b"\n"


def main() -> int:
    """Serve until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(2, 1)  # what a problem's tests print must not mix with answers
    setup = Setup.from_json(requests.readline())

    def say(*lines: bytes) -> None:
        answers.writelines(lines)
        answers.flush()

    try:
        from judge.batch.warm import WarmJudge

        warm = WarmJudge(
            setup.find(),
            setup.sandbox,
            strangers=True,
            allow_unisolated=setup.allow_unisolated,
            replaceable=True,
        )
        box = warm.engine.sandbox
        ready: dict[str, Any] = {
            "version": __version__,
            "backend": box.name,
            "isolated": box.isolated(),
            "layers": box.layers(),
        }
    except JudgeError as error:
        say(json.dumps({"failed": str(error), "exit_code": error.exit_code}).encode() + b"\n")
        return error.exit_code
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    options = setup.options()
    with warm:
        say(json.dumps(ready).encode() + b"\n")
        for line in requests:
            try:
                answer = judge_request(warm, Request.from_line(line), options)
            except SandboxError as error:
                sys.stderr.write(f"{error}\n")  # the pool shows it where this happens again
                return error.exit_code
            try:
                say(head_of(answer), answer.line)
            except BrokenPipeError:
                return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
