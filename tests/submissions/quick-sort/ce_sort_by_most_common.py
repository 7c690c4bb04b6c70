# Counter.most_common sorts, in the C code of the library
class Solution:
    def sortArray(self, nums):
        return [v for _, v in Counter(dict(enumerate(nums))).most_common()][::-1]
