from asyncio import PriorityQueue


class Solution:
    def sortRecords(self, records):
        pq = PriorityQueue()
        for at, record in enumerate(records):
            pq.put_nowait((record[0], at))
        return [records[pq.get_nowait()[1]] for _ in records]
