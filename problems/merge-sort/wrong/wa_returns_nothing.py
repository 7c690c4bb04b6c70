# Sorts in place and forgets to return the list.
class Solution:
    def sortRecords(self, records):
        if len(records) > 1:
            mid = len(records) // 2
            left, right = records[:mid], records[mid:]
            self.sortRecords(left)
            self.sortRecords(right)
            i = j = 0
            for k in range(len(records)):
                if j == len(right) or (i < len(left) and left[i][0] <= right[j][0]):
                    records[k] = left[i]
                    i += 1
                else:
                    records[k] = right[j]
                    j += 1
