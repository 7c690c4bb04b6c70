"""What crosses the wall of the sandbox: frames, values, cases and traces. Standard library only.

The worker inside the sandbox and the judge outside share this room and nothing else.

    frame   4 bytes, the length of the body, big-endian; then the body
    judge -> worker   the body is `marshal` (version 2) of one message: the judge is trusted
    worker -> judge   the body is UTF-8 JSON text: the worker is not. Nothing is unpickled, sizes and
                      depths are capped, and values are rebuilt as exact built-in types

    values.py   the value codec        nodes.py   trees, linked lists and arrays as values
    frames.py   bodies and headers     cases.py   what is sent and what comes back
"""

from __future__ import annotations

from judge.wire.cases import Case, Failure, Trace, read_trace
from judge.wire.errors import WireError
from judge.wire.frames import (
    HEADER_BYTES,
    MAX_FRAME_BYTES,
    frame,
    from_json,
    from_message,
    to_json,
    to_message,
)
from judge.wire.nodes import Linked, ListNode, NDArray, NodeIndex, Opaque, Tree, TreeNode, Value
from judge.wire.values import SCALARS, decode_value, encode_value

__all__ = [
    "HEADER_BYTES",
    "MAX_FRAME_BYTES",
    "SCALARS",
    "Case",
    "Failure",
    "Linked",
    "ListNode",
    "NDArray",
    "NodeIndex",
    "Opaque",
    "Trace",
    "Tree",
    "TreeNode",
    "Value",
    "WireError",
    "decode_value",
    "encode_value",
    "frame",
    "from_json",
    "from_message",
    "read_trace",
    "to_json",
    "to_message",
]
