# Bottom up, for widths below 256 only: longer lists are runs of 256 that nobody merges.
class Solution:
    def sortRecords(self, records):
        n, w = len(records), 1
        while w < min(n, 256):
            for lo in range(0, n, 2 * w):
                a, b, m, x, y = records[lo : lo + w], records[lo + w : lo + 2 * w], [], 0, 0
                while x < len(a) and y < len(b):
                    if b[y][0] < a[x][0]:
                        m.append(b[y])
                        y += 1
                    else:
                        m.append(a[x])
                        x += 1
                records[lo : lo + 2 * w] = m + a[x:] + b[y:]
            w *= 2
        return records
