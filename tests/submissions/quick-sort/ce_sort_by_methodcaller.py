import operator


class Solution:
    """list.sort by its name in quotes."""

    def sortArray(self, nums):
        copy = list(nums)
        operator.methodcaller("sort")(copy)
        return copy
