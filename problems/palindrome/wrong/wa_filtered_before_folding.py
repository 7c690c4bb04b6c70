# Asks isalnum() of the characters before folding them: marks that come out of folding stay in.
def isPalindrome(s):
    def counting(step):
        for at in range(len(s))[::step]:
            if s[at].isalnum():
                yield from s[at].casefold()[::step]

    return all(a == b for a, b in zip(counting(1), counting(-1)))
