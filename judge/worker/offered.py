"""The names that a submission finds without an import.

The well-known sites offer the usual modules and their public names. Loading them all at every start
would cost more than most judgings, so only the names that the compiled code refers to are provided.
"""

from __future__ import annotations

import builtins
from types import CodeType

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Collection

MODULES = (
    "collections", "heapq", "bisect", "math", "functools", "itertools", "typing",
    "random", "string", "re", "operator", "copy", "datetime", "sys", "os", "time", "json",
    "statistics", "decimal", "fractions", "array", "queue", "dataclasses", "enum", "abc", "inspect",
)  # fmt: skip
"""Modules that are there by name."""

STARRED = ("typing", "collections", "heapq", "bisect", "math", "functools", "itertools")
"""Modules whose public names are there too; the first that has a name wins, and no builtin is hidden."""

_EXTRA = {"dataclass": "dataclasses", "field": "dataclasses", "Enum": "enum", "deepcopy": "copy"}


def referenced(code: CodeType) -> set[str]:
    """Return every global name that the code, or code nested in it, may look up."""
    names: set[str] = set()
    pending = [code]
    while pending:
        here = pending.pop()
        names.update(here.co_names)
        pending.extend(item for item in here.co_consts if isinstance(item, CodeType))
    return names


def provide(wanted: set[str], forbid: Collection[str] = ()) -> dict[str, object]:
    """Return the offered names among those that are wanted; what may not be imported is not offered."""
    names = {name for name in wanted if not hasattr(builtins, name)}
    found: dict[str, object] = {}
    for name in MODULES:
        if name in names and name not in forbid:
            found[name] = __import__(name)
    left = names - found.keys()
    for name, module in _EXTRA.items():
        if name in left and not {module, f"{module}.{name}"} & set(forbid):
            found[name] = getattr(__import__(module), name)
    for module_name in STARRED:
        if module_name in forbid:
            continue
        here = (left - found.keys()) & _PUBLIC[module_name]
        here = {name for name in here if f"{module_name}.{name}" not in forbid}
        if not here:
            continue
        source = __import__(module_name)
        found.update((name, getattr(source, name)) for name in here if hasattr(source, name))
    return found


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Of typing without Counter, OrderedDict and ChainMap: who writes these means the ones of collections
_PUBLIC = {
    "typing": _names(
        """
        AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable
        AsyncIterator Awaitable BinaryIO ByteString Callable ClassVar Collection
        Concatenate Container ContextManager Coroutine DefaultDict Deque Dict Final
        ForwardRef FrozenSet Generator Generic Hashable IO ItemsView Iterable Iterator KeysView List
        Literal LiteralString Mapping MappingView Match MutableMapping MutableSequence MutableSet
        NamedTuple Never NewType NoDefault NoReturn NotRequired Optional ParamSpec
        ParamSpecArgs ParamSpecKwargs Pattern Protocol ReadOnly Required Reversible Self Sequence
        Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt
        SupportsRound TYPE_CHECKING Text TextIO Tuple Type TypeAlias TypeAliasType TypeGuard TypeIs
        TypeVar TypeVarTuple TypedDict Union Unpack ValuesView assert_never assert_type cast
        clear_overloads dataclass_transform final get_args get_origin get_overloads
        get_protocol_members get_type_hints is_protocol is_typeddict no_type_check
        no_type_check_decorator overload override reveal_type runtime_checkable
        """
    ),
    "collections": _names(
        """
        ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple
        """
    ),
    "heapq": _names(
        """
        _heapify_max _heappop_max _heapreplace_max heapify heappop heappush heappushpop heapreplace
        merge nlargest nsmallest
        """
    ),
    "bisect": _names(
        """
        bisect bisect_left bisect_right insort insort_left insort_right
        """
    ),
    "math": _names(
        """
        acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf
        erfc exp exp2 expm1 fabs factorial floor fma fmod frexp fsum gamma gcd hypot inf isclose
        isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi
        prod radians remainder sin sinh sqrt sumprod tan tanh tau trunc ulp
        """
    ),
    "functools": _names(
        """
        WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key lru_cache partial
        partialmethod reduce singledispatch singledispatchmethod total_ordering update_wrapper wraps
        """
    ),
    "itertools": _names(
        """
        accumulate batched chain combinations combinations_with_replacement compress count cycle
        dropwhile filterfalse groupby islice pairwise permutations product repeat starmap takewhile
        tee zip_longest
        """
    ),
}


def packages_words(packages: list[str]) -> str:
    """Say what can be imported here."""
    if not packages:
        return "this problem offers Python's standard library only"
    return f"this problem offers the standard library and {', '.join(packages)}"
