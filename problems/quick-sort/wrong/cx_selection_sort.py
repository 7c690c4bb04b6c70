# Selection sort: the smallest of the rest is looked for n times.
class Solution:
    def sortArray(self, nums):
        for i in range(len(nums)):
            low = i
            for j in range(i + 1, len(nums)):
                if nums[j] < nums[low]:
                    low = j
            nums[i], nums[low] = nums[low], nums[i]
        return nums
