"""What everybody does in a day, against the plan, and what comes of it."""

from sales_metrics.reports.activity import activity
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(activity, open_page("activity", words.ACTIVITY))
