# Two positions in s, and with each what is left of the folded character that was read there.
def isPalindrome(s: str) -> bool:
    i, left = 0, ""
    j, right = len(s), ""
    while True:
        while not left and i < len(s):
            left = what_counts(s[i])
            i += 1
        while not right and j > 0:
            j -= 1
            right = what_counts(s[j])
        if not left:
            return True
        if left[0] != right[-1]:
            return False
        left, right = left[1:], right[:-1]


def what_counts(character: str) -> str:
    return "".join(c for c in character.casefold() if c.isalnum())
