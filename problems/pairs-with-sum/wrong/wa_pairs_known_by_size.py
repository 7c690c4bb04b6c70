# The pairs that were given are remembered without their signs: -6 and 1 go for 6 and -1, or for 2 and 3.
class Solution:
    def findPairs(self, nums, target):
        passed, known, pairs = set(), set(), []
        for number in nums:
            partner = target - number
            product = abs(number * partner)
            if partner in passed and product not in known:
                known.add(product)
                pairs.append([partner, number])
            passed.add(number)
        return pairs
