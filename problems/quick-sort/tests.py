"""Hidden tests of quick-sort."""

from judge.authoring import FunctionTests, arrays, integers, st


def valid(nums):
    return isinstance(nums, list) and all(type(number) is int for number in nums)


tests = FunctionTests(model=sorted, valid=valid)


@tests.property("the same numbers come back in ascending order", share=3)
def any_numbers():
    ranges = ((-20, 20), (-(2**31), 2**31), (-(2**200), 2**200), (2**64 - 2, 2**64 + 2))
    return st.sampled_from(ranges).flatmap(lambda ends: arrays(integers(*ends), 0, 200))


@tests.property("numbers that occur many times stay as often as they were given", share=1.5)
def many_equal_numbers():
    return arrays(integers(-1, 1), 2, 200)


@tests.property("a list of two or three numbers", share=1.5)
def short_lists():
    return st.lists(integers(-2, 2), min_size=2, max_size=3)


@tests.property("every order of a few different numbers")
def permutations_of_a_few():
    return st.permutations([-7, 0, 3, 4, 9, 2**200])


@tests.property("lists that are in order, in reverse order, or rise and fall")
def ordered_lists():
    def shape(count, kind, step):
        rising = [step * number for number in range(count)]
        return (rising, rising[::-1], rising[::2] + rising[1::2][::-1], [step] * count)[kind]

    return st.builds(shape, st.integers(1, 120), st.integers(0, 3), st.integers(1, 5))


@tests.property("longer lists in which the middle of three numbers is a bad one", share=0.1)
def bad_for_the_middle_of_three():
    def shape(half, kind):
        rising = list(range(half))
        killer = [number for pair in zip(rising[::2], rising[half // 2 :], strict=False) for number in pair]
        return (rising + rising[::-1], rising[::-1] + rising, killer + rising[1::2])[kind]

    return st.builds(shape, st.sampled_from((50, 100, 250)), st.integers(0, 2))


@tests.relation("a second list is sorted as if it were the first", share=0.5)
def two_lists(draw):
    return [("sortArray", draw(arrays(integers(-50, 50), 0, 40))) for _ in range(2)]
