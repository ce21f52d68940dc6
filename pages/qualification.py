"""Which clients are ours by the portrait, and what is left to find out."""

from sales_metrics.reports.qualification import qualification
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(qualification, open_page("qualification", words.QUALIFICATION))
