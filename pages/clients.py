"""One client, many spellings: what was joined, what waits for an answer, what was decided."""

from sales_metrics.text.matching import CLIENTS_PAGE
from sales_metrics.ui.matching import show_clients
from sales_metrics.ui.page import guard, head
from sales_metrics.ui.session import open_session

guard("clients")
session = open_session()
head(session, CLIENTS_PAGE, None)
show_clients(session)
