"""Hidden tests of trie."""

import random

from judge.authoring import ClassTests, st


class Model:
    """The words in a set; prefixes by looking at every word."""

    def __init__(self):
        self.words = set()

    def insert(self, word):
        self.words.add(word)

    def search(self, word):
        return word in self.words

    def startsWith(self, prefix):
        return any(word.startswith(prefix) for word in self.words)


def allowed(model, method, args):
    return method == "__init__" or (0 < len(args[0]) <= 50_000 and set(args[0]) <= set(LETTERS))


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def words():
    """Short words of few letters, which begin alike and come again; longer ones of all letters."""
    return st.one_of(
        st.text(alphabet="ab", min_size=1, max_size=4),
        st.text(alphabet="abz", min_size=1, max_size=6),
        st.sampled_from(("app", "apple", "apples", "apply", "ape", "pp", "le", "z", "a")),
        st.text(alphabet=LETTERS, min_size=1, max_size=12),
    )


tests = ClassTests(
    model=Model,
    arguments={"insert": words, "search": words, "startsWith": words},
    allowed=allowed,
    grow=("insert",),
)


@tests.scenario("a word is found, its beginnings are only beginnings, nothing goes beyond it", share=1)
def one_word(draw):
    word, letter = draw(words()), draw(st.sampled_from("abz"))
    calls = [("startsWith", word[:1]), ("search", word), ("insert", word), ("search", word)]
    for end in range(1, len(word) + 1):
        calls += [("search", word[:end]), ("startsWith", word[:end])]
    beyond = word + letter
    return [*calls, ("search", beyond), ("startsWith", beyond), ("startsWith", word[1:] or "q")]


@tests.scenario("of what two words have in common, however long, only they themselves are words")
def words_that_part(draw):
    shared, one, other = draw(words()), draw(words()), draw(words())
    calls = [("insert", shared + one), ("insert", shared + other)]
    for end in range(1, len(shared) + 1):
        calls += [("search", shared[:end]), ("startsWith", shared[:end])]
    return [*calls, ("search", shared + one), ("search", shared + other), ("search", one)]


@tests.scenario("a word stays when a longer or a shorter one is inserted, or the same again")
def words_that_begin_alike(draw):
    word, more = draw(words()), draw(words())
    inserted = draw(st.permutations([word, word + more, word]))
    asked = [("search", word), ("search", word + more), ("startsWith", word), ("search", word + more[:1])]
    return [call for one in inserted for call in [("insert", one), *asked]]


@tests.scenario("of a word of any length every letter counts, and only what was inserted is a word")
def any_length(draw):
    rng = random.Random(draw(st.integers(0, 2**32)))
    length = rng.randint(7, rng.choice((20, 40, 130, 500)))
    word = "".join(rng.choices(rng.choice(("a", "ab", LETTERS)), k=length))
    at, letter = rng.choice((length - 1, rng.randrange(length))), rng.choice(LETTERS)
    others = [word[:at] + letter + word[at + 1 :], word[:at] + word[at:][::-1], word[at:]]
    others += [word + letter, word + word[-1], word[:-1], *(word[: rng.randint(1, length)] for _ in "ab")]
    asked = [(method, one) for one in [word, *others] for method in ("search", "startsWith")]
    calls = [("insert", word), *asked]
    for one in rng.sample(others, 2):
        calls += [("insert", one), *asked]
    return calls


@tests.scenario("long words that part at their last letters", share=0.05)
def long_words_that_part(draw):
    shared = "ab" * draw(st.sampled_from((600, 1500))) + draw(words())
    calls = [("insert", shared + "a"), ("search", shared + "b"), ("startsWith", shared + "b")]
    return [*calls, ("search", shared), ("startsWith", shared), ("search", shared + "a")]


@tests.scenario("among many words, as many others are missed", share=0.01)
def many_words(draw):
    """Enough of both that two of them have the same hash, if it is short."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    some = ["".join(rng.choices(LETTERS, k=6)) for _ in range(4_000)]
    calls = [("insert", word) for word in some[::2]] + [("search", word) for word in some[1::2]]
    return [*calls, *[("startsWith", word) for word in some[1:400:2]]]


@tests.scenario("any two letters are told apart, and so are several tries", share=0.15)
def letters_told_apart(draw):
    """Each letter ends a word of one of four tries, and all of them are asked for it."""
    rng, beginning = random.Random(draw(st.integers(0, 2**32))), draw(st.just("") | words())
    owner = {letter: rng.choice("abcd") for letter in LETTERS}
    calls = [(f"{trie}.insert", beginning + letter) for letter, trie in owner.items()]
    asked = draw(st.sampled_from(("search", "startsWith")))
    return calls + [(f"{trie}.{asked}", beginning + letter) for letter in LETTERS for trie in "abcd"]
