"""Hidden tests of sliding-window-maximum."""

from judge.authoring import FunctionTests, arrays, st, values


def model(nums, k):
    """Look at every window."""
    return [max(nums[at : at + k]) for at in range(len(nums) - k + 1)]


def valid(nums, k):
    return 1 <= k <= len(nums) and all(-(2**31) <= number < 2**31 for number in nums)


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


@tests.property("any numbers, any window", share=4)
def any_window():
    return windows(values(), 100)


@tests.property("few different numbers, so that many are equal", share=2)
def equal_numbers():
    return windows(values(-2, 2), 60)


@tests.property("negative numbers only")
def negative_numbers():
    return windows(values(-1000, -1), 40)


@tests.property("long arrays", share=0.5)
def long_arrays():
    return windows(values(-50, 50), 200)
