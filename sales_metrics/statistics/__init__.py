"""Intervals, comparisons and associations: counts in, small frames and arrays out. Knows nothing of sales."""
