"""Workloads of trie: one long word; more and more words that are alike, different, or begin the same."""

from judge.authoring import stage, workload

OPERATIONS = ("insert", "search", "startsWith")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(number, length=6):
    """The number in letters, the last ones changing fastest: neighbours begin alike."""
    return "".join(LETTERS[number // 26**at % 26] for at in reversed(range(length)))


def declare(operation):
    @workload(operation, shape="one long word", parameter="m", largest=1 << 15)
    def _(m):
        long = ("abcde" * m)[:m]
        return stage(build=[("insert", "a" * m), ("insert", long)], timed=[(operation, long)])

    @workload(operation, shape="one letter again and again", parameter="m", largest=1 << 15)
    def _(m):
        return stage(build=[("insert", "a" * m)], timed=[(operation, "a" * m)])

    @workload(operation, shape="more and more words that begin alike", parameter="words", largest=1 << 16)
    def _(n):
        return stage(
            build=[("insert", word(i)) for i in range(n)], timed=[(operation, word(i)) for i in range(n)]
        )

    @workload(operation, shape="more and more words, letters at random", parameter="words", largest=1 << 14)
    def _(n, rng):
        chosen = ["".join(rng.choices(LETTERS, k=8)) for _ in range(n)]
        return stage(build=[("insert", one) for one in chosen], timed=[(operation, one) for one in chosen])

    @workload(operation, shape="a beginning that many words share", parameter="words", largest=1 << 16)
    def _(n):
        build = [("insert", "ab" + word(i)) for i in range(n)]
        return stage(build=build, timed=[(operation, "ab"), (operation, "abaa"), (operation, "abz")])


for name in OPERATIONS:
    declare(name)
