# O(1) space, but each letter from the end is found by counting from the start again.
def isPalindrome(s):
    def counting():
        for character in s:
            for letter in character.casefold():
                if letter.isalnum():
                    yield letter

    count = sum(1 for _ in counting())
    for at, letter in enumerate(counting()):
        if at >= count // 2:
            break
        if next(islice(counting(), count - 1 - at, None)) != letter:
            return False
    return True
