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


@tests.property("small numbers, many of them equal, with many pairs", share=3)
def small_numbers():
    return with_target(arrays(st.integers(-6, 6), 0, 64), st.integers(-12, 12))


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
