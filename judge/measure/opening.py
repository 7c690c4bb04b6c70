"""Opening a worker for measuring, with a source loaded and started."""

from __future__ import annotations

from judge.generate.oracle import Oracle, worker_spec
from judge.measure.rungs import OpenSession
from judge.sandbox import Ending, Launch, Limits, Sandbox, Session, SessionEnded
from judge.verdict import Verdict
from judge.wire.errors import WireError
from judge.wire.frames import read_object, to_message

BOX_CPU_S = 120.0
"""CPU seconds of one measuring worker in all; single steps have a bound of their own."""
LEAST_MEMORY_BYTES = 512 * 1024 * 1024
"""Several states of growing size stand in the worker at once."""


def opener(sandbox: Sandbox, oracle: Oracle) -> OpenSession:
    """Return a function that opens a worker for a source, with a seed for what it draws.

    It raises SessionEnded when that fails.
    """
    problem = oracle.problem
    limits = Limits(
        cpu_s=BOX_CPU_S,
        wall_s=3 * BOX_CPU_S,
        memory_bytes=max(problem.limits.memory_bytes, LEAST_MEMORY_BYTES),
        output_bytes=max(problem.limits.output_bytes, Limits().output_bytes),
        processes=problem.limits.processes,
    )
    launch = Launch(limits, problem.requires)
    spec = worker_spec(problem, oracle.tests)

    def open_session(source: bytes, chance: int) -> Session:
        session = sandbox.open(launch)
        try:
            for message in (("load", source, {**spec, "chance": chance}), ("start",)):
                session.send(to_message(message))
                reply = read_object(session.receive(cpu_s=10.0, wall_s=30.0))
                if reply.get("ok") is not True:
                    raise WireError("not loaded")
        except WireError:
            session.close()
            words = "the file could not be loaded a second time"
            raise SessionEnded(Ending(Verdict.RTE, words)) from None
        except BaseException:
            session.close()
            raise
        return session

    return open_session
