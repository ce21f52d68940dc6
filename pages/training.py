"""Whether a training changed anything."""

from sales_metrics.reports.training import training
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(training, open_page("training", words.TRAINING))
