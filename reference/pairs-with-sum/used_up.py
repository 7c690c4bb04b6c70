def find_pairs(nums, target):
    """Yield each pair once: a value that was paired is crossed out for good."""
    WAITING, PAIRED = 1, 2
    state = {}
    for x in nums:
        if state.get(x) == PAIRED:
            continue
        if state.get(target - x) == WAITING:
            state[x] = state[target - x] = PAIRED
            yield target - x, x
        else:
            state[x] = WAITING


class Solution:
    def findPairs(self, nums, target):
        return list(find_pairs(nums, target))
