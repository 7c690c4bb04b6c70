# Sorts the different records and repeats them: equal ones gather around one of another label between them.
class Solution:
    def sortRecords(self, records):
        counts = Counter(map(tuple, records))
        return [list(record) for record in self.merge_sort(list(counts)) for _ in range(counts[record])]

    def merge_sort(self, records):
        if len(records) < 2:
            return records
        middle = len(records) // 2
        left, right = self.merge_sort(records[:middle])[::-1], self.merge_sort(records[middle:])[::-1]
        merged = []
        while left and right:
            merged.append(right.pop() if right[-1][0] < left[-1][0] else left.pop())
        return merged + left[::-1] + right[::-1]
