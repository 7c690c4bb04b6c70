"""Hidden tests of flatten-nested-list. Nothing here recurses: lists are up to 100,000 deep."""

from judge.authoring import FunctionTests, integers, nested_lists, st

OBSERVER = """
def observe_two(first, second):
    flat = [flatten(first), flatten(second)]
    seen = [list(one) for one in flat]
    for one in flat:
        one += ("mine",)  # in place: whoever shares the list sees it
    return [*seen, flatten(first), flatten(second)]
"""

DEPTHS = (100, 900, 1000, 1001, 1500, 3000)


def model(nested):
    """Always look at the first thing of what is left; `rest` holds it in reverse."""
    flat, rest = [], [nested]
    while rest:
        first = rest.pop()
        if isinstance(first, list):
            rest += reversed(first)
        else:
            flat.append(first)
    return flat


def valid(name, *args):
    return all(
        isinstance(nested, list) and all(type(item) in (int, str) for item in model(nested))
        for nested in args
    )


tests = FunctionTests(
    model={"flatten": model, "observe_two": lambda *two: [model(one) for one in two] * 2},
    valid=valid,
    unchanged=True,
    adapter=OBSERVER,
    adapted={"flatten": 1, "observe_two": 2},
)


def elements():
    words = st.one_of(
        st.sampled_from(("", "a", "ab", "[1, 2]", "list", "0")),
        st.text(alphabet=st.sampled_from("\n\t\0 ,;|'\"\\[]a0"), max_size=4),
    )
    return st.one_of(integers(-2, 9), integers(), words)


def nest(inner, depth, before=None, after=None, every=1):
    """Wrap `inner` in lists `depth` times, with elements beside it in every `every`-th of them."""
    for level in range(depth):
        here = level % every == 0
        inner = ([before] if here and before is not None else []) + [inner]
        if here and after is not None:
            inner.append(after)
    return inner


@tests.property("integers and strings come out in the order in which they are printed", share=4)
def any_nesting():
    return nested_lists(elements(), 40, 8)


@tests.property("small lists: empty ones, zeros, empty strings", share=2)
def small_lists():
    return nested_lists(st.sampled_from((0, "", 1, "ab")), 6, 3)


@tests.property("wide lists of short lists", share=0.5)
def wide_lists():
    short = st.lists(elements(), max_size=3)
    return st.lists(st.one_of(elements(), short), min_size=20, max_size=60)


@tests.property("lists as deep as Python's recursion limit, and a little deeper", share=0.3)
def deep_lists():
    side = st.one_of(st.none(), elements())
    every = st.sampled_from((1, 7, 50))
    return st.builds(nest, st.lists(elements(), max_size=3), st.sampled_from(DEPTHS[:5]), side, side, every)


@tests.property("lists 20,000 deep, with elements beside the inner ones", share=0.01)
def deeper_lists():
    side = st.one_of(st.none(), elements())
    return st.builds(nest, st.lists(elements(), max_size=3), st.just(20_000), side, side, st.just(6_000))


@tests.property("one element in 99,999 lists", share=0.01)
def deepest_lists():
    return st.builds(nest, st.lists(elements(), min_size=1, max_size=1), st.just(99_998))


@tests.relation("a second list comes out as if it were the first", share=0.5)
def two_lists(draw):
    return [("flatten", draw(nested_lists(elements(), 8, 4))) for _ in range(2)]


@tests.property("each result is a list of its own", share=0.3, function="observe_two")
def results_kept():
    lists = st.one_of(st.lists(elements(), max_size=4), nested_lists(elements(), 6, 3))
    return st.tuples(lists, lists)
