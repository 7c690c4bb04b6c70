# Shell sort with gaps that are halved: odd and even places first meet at the last gap, which is O(n^2) where all
# small numbers stand at even places.
class Solution:
    def sortArray(self, nums):
        gap = len(nums) // 2
        while gap:
            for i in range(gap, len(nums)):
                number, j = nums[i], i
                while j >= gap and nums[j - gap] > number:
                    nums[j] = nums[j - gap]
                    j -= gap
                nums[j] = number
            gap //= 2
        return nums
