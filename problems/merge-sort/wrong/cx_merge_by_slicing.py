# The merge slices the first record off, which copies all the others each time.
class Solution:
    def sortRecords(self, records):
        if len(records) <= 1:
            return records
        mid = len(records) // 2
        left, right = self.sortRecords(records[:mid]), self.sortRecords(records[mid:])
        out = []
        while left and right:
            if left[0][0] <= right[0][0]:
                out.append(left[0])
                left = left[1:]
            else:
                out.append(right[0])
                right = right[1:]
        return out + left + right
