"""Halve the list, sort each half the same way, then merge the halves by looking at their first records.

There are log2 n levels of halving, and merging touches each record once per level: O(n log n), whatever the
order of the input. On equal keys the merge takes from the left half first, which keeps the sort stable. The
merge moves two indices instead of removing records from the front, which would cost O(n) each time.
"""


class Solution:
    def sortRecords(self, records: list[list]) -> list[list]:
        if len(records) < 2:
            return records
        middle = len(records) // 2
        left = self.sortRecords(records[:middle])
        right = self.sortRecords(records[middle:])
        return self._merge(left, right)

    def _merge(self, left: list[list], right: list[list]) -> list[list]:
        merged = []
        i = j = 0
        while i < len(left) and j < len(right):
            if right[j][0] < left[i][0]:
                merged.append(right[j])
                j += 1
            else:
                merged.append(left[i])
                i += 1
        return merged + left[i:] + right[j:]
