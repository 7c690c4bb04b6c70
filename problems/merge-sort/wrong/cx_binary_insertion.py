# The place is found in O(log n), but inserting there moves O(n) records.
class Solution:
    def sortRecords(self, records):
        keys, out = [], []
        for record in records:
            at = bisect_right(keys, record[0])
            keys.insert(at, record[0])
            out.insert(at, record)
        return out
