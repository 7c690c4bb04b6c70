"""n-queens sets no bound: the number of placements has no known formula, and n ends at 9."""
