"""What changed in the pipeline since the last meeting, what is stuck in it, and what it will come to."""

from sales_metrics.reports.pipeline import pipeline
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(pipeline, open_page("pipeline", words.PIPELINE))
