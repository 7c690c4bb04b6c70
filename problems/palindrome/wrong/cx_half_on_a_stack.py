# Puts the first half on a stack: half of n is O(n) space as well.
def isPalindrome(s):
    def counting():
        for character in s:
            for letter in character.casefold():
                if letter.isalnum():
                    yield letter

    count = sum(1 for _ in counting())
    stack = []
    for at, letter in enumerate(counting()):
        if at < count // 2:
            stack.append(letter)
        elif at >= (count + 1) // 2 and stack.pop() != letter:
            return False
    return True
