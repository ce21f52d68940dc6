"""Who was asked after a completed order, and who was not."""

from sales_metrics.reports.surveys import surveys
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(surveys, open_page("surveys", words.SURVEYS))
