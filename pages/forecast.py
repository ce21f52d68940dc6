"""What the period will bring, and how sure that is."""

from sales_metrics.reports.forecast import forecast
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report
from sales_metrics.ui.publishing import publish_button

view = open_page("forecast", words.FORECAST)
show_report(forecast, view)
publish_button(view)
