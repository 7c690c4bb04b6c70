# Looks at the first record before asking whether there is one.
class Solution:
    def sortRecords(self, records):
        low = high = records[0][0]
        for key, _ in records:
            low, high = min(low, key), max(high, key)
        if low == high:
            return records
        mid = (low + high) // 2
        return self.sortRecords([r for r in records if r[0] <= mid]) + self.sortRecords(
            [r for r in records if r[0] > mid]
        )
