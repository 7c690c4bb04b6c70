"""Read the counting characters forwards and backwards at the same time, and compare pair by pair.

Each generator folds one character of the text at a time and passes on what counts, so a character that folds
into several gives them one after the other, in reverse order when reading backwards. No copy of the text is
made: O(1) extra space. Both read the text once: O(n) time. (Every pair is compared twice, from both ends;
stopping in the middle would halve the work, at the price of keeping positions.)
"""


def isPalindrome(s: str) -> bool:
    return all(a == b for a, b in zip(_counting(s, 1), _counting(s, -1)))


def _counting(s: str, step: int):
    """Yield the folded letters and digits of s, forwards (step 1) or backwards (step -1)."""
    for at in range(len(s))[::step]:
        for letter in s[at].casefold()[::step]:
            if letter.isalnum():
                yield letter
