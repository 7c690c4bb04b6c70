"""The value codec: what crosses comes back the same, and what a worker invents is refused, never rebuilt."""

from __future__ import annotations

import functools
import marshal
import math
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.wire.cases import Case, from_cases_message, read_trace, to_cases_message
from judge.wire.errors import WireError
from judge.wire.frames import from_message, to_message
from judge.wire.nodes import Linked, ListNode, NodeIndex, Opaque, Tree, TreeNode
from judge.wire.packed import from_line, to_line
from judge.wire.values import MAX_NESTING, decode_value, encode_value

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=20),
    st.binary(max_size=9),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=4),
        st.sets(st.integers(), max_size=4),
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(VALUES)
def test_value_comes_back_the_same(value: object) -> None:
    """Encoding, a line and decoding together change neither value nor type."""
    back = decode_value(from_line(to_line(encode_value(value))))
    assert repr(back) == repr(value) or back == value
    assert type(back) is type(value)


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_same_value_has_the_same_text(value: object) -> None:
    """Equal texts are how right answers are recognised, so a value has one text."""
    form = encode_value(value)
    assert to_line(form) == to_line(encode_value(decode_value(form)))


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_message_to_the_worker_comes_back(value: object) -> None:
    """What the judge sends is read as it was written."""
    form = encode_value(value)
    assert repr(from_message(to_message(("cases", form)))) == repr(("cases", form))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255), st.tuples(st.integers())))))
def test_cases_come_back(calls: list[list[tuple[int, int, tuple[int]]]]) -> None:
    """Cases are read from a message as they were put in, however many instances they have."""
    cases = [Case(0, seed, tuple(each)) for seed, each in enumerate(calls)]
    assert from_cases_message(to_cases_message(cases)) == cases


@pytest.mark.parametrize(
    "value",
    [
        Tree([]),
        Tree([1, None, 2, 3]),
        Tree([0, [1], "x"]),
        Linked([1, 2, 3]),
        Linked([1, 2, 3], 1),
        NodeIndex(3),
        1 << 20_000,
        -(1 << 20_000),
        float("inf"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_special_value_comes_back(value: object) -> None:
    """Trees, lists with cycles, node indices and huge integers cross."""
    assert decode_value(from_line(to_line(encode_value(value)))) == value


def test_nodes_become_plain_values() -> None:
    """Nodes that a submission built arrive as trees and linked lists, cycles included."""
    head = ListNode(1, ListNode(2))
    head.next.next = head
    assert decode_value(encode_value(head)) == Linked([1, 2], 0)
    assert decode_value(encode_value(TreeNode(1, None, TreeNode(2)))) == Tree([1, None, 2])


def test_list_nested_very_deep_crosses() -> None:
    """Nesting beyond what recursion allows travels in postfix."""
    nested: list[object] = []
    for _ in range(50_000):
        nested = [nested]
    back, depth = decode_value(from_line(to_line(encode_value(nested)))), 0
    while back:
        assert isinstance(back, list)
        back, depth = back[0], depth + 1
    assert depth == 50_000


def test_the_name_of_what_is_opaque_steers_nothing() -> None:
    """A type's name becomes part of a message of one line, and of code to paste."""
    named = type("a\rb\u2028c\x1b[31m", (), {})()
    found = decode_value(encode_value(named))
    assert isinstance(found, Opaque)
    assert found.text == "a b c\\x1b[31m"


@pytest.mark.parametrize("kind", ["set", "dict"])
def test_keys_that_collide_are_refused(kind: str) -> None:
    """A worker may send them; a set of theirs would take the judge minutes."""
    keys = [k * (2**61 - 1) for k in range(1, 100_000)]
    form = {"$": kind, "v": keys if kind == "set" else [[key, 0] for key in keys]}
    began = time.thread_time()
    with pytest.raises(WireError, match="collide"):
        decode_value(form)
    assert time.thread_time() - began < 3.0
    few = {k * (2**61 - 1) for k in range(1, 100)} | set(range(10_000))
    assert decode_value(encode_value(few)) == few


def test_a_list_inside_itself_is_found_at_once() -> None:
    """It is not followed as deep as lists may be; the same list twice, side by side, is no cycle."""
    cycle: list[object] = []
    cycle.append([1, cycle])
    found = decode_value(encode_value(cycle))
    assert isinstance(found, Opaque) and found.text == "list inside itself"
    twice: list[object] = [7]
    for _ in range(MAX_NESTING + 50):
        twice = [twice]
    both = [twice, twice]
    assert decode_value(encode_value(both)) == both


def test_what_may_not_cross_is_opaque() -> None:
    """Objects, functions and cycles arrive as the name of what they are, equal to nothing."""
    loop: list[object] = []
    loop.append(loop)
    for strange in (object(), len, loop, lambda: 0):
        assert isinstance(decode_value(encode_value(strange)), Opaque)


def test_subclass_is_reduced_to_its_base() -> None:
    """A subclass cannot bring its own equality along."""

    class Equal(int):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = int.__hash__

    back = decode_value(encode_value(Equal(3)))
    assert type(back) is int
    assert back == 3


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"$": "tuple"},
        {"$": "nothing", "v": []},
        {"$": "tuple", "v": 3},
        {"$": "dict", "v": [[1]]},
        {"$": "dict", "v": [[[], 1]]},
        {"$": "set", "v": [[1]]},
        {"$": "int", "v": "zz"},
        {"$": "bytes", "v": "0g"},
        {"$": "tree", "v": [None, [1]]},
        {"$": "tree", "v": [1]},
        {"$": "linked", "v": [1], "cycle": 7},
        {"$": "linked", "v": [1]},
        {"$": "node", "v": "x"},
        {"$": "node", "v": float("inf")},
        {"$": "linked", "v": [1], "cycle": float("nan")},
        functools.reduce(lambda inside, _: [inside], range(5_000), 0),
        {"$": "deep", "v": [3]},
        {"$": "deep", "v": [[1], [2]]},
        {"$": "deep", "v": [[1], -1]},
        {"$": "ndarray", "v": [1], "dtype": "int", "shape": None},
        {"$": ["tuple"], "v": []},
    ],
    ids=lambda form: str(form)[:40] if isinstance(form, dict) else "nested",
)
def test_invented_form_is_refused(form: object) -> None:
    """A form that the judge's own encoder never writes is an error, not a value."""
    with pytest.raises(WireError):
        decode_value(form)


@pytest.mark.parametrize(
    "form",
    [3, "x", None, {}, {"r": 3}, {"r": [], "out": 10**5_000}, {"r": [], "out": []}, {"r": [], "x": 3}, {"r": [], "x": {}}, {"r": [{"$": 1}]},
     {"r": [], "x": {"type": "", "text": "", "line": math.inf, "source": "", "frames": []}}],
    ids=lambda form: format(form)[:40] if not isinstance(form, dict) or "out" not in form else "out",
)  # fmt: skip
def test_form_that_is_no_trace_is_refused(form: object) -> None:
    """Whatever form stands in a reply, reading it either gives a trace or raises WireError."""
    with pytest.raises(WireError):
        read_trace(to_line(form))


ONE_IN_EACH = b"[\x01\0\0\0"


@pytest.mark.parametrize(
    "data",
    [b"", b"N", b"NN", b"0", b"[", b"[\x01\0\0\0", b"[\x02\0\0\0N", b"[\xff\xff\xff\xff", b"[\xff\xff\xff\x7f",
     b"{", b"{N", b"{N0", b"{[\0\0\0\0N0", b"{i\1\0\0\0N0", b"[\x01\0\0\x000", b"i\0\0", b"g\0\0", b"u\x05\0\0\0abc", b"u\xff\xff\xff\xff",
     b"l\xff\xff\xff\x7f", b"l\0\0\0\x80", b"(\0\0\0\0", b"c", b"R\0\0\0\0", b"s\x01\0\0\0a", b"u\x01\0\0\0\xff",
     ONE_IN_EACH * 5_000 + b"N", ONE_IN_EACH * 200_000],
    ids=lambda data: data[:12].hex(),
)  # fmt: skip
def test_hostile_line_is_refused(data: bytes) -> None:
    """Whatever bytes stand in a reply, reading them either gives a trace or raises WireError."""
    with pytest.raises(WireError):
        read_trace(data.hex().encode())


@pytest.mark.parametrize("line", [b"{}", b"[]", b"null", b"\xff", b"5b0", b"5b 00", "é".encode()])
def test_line_in_another_notation_is_refused(line: bytes) -> None:
    """A line is digits."""
    with pytest.raises(WireError):
        read_trace(line)


FORMS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None)
@given(FORMS)
def test_forms_are_read_as_marshal_reads_them(form: object) -> None:
    """Our own reader, which strangers' bytes need, agrees with the one that they must not reach."""
    line = to_line(form)
    assert repr(from_line(line)) == repr(marshal.loads(bytes.fromhex(line.decode()))) == repr(form)


@settings(max_examples=500, deadline=None)
@given(FORMS, st.data())
def test_a_line_that_was_changed_is_read_or_refused(form: object, data: st.DataObject) -> None:
    """No byte in it makes reading do anything else than give a form or raise WireError."""
    packed = bytearray.fromhex(to_line(form).decode())
    for _ in range(data.draw(st.integers(1, 3))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    try:
        from_line(packed.hex().encode())
    except WireError:
        pass


def test_a_long_integer_is_read_in_linear_time() -> None:
    """A million digits of marshal's, 15 bits each."""
    value = -(7**5_000_000)
    began = time.thread_time()
    assert from_line(to_line(value)) == value
    assert time.thread_time() - began < 5


def test_an_interned_text_has_the_same_line() -> None:
    """Where a text comes from must not show."""
    made = "".join(["get", "Min"])
    assert to_line([made, made]) == to_line([sys.intern("getMin"), "".join(["get", "Min"])])


@pytest.mark.parametrize("line", [-1, 10**9, 10**4000, "-3"])
def test_a_line_that_no_source_has_is_none(line: object) -> None:
    """A report with a line below 0 is no report; one number must not take a class's away."""
    form = {"type": "E", "text": "", "line": line, "source": "x", "frames": [[line, "f"]]}
    failure = read_trace(to_line({"r": [], "x": form})).failure
    assert (failure.line, failure.frames) == (0, ((0, "f"),))


def test_failure_text_cannot_steer_the_terminal() -> None:
    """Control characters of an exception's text are shown, not sent."""
    form = {"type": "E\x1b[2J", "text": "a\x07", "line": 1, "source": "x", "frames": []}
    failure = read_trace(to_line({"r": [], "x": form})).failure
    assert "\x1b" not in failure.type
    assert "\x07" not in failure.text
