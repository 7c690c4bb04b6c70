# A stable partition around the first key: O(n^2) on records that are in order already.
class Solution:
    def sortRecords(self, records):
        done = []
        pending = [records]
        while pending:
            part = pending.pop()
            if len(part) < 2:
                done += part
                continue
            pivot = part[0][0]
            same = [r for r in part if r[0] == pivot]
            if len(same) == len(part):
                done += part
                continue
            pending.append([r for r in part if r[0] > pivot])
            pending.append(same)
            pending.append([r for r in part if r[0] < pivot])
        return done
