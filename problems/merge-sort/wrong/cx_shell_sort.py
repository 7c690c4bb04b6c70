# Shell sort, made stable by the place of each record. With gaps that are halved, records at odd and at even places
# first meet at the last gap: where all small keys stand at even places, that is O(n^2).
class Solution:
    def sortRecords(self, records):
        rows = [(record[0], at, record) for at, record in enumerate(records)]
        gap = len(rows) // 2
        while gap:
            for i in range(gap, len(rows)):
                row = rows[i]
                j = i
                while j >= gap and rows[j - gap][:2] > row[:2]:
                    rows[j] = rows[j - gap]
                    j -= gap
                rows[j] = row
            gap //= 2
        return [row[2] for row in rows]
