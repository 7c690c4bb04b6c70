# A random pivot, but all numbers equal to it go to one side: quadratic when many are equal.
class Solution:
    def sortArray(self, nums):
        stack = [(0, len(nums) - 1)]
        while stack:
            low, high = stack.pop()
            if low >= high:
                continue
            r = random.randint(low, high)
            nums[r], nums[high] = nums[high], nums[r]
            pivot, store = nums[high], low
            for i in range(low, high):
                if nums[i] < pivot:
                    nums[i], nums[store] = nums[store], nums[i]
                    store += 1
            nums[store], nums[high] = nums[high], nums[store]
            stack.append((low, store - 1))
            stack.append((store + 1, high))
        return nums
