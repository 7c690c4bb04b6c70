"""What a problem forbids is refused by every spelling, and the submission's own names are its own."""

from __future__ import annotations

import ast
import textwrap

import pytest

from judge.worker.forbidden import find_forbidden
from judge.worker.offered import provide

FORBID = [
    "sorted",
    ".sort",
    "heapq",
    "collections",
    "queue.PriorityQueue",
    "functools.cache",
    "{}",
    "**",
    "set",
]

REFUSED = {
    "the builtin": "x = sorted([1])",
    "under another name": "mine = sorted",
    "as a default": "def f(items, by=sorted): return by(items)",
    "as a decorator": "@sorted\ndef f(): pass",
    "in an annotation": "def f(items: sorted): pass",
    "through builtins": "import builtins\nx = builtins.sorted([1])",
    "a method of a list": "x = [1]\nx.sort()",
    "unbound": "x = list.sort",
    "an import": "import heapq",
    "from an import": "from heapq import merge",
    "a part of a module": "import queue\nq = queue.PriorityQueue()",
    "that part by its name": "from queue import PriorityQueue",
    "braces": "x = {}",
    "keywords": "def f(**kept): pass",
    "bound at the top, before": "x = sorted\nsorted = None",
    "bound in a class, before": "class A:\n    x = sorted\n    sorted = 1",
    "local around a class that binds it too": """
        def f():
            sorted = 1
            class A:
                x = sorted
                sorted = 2
        """,
    "local, but declared global within": """
        def f():
            sorted = 1
            def g(items):
                global sorted
                return sorted(items)
        """,
    "local to a comprehension only": "def f(items):\n    return [sorted for sorted in sorted(items)]",
    "bound by := in a lambda only": "def f(items):\n    [(lambda: (sorted := 1)) for _ in items]\n    return sorted(items)",
    "bound in a nested function only": "def f(items):\n    def g(): sorted = 1\n    return sorted(items)",
    "self of a class without it": "class A(list):\n    def go(self): self.sort()",
    "self that is bound again": "class A:\n    def sort(self): pass\n    def go(self, x):\n        self = x\n        self.sort()",
    "self of a function within": "class A:\n    def sort(self): pass\n    def go(me, x):\n        def f(self): self.sort()\n        f(x)",
    "a parameter called like self": "class A:\n    def sort(self): pass\n    def go(me, self): self.sort()",
    "self of a class within": """
        class A:
            def sort(self): pass
            def go(self):
                class B(list):
                    def go(self): self.sort()
        """,
    "a method taken away again": "class A(list):\n    def sort(self): pass\n    del sort\n    def go(self): self.sort()",
    "super's": "class A(list):\n    def sort(self): super().sort()",
    "a part of a module by another name": "import functools as ft\n@ft.cache\ndef f(): pass",
    "all of a module": "from functools import *",
    "a function defined later": "def f(items): return sorted(items)\nx = f([1])\ndef sorted(items): pass",
    "in the head of a function of that name": "def sorted(items, by=sorted): return by(items)",
    "in the head of a class of that name": "class set(set): pass",
    "a definition that is deleted": "def sorted(items): pass\ndel sorted\nx = sorted([1])",
    "a definition that comes twice": "def sorted(items): pass\nif 1: from builtins import sorted\nx = sorted([1])",
    "keywords of a function of the module": "def sorted(**kept): pass",
    "called on what a class makes": "class A:\n    def __new__(cls, x): return x\n    def sort(self): pass\nA([1]).sort()",
    "called on a class that is a list": "class A(list): pass\nA([1]).sort()",
    "self of a class with a list before its base": "class B:\n    def sort(self): pass\nclass A(list, B):\n    def go(self): self.sort()",
    "guarded by another name": "__name__ = '__main__'\nif __name__ == '__main__':\n    f = sorted",
    "the other branch of the guard": "if __name__ == '__main__':\n    pass\nelse:\n    f = sorted",
    "looked up by getattr": "x = []\ngetattr(x, 'sort')()",
    "the builtin by getattr": "import builtins\nx = getattr(builtins, 'sorted')([1])",
    "a part of a module by getattr": "import queue\nq = getattr(queue, 'PriorityQueue')()",
    "by a methodcaller": "import operator\noperator.methodcaller('sort', key=len)([])",
    "by an attrgetter of more than one": "from operator import attrgetter\nattrgetter('a', 'b.sort')([])",
    "by one of another name": "from operator import methodcaller as call\ncall('sort')([])",
    "by one that was put down": "import operator\nmethodcaller = operator.methodcaller\nmethodcaller('sort')([])",
    "by __getattribute__": "list.__getattribute__([], 'sort')()",
    "in the dict of a class": "list.__dict__['sort']([])",
    "in what vars gives": "vars(list)['sort']([])",
    "in a pattern": "match []:\n    case list(sort=by): by()",
    "the part in C": "import _heapq",
    "from the part in C": "from _heapq import heappush",
    "imported by a text": "q = __import__('heapq')",
    "a class that is a parameter": "class A:\n    def sort(self, x): pass\ndef go(A, x): A.sort(x)\ngo(list, [])",
    "an instance of a parameter": "class A:\n    def sort(self): pass\ndef go(A, x):\n    a = A(x)\n    a.sort()",
    "a name that is bound twice": "class A:\n    def sort(self): pass\ndef go(x):\n    a = A()\n    if x: a = x\n    a.sort()",
    "a name that a loop binds": "class A:\n    def sort(self): pass\ndef go(x):\n    a = A()\n    for a in x: pass\n    a.sort()",
    "a parameter that is bound again": "class A:\n    def sort(self): pass\ndef go(a):\n    if not a: a = A()\n    a.sort()",
    "a name that a function within binds": """
        class A:
            def sort(self): pass
        def go(x):
            a = A()
            def f():
                nonlocal a
                a = x
            f()
            a.sort()
        """,
    "a global that a function binds": """
        class A:
            def sort(self): pass
        a = A()
        def go(x):
            global a
            a = x
            a.sort()
        """,
    "an attribute that is bound twice": """
        class A:
            def sort(self): pass
        class B:
            def go(self, x):
                self.a = A()
                self.a = x
                self.a.sort()
        """,
    "an attribute of another": """
        class A:
            def sort(self): pass
        class B:
            def go(self, x):
                self.a = A()
                x.a.sort()
        """,
    "an attribute that a class binds": """
        class A:
            def sort(self): pass
        class B:
            a = []
            def put(self): self.a = A()
            def go(self): self.a.sort()
        """,
    "an attribute that setattr may bind": """
        class A:
            def sort(self): pass
        class B:
            def go(self, x):
                self.a = A()
                setattr(self, x, [])
                self.a.sort()
        """,
    "an instance of a list": "class A(list):\n    pass\ndef go(x):\n    a = A(x)\n    a.sort()",
    "a method with an unknown decorator": "class A:\n    def sort(self): pass\n    @call_with([])\n    def go(self): self.sort()",
    "a method with a decorator called like one of Python's": """
        def cache(f):
            return lambda self: f([])
        class A:
            def sort(self): pass
            @cache
            def go(self): self.sort()
        """,
    "a method with a decorator that is given such a name": """
        cache = call_with([])
        class A:
            def sort(self): pass
            @cache
            def go(self): self.sort()
        """,
    "a base that an index makes": """
        class B:
            def sort(self): pass
            def __class_getitem__(cls, made): return made
        class A(B[list]):
            def go(self): self.sort()
        """,
    "a base called like one of Python's": """
        from builtins import list as Generic
        class B:
            def sort(self): pass
        class A(Generic, B):
            def go(self): self.sort()
        """,
    "a base that a match names": """
        match list:
            case object: pass
        class B:
            def sort(self): pass
        class A(object, B):
            def go(self): self.sort()
        """,
    "a class with a decorator called like one of Python's": """
        def dataclass(made): return list
        @dataclass
        class A:
            def sort(self): pass
        def go(x): A(x).sort()
        """,
    "a name of typing, used": "from typing import List, set\ndef f(): return set.__origin__()",
    "a name of typing, under another": "from typing import set as List",
    "a name of typing, imported within": "def f():\n    from typing import set\n    return set",
    "a package by its part": "import collections.abc\nx = collections.Counter()",
    "a part of a package": "from collections import abc",
    "a static method's argument": "class A:\n    def sort(self): pass\n    @staticmethod\n    def go(self): self.sort()",
}

ALLOWED = {
    "a local list": "def f(items):\n    sorted = []\n    sorted.append(items[0])\n    return sorted",
    "a parameter": "def f(set):\n    return set + 1",
    "a loop": "def f(items):\n    for set in items:\n        print(set)",
    "with, except, import, match": """
        def f(x):
            with open(x) as set: set.read()
            try: pass
            except OSError as sorted: print(sorted)
            match x:
                case [set, *sorted]: return set, sorted
        """,
    "a lambda's": "f = lambda set: set + 1",
    "seen from a function within": "def f():\n    set = 1\n    def g():\n        nonlocal set\n        set += 1\n        return set\n    return g",
    "a method of its own": "class A:\n    def sort(self, a): return a\n    def go(self): return self.sort([2, 1])",
    "and from a function within": "class A:\n    def sort(self, a): return a\n    def go(self):\n        def f(): return self.sort([])\n        return f()",
    "a comprehension's": "def f(items):\n    return [set for set in items if set] + [a for set in items for a in set]",
    "a field of a class": "class A:\n    set: list\n    def __init__(self): self.set = []",
    "a function of the module": "def sorted(items):\n    return items and sorted(items[1:])\nx = sorted([1])",
    "a class of the module": "class set:\n    def copy(self): return set()\nclass A(set):\n    def go(self): return set()",
    "a variable of the module": "sorted: list = []\nset = 0\nclass A:\n    def f(self):\n        global set\n        set += 1\n        return sorted",
    "a static method": "class A:\n    @staticmethod\n    def sort(a): return A.sort(a[1:])\nA.sort([1])",
    "a method of a helper": "class H:\n    def sort(self): return 1\nclass A:\n    def go(self): return H().sort()",
    "a method of its own base": "class B:\n    def sort(self): pass\nclass A(B):\n    def go(self): self.sort()",
    "tests of its own": "if __name__ == '__main__':\n    assert [1] == sorted([1])",
    "a keyword": "f = print\nf(1, end='')\nmax([1], key=lambda x: x)",
    "of a class method": "class A:\n    @classmethod\n    def sort(cls, a): return cls.sort(a[1:])\nx = A.sort([1])",
    "of a method that is remembered": "class A:\n    def sort(self): pass\n    @lru_cache(None)\n    def go(self): self.sort()",
    "of a helper that has a name": "class A:\n    def sort(self, a): pass\ndef go(x):\n    a = A()\n    return a.sort(x)",
    "of a generic base": "class B(Generic[T]):\n    def sort(self): pass\nclass A(B[int]):\n    def go(self): self.sort()",
    "of a data class": "@dataclass(frozen=True)\nclass A:\n    x: int\n    def sort(self): pass\ndef go(x): A(x).sort()",
    "a header that many paste": "from typing import List, set\nfrom collections.abc import Iterator",
    "of one with an annotation": "class A:\n    def sort(self, a): pass\ndef go(x):\n    a: A = A()\n    return a.sort(x)",
    "seen from a function inside": "class A:\n    def sort(self): pass\ndef go():\n    a = A()\n    def f(): a.sort()\n    f()",
    "of a helper at the top": "class A:\n    def sort(self, a): pass\na = A()\ndef go(x): return a.sort(x)",
    "of a helper that is kept": """
        class A:
            def sort(self, a): pass
        class B:
            def __init__(self): self.a = A()
            def go(self, x): return self.a.sort(x)
        """,
    "of a helper that comes later": """
        class B:
            def __init__(self): self.a = A()
            def go(self, x):
                b = A()
                return b.sort(self.a.sort(A().sort(x)))
        class A:
            def sort(self, a): pass
        """,
    "its own by getattr": "class A:\n    def sort(self): pass\n    def go(self): getattr(self, 'sort')()",
    "a text": "print('sort', getattr(print, 'name', 'sort'), [1]['sort'])",
    "a getattr of its own": "def getattr(a, b): return b\ngetattr(1, 'sort')",
    "asked for": "hasattr([], 'sort')",
    "part of a name": "unsorted = 1\nx = unsorted",
}


@pytest.mark.parametrize("name", REFUSED)
def test_no_spelling_gets_around_it(name):
    """The first use is named with its line."""
    found = find_forbidden(ast.parse(textwrap.dedent(REFUSED[name])), FORBID)
    assert found is not None and "may not be used in this problem" in found[1]


def test_a_method_of_the_own_is_told_what_to_do():
    """Whose it is cannot always be seen: a parameter may be anything."""
    source = "class A:\n    def sort(self): pass\ndef go(a, b):\n    a.sort()"
    found = find_forbidden(ast.parse(source), FORBID)
    assert found == (
        4,
        "sort may not be used in this problem: if it is a method of your own, give it another name",
    )


@pytest.mark.parametrize("name", ALLOWED)
def test_own_names_are_allowed(name):
    """Helpers and variables may be called like a builtin."""
    assert find_forbidden(ast.parse(textwrap.dedent(ALLOWED[name])), FORBID) is None


def test_nothing_of_a_forbidden_module_is_offered():
    """Neither itself nor its names, which the usual sites have without an import."""
    wanted = {"copy", "deepcopy", "Enum", "dataclass", "field", "heappush", "heapq"}
    assert set(provide(wanted)) == wanted
    assert set(provide(wanted, ["copy", "heapq", "enum.Enum"])) == {"dataclass", "field"}


def test_a_deep_source_is_walked_without_recursion():
    """The parser allows more nesting than Python's own stack."""
    tree = ast.parse("x = " + "-" * 80 + "sorted([1])")
    for _ in range(3_000):
        tree = ast.Module([ast.If(ast.Constant(1), [tree], [])], [])
    assert find_forbidden(tree, FORBID) is not None
