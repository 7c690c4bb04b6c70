# Folds by upper and lower case, there and back: the i without a dot becomes an i.
def isPalindrome(s):
    def counting(step):
        for at in range(len(s))[::step]:
            for letter in s[at].lower().upper().lower()[::step]:
                if letter.isalnum():
                    yield letter

    return all(a == b for a, b in zip(counting(1), counting(-1)))
