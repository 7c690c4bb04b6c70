# Sorts the given list itself, with one spare copy of the left half in each merge.
class Solution:
    def sortRecords(self, records: List[List]) -> List[List]:
        def sort(low: int, high: int) -> None:
            if high - low <= 1:
                return
            middle = (low + high) // 2
            sort(low, middle)
            sort(middle, high)
            spare = records[low:middle]
            at, right = low, middle
            for record in spare:
                while right < high and records[right][0] < record[0]:
                    records[at] = records[right]
                    at += 1
                    right += 1
                records[at] = record
                at += 1

        sort(0, len(records))
        return records
