"""A state of size n in the worker, and the batch of calls that is timed or counted on it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import chain, repeat
from operator import methodcaller
from typing import Any

from judge.wire.calls import CONSTRUCTOR
from judge.wire.values import decode_value, encode_value
from judge.worker.runner import number_nodes
from judge.worker.submission import Submission


class State:
    """A state of one size, and the batch of calls that is run on it."""

    def __init__(self, submission: Submission, stage: dict[str, Any]) -> None:
        self.submission = submission
        self.void = frozenset(name for name, _, kind in submission.spec["methods"] if kind == "void")
        self.stage = stage
        self.functional = bool(stage["functional"])
        self.kept: deque[object] = deque()
        self.arguments: list[list[object]] = []
        self.nodes: list[dict[int, int]] = []
        self.calls: list[Any] = []
        self.begin_again()

    def begin_again(self) -> None:
        """Make the state anew, by the class as it is now; the batch must be filled again."""
        submission = self.submission
        self.entry, self.tree, self.linked = submission.entry, submission.tree, submission.linked
        self.batch: list[tuple[list[Any], Any]] = []
        """Calls, and the object that they are made on; one after the other."""
        self.aimed = self.batch
        self.first = self.length = 0
        self.target = self._make_target() if self.stage["timed"] else None  # no calls: the empty batch

    def _make_target(self) -> object:
        submission, stage = self.submission, self.stage
        if submission.spec["adapter"] or not submission.spec["class"]:
            target: object = submission.module
        elif self.functional or any(call[0] == CONSTRUCTOR for call in stage["timed"]):
            return None
        else:
            target = self.entry(*self._decoded(stage["construct"]))
        self._make_calls(stage["build"], target)
        return target

    def _make_calls(self, calls: Any, target: object) -> None:
        if self.stage["forms"]:
            for name, *args in calls:
                getattr(target, name)(*self._own(args))
        else:
            for call in calls:
                methodcaller(*call)(target)

    def _decoded(self, args: Any) -> Any:
        return self._own(args) if self.stage["forms"] else args

    def _own(self, args: Any) -> list[object]:
        """Return a copy of the arguments that shares nothing with the message."""
        return [decode_value(form, self.tree, self.linked) for form in args]

    def fill(self, copies: int) -> None:
        """Make the batch, so many times after each other, each on a state of its own."""
        self.batch, self.kept = [], deque()
        self.arguments, self.nodes = [], []
        for copy in range(copies):
            if self.functional or self.target is None:
                self.batch += [self._single(name, self._own(args)) for name, *args in self.stage["timed"]]
            else:
                self.batch.append((self._listed(), self._make_target() if copy else self.target))
        self.aimed, self.first = self.batch, 0
        self.length = copies * len(self.stage["timed"])

    def _listed(self) -> list[Any]:
        """Return the calls of the batch; those whose arguments nobody can change are made once."""
        timed = self.stage["timed"]
        if self.stage["forms"]:
            return [methodcaller(name, *self._own(args)) for name, *args in timed]
        if not self.calls:
            self.calls = [methodcaller(*call) for call in timed]
        return self.calls

    def _single(self, name: str, args: list[object]) -> tuple[list[Any], Any]:
        """Return one call on an object of its own."""
        entry = self.entry
        if name == CONSTRUCTOR:
            return [lambda _none: entry(*args)], None
        if self.functional:
            self.arguments.append(args)
            if self.submission.returns_nodes:
                self.nodes.append(number_nodes(args))
        return [methodcaller(name, *args)], self.target if self.target is not None else entry()

    def aim(self, first: int, count: int) -> None:
        """Take `count` calls from `first` on, going round: of one copy, or of calls with an object each."""
        self.first = first % self.length
        if len(self.batch) == 1:
            calls, target = self.batch[0]
            self.aimed = [(_going_round(calls, self.first, count), target)]
        else:
            self.aimed = _going_round(self.batch, self.first, count)

    def run(self, repeat: int) -> None:
        batch = self.aimed
        kept: deque[object] = deque(maxlen=sum(len(calls) for calls, _ in batch) or 1)
        self.kept = kept
        keep = kept.append
        for _ in range(repeat):
            for calls, target in batch:
                for call in calls:
                    keep(call(target))

    def run_undo(self) -> None:
        self._make_calls(self.stage["undo"], self.target)

    def results(self) -> list[object]:
        return [self._encoded(at, value) for at, value in enumerate(self.kept)]

    def run_encoding(self) -> list[object]:
        """Run once; a result that the submission changes later is sent as it was returned."""
        return [self._encoded(at, call(target)) for at, (call, target) in enumerate(each_call(self.aimed))]

    def _encoded(self, at: int, value: object) -> object:
        """Return a result's form; what a function did to its arguments is its result where it is void."""
        calls = self.stage["timed"]
        at = (at + self.first) % self.length
        name = calls[at % len(calls)][0]
        if name == CONSTRUCTOR:
            return None
        if name in self.void:
            return [encode_value(item) for item in self.arguments[at]] if self.functional else None
        if self.functional and self.submission.returns_nodes:
            return encode_value(value, self.nodes[at])
        return encode_value(value)


def _going_round(whole: list[Any], first: int, count: int) -> list[Any]:
    taken = whole[first : first + count]
    while len(taken) < count:
        taken += whole[: count - len(taken)]
    return taken


def each_call(batch: list[tuple[list[Any], Any]]) -> Iterator[tuple[Any, Any]]:
    """Yield every call of a batch with its object."""
    return chain.from_iterable(zip(calls, repeat(target)) for calls, target in batch)
