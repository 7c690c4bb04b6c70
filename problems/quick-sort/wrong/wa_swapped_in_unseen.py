# After a swap with the far end it steps on, without looking at the number that came from there.
class Solution:
    def sortArray(self, nums):
        def sort(low, high):
            if low >= high:
                return
            pivot = nums[random.randint(low, high)]
            lt, i, gt = low, low, high
            while i <= gt:
                if nums[i] < pivot:
                    nums[lt], nums[i] = nums[i], nums[lt]
                    lt += 1
                    i += 1
                elif nums[i] > pivot:
                    nums[gt], nums[i] = nums[i], nums[gt]
                    gt -= 1
                    i += 1
                else:
                    i += 1
            sort(low, lt - 1)
            sort(gt + 1, high)

        sort(0, len(nums) - 1)
        return nums
