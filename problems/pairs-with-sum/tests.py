"""Hidden tests of pairs-with-sum."""

from judge.authoring import FunctionTests, arrays, st, unordered, values

LIMIT = 10**9


def model(nums, target):
    """Look at every pair of positions."""
    pairs = []
    for at, first in enumerate(nums):
        for second in nums[at + 1 :]:
            pair = sorted((first, second))
            if first + second == target and pair not in pairs:
                pairs.append(pair)
    return pairs


def valid(nums, target):
    return all(-LIMIT <= number <= LIMIT for number in nums) and abs(target) <= 2 * LIMIT


tests = FunctionTests(model=model, valid=valid, checker_for_all=unordered(within=True))


def with_target(nums, targets):
    """An array with a target: mostly the sum of two of its numbers, or twice one of them."""

    def join(items):
        one = st.sampled_from(items) if items else st.just(0)
        sums = st.builds(lambda a, b: a + b, one, one)
        return st.tuples(st.just(items), st.one_of(sums, one.map(lambda a: 2 * a), targets))

    return nums.flatmap(join)


@tests.property("any numbers, any sum", share=3)
def any_numbers():
    return with_target(arrays(values(-LIMIT, LIMIT), 0, 64), values(-2 * LIMIT, 2 * LIMIT))


@tests.property("numbers close together, many of them equal, with many pairs", share=3)
def close_numbers():
    def around(centre):
        numbers = arrays(st.integers(centre - 6, centre + 6), 0, 64)
        return with_target(numbers, st.integers(2 * centre - 12, 2 * centre + 12))

    # even these a float of 32 bits does not tell apart
    return st.sampled_from((0, 0, 2**24, LIMIT - 6, 6 - LIMIT)).flatmap(around)


@tests.property("a sum of 0, and zeros among the numbers")
def zero_sum():
    return st.tuples(st.lists(st.integers(-3, 3), max_size=9), st.just(0))


@tests.property("a number whose double is the sum, once or more often")
def halves():
    return st.builds(
        lambda half, copies, others: (others[:2] + [half] * copies + others[2:], 2 * half),
        st.integers(-9, 9),
        st.integers(1, 4),
        st.lists(st.integers(-9, 9), max_size=4),
    )


@tests.property("many different pairs, whose numbers often differ in sign", share=0.5)
def many_pairs():
    def join(firsts, target):
        return firsts + [target - first for first in firsts], target

    return st.builds(join, st.lists(st.integers(-40, 40), min_size=20, max_size=40), st.integers(-30, 30))
