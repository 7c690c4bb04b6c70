"""Workloads of trie: one word that is longer and longer; more and more words, which mostly begin alike."""

from judge.authoring import stage, workload

SLOWLY = "O(log words)"  # a node's list of at most 26 letters is searched for longer as it fills up
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(number, length=6):
    """The number in letters, the last ones changing fastest: neighbours begin alike."""
    return "".join(LETTERS[number // 26**at % 26] for at in reversed(range(length)))


def long_word(length):
    return ("abcde" * length)[:length]


def declare(operation):
    # copying short text costs next to nothing, so a slice at every letter shows in long words only
    @workload(operation, shape="one long word", parameter="m", smallest=80, largest=1 << 15)
    def _(m):
        long = long_word(m)
        # its beginning and what parts from it late are asked for too: a word counts to its last letter
        others = [] if operation == "insert" else [(operation, long[:-1]), (operation, long[:-1] + "z")]
        return stage(build=[("insert", long)], timed=[(operation, long), *others])

    @workload(operation, shape="more and more words", parameter="words", largest=1 << 14, bound=SLOWLY)
    def _(n):
        words = [word(7919 * i) for i in range(2 * n)]  # far from each other, in no order
        build = [("insert", one) for one in words[::2]]
        if operation == "insert":
            return stage(build=build, timed=[("insert", one) for one in words[1::2]], rebuild=True)
        return stage(build=build, timed=[(operation, one) for one in words])  # each second one is missed


for name in ("insert", "search", "startsWith"):
    declare(name)


@workload("insert", shape="one long word, new", parameter="m", smallest=80, largest=1 << 15)
def _(m):
    return stage(timed=[("insert", long_word(m))], rebuild=True)


@workload("insert", shape="one long word, its last letter new", parameter="m", smallest=80, largest=1 << 15)
def _(m):
    known = long_word(m)
    return stage(build=[("insert", known)], timed=[("insert", known[:-1] + "z")], rebuild=True)


@workload("insert", shape="words of one first letter", parameter="words", largest=1 << 14, bound=SLOWLY)
def _(n):
    # far more words than pass any other letter; the last of those that are there come again before new ones
    inserts = [("insert", "a" + word(i)[::-1]) for i in range(n + n // 8)]
    return stage(build=inserts[:n], timed=inserts[-(n // 4) :], rebuild=True)


@workload("insert", shape="words that are there already", parameter="words", largest=1 << 14, bound=SLOWLY)
def _(n, rng):
    build = [("insert", word(7919 * i)) for i in range(n)]
    return stage(build=build, timed=rng.choices(build, k=n))


@workload("search", shape="after every insertion", parameter="words", largest=1 << 14, bound=SLOWLY)
def _(n):
    words = [("insert", word(7919 * i)) for i in range(2 * n)]
    calls = [call for late in words[1::2] for call in (late, ("search", late[1]))]
    return stage(build=words[::2], timed=calls, charged="search", rebuild=True)


@workload("startsWith", shape="beginnings of all words or of none", parameter="words", largest=1 << 14)
def _(n):
    build = [("insert", "ab" + word(i)) for i in range(n)]
    return stage(build=build, timed=[("startsWith", path) for path in ("ab", "abaa", "abz", "a", "z")])
