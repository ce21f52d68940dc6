"""The command line: one module per group of commands; `sales_metrics.__main__` puts them together."""
