def isPalindrome(s: str) -> bool:
    """Say whether the case-folded letters and digits of s read the same both ways."""
    # TODO
    return False
