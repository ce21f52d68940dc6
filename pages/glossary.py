"""What every number means."""

from sales_metrics.text import interface as words
from sales_metrics.ui.glossary import show_glossary
from sales_metrics.ui.page import guard, head
from sales_metrics.ui.session import open_session

guard("glossary")
session = open_session()
head(session, words.GLOSSARY, None)
show_glossary(session)
