# The numbers themselves are the places of a table; those below zero, which have no place, go into a list.
class Solution:
    def findPairs(self, nums, target):
        places, below, pairs = {}, [], set()
        for number in nums:
            partner = target - number
            if partner in below if partner < 0 else partner in places:
                pairs.add((min(number, partner), max(number, partner)))
            if number >= 0:
                places[number] = True
            elif number not in below:
                below.append(number)
        return [list(pair) for pair in pairs]
