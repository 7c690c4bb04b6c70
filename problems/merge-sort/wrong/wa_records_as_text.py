# Records travel as text: a label with a comma in it loses what follows.
class Solution:
    def sortRecords(self, records):
        def srt(lines):
            if len(lines) < 2:
                return lines
            m = len(lines) // 2
            a, b = srt(lines[:m]), srt(lines[m:])
            out, i, j = [], 0, 0
            while i < len(a) and j < len(b):
                if int(b[j].split(",")[0]) < int(a[i].split(",")[0]):
                    out.append(b[j])
                    j += 1
                else:
                    out.append(a[i])
                    i += 1
            return out + a[i:] + b[j:]

        return [
            [int(line.split(",")[0]), line.split(",")[1]] for line in srt([f"{k},{v}" for k, v in records])
        ]
