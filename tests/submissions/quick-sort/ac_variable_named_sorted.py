class Solution:
    def sortArray(self, nums):
        if len(nums) < 2:
            return nums
        mid = len(nums) // 2
        left, right = self.sortArray(nums[:mid]), self.sortArray(nums[mid:])
        sorted, j = [], 0
        for x in left:
            while j < len(right) and right[j] < x:
                sorted.append(right[j])
                j += 1
            sorted.append(x)
        return sorted + right[j:]
