"""The vocabulary of the product: texts, tables, periods, units, issues, panels. Imports nothing else of ours."""
