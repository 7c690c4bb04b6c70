class MergeSorter:
    def __init__(self, items, key):
        self.items, self.key = items, key

    def sort(self):
        return self._sort(self.items)

    def _sort(self, a):
        if len(a) < 2:
            return a
        m = len(a) // 2
        return self._merge(self._sort(a[:m]), self._sort(a[m:]))

    def _merge(self, a, b):
        out, i, j = [], 0, 0
        while i < len(a) and j < len(b):
            if self.key(a[i]) <= self.key(b[j]):
                out.append(a[i]); i += 1
            else:
                out.append(b[j]); j += 1
        return out + a[i:] + b[j:]


class Solution:
    def sortRecords(self, records):
        return MergeSorter(records, key=lambda r: r[0]).sort()
