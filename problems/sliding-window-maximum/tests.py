"""Hidden tests of sliding-window-maximum."""

import random

from judge.authoring import FunctionTests, arrays, st, values


def model(nums, k):
    """Look at every window."""
    return [max(nums[at : at + k]) for at in range(len(nums) - k + 1)]


def valid(nums, k):
    return 1 <= k <= len(nums) <= 100_000 and all(-(2**31) <= number < 2**31 for number in nums)


tests = FunctionTests(model=model, valid=valid)


def windows(elements, max_size):
    """An array, and a window length: short, long or any."""
    nums = arrays(elements, 1, max_size)
    return nums.flatmap(
        lambda items: st.tuples(
            st.just(items),
            st.one_of(
                st.integers(1, len(items)),
                st.integers(1, min(4, len(items))),
                st.integers(max(1, len(items) - 2), len(items)),
            ),
        )
    )


@tests.property("any numbers, any window", share=3)
def any_window():
    return windows(values(), 100)


@tests.property("few different numbers, so that many are equal and the others differ by little", share=2)
def equal_numbers():
    ends = st.sampled_from(((-2, 2), (-2, 2), (2**31 - 4, 2**31 - 1), (2**24, 2**24 + 3)))
    return ends.flatmap(lambda low_high: windows(values(*low_high), 60))


@tests.property("negative numbers only")
def negative_numbers():
    return windows(st.one_of(values(-1000, -1), values(-(2**31), -(2**31) + 2)), 40)


@tests.property("dozens or hundreds of numbers in any order, windows of any length", share=3)
def long_arrays():
    """Long falling runs too: there every number of a window can still become its maximum."""

    def drawn(seed):
        rng = random.Random(seed)
        count = rng.choice((rng.randint(17, 64), rng.randint(65, 220)))
        span = rng.choice((4, 10**6))
        least = rng.choice((-(2**31), -span, 2**31 - span))
        some = [least + rng.randrange(span) for _ in range(count)]
        run, falling = rng.choice((1, 1, 20, 300, 300)), rng.random() < 0.7
        nums = [x for at in range(0, count, run) for x in sorted(some[at : at + run], reverse=falling)]
        few, any_length, many = rng.randint(1, 8), rng.randint(1, count), rng.randint(count // 3, count)
        return nums, min(rng.choice((few, 1 << rng.randint(5, 7), any_length, many)), count)

    return st.integers(0, 2**32).map(drawn)
