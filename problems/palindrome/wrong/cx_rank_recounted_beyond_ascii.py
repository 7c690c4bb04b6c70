# For a letter beyond ASCII the letters before it are counted again: slow in other scripts alone.
def isPalindrome(s):
    i, j = 0, len(s) - 1
    in_left = in_right = rank = 0
    while i <= j:
        left = [c for c in s[i].casefold() if c.isalnum()]
        if in_left >= len(left):
            i, in_left = i + 1, 0
            continue
        right = [c for c in s[j].casefold() if c.isalnum()]
        if in_right >= len(right):
            j, in_right = j - 1, 0
            continue
        if left[in_left] != right[-1 - in_right]:
            return False
        if len(left) == 1 and not s[i].isascii():
            assert rank == sum(1 for k in range(i) for c in s[k].casefold() if c.isalnum())
        rank += 1
        in_left, in_right = in_left + 1, in_right + 1
    return True
