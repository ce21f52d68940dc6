"""Which clients grow, shrink and leave, who develops them, and what might be offered."""

from sales_metrics.reports.development import development
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(development, open_page("development", words.DEVELOPMENT))
