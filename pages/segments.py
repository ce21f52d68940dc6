"""Into which groups clients fall by revenue, evenness, recency and frequency, and who moved between them."""

from sales_metrics.reports.segments import segments
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(segments, open_page("segments", words.SEGMENTS))
