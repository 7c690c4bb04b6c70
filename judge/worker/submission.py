"""The submission: compiled once, run in a namespace of its own, checked for what the problem requires.

The spec that the judge sends holds only what the statement says publicly:

    class       the class's name, or "" where functions of the module are called
    init        how many arguments the constructor takes
    methods     [name, number of parameters, kind], kind is `void`, `value` or `node`
    forbid      names, imports and methods that the source may not use
    packages    packages that the problem offers
    adapter     trusted source that runs beside the submission and turns plain values into calls, or ""
    recursion   Python's recursion limit
    space       whether memory is bounded, and measured; absent is no
"""

from __future__ import annotations

import builtins
import sys
from types import CodeType, FunctionType, ModuleType

from judge.wire.lines import lines_of, may_draw
from judge.wire.nodes import ListNode, TreeNode, Value
from judge.worker import offered, trace
from judge.worker.plain import make_loop

MODULE = "solution"
MODULE_SEED = 0


for _node in (TreeNode, ListNode):
    _node.__module__ = MODULE  # where pickle and tracebacks look for it


OWN_FRAMES = 8
"""The worker's own frames below the submission's, and a few: what is too deep here is so in a file, too."""


class Submission:
    """One contestant's file in this worker."""

    def __init__(self, source: bytes, spec: dict) -> None:  # type: ignore[type-arg]
        self.source = source
        self.spec = spec
        self.lines: list[str] = []
        self.code: CodeType | None = None
        self.names = [name for name, _, _ in spec["methods"]]
        self.void = [kind == "void" for _, _, kind in spec["methods"]]
        self.loop = make_loop(spec["methods"])
        self.returns_nodes = any(kind == "node" for _, _, kind in spec["methods"])
        self.entry: type = object
        self.tree: type = TreeNode
        self.linked: type = ListNode
        self.module = ModuleType(MODULE)
        self._adapter: CodeType | None = None
        self._offered: dict[str, object] = {}
        self._probe: object = None
        self._uses_random = may_draw(source)
        self.staged: dict = {}  # type: ignore[type-arg]
        """States that stand ready to be timed, by slot (staging.py)."""
        self.counting: object = None
        """The rewritten source, or why there is none (counted.py)."""

    # -- before any of its code has run -----------------------------------------------------------

    def compile(self) -> dict[str, object]:
        """Parse and compile; return {"ok": true} or {"ce": ...}."""
        sys.setrecursionlimit(max(1_000, self.spec["recursion"]) + OWN_FRAMES)
        text = self.source
        if text[:2] in UTF_16 or (text[:4:2] == b"\0\0") != (text[1:4:2] == b"\0\0"):
            words = "the file is UTF-16; save it as UTF-8"
            return {"ce": {"text": words, "line": 0, "column": 0, "source": ""}}
        try:
            tree = compile(text, trace.FILE_NAME, "exec", 0x400, dont_inherit=True)  # PyCF_ONLY_AST
            self.lines = lines_of(decode(text))
            if not declared_encoding(text):
                text.decode("utf-8")  # the compiler lets other bytes pass in comments, the interpreter not
            if self.spec["forbid"]:
                from judge.worker.forbidden import find_forbidden

                found = find_forbidden(tree, self.spec["forbid"])
                if found is not None:
                    line, words = found
                    return {"ce": {"text": words, "line": line, "column": 0, "source": self._line(line)}}
            self.code = compile(text, trace.FILE_NAME, "exec", dont_inherit=True)
        except SyntaxError as error:
            return {"ce": self._syntax(error)}
        except UnicodeDecodeError as error:
            line = text.count(b"\n", 0, error.start) + 1
            words = f"the file is not UTF-8 (byte 0x{text[error.start]:02x}); save it as UTF-8"
            return {"ce": {"text": words, "line": line, "column": 0, "source": ""}}
        except (ValueError, LookupError) as error:
            return {"ce": {"text": str(error)[:300], "line": 0, "column": 0, "source": ""}}
        except (RecursionError, MemoryError, OverflowError):
            words = "the source is nested too deeply for Python to compile"
            return {"ce": {"text": words, "line": 0, "column": 0, "source": ""}}
        if self.spec["adapter"]:
            self._adapter = compile(self.spec["adapter"], "adapter.py", "exec", dont_inherit=True)
        return {"ok": True}

    def _syntax(self, error: SyntaxError) -> dict[str, object]:
        line, column = error.lineno or 0, error.offset or 0
        source = (error.text or "").rstrip("\r\n")[:300]
        return {
            "text": f"{type(error).__name__}: {error.msg}",
            "line": line,
            "column": column,
            "source": source,
        }

    def _line(self, number: int) -> str:
        return self.lines[number - 1][:300] if 0 < number <= len(self.lines) else ""

    # -- its code runs from here on ---------------------------------------------------------------

    def start(self) -> dict[str, object]:
        """Run the module; return {"ok": true}, {"error": failure} or {"ce": text}."""
        assert self.code is not None
        wanted = offered.referenced(self.code)
        self._offered = offered.provide(wanted, self.spec["forbid"])
        self._offered.setdefault("TreeNode", TreeNode)
        self._offered.setdefault("ListNode", ListNode)
        try:
            self.fresh()
        except BaseException as error:
            failure = trace.describe(error, self)
            if failure["type"] == "ModuleNotFoundError":
                failure["text"] = f"{failure['text']} ({offered.packages_words(self.spec['packages'])})"
            return {"error": failure}
        try:
            missing = self._missing()
            if self._probe is not None and not missing:
                self.fresh()  # the instance may have left traces
        except BaseException as error:  # a metaclass or descriptor of the submission's own
            return {"error": trace.describe(error, self)}
        return {"ce": missing} if missing else {"ok": True}

    def fresh(self) -> None:
        """Run the module's code in a new namespace; later calls see only that one."""
        assert self.code is not None
        module = ModuleType(MODULE)
        space = module.__dict__
        space.update(self._offered)
        space["__builtins__"] = builtins
        space["__file__"] = trace.FILE_NAME
        sys.modules[MODULE] = module  # dataclasses and typing look a class's module up there
        if self._uses_random:
            import random  # noqa: F401 - what the module itself draws must repeat itself too

            self.reseed(self.spec.get("chance", MODULE_SEED))
        exec(self.code, space)
        if self._adapter is not None:
            exec(self._adapter, space)
        self.module = module
        self.entry = space.get(self.spec["class"], object)
        self.tree = _usable_node(space.get("TreeNode"), TreeNode, ("val", "left", "right"))
        self.linked = _usable_node(space.get("ListNode"), ListNode, ("val", "next"))

    def restart(self) -> Value | None:
        """Run the module anew; return a trace when that raises."""
        try:
            self.fresh()
        except BaseException as error:
            return trace.raised([], error, self)
        return None

    def instances(self) -> dict[int, object]:
        """Return the table of instances for one case; functions of the module are called on index 0."""
        if self.spec["class"] and not self.spec["adapter"]:
            return {}
        return {0: self.module}

    def reseed(self, seed: int) -> None:
        """Make `random` repeat itself, so that judging the same file gives the same verdict."""
        module = sys.modules.get("random") if self._uses_random else None
        if module is not None:
            try:
                module.seed(seed)
            except BaseException:  # the submission patched it: its own affair
                pass

    # -- what the problem requires ----------------------------------------------------------------

    def _missing(self) -> str:
        """Return what is missing, in one line, or nothing."""
        space = self.module.__dict__
        name = self.spec["class"]
        if not name:
            for method, count, _ in self._required():
                if not callable(space.get(method)):
                    return self._lacks(f"function {method}", method, FunctionType, count)
                problem = _mismatch(space[method], count, 0)
                if problem:
                    return f"{method} {problem}"
            return ""
        entry = space.get(name)
        if not isinstance(entry, type):
            if entry is None:
                return self._lacks(f"class {name}", name, type)
            return f"{name} is not a class"
        problem = _constructor_mismatch(entry, self.spec["init"])
        if problem:
            return f"{name}.__init__ {problem}"
        for method, count, _ in self._required():
            found = _look_up(entry, method)
            if found is None:
                if _makes_methods(entry, method) or self._instance_has(entry, method):
                    continue
                defined = {d for base in type.__getattribute__(entry, "__mro__")[:-1] for d in base.__dict__}
                return _missing_words(f"method {name}.{method}", method, defined, count)
            problem = _mismatch(found, count, 1)
            if problem:
                return f"{name}.{method} {problem}"
        return ""

    def _lacks(self, what: str, name: str, kind: type, count: int | None = None) -> str:
        """Say that the module lacks something, and what the source itself defines of that kind instead."""
        assert self.code is not None
        space, own = self.module.__dict__, {*self.code.co_names} - {*self._offered}
        own = {defined for defined in own if isinstance(space.get(defined), kind)}
        return _missing_words(what, name, own, count)

    def _instance_has(self, entry: type, method: str) -> bool:
        """Has an instance the method that its class has not? One is made with a 1 for each argument."""
        if self._probe is None:
            try:
                self._probe = entry(*[1] * self.spec["init"])
            except Exception:
                self._probe = entry  # which has it not
        return callable(getattr(self._probe, method, None))

    def _required(self) -> list:  # type: ignore[type-arg]
        return self.spec.get("required", self.spec["methods"])  # type: ignore[no-any-return]


BOM = b"\xef\xbb\xbf"
"""What some editors put before UTF-8."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""What Windows shells put before what is redirected to a file; without it every other byte is null."""


def declared_encoding(source: bytes) -> str:
    """Return the encoding that one of the first two lines declares, as PEP 263 reads them; else empty."""
    for row in source.split(b"\n", 2)[:2]:
        at = row.find(b"coding") if row.lstrip(b" \t\f").startswith(b"#") else -1
        while at >= 0:
            mark, rest = row[at + 6 : at + 7], row[at + 7 :].lstrip(b" \t")
            length = next((i for i, c in enumerate(rest) if not (chr(c).isalnum() or c in b"-_.")), len(rest))
            if mark in (b":", b"=") and length:
                return rest[:length].decode("ascii", "replace")
            at = row.find(b"coding", at + 1)
    return ""


def decode(source: bytes) -> str:
    """Return the source as text, as its own encoding declaration says, for showing lines."""
    source = source.removeprefix(BOM)  # Python's own codec for it is one more import in every box
    try:
        return source.decode(declared_encoding(source) or "utf-8", "replace")
    except LookupError:
        return source.decode("utf-8", "replace")


def _usable_node(found: object, ours: type, fields: tuple[str, ...]) -> type:
    """Return the submission's own node class where it can be built as the statement's can."""
    if not isinstance(found, type) or found is ours:
        return ours
    try:
        node = found(1)
        return found if all(hasattr(node, name) for name in fields) else ours
    except BaseException:
        return ours


def _missing_words(what: str, name: str, defined: set[str], count: int | None) -> str:
    """Say that `what` is missing, how it is called, and which defined name was probably meant."""
    from difflib import get_close_matches

    words = f"{what} is missing"
    if count is not None:
        words += f": it is called with {count} argument{'' if count == 1 else 's'}"
    names = sorted(other for other in defined if type(other) is str and len(other) < 80 and other[:2] != "__")
    spelt = {other.lower().replace("_", ""): other for other in names[:500]}  # it may define thousands
    near = get_close_matches(name.lower().replace("_", ""), spelt, 1, 0.75)
    return f"{words}; did you mean it by {spelt[near[0]]}?" if near else words


def _look_up(entry: type, name: str) -> object:
    for base in type.__getattribute__(entry, "__mro__"):
        if name in base.__dict__:
            return base.__dict__[name]
    return getattr(entry, name, None)


def _makes_methods(entry: type, method: str) -> bool:
    """May an instance have a method that its class has not: bound in __init__, or by __getattr__?"""
    makers = [_look_up(entry, name) for name in ("__getattr__", "__getattribute__")]
    if any(maker not in (None, object.__getattribute__) for maker in makers):
        return True
    begin = _look_up(entry, "__init__")
    return isinstance(begin, FunctionType) and method in begin.__code__.co_names


def _constructor_mismatch(entry: type, count: int) -> str:
    if _look_up(type(entry), "__call__") is not type.__dict__["__call__"]:
        return ""  # a metaclass makes the instances, and may do anything with the arguments
    found = _look_up(entry, "__init__")
    if found is object.__init__:
        if count and _look_up(entry, "__new__") is object.__new__:
            return f"is missing: the constructor is called with {count} argument{'' if count == 1 else 's'}"
        return ""
    return _mismatch(found, count, 1)


def _mismatch(found: object, count: int, implicit: int) -> str:
    """Return how a function's parameters do not take `count` positional arguments, or nothing."""
    if isinstance(found, staticmethod):
        found, implicit = found.__func__, 0
    elif isinstance(found, classmethod):
        found = found.__func__
    if not isinstance(found, FunctionType):
        return "" if callable(found) or hasattr(found, "__get__") else "cannot be called"
    code = found.__code__
    most = code.co_argcount - implicit
    least = most - len(found.__defaults__ or ())
    if code.co_argcount < implicit and not code.co_flags & 4:  # CO_VARARGS
        return "takes no self"
    keyword_only = code.co_kwonlyargcount - len(found.__kwdefaults__ or {})
    if keyword_only > 0:
        return "has a required keyword-only parameter, which the judge does not pass"
    if count < least or (count > most and not code.co_flags & 4):
        has = f"{least}" if least == most else f"{least} to {most}"
        return f"takes {has} argument{'' if has == '1' else 's'}, the problem calls it with {count}"
    return ""
