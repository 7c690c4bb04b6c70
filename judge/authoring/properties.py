"""What is tested: the declarations that a problem's tests.py makes.

    from judge.authoring import ClassTests, values

    class Model:
        '''The stack as a list; the minimum by looking at everything.'''
        def __init__(self): self.items = []
        def push(self, val): self.items.append(val)
        def pop(self): self.items.pop()
        def getMin(self): return min(self.items)

    tests = ClassTests(
        model=Model,
        arguments={"push": lambda: values()},
        allowed=lambda model, method, args: method == "push" or bool(model.items),
        grow=("push",), drain=("pop",),
    )

    @tests.scenario("equal minima are counted one by one")
    def equal_minima(draw):
        value = draw(values())
        return [("push", value), ("push", value), ("pop",), ("getMin",)]

Strategies are made inside functions, so that importing tests.py does not load Hypothesis.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from judge.authoring.checkers import Checker, exact
from judge.wire.nodes import Value

Draw = Callable[[Any], Any]
"""Draws one value from a Hypothesis strategy."""

RawCall = tuple[Any, ...]
"""A call as authors write it: ("push", 3); for the second instance ("b.push", 3)."""

Check = Callable[[Sequence[RawCall], Sequence[Value]], str]
"""Looks at all the calls and all their results at once; returns "" or a reason."""


@dataclass(frozen=True, slots=True)
class Property:
    """A named hidden test."""

    name: str
    words: str
    """What it asks, in public words: shown to the contestant when it fails."""
    share: float
    """Its part of the cases, relative to the other properties of the problem."""
    draw: Callable[[Draw], list[RawCall]] | None
    """Makes the calls of one case; None for the sequences that the judge generates itself."""
    instances: int = 1
    ladder: str = "mixed"
    """Sizes of generated sequences: `mixed` or `deep`."""
    check: Check | None = None
    """Replaces the comparison with the model, call by call."""


def _always(model: Any, method: str, args: tuple[Value, ...]) -> bool:
    return True


@dataclass
class ClassTests:
    """Tests of a class problem: random sequences of calls against a model that is obviously right."""

    model: Callable[..., Any]
    """Called with the constructor's arguments; has a method for each of the problem's."""
    arguments: Mapping[str, Callable[[], Any]] = field(default_factory=dict)
    """For each method with parameters (and `__init__`): a function that returns the strategy of its one
    argument, or of the tuple of its arguments where it has several."""
    allowed: Callable[[Any, str, tuple[Value, ...]], bool] = _always
    """May this call be made now? Called with the model before the call, or None for `__init__`. It also
    says which argument values are legal: shrinking asks it."""
    grow: tuple[str, ...] = ()
    """Methods that make the structure larger."""
    drain: tuple[str, ...] = ()
    """Methods that make it smaller."""
    checkers: Mapping[str, Checker] = field(default_factory=dict)
    """For methods whose answer need not be exactly the model's."""
    adapter: str = ""
    """Source that runs beside the submission and turns plain calls into what it needs."""
    adapted: Mapping[str, int] = field(default_factory=dict)
    """The adapter's functions by name, with their number of arguments, where it has any."""
    sequences: bool = True
    """Generate sequences of calls; switch off where scenarios say everything."""
    share: float = 1.0
    properties: list[Property] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.sequences:
            self.properties += [
                Property(
                    "sequence", "a sequence of calls answers as the statement says", 7 * self.share, None
                ),
                Property(
                    "two instances",
                    "two instances used in turn do not disturb each other",
                    1.5 * self.share,
                    None,
                    instances=2,
                ),
                Property(
                    "deep",
                    "a long sequence of calls on a large structure",
                    0.12 * self.share,
                    None,
                    ladder="deep",
                ),
            ]

    def scenario(
        self, words: str, share: float = 0.5, check: Check | None = None
    ) -> Callable[[Callable[[Draw], list[RawCall]]], Callable[[Draw], list[RawCall]]]:
        """Declare an extra property: the function draws one sequence of calls.

        Calls that `allowed` forbids are dropped. A first call to `__init__` gives the constructor's
        arguments; without it they are drawn.
        """

        def register(function: Callable[[Draw], list[RawCall]]) -> Callable[[Draw], list[RawCall]]:
            name = function.__name__.replace("_", " ")
            self.properties.append(Property(name, words, share, function, check=check))
            return function

        return register

    def checker(self, method: str) -> Checker:
        return self.checkers.get(method, exact)


@dataclass
class FunctionTests:
    """Tests of a function problem: arguments from strategies, answers from a model."""

    model: Callable[..., Any] | Mapping[str, Callable[..., Any]]
    """The obviously right answer, or one for each function by name. Gets plain values: `Tree` for a tree."""
    valid: Callable[..., bool] | None = None
    """The validator: is this input legal? Called with the arguments (and, where there are several
    functions, with the function's name first). Every generated and every shrunk case passes it."""
    checkers: Mapping[str, Checker] = field(default_factory=dict)
    checker_for_all: Checker = exact
    unchanged: bool = False
    """Arguments must not be changed by the call."""
    adapter: str = ""
    """Source that runs beside the submission and turns plain calls into what it needs."""
    adapted: Mapping[str, int] = field(default_factory=dict)
    """The adapter's functions by name, with their number of arguments, where it has any."""
    properties: list[Property] = field(default_factory=list)

    def property(
        self, words: str, share: float = 1.0, function: str = "", name: str = ""
    ) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
        """Declare a property: the decorated function returns the strategy of the arguments.

        The strategy makes the one argument, or the tuple of the arguments where there are several.
        `function` names which of the problem's functions is called, where it has more than one; `name` is the
        property's, where that is not the decorated function's.
        """

        def register(make: Callable[[], Any]) -> Callable[[], Any]:
            called = name or make.__name__.replace("_", " ")
            kept: list[Any] = []

            def draw(take: Draw) -> list[RawCall]:
                if not kept:
                    kept.append(make())
                return [(function, take(kept[0]))]

            self.properties.append(Property(called, words, share, draw))
            return make

        return register

    def relation(
        self, words: str, check: Check | None = None, share: float = 0.5
    ) -> Callable[[Callable[[Draw], list[RawCall]]], Callable[[Draw], list[RawCall]]]:
        """Declare a property over several calls: the function draws the calls, `check` sees all results.

        Without `check` each result is compared with the model's. Calls are `(function, *args)`.
        """

        def register(function: Callable[[Draw], list[RawCall]]) -> Callable[[Draw], list[RawCall]]:
            name = function.__name__.replace("_", " ")
            self.properties.append(Property(name, words, share, function, check=check))
            return function

        return register

    def checker(self, method: str) -> Checker:
        return self.checkers.get(method, self.checker_for_all)


Tests = ClassTests | FunctionTests
