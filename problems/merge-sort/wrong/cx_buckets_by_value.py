# As many buckets as records, each sorted by insertion: one far key, and all the others share a bucket.
class Solution:
    def sortRecords(self, records):
        keys = [key for key, _ in records] or [0]
        low, span = min(keys), max(keys) - min(keys) + 1
        buckets = [[] for _ in records]
        for record in records:
            bucket = buckets[(record[0] - low) * len(records) // span]
            at = len(bucket)
            while at and bucket[at - 1][0] > record[0]:
                at -= 1
            bucket.insert(at, record)
        return [record for bucket in buckets for record in bucket]
