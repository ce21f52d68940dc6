"""The tables that a company keeps by hand: what holds in each, how often it occurs, and how an edit is saved."""

from __future__ import annotations

from .declaration import DICTIONARIES, Dictionary
from .holding import Held, held
from .remarks import remarks
from .saving import Fault, Saved, last_edit, save

__all__ = ["DICTIONARIES", "Dictionary", "Fault", "Held", "Saved", "held", "last_edit", "remarks", "save"]
