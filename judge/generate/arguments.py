"""Are these the arguments that a signature asks for? Asked of what people write as examples."""

from __future__ import annotations

from collections.abc import Sequence

from judge.spec.problem import Parameter
from judge.wire.nodes import Linked, Tree, Value

_TYPES: dict[str, type | tuple[type, ...]] = {
    "int": int,
    "float": (int, float),
    "str": str,
    "bool": bool,
    "list": list,
    "dict": dict,
    "TreeNode": Tree,
    "ListNode": Linked,
}
_WRITTEN = {"TreeNode": "tree([...])", "ListNode": "linked([...])"}
"""How an example writes what is not built in."""


def misfit(parameters: Sequence[Parameter], args: Sequence[Value]) -> str:
    """Return why these cannot be the arguments, to be read after the function's name; "" where they can."""
    if len(args) != len(parameters):
        names = ", ".join(parameter.name for parameter in parameters)
        return f"({names}): wrong number of arguments ({len(args)})"
    for parameter, value in zip(parameters, args, strict=True):
        if not _fits(value, parameter.type):
            return f": {parameter.name} must be {_WRITTEN.get(parameter.type, parameter.type)}"
    return ""


def _fits(value: Value, words: str) -> bool:
    """Is this a value of the type? True where its notation is not one of the above."""
    name, bracket, rest = words.partition("[")
    if name not in _TYPES or (bracket and not (rest.endswith("]") and name in ("list", "dict"))):
        return True
    if not isinstance(value, _TYPES[name]):
        return False
    inside = rest[:-1]
    if bracket and isinstance(value, list):
        return all(_fits(item, inside) for item in value)
    if bracket and isinstance(value, dict):
        key_type, _, item_type = inside.partition(", ")
        return all(_fits(key, key_type) and _fits(item, item_type) for key, item in value.items())
    return True
