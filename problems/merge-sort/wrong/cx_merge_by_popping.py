# The merge takes records from the front of the lists, which moves all the others each time.
class Solution:
    def sortRecords(self, records):
        if len(records) <= 1:
            return records
        mid = len(records) // 2
        left, right = self.sortRecords(records[:mid]), self.sortRecords(records[mid:])
        out = []
        while left and right:
            if left[0][0] <= right[0][0]:
                out.append(left.pop(0))
            else:
                out.append(right.pop(0))
        return out + left + right
