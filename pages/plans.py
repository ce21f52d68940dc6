"""What was planned to develop clients, and what became of it."""

from sales_metrics.reports.plans import plans
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report
from sales_metrics.ui.plan_form import show_plan_form

view = open_page("plans", words.PLANS)
show_report(plans, view)
show_plan_form(view)
