"""Where clients wait between the tele-marketer, the seller and the client manager."""

from sales_metrics.reports.conveyor import conveyor
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(conveyor, open_page("conveyor", words.CONVEYOR))
