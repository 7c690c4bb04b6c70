# "Halves" of one record and all the rest: n levels instead of log n.
class Solution:
    def sortRecords(self, records):
        out = []
        for record in records:
            i = 0
            merged = []
            while i < len(out) and out[i][0] <= record[0]:
                merged.append(out[i])
                i += 1
            out = merged + [record] + out[i:]
        return out
