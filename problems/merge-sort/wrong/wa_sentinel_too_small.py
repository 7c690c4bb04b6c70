# Ends each half with a key that is thought to be larger than all: records with larger ones are lost.
SENTINEL = [2**100, ""]


class Solution:
    def sortRecords(self, records):
        if len(records) < 2:
            return records
        middle = len(records) // 2
        left = self.sortRecords(records[:middle]) + [SENTINEL]
        right = self.sortRecords(records[middle:]) + [SENTINEL]
        merged = []
        i = j = 0
        while min(left[i][0], right[j][0]) < SENTINEL[0]:
            if right[j][0] < left[i][0]:
                merged.append(right[j])
                j += 1
            else:
                merged.append(left[i])
                i += 1
        return merged
