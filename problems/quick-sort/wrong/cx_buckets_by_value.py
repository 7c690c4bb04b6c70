# As many buckets as numbers, each sorted by insertion: one far number, and all the others share a bucket.
class Solution:
    def sortArray(self, nums):
        low, span = min(nums, default=0), max(nums, default=0) - min(nums, default=0) + 1
        buckets = [[] for _ in nums]
        for number in nums:
            bucket = buckets[(number - low) * len(nums) // span]
            at = len(bucket)
            while at and bucket[at - 1] > number:
                at -= 1
            bucket.insert(at, number)
        return [number for bucket in buckets for number in bucket]
