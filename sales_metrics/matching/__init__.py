"""One client, many spellings: which names in the tables mean the same client, and which of that is sure.

Spellings in, decisions in; groups, and a queue of pairs for a person out. Nothing here knows a file or a database.
"""

from __future__ import annotations

from .decisions import Answer, Decision, read_decision
from .groups import Groups, Joined, grouped
from .likely import Candidate, likely
from .names import Name, name_of
from .queue import Waiting, waiting
from .spellings import Spelling, spellings_in
from .sure import Link, sure
from .tax import TaxId, tax_id

__all__ = [
    "Answer",
    "Candidate",
    "Decision",
    "Groups",
    "Joined",
    "Link",
    "Name",
    "Spelling",
    "TaxId",
    "Waiting",
    "grouped",
    "likely",
    "name_of",
    "read_decision",
    "spellings_in",
    "sure",
    "tax_id",
    "waiting",
]
