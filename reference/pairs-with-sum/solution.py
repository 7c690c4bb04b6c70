"""Remember the numbers that have passed; a number completes a pair when its partner is among them.

Pairs are kept in a set with the smaller number first, so a pair that is met again changes nothing. The partner is
looked for before the number itself is remembered, so a number pairs with itself only from its second occurrence on.
One look-up and at most two insertions for every number: expected O(n).
"""


class Solution:
    def findPairs(self, nums: list[int], target: int) -> list[list[int]]:
        passed = set()
        pairs = set()
        for number in nums:
            partner = target - number
            if partner in passed:
                pairs.add((min(number, partner), max(number, partner)))
            passed.add(number)
        return [[low, high] for low, high in pairs]
