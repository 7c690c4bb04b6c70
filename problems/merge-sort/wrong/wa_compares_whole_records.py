# Records are compared as lists, so equal keys are ordered by their labels.
class Solution:
    def sortRecords(self, records):
        if len(records) <= 1:
            return records
        mid = len(records) // 2
        left, right = self.sortRecords(records[:mid]), self.sortRecords(records[mid:])
        out, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if left[i] <= right[j]:
                out.append(left[i])
                i += 1
            else:
                out.append(right[j])
                j += 1
        return out + left[i:] + right[j:]
