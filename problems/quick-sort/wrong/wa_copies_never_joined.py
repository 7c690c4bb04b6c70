# Slices are copies: sorting them leaves the list as it was.
class Solution:
    def sortArray(self, nums):
        if len(nums) <= 1:
            return nums
        p = random.randint(0, len(nums) - 1)
        nums[p], nums[-1] = nums[-1], nums[p]
        store = 0
        for i in range(len(nums) - 1):
            if nums[i] < nums[-1]:
                nums[i], nums[store] = nums[store], nums[i]
                store += 1
        nums[store], nums[-1] = nums[-1], nums[store]
        self.sortArray(nums[:store])
        self.sortArray(nums[store + 1 :])
        return nums
