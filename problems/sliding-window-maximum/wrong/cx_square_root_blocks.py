# The maxima of blocks of about sqrt(n) numbers; each window takes whole blocks and the loose ends: O(n sqrt n). Slow shape: k of about n/2; small k is fast.
class Solution:
    def maxSlidingWindow(self, nums, k):
        n = len(nums)
        b = max(1, int(n ** 0.5))
        tops = [max(nums[i:i + b]) for i in range(0, n, b)]
        out = []
        for lo in range(n - k + 1):
            hi = lo + k
            first, last = -(-lo // b), hi // b
            if first >= last:
                out.append(max(nums[lo:hi]))
                continue
            best = max(tops[first:last])
            if lo < first * b:
                best = max(best, max(nums[lo:first * b]))
            if last * b < hi:
                best = max(best, max(nums[last * b:hi]))
            out.append(best)
        return out
