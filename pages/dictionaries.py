"""The company's own words and numbers: what holds, and the way to correct it."""

from sales_metrics.text import interface as words
from sales_metrics.ui.dictionaries import show_dictionaries
from sales_metrics.ui.page import guard, head
from sales_metrics.ui.session import open_session

guard("dictionaries")
session = open_session()
head(session, words.DICTIONARIES, None)
show_dictionaries(session)
