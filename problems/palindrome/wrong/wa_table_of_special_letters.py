# lower() and a table of the letters for which it is not enough: other scripts have more of them.
FOLDED = {
    "ß": "ss", "ẞ": "ss", "ſ": "s", "ς": "σ", "İ": "i\u0307", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi",
    "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ŉ": "ʼn", "ǰ": "j\u030c", "ΐ": "ι\u0308\u0301", "և": "եւ", "µ": "μ",
    "\u0345": "ι",
}  # fmt: skip


def isPalindrome(s):
    def counting(step):
        for at in range(len(s))[::step]:
            for letter in FOLDED.get(s[at], s[at].lower())[::step]:
                if letter.isalnum():
                    yield letter

    return all(a == b for a, b in zip(counting(1), counting(-1)))
