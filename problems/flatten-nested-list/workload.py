"""Workloads of flatten-nested-list: flat, deep, and combs that open to the left or to the right."""

from judge.authoring import ascending, stage, workloads


def chain(n):
    nested = [1000]
    for _ in range(n - 2):
        nested = [nested]
    return nested


def comb(n, left):
    nested = [1000]
    for value in ascending(n // 2):
        nested = [nested, value] if left else [value, nested]
    return nested


KINDS = {
    "a flat list": ascending,
    "one element, deep down": chain,
    "many lists of one element": lambda n: [[value] for value in ascending(n // 2)],
    "an element after each inner list": lambda n: comb(n, True),
    "an element before each inner list": lambda n: comb(n, False),
    "many empty lists": lambda n: [[] for _ in range(n)],
    "one wide list in a list": lambda n: [ascending(n - 1), 1],
}


@workloads("flatten", KINDS, largest=150_000)
def _(n, nested):
    return stage(arguments=(nested(n),))
