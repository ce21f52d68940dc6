"""What is due for clients, day by day, and the file for a calendar program."""

from sales_metrics.reports.client_calendar import client_calendar
from sales_metrics.text import interface as words
from sales_metrics.ui.calendar_file import show_calendar_file
from sales_metrics.ui.page import open_page, show_report

view = open_page("client_calendar", words.CALENDAR)
show_report(client_calendar, view)
show_calendar_file(view)
