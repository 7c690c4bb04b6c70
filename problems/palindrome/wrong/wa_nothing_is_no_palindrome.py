# Says no where nothing counts.
def isPalindrome(s):
    def counting(step):
        for at in range(len(s))[::step]:
            for letter in s[at].casefold()[::step]:
                if letter.isalnum():
                    yield letter

    if not any(True for _ in counting(1)):
        return False
    return all(a == b for a, b in zip(counting(1), counting(-1)))
