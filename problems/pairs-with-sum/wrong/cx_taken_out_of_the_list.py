# Every number's partner is removed from a copy of the list: list.remove walks and moves it.
class Solution:
    def findPairs(self, nums, target):
        left, pairs = list(dict.fromkeys(nums)), set()
        twice = len(left) < len(nums) and nums.count(target / 2) > 1
        if twice:
            pairs.add((target // 2, target // 2))
        there = set(left)
        while left:
            x = left.pop()
            if target - x in there and target - x != x:
                pairs.add((min(x, target - x), max(x, target - x)))
                left.remove(target - x)
                there.discard(x)
                there.discard(target - x)
        return [list(pair) for pair in pairs]
