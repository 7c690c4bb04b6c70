"""Workloads of linked-list-cycle: where the cycle begins decides how far the pointers walk."""

from judge.authoring import Linked, ascending, equal_values, stage, workloads

KINDS = {
    "no cycle": lambda n: Linked(ascending(n)),
    "the whole list is the cycle": lambda n: Linked(ascending(n), 0),
    "the last node points to itself": lambda n: Linked(equal_values(n), n - 1),
    "the second half is the cycle": lambda n: Linked(ascending(n), n // 2),
    "a short way to a long cycle": lambda n: Linked(ascending(n), min(3, n - 1)),
}


@workloads("detectCycle", KINDS)
def _(n, linked):
    return stage(arguments=(linked(n),))
