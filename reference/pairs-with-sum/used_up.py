def find_pairs(nums, target):
    """Yield each pair once: a value that was paired is crossed out for good."""
    is_paired = {}
    for x in nums:
        if is_paired.get(x):
            continue
        if is_paired.get(target - x) is False:
            is_paired[x] = is_paired[target - x] = True
            yield target - x, x
        else:
            is_paired[x] = False


class Solution:
    def findPairs(self, nums, target):
        return list(find_pairs(nums, target))
