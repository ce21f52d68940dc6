"""How much of the revenue hangs on few clients, and what would be left without them."""

from sales_metrics.reports.key_accounts import key_accounts
from sales_metrics.text import interface as words
from sales_metrics.ui.page import open_page, show_report

show_report(key_accounts, open_page("key_accounts", words.KEY_ACCOUNTS))
