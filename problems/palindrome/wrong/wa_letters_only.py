# isalpha() forgets the digits.
def isPalindrome(s):
    def counting(step):
        for at in range(len(s))[::step]:
            for letter in s[at].casefold()[::step]:
                if letter.isalpha():
                    yield letter

    return all(a == b for a, b in zip(counting(1), counting(-1)))
