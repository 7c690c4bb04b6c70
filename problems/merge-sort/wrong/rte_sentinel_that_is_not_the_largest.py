# A sentinel of 2 to the 500th ends both halves, and a larger key is passed over.
class Solution:
    def sortRecords(self, records):
        if len(records) < 2:
            return records
        m = len(records) // 2
        a, b = self.sortRecords(records[:m]) + [[2**500, ""]], self.sortRecords(records[m:]) + [[2**500, ""]]
        out, i, j = [], 0, 0
        for _ in records:
            if b[j][0] < a[i][0]:
                out.append(b[j])
                j += 1
            else:
                out.append(a[i])
                i += 1
        return out
