"""Workloads of max-stack: the maximum at either end, equal elements, and many removed ones."""

from judge.authoring import ascending, descending, equal_values, shuffled, stage, workloads

KINDS = {"descending pushes": descending, "ascending pushes": ascending, "equal pushes": equal_values}
RANDOM = {"pushes in random order": shuffled}
LARGEST = 1 << 15  # 3n calls are made at the most: fewer than the statement's 100,000


def declare(operation, kinds, batch, shape="{}"):
    @workloads(operation, kinds, shape=shape, largest=LARGEST)
    def _(n, values):
        return batch([("push", x) for x in values(n)])


def swaps(pushes):
    calls = [call for push in pushes for call in (("popMax",), push)]
    return stage(build=pushes, timed=calls, charged="popMax")


def removed(pushes, removal, asked):
    """What is dropped late is dropped in the build: an amortised bound may pay for it once, not each time."""
    return stage(build=[*pushes, *[removal] * (len(pushes) // 2), asked], timed=[asked])


def put_on(pushes, removal, question):
    """A maximum comes and goes, and what was known before it is asked for again."""
    calls = [("push", 2**31 - 1), question, removal, question]
    return stage(build=pushes, timed=calls, charged=question[0])


def in_turn(pushes, first, second, charged):
    """Both removals in turn, and both elements put back: what one leaves to be done, another call does."""
    pairs = zip(pushes[::2], pushes[1::2], strict=False)
    calls = [call for one, other in pairs for call in ((first,), (second,), one, other)]
    return stage(build=pushes, timed=calls, charged=charged)


def in_and_out(pushes):
    """Tables of a power of two are full now: one more and one less must not make them anew each time."""
    calls = [call for push in pushes for call in (push, ("pop",))]
    return stage(build=pushes, timed=calls, charged=("push", "pop"))


twice = {"as many": lambda n: ascending(2 * n)}
declare("push", KINDS, lambda pushes: stage(build=pushes, timed=pushes, undo=[("pop",)] * len(pushes)))
declare("pop", KINDS, lambda pushes: stage(build=pushes, timed=[("pop",)] * len(pushes), undo=pushes))
declare("popMax", KINDS, lambda pushes: stage(build=pushes, timed=[("popMax",)] * len(pushes), undo=pushes))
declare("popMax", {"the bottom": descending}, swaps, "the maximum at {}, pushed back each time")
declare("top", twice, lambda p: removed(p, ("popMax",), ("top",)), "over {} elements that popMax removed")
declare("peekMax", twice, lambda p: removed(p, ("pop",), ("peekMax",)), "over {} largest that pop removed")
declare("top", RANDOM, lambda p: put_on(p, ("popMax",), ("top",)), "a maximum come and gone over {}")
declare("peekMax", RANDOM, lambda p: put_on(p, ("pop",), ("peekMax",)), "a maximum come and gone over {}")
declare("pop", RANDOM, lambda p: in_turn(p, "popMax", "pop", "pop"), "after every popMax, over {}")
declare("push", RANDOM, lambda p: in_turn(p, "pop", "popMax", "push"), "after every popMax, over {}")
declare("push", RANDOM, in_and_out, "popped at once, over {}")
declare("popMax", RANDOM, lambda p: in_turn(p, "pop", "popMax", "popMax"), "after every pop, over {}")
