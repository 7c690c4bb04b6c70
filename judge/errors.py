"""What can go wrong in the judge itself, as opposed to in a submission.

A contestant's failure is a verdict, never an exception: these are raised for the people who run the
judge or write its problems, and each carries the exit code that the command ends with.

    JudgeError (3)              the judge failed; the pipeline turns it into IE
    ├── UsageError (2)          the command line, a file or an option is not usable
    ├── ProblemError (4)        a problem folder is invalid: what, where, the repair
    ├── NothingToJudge (5)      there is no submission here
    └── SandboxError (3)        the sandbox could not be built, or broke on its own account
"""

from __future__ import annotations


class JudgeError(Exception):
    """The judge failed. The text is one message for people: what, where, and the repair."""

    exit_code = 3


class UsageError(JudgeError):
    """The caller asked for something that cannot be done as asked."""

    exit_code = 2


class ProblemError(JudgeError):
    """A problem folder is invalid; the message starts with the file at fault."""

    exit_code = 4


class NothingToJudge(JudgeError):
    """There is no submission where one was expected."""

    exit_code = 5


class SandboxError(JudgeError):
    """The sandbox could not be built or failed by itself; never the contestant's doing."""
