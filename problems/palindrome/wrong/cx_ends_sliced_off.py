# Takes both ends off the text again and again: each slice is a copy.
def isPalindrome(s):
    s = "".join(c for c in s.casefold() if c.isalnum())
    while len(s) > 1:
        if s[0] != s[-1]:
            return False
        s = s[1:-1]
    return True
