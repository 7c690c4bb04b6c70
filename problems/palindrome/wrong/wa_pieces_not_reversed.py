# Reading backwards, a character that folds into several gives them in forward order.
def isPalindrome(s):
    def counting(text):
        for character in text:
            for letter in character.casefold():
                if letter.isalnum():
                    yield letter

    def backwards():
        for at in range(len(s) - 1, -1, -1):
            yield from counting(s[at])

    return all(a == b for a, b in zip(counting(s), backwards()))
