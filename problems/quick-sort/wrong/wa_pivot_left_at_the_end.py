# The pivot is not swapped into its place when nothing is larger: an off-by-one in the last swap.
class Solution:
    def sortArray(self, nums):
        def sort(low, high):
            if low >= high:
                return
            r = random.randint(low, high)
            nums[r], nums[high] = nums[high], nums[r]
            store = low
            for i in range(low, high):
                if nums[i] <= nums[high]:
                    nums[i], nums[store] = nums[store], nums[i]
                    store += 1
            store = min(store, high - 1)
            nums[store], nums[high] = nums[high], nums[store]
            sort(low, store - 1)
            sort(store + 1, high)

        sort(0, len(nums) - 1)
        return nums
