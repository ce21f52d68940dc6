"""Which clients have fallen silent against their own rhythm, and which came back."""

from sales_metrics.reports.sleeping import sleeping
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(sleeping, open_page("sleeping", words.SLEEPING))
