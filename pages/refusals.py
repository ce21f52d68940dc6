"""Why each manager is refused."""

from sales_metrics.reports.refusals import refusals
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(refusals, open_page("refusals", words.REFUSALS))
