# Skips what does not count without looking for the end of the text.
def isPalindrome(s):
    i, j = 0, len(s) - 1
    while i < j:
        while not s[i].isalnum():
            i += 1
        while not s[j].isalnum():
            j -= 1
        if i < j and s[i].casefold() != s[j].casefold():
            return False
        i, j = i + 1, j - 1
    return True
