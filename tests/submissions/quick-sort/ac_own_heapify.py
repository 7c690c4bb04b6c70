def heapify(arr, n, i):
    while True:
        largest, left, right = i, 2 * i + 1, 2 * i + 2
        if left < n and arr[left] > arr[largest]:
            largest = left
        if right < n and arr[right] > arr[largest]:
            largest = right
        if largest == i:
            return
        arr[i], arr[largest] = arr[largest], arr[i]
        i = largest


class Solution:
    def sortArray(self, nums):
        n = len(nums)
        for i in range(n // 2 - 1, -1, -1):
            heapify(nums, n, i)
        for end in range(n - 1, 0, -1):
            nums[0], nums[end] = nums[end], nums[0]
            heapify(nums, end, 0)
        return nums
