"""What a file may look like and still be judged, and how it is refused when it cannot be."""

from __future__ import annotations

import pytest

from judge.verdict import Verdict

GOOD = """\
class MinStack:
    def __init__(self):
        self.items = []

    def push(self, val):
        low = min(val, self.items[-1][1]) if self.items else val
        self.items.append((val, low))

    def pop(self):
        return self.items.pop()[0]

    def top(self):
        return self.items[-1][0]

    def getMin(self):
        return self.items[-1][1]
"""

STYLES = {
    "plain": GOOD,
    "crlf": GOOD.replace("\n", "\r\n"),
    "byte order mark": "\ufeff" + GOOD,
    "tabs": GOOD.replace("    ", "\t"),
    "own tests below": GOOD
    + '\nif __name__ == "__main__":\n    print(MinStack().getMin())\n    n = int(input())\n    raise SystemExit\n',
    "prints at import": "print('hello')\n" + GOOD,
    "trailing comments": GOOD
    + "\n\n# Your MinStack object will be instantiated and called as such:\n# obj = MinStack()\n# obj.push(val)\n",
    "offered names": GOOD.replace("self.items = []", "self.items: List[Tuple[int, int]] = deque()")
    + "\n_unused: Optional[Dict[str, int]] = defaultdict(list)\nx = heappush\ny = inf\nz = lru_cache\n",
    "star imports": "from typing import *\nfrom collections import *\nimport heapq, math\n" + GOOD,
    "future annotations and a dataclass": "from __future__ import annotations\nfrom dataclasses import dataclass\n"
    "\n@dataclass\nclass Pair:\n    value: int\n    low: int\n\n" + GOOD,
    "debug prints": GOOD.replace("low =", "print('push', val); low ="),
    "reads stdin": "import sys\nsys.stdin.read()\n" + GOOD,
    "latin-1": "# -*- coding: latin-1 -*-\n# caf\xe9\n" + GOOD,
    "a static constructor": GOOD.replace(
        "    def __init__(self):\n        self.items = []\n",
        "    def __new__(cls):\n        made = super().__new__(cls)\n        made.items = []\n        return made\n",
    ),
    "optional parameters": GOOD.replace("def push(self, val):", "def push(self, val, verbose=False, *rest):"),
    "methods bound later": GOOD.replace("def getMin", "def get_min")
    + "\nMinStack.getMin = MinStack.get_min\n",
    "inherited methods": GOOD.replace("class MinStack:", "class Base:")
    + "\nclass MinStack(Base):\n    pass\n",
}


@pytest.mark.parametrize("name", STYLES)
def test_a_right_solution_in_any_style_is_accepted(judge, name):
    """The way a file is written does not change what it is worth."""
    encoding = "latin-1" if name == "latin-1" else "utf-8"
    found = judge("min-stack", STYLES[name].encode(encoding))
    assert found.verdict is Verdict.AC, found.message


REFUSED = {
    "empty": ("", "class MinStack is missing"),
    "syntax": ("class MinStack:\n    def push(self, val:\n        pass\n", "line 2"),
    "no method": (
        GOOD.replace("def getMin", "def get_min"),
        "MinStack.getMin is missing: it is called with 0 arguments; did you mean it by get_min?",
    ),
    "method in small letters": (GOOD.replace("def getMin", "def getmin"), "did you mean it by getmin?"),
    "misspelt class": (
        GOOD.replace("class MinStack", "class MinStak"),
        "class MinStack is missing; did you mean it by MinStak?",
    ),
    "too few parameters": (
        GOOD.replace("def push(self, val):", "def push(self):\n        val = 1"),
        "takes 0 arguments",
    ),
    "too many parameters": (GOOD.replace("def top(self)", "def top(self, n)"), "takes 1 argument"),
    "keyword only": (GOOD.replace("def push(self, val)", "def push(self, *, val)"), "keyword-only"),
    "a function of that name": ("def MinStack():\n    pass\n", "not a class"),
    "constructor wants arguments": (
        GOOD.replace("__init__(self)", "__init__(self, n)"),
        "__init__ takes 1 argument",
    ),
    "null bytes": ("x = 1\0", "null"),
    "nested too deep": ("x = " + "(" * 5000 + ")" * 5000, "nested"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_judged_is_ce_and_says_what_is_missing(judge, name):
    """A missing class, function or method is named, with what was expected."""
    source, words = REFUSED[name]
    found = judge("min-stack", source)
    assert found.verdict is Verdict.CE
    assert words in found.message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_ce_and_says_so(judge, encoding):
    """As Windows shells write what is redirected to a file; null bytes are nothing that its author sees."""
    found = judge("min-stack", GOOD.lstrip().encode(encoding))
    assert found.verdict is Verdict.CE
    assert found.message == "the file is UTF-16; save it as UTF-8"


def test_a_missing_function_names_what_is_near_among_the_submissions_own(judge):
    """What the judge offers itself, or what is of another kind, was not meant."""
    found = judge("palindrome", "isPalindrom = 3\ndef is_palindrome(s):\n    return s == s[::-1]\n")
    assert found.message == (
        "function isPalindrome is missing: it is called with 1 argument; did you mean it by is_palindrome?"
    )
    found = judge("palindrome", "def check(s):\n    return s == s[::-1]\n")
    assert found.message == "function isPalindrome is missing: it is called with 1 argument"


def test_a_syntax_error_shows_its_line_and_a_caret(judge):
    """The contestant sees where the parser stopped."""
    found = judge("min-stack", "class MinStack:\n    x = = 1\n")
    assert found.verdict is Verdict.CE
    assert found.detail.splitlines() == ["x = = 1", "    ^"]


def test_what_the_compiler_says_of_a_giant_line_is_cut(judge):
    """A name of a megabyte does not fill the screen, and no caret points past what is shown."""
    name = "a" * 1_000_000
    found = judge("min-stack", f"def f({name}, {name}): pass\n")
    assert found.verdict is Verdict.CE and "duplicate argument" in found.message
    assert all(len(line) <= 600 for line in (found.message, *found.detail.splitlines()))
    found = judge("min-stack", "x = " + "1 + " * 1000 + "= 2\n")
    assert found.detail.startswith("x = 1 + 1") and "^" not in found.detail


def test_random_bytes_are_ce(judge):
    """A binary file does not compile, and nothing else happens."""
    assert judge("min-stack", bytes(range(256)) * 40).verdict is Verdict.CE


def test_a_large_file_is_refused_before_it_is_parsed(judge):
    """Ten megabytes are not a solution."""
    found = judge("min-stack", b"#" * 10_000_000)
    assert found.verdict is Verdict.CE
    assert "MiB" in found.message


def test_an_import_that_is_not_offered_says_what_is(judge):
    """The message of a missing package names what the problem offers."""
    found = judge("min-stack", "import numpy\n" + GOOD)
    assert found.verdict is Verdict.RTE
    assert "standard library" in found.message


def test_a_module_that_raises_at_import_shows_its_own_line(judge):
    """An exception at import is the contestant's, with the line."""
    found = judge("min-stack", "x = {}\ny = x['a']\n" + GOOD)
    assert found.verdict is Verdict.RTE
    assert "line 2" in found.message
    assert "KeyError" in found.message


def test_the_message_is_one_line_and_the_caret_is_below_it(judge) -> None:
    """Lines of a batch and cells of a table hold the message."""
    found = judge("min-stack", "class MinStack\n    pass\n")
    assert found.verdict is Verdict.CE
    assert found.message == "line 1: SyntaxError: expected ':'"
    assert found.detail.splitlines() == ["class MinStack", "              ^"]


def test_the_usual_names_are_there_without_an_import(judge) -> None:
    """As on the sites that people practise on; Counter and OrderedDict are the ones of collections."""
    names = "Collection KeysView final TYPE_CHECKING cosh cbrt erf singledispatchmethod heapreplace pairwise"
    source = (
        f"ALL = [{', '.join(names.split())}]\n"
        "assert isinstance(Counter, type) and isinstance(OrderedDict, type)\n" + GOOD
    )
    assert judge("min-stack", source).verdict is Verdict.AC


def test_nodes_of_the_statement_can_be_pickled(judge):
    """Some copy a tree so; its class is found where the submission's own would be."""
    source = """
import copy, pickle
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        one = TreeNode(1, TreeNode(2), ListNode(3))
        for same in (copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
            assert (same.left.val, same.right.val, type(same)) == (2, 3, TreeNode)
        return "yes"
"""
    found = judge("upward-path-sum", source)
    assert found.verdict == "WA" and "'yes'" in found.message
