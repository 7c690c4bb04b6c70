"""Which builtin functions, types and methods have which cost model."""

from __future__ import annotations

import bisect
import copy
import functools
import heapq
import itertools
import math
import operator
import statistics
from array import array
from collections import Counter, OrderedDict, defaultdict, deque
from types import FunctionType
from typing import Any

from judge.worker import method_models, models
from judge.worker.builtin_facts import FLAT, SIZED
from judge.worker.models import Model

FUNCTIONS: dict[Any, Model] = {}
METHODS: dict[tuple[type, str], Model] = {}


HANDS_OUT = frozenset(
    {"__next__", "send", "throw", "get", "get_nowait", "popitem", "pop", "setdefault", "result"}
)
"""Methods in C that return what was there before."""


def _table() -> None:
    walks = (list, tuple, set, frozenset, dict, deque, Counter, OrderedDict, bytes, bytearray, array)
    for drains in (*walks, math.prod, math.fsum):
        FUNCTIONS[drains] = models.drains
    for keyed in (min, max):
        FUNCTIONS[keyed] = models.drains_keyed
    for early in (any, all):
        FUNCTIONS[early] = models.stops_early
    FUNCTIONS.update(
        {
            sum: models.sums,
            sorted: models.sorts,
            map: models.maps,
            filter: models.maps,
            functools.reduce: models.reduces,
            itertools.islice: models.slices_lazily,
            next: models.advances,
            str: models.makes_text,
            repr: models.makes_text,
            bin: models.makes_text,
            int: models.reads_number,
            float: models.reads_number,
            hash: models.hashes,
            print: models.prints,
            copy.copy: models.walks_arguments,
            math.gcd: models.walks_arguments,
            math.dist: models.walks_arguments,
            statistics.median: models.medians,
            statistics.median_low: models.medians,
            statistics.median_high: models.medians,
            heapq.heapify: models.heapifies,
            heapq.nlargest: models.selects,
            heapq.nsmallest: models.selects,
            bisect.bisect: models.bisects,
            bisect.bisect_left: models.bisects,
            bisect.bisect_right: models.bisects,
            bisect.insort: models.insorts,
            bisect.insort_left: models.insorts,
            bisect.insort_right: models.insorts,
            operator.countOf: method_models.counts_of,
            operator.indexOf: method_models.finds_of,
            operator.contains: method_models.contains,
            operator.getitem: method_models.gets_item,
            operator.delitem: method_models.deletes_item,
        }
    )
    for comparison in method_models.COMPARISONS:
        FUNCTIONS[comparison] = method_models.compares
    for combination in method_models.COMBINATIONS:
        FUNCTIONS[combination] = method_models.combines
    for sift in (heapq.heappush, heapq.heappop, heapq.heapreplace, heapq.heappushpop):
        FUNCTIONS[sift] = models.sifts
    per_type: dict[type, dict[str, Model]] = {
        list: {
            **dict.fromkeys(("remove", "count", "copy", "clear", "reverse"), method_models.owner_length),
            "insert": method_models.inserts,
            "pop": method_models.pops,
            "index": method_models.finds,
            "extend": method_models.extends,
            "sort": method_models.sorts_in_place,
        },
        tuple: {"count": method_models.owner_length, "index": method_models.finds},
        deque: {
            **dict.fromkeys(("count", "copy", "clear", "reverse"), method_models.owner_length),
            "remove": method_models.deque_removes,
            "insert": method_models.deque_inserts,
            "index": method_models.finds,
            "extend": method_models.extends,
            "extendleft": method_models.extends,
            "rotate": method_models.rotates,
        },
        dict: {
            "copy": method_models.owner_length,
            "clear": method_models.owner_length,
            "update": method_models.extends,
        },
        set: {
            **dict.fromkeys(("union", "symmetric_difference", "difference"), method_models.set_walks_both),
            "issubset": method_models.set_is_tested,
            "issuperset": method_models.set_tests_all,
            "intersection": method_models.set_intersects,
            "isdisjoint": method_models.set_intersects,
            "intersection_update": method_models.set_walks_both,
            "update": method_models.extends,
            "difference_update": method_models.extends,
            "symmetric_difference_update": method_models.extends,
            "copy": method_models.owner_length,
            "clear": method_models.owner_length,
            "pop": method_models.set_pops,
        },
        str: {
            **dict.fromkeys(
                (
                    *("split", "rsplit", "splitlines", "partition", "rpartition", "replace"),
                    *("lower", "upper", "title", "capitalize", "swapcase", "casefold"),
                    *("translate", "encode", "format", "strip", "lstrip", "rstrip", "zfill"),
                    *("ljust", "rjust", "center", "isdigit", "isalpha", "isalnum", "isspace"),
                    *("islower", "isupper", "isnumeric", "isdecimal", "expandtabs"),
                ),
                method_models.text_walks,
            ),
            **dict.fromkeys(("find", "index", "rfind", "rindex"), method_models.text_finds),
            "count": method_models.text_counts,
            "startswith": method_models.text_compares,
            "endswith": method_models.text_compares,
            "join": method_models.joins,
        },
    }
    for kind, by_name in per_type.items():
        for name, model in by_name.items():
            METHODS[kind, name] = model
    for same, base in (
        (OrderedDict, dict),
        (defaultdict, dict),
        (Counter, dict),
        (frozenset, set),
        (bytes, str),
        (bytearray, list),
        (array, list),
    ):
        for name, model in per_type[base].items():
            METHODS[same, name] = model
    METHODS[type, "fromkeys"] = models.drains  # of the class itself
    METHODS[bytes, "decode"] = method_models.text_walks
    for name in ("find", "index", "rfind", "rindex"):
        METHODS[bytearray, name] = method_models.text_finds
    METHODS[bytearray, "count"] = method_models.text_counts
    METHODS[Counter, "most_common"] = method_models.most_common
    METHODS[Counter, "update"] = method_models.extends
    for (kind, name), model in METHODS.items():
        if type(getattr(kind, name, None)) is FunctionType:  # Counter.most_common(counts): written in Python
            FUNCTIONS[getattr(kind, name)] = models.unbound(model)


_table()


def method_model(owner: Any, name: str) -> Model | None:
    """Return the model of a builtin method of `owner`, looked up along its base classes."""
    kind = type(owner)
    found = METHODS.get((kind, name))
    if found is None and kind in FLAT:
        return method_models.makes
    if found is not None or kind in SIZED:
        return found
    if kind.__name__ in ("Pattern", "Match"):
        return method_models.scans_text_arguments
    for base in kind.__mro__[1:]:
        found = METHODS.get((base, name))
        if found is not None:
            return found
    return None if name in HANDS_OUT else method_models.makes
