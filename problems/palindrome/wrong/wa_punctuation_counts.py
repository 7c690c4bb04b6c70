# Only spaces are skipped.
def isPalindrome(s):
    letters = "".join(s.casefold().split())
    return letters == letters[::-1]
