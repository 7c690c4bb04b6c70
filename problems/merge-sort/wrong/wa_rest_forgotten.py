# When the left half is used up, what is left of the right half is forgotten.
class Solution:
    def sortRecords(self, records):
        if len(records) <= 1:
            return records
        mid = len(records) // 2
        left, right = self.sortRecords(records[:mid]), self.sortRecords(records[mid:])
        out, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if left[i][0] <= right[j][0]:
                out.append(left[i])
                i += 1
            else:
                out.append(right[j])
                j += 1
        while i < len(left):
            out.append(left[i])
            i += 1
        return out
