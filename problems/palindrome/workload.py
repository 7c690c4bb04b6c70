"""Workloads of palindrome: texts that must be read to the end."""

from judge.authoring import stage, workloads

KINDS = {
    "one letter": lambda n: "a" * n,
    "letters in both cases": lambda n: "abcd" * (n // 8) + "DCBA" * (n // 8),
    "nothing that counts": lambda n: " " * n,
    "letters among punctuation": lambda n: "a, " * (n // 3),
    "characters that become several": lambda n: "ß" * n,
    "letters beyond ASCII": lambda n: "я" * n,
    "two letters far apart": lambda n: "a" + "-" * (n - 2) + "A",
    "the middle alone is wrong": lambda n: "a" * (n // 2 - 1) + "bc" + "a" * (n // 2 - 1),
}


@workloads("isPalindrome", KINDS)
def _(n, text):
    return stage(arguments=(text(n),))
