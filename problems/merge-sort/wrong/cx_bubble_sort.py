# Bubble sort with an early end: fast only where nothing is to be done.
class Solution:
    def sortRecords(self, records):
        end = len(records)
        while True:
            swapped = False
            for i in range(1, end):
                if records[i - 1][0] > records[i][0]:
                    records[i - 1], records[i] = records[i], records[i - 1]
                    swapped = True
            if not swapped:
                return records
            end -= 1
