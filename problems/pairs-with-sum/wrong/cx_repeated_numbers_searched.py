# Only where a number is there twice are the results searched for its pair: slow when many are.
class Solution:
    def findPairs(self, nums, target):
        counts = {}
        for x in nums:
            counts[x] = counts.get(x, 0) + 1
        pairs = []
        for x in nums:
            y = target - x
            if y not in counts or x == y and counts[x] < 2:
                continue
            pair = sorted((x, y))
            if counts[x] + counts[y] > 2:
                if any(known == pair for known in pairs):
                    continue
            elif x > y:
                continue
            pairs.append(pair)
        return pairs
