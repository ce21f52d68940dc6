"""Who waits for a contact longer than the norm, and what was promised."""

from sales_metrics.reports.attention import attention
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(attention, open_page("attention", words.ATTENTION))
