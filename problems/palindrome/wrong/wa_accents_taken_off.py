# Takes the accents off before comparing: é is taken for e.
import unicodedata


def isPalindrome(s):
    def counting(step):
        for at in range(len(s))[::step]:
            letters = unicodedata.normalize("NFD", s[at].casefold())
            for letter in letters[::step]:
                if letter.isalnum():
                    yield letter

    return all(a == b for a, b in zip(counting(1), counting(-1)))
