"""Hidden tests of merge-sort."""

from judge.authoring import FunctionTests, arrays, integers, st


def model(records):
    """The library's sort is stable."""
    return sorted(records, key=lambda record: record[0])


def valid(records):
    return isinstance(records, list) and all(
        isinstance(record, list)
        and len(record) == 2
        and type(record[0]) is int
        and isinstance(record[1], str)
        for record in records
    )


tests = FunctionTests(model=model, valid=valid)


def numbered(keys):
    return [[key, f"{at}"] for at, key in enumerate(keys)]


def numbered_backwards(keys):
    """Labels that fall: whoever compares them turns equal keys around."""
    return [[key, f"{len(keys) - at:04}"] for at, key in enumerate(keys)]


def labelled_in_turn(keys):
    """Few labels that come again: equal records must not gather where another of their key stood between."""
    return [[key, "abc"[at % 3]] for at, key in enumerate(keys)]


def labelled_with_anything(keys):
    """Any text is a label, and stays as it is."""
    return [[key, ANYTHING[at % len(ANYTHING)]] for at, key in enumerate(keys)]


ANYTHING = ("B", "b", "", " B ", "a,b", "a\n", "\u00e9", "[0, 'a']", "10", "9")
LABELLED = (numbered, numbered_backwards, labelled_in_turn, labelled_with_anything)


def lists_of_keys(max_size=200):
    ranges = ((-3, 3), (-(2**31), 2**31), (-(2**1000), 2**1000), (2**64 - 2, 2**64 + 2))
    return st.sampled_from(ranges).flatmap(lambda ends: arrays(integers(*ends), 0, max_size))


@tests.property("records come back in ascending order of their keys, none lost and none added", share=3)
def any_records():
    return st.builds(lambda label, keys: label(keys), st.sampled_from(LABELLED), lists_of_keys())


@tests.property("long lists of any length", share=0.3)
def long_lists():
    def drawn(count, rng, span):
        return numbered_backwards([rng.randrange(span) for _ in range(count)])

    return st.builds(
        drawn, st.integers(101, 700), st.randoms(use_true_random=False), st.sampled_from((1, 2, 99, 10**6))
    )


@tests.property("records with equal keys keep their order", share=2)
def equal_keys():
    keys = arrays(integers(-1, 1), 2, 100)
    return st.one_of([keys.map(label) for label in LABELLED])


@tests.property("records that are in order already, in reverse order, or the same throughout")
def ordered_records():
    def shape(keys, kind):
        keys = sorted(keys, reverse=kind == 1)
        return numbered_backwards([keys[0]] * len(keys) if kind == 2 else keys)

    return st.builds(shape, arrays(integers(-50, 50), 1, 100), st.integers(0, 2))


@tests.property("equal records stay as often as they were given", share=0.7)
def equal_records():
    return arrays(integers(-2, 2), 0, 40).map(lambda keys: [[key, "x"] for key in keys])


@tests.relation("a second list is sorted as if it were the first", share=0.5)
def two_lists(draw):
    return [("sortRecords", numbered(draw(lists_of_keys(40)))) for _ in range(2)]
