# A deque of the letters, emptied from both ends: O(n) space.
def isPalindrome(s):
    letters = deque(c for c in s.casefold() if c.isalnum())
    while len(letters) > 1:
        if letters.popleft() != letters.pop():
            return False
    return True
