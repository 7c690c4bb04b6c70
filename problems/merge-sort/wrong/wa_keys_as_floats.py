# Keys are compared as floats, which cannot tell large neighbours apart.
class Solution:
    def sortRecords(self, records):
        if len(records) <= 1:
            return records
        mid = len(records) // 2
        left, right = self.sortRecords(records[:mid]), self.sortRecords(records[mid:])
        out, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if float(left[i][0]) <= float(right[j][0]):
                out.append(left[i])
                i += 1
            else:
                out.append(right[j])
                j += 1
        return out + left[i:] + right[j:]
