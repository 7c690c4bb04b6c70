# The regular expression \w takes the underscore for a letter.
def isPalindrome(s):
    letters = re.sub(r"\W", "", s.casefold())
    return letters == letters[::-1]
