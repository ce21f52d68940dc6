"""How records are kept, which are worth a question, and asking the clients."""

from sales_metrics.reports.records import records
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report
from sales_metrics.ui.ring_round import show_ring_form

view = open_page("records", words.RECORDS)
show_report(records, view)
show_ring_form(view)
