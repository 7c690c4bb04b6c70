class Solution:
    def sortRecords(self, records: list[list]) -> list[list]:
        """Return the records [key, label] in ascending order of key, equal keys in their old order."""
        # TODO
        return records
