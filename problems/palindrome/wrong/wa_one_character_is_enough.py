# Stops when the pointers meet on one character, though it may fold into several: the ligature fi.
def isPalindrome(s):
    def what_counts(at):
        return [c for c in s[at].casefold() if c.isalnum()]

    i, j, left, right = -1, len(s), [], []
    while True:
        while not left and i + 1 < j:
            i += 1
            left = what_counts(i)
        while not right and j - 1 > i:
            j -= 1
            right = what_counts(j)
        if not left or not right:
            return True
        if left.pop(0) != right.pop():
            return False
