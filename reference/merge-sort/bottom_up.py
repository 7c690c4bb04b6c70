# Without recursion: runs of one record are merged in pairs until a single run is left.
class Solution:
    def sortRecords(self, records):
        runs = [[record] for record in records] or [[]]
        while len(runs) > 1:
            runs = [merge_runs(*runs[at : at + 2]) for at in range(0, len(runs), 2)]
        return runs.pop()


def merge_runs(left_run, right_run=()):
    left, right = left_run[::-1], list(right_run[::-1])  # the next record of each stands at the end
    merged = []
    while left and right:
        smaller = right if right[-1][0] < left[-1][0] else left
        merged.append(smaller.pop())
    return merged + left[::-1] + right[::-1]
