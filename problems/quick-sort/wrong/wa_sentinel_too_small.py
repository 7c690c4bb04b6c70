# Merges halves that end with a number thought to be larger than all: what is larger is lost.
SENTINEL = 10**30


class Solution:
    def sortArray(self, nums):
        if len(nums) < 2:
            return nums
        middle = len(nums) // 2
        left = self.sortArray(nums[:middle]) + [SENTINEL]
        right = self.sortArray(nums[middle:]) + [SENTINEL]
        merged = []
        i = j = 0
        while min(left[i], right[j]) < SENTINEL:
            if right[j] < left[i]:
                merged.append(right[j])
                j += 1
            else:
                merged.append(left[i])
                i += 1
        return merged
