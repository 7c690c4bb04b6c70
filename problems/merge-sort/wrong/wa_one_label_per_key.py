# A dictionary from key to label loses all but the last record of each key.
class Solution:
    def sortRecords(self, records):
        labels = {key: label for key, label in records}

        def sort(keys):
            if len(keys) <= 1:
                return keys
            mid = len(keys) // 2
            left, right = sort(keys[:mid]), sort(keys[mid:])
            out, i, j = [], 0, 0
            while i < len(left) and j < len(right):
                if left[i] <= right[j]:
                    out.append(left[i])
                    i += 1
                else:
                    out.append(right[j])
                    j += 1
            return out + left[i:] + right[j:]

        return [[key, labels[key]] for key in sort(list(labels))]
