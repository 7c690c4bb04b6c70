class Solution:
    """Takes the statement at its word: a number beyond the limits would raise."""

    def findPairs(self, nums, target):
        assert len(nums) <= 100_000 and all(abs(x) <= 10**9 for x in nums) and abs(target) <= 2 * 10**9
        seen, out = set(), {}
        for x in nums:
            if target - x in seen:
                out[min(x, target - x)] = [target - x, x]
            seen.add(x)
        return list(out.values())
