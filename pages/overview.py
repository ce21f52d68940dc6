"""The five numbers that the weekly meeting begins with."""

from sales_metrics.reports.overview import cards, overview
from sales_metrics.text import interface as words
from sales_metrics.ui.cards import show_cards
from sales_metrics.ui.page import open_page, show_report

view = open_page("overview", words.OVERVIEW)
show_cards(cards, view)
show_report(overview, view)
