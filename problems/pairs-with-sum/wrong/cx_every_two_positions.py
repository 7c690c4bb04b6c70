# Looks at every two positions.
class Solution:
    def findPairs(self, nums, target):
        pairs = set()
        for i in range(len(nums)):
            for j in range(i + 1, len(nums)):
                if nums[i] + nums[j] == target:
                    pairs.add((min(nums[i], nums[j]), max(nums[i], nums[j])))
        return [list(pair) for pair in pairs]
