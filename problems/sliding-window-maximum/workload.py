"""Workloads of sliding-window-maximum: the maximum leaves at every step, or never; short and long windows."""

from judge.authoring import ascending, descending, equal_values, organ_pipe, random_values, stage, workload

SHAPES = {
    "ascending": lambda n, rng: ascending(n),
    "descending": lambda n, rng: descending(n),
    "all equal": lambda n, rng: equal_values(n),
    "random": random_values,
    "up and down": lambda n, rng: organ_pipe(n),
}
WINDOWS = {"a window of half the array": lambda n: max(1, n // 2), "a window of 3": lambda n: min(3, n)}


def declare(shape, numbers_of, window, length_of):
    @workload("maxSlidingWindow", shape=f"{shape}, {window}")
    def _(n, rng):
        return stage(arguments=(numbers_of(n, rng), length_of(n)))


for name, function in SHAPES.items():
    for words, length in WINDOWS.items():
        declare(name, function, words, length)
