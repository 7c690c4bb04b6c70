# Selection sort swaps the smallest record to the front, over the heads of equal ones: not stable.
class Solution:
    def sortRecords(self, records):
        for i in range(len(records)):
            low = i
            for j in range(i + 1, len(records)):
                if records[j][0] < records[low][0]:
                    low = j
            records[i], records[low] = records[low], records[i]
        return records
