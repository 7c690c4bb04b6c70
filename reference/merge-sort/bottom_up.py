# Without recursion: runs of 1, 2, 4, ... records are merged from one list into another.
class Solution:
    def sortRecords(self, records):
        source, target = list(records), list(records)
        width = 1
        while width < len(source):
            for start in range(0, len(source), 2 * width):
                merge_runs(source, target, start, start + width, start + 2 * width)
            source, target = target, source
            width *= 2
        return source


def merge_runs(source, target, low, middle, high):
    middle, high = min(middle, len(source)), min(high, len(source))
    left, right = low, middle
    for at in range(low, high):
        if right == high or (left < middle and source[left][0] <= source[right][0]):
            target[at] = source[left]
            left += 1
        else:
            target[at] = source[right]
            right += 1
