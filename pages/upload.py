"""Files in, what became of every row, and the way back."""

from sales_metrics.text import interface as words
from sales_metrics.ui.page import guard, head
from sales_metrics.ui.session import open_session
from sales_metrics.ui.upload import drop_files, history

guard("upload")
session = open_session()
head(session, words.UPLOAD, None)
drop_files(session)
history(session)
