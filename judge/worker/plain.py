"""The fast path: a loop over a case's calls that is written for one problem's methods.

Going through `getattr(instance, name)(*args)` costs more than what most of these calls do. Where the call
stands in the source, as `instance.push(a0)`, the interpreter sees a call of one kind again and again, and
runs it in the same evaluation loop: 49,000 calls of min-stack take 30 ms, not 44.
"""

from __future__ import annotations

from judge.wire.values import SCALARS, encode_value

TYPE_CHECKING = False
if TYPE_CHECKING:  # nothing more for a zygote to import
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    Loop = Callable[[Iterable[tuple[int, int, Any]], dict[int, object], type, Callable[[object], None]], None]
    """loop(calls, instances, entry, keep): makes instances, keeps the form of each result as it is known.
    Whatever a call raises comes through."""


def make_loop(methods: Sequence[tuple[str, int, str]]) -> Loop:
    """Return the loop for methods of `(name, number of parameters, kind)`.

    Arguments must be as many as there are parameters, and need no decoding.
    """
    lines = ["def loop(calls, instances, entry, keep):", " for target, method, args in calls:"]
    branch = "if"
    for index, (name, count, kind) in enumerate(methods):
        given = "".join(f"a{at}, " for at in range(count))
        lines.append(f"  {branch} method == {index}:")
        if given:
            lines.append(f"   {given}= args")
        call = f"instances[target].{name}({given})"
        if kind == "void":
            lines += [f"   {call}", "   keep(None)"]
        else:
            kept = "value if type(value) in SCALARS else encode_value(value)"
            lines += [f"   value = {call}", f"   keep({kept})"]
        branch = "elif"
    last = "else" if methods else "if True"  # a class that can only be made
    lines += [f"  {last}:", "   instances[target] = entry(*args)", "   keep(None)"]
    space: dict[str, Any] = {"SCALARS": SCALARS, "encode_value": encode_value}
    exec(compile("\n".join(lines), __file__, "exec"), space)
    loop: Loop = space["loop"]
    return loop
