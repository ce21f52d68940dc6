"""Delimited text: what separates its fields, and its records read quickly where all is in order, else carefully."""
