# The merge takes from the front of two lists: what is left of them moves up for every record.
class Solution:
    def sortRecords(self, records):
        if len(records) < 2:
            return records[:]
        middle = len(records) // 2
        left, right = self.sortRecords(records[:middle]), self.sortRecords(records[middle:])
        merged = []
        while left and right:
            source = right if right[0][0] < left[0][0] else left
            merged.append(source.pop(0))
        return merged + left + right
