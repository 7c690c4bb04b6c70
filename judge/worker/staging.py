"""The worker's side of complexity measuring: hold states of size n, run batches of calls on them, count.

Messages, judge to worker; every reply is a JSON object, `{"x": failure}` where the submission raised:

    ("measure.build", slot, stage)        a fresh namespace, a state of size n in this slot; not timed
    ("measure.rebuild", slot)             the same stage once more
    ("measure.fill", slot, copies)        make the batch ready: arguments decoded, `copies` of all of it, each
                                          with arguments of its own or, for a class, on a state of its own
    ("measure.aim", slot, first, count)   the next run takes these calls of the batch only, going round
    ("measure.run", slot, repeat)         run the batch `repeat` times and nothing else: this is timed
    ("measure.undo", slot)                run the calls that bring the state back
    ("measure.results", slot)             what the last pass returned
    ("measure.check", slot)               run the batch once, encoding each result at once
    ("measure.drop", slots)               forget these states
    ("measure.count", stage, most_calls)  build and run once, rewritten to count (judge.worker.counting)
    ("measure.space", stage)              build and run once under tracemalloc

    stage   {"construct": args, "build": calls, "timed": calls, "undo": calls, "forms": bool,
             "charged": names, "functional": bool, "cycle": bool}; a call is (name, *args), CONSTRUCTOR
             makes an object, and a cycle is a short batch that is run many times

Nothing here is trusted by the judge: time is read from outside, and counts that lie low are contradicted
by time.
"""

from __future__ import annotations

import gc

from judge.worker import counted, trace
from judge.worker.state import State
from judge.worker.submission import Submission


def handle(message: tuple, submission: Submission) -> dict[str, object]:  # type: ignore[type-arg]
    """Answer one measuring message."""
    gc.disable()
    slots: dict[int, State] = submission.staged
    name, rest = message[0], message[1:]
    try:
        if name == "measure.run":
            slots[rest[0]].run(rest[1])
        elif name == "measure.aim":
            slots[rest[0]].aim(rest[1], rest[2])
        elif name == "measure.fill":
            slots[rest[0]].fill(rest[1])
        elif name == "measure.undo":
            slots[rest[0]].run_undo()
        elif name == "measure.build":
            submission.fresh()
            slots[rest[0]] = State(submission, rest[1])
        elif name == "measure.rebuild":
            submission.fresh()
            slots[rest[0]].begin_again()
        elif name == "measure.results":
            return {"r": slots[rest[0]].results()}
        elif name == "measure.check":
            return {"r": slots[rest[0]].run_encoding()}
        elif name == "measure.drop":
            for slot in rest[0]:
                slots.pop(slot, None)
            gc.collect()
        elif name == "measure.count":
            return counted.count(submission, rest[0], rest[1])
        elif name == "measure.space":
            return counted.measure_space(submission, rest[0])
        else:
            return {"unknown": str(name)}
    except BaseException as error:
        return {"x": trace.describe(error, submission)}
    return {"ok": True}
