"""Where deals get lost on their way."""

from sales_metrics.reports.funnel import funnel
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(funnel, open_page("funnel", words.FUNNEL))
