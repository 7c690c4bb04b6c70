"""Hidden tests of palindrome."""

import random
import sys
import unicodedata

from judge.authoring import FunctionTests, st, texts

SPREAD = "ßẞŉǰΐﬁﬃİև"  # one character, several when folded
PAIRS = "aAbBzZ09éÉσςΣſsKkÅåжЖ٣"
IGNORED = " ,.'-_!\u0301\u200d🙂"
MARK = "\u0345"  # a combining mark whose folded form is a letter


def model(s):
    """The definition, step by step."""
    counting = [letter for letter in s.casefold() if letter.isalnum()]
    return counting == counting[::-1]


def valid(s):
    return isinstance(s, str) and not any("\ud800" <= letter <= "\udfff" for letter in s)


tests = FunctionTests(model=model, valid=valid)


def mirrored(half, middle, seed):
    """A palindrome: `half`, `middle`, and half's folded letters in reverse, in other clothes."""
    rng = random.Random(seed)
    back = []
    for letter in reversed(half.casefold()):
        clothes = [letter, letter, letter.upper(), *(c for c in PAIRS if c.casefold() == letter)]
        back.append(rng.choice([c for c in clothes if c.casefold() == letter]))
        if rng.random() < 0.2:
            back.append(rng.choice(IGNORED))
    return half + middle + "".join(back)


def halves(max_size=20):
    return st.one_of(
        st.text(alphabet=st.sampled_from(PAIRS + SPREAD + IGNORED + MARK), max_size=max_size),
        st.text(alphabet=st.sampled_from("abAB 0_,"), max_size=max_size),
        texts(max_size=max_size),
    )


def palindromes(max_size=20):
    middles = st.sampled_from(("", "", "x", "9", "ſs", "ß", "_", "é"))
    return st.builds(mirrored, halves(max_size), middles, st.integers(0, 2**32))


@tests.property("a text that reads the same both ways", share=3)
def mirrored_texts():
    return palindromes()


@tests.property("a text that would, but for one character", share=2)
def nearly_mirrored_texts():
    def disturb(text, at, letter, kind):
        at %= len(text) + 1
        return text[:at] + (letter if kind else "") + text[at + (kind != 1) :]

    letters = st.sampled_from(PAIRS + SPREAD + MARK + "_,")
    return st.builds(disturb, palindromes(), st.integers(0, 40), letters, st.integers(0, 2))


@tests.property("any text", share=1.5)
def any_texts():
    return halves(40)


@tests.property("one or two characters, of which one may become several when folded", share=2)
def short_texts():
    # upper case takes the letters of the second alphabet for one; folded, the one without a dot is another
    alphabets = (SPREAD + "sSſfFiInN_." + MARK, "iIıİ.")
    return st.one_of([st.text(alphabet=st.sampled_from(letters), max_size=3) for letters in alphabets])


@tests.property("a longer text that reads the same both ways", share=0.3)
def long_texts():
    return palindromes(300)


@tests.property("letters of any script that case folding changes", share=0.8)
def folded_letters():
    letters = "".join(c for c in map(chr, range(sys.maxunicode + 1)) if c.casefold() != c)
    parts = [letters[at : at + 30] for at in range(0, len(letters), 30)]
    return st.builds(mirrored, st.sampled_from(parts), st.just(""), st.integers(0, 2**32))


@tests.property("a letter with an accent, or in other clothes, and the plain one", share=0.7)
def not_normalised():
    plain = {c: unicodedata.normalize("NFKD", c) for c in map(chr, range(0xC0, 0x10000)) if c.isalnum()}
    accented = st.sampled_from("éåñç") | st.sampled_from([c for c in plain if plain[c][0] not in (c, " ")])

    def pair(letter, half, turn, seed):
        forms = [letter, plain[letter], plain[letter][0], letter]
        return mirrored(half, forms[turn] + "x" + forms[turn + 1], seed)

    short = st.text(alphabet=st.sampled_from("abé_"), max_size=3)
    return st.builds(pair, accented, short, st.integers(0, 2), st.integers(0, 2**32))
