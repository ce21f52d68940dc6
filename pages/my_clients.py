"""Whom to ring this week, and why."""

from sales_metrics.reports.my_clients import my_clients
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(my_clients, open_page("my_clients", words.MY_CLIENTS))
