"""The script of every session."""

from sales_metrics.ui.shell import main

main()
