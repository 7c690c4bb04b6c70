# Insertion sort: stable and right, but O(n^2) unless the records are almost in order.
class Solution:
    def sortRecords(self, records):
        for i in range(1, len(records)):
            record = records[i]
            j = i - 1
            while j >= 0 and records[j][0] > record[0]:
                records[j + 1] = records[j]
                j -= 1
            records[j + 1] = record
        return records
