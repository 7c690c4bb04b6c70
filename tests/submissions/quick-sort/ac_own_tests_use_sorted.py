import random


class Solution:
    def sortArray(self, nums):
        stack = [(0, len(nums) - 1)]
        while stack:
            lo, hi = stack.pop()
            if lo >= hi:
                continue
            p = nums[random.randint(lo, hi)]
            i, j = lo, hi
            while i <= j:
                while nums[i] < p:
                    i += 1
                while nums[j] > p:
                    j -= 1
                if i <= j:
                    nums[i], nums[j] = nums[j], nums[i]
                    i, j = i + 1, j - 1
            stack += [(lo, j), (i, hi)]
        return nums


if __name__ == "__main__":
    for _ in range(100):
        a = [random.randrange(20) for _ in range(random.randrange(20))]
        assert Solution().sortArray(a[:]) == sorted(a)
    print("ok")
