from bisect import bisect


class Numbers(tuple):
    """A sorted tuple; never empty when it is asked."""

    def __getitem__(self, at):
        if isinstance(at, slice):
            return Numbers(super().__getitem__(at))
        return super().__getitem__(at)

    def added(self, x):
        at = bisect(self, x)
        return Numbers((*self[:at], x, *self[at:]))


class MedianFinder:
    def __init__(self):
        self.nums = Numbers()

    def addNum(self, num):
        self.nums = self.nums.added(num)

    def findMedian(self):
        half = len(self.nums) // 2
        return (self.nums[half] + self.nums[~half]) / 2
