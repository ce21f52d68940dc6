"""Uploads that accumulate and can be undone: a catalogue, immutable parts, and the state built from them."""

from __future__ import annotations

from ..model.inferred import uploads_behind
from .duck import open_state
from .erasing import Erasure
from .error import StoreError
from .memory import Entry, Memory
from .missing import Missing
from .part import EDITED
from .receipt import Receipt, SheetReceipt, Snapshot, Upload
from .store import Store
from .verify import Finding

__all__ = [
    "EDITED",
    "Entry",
    "Erasure",
    "Finding",
    "Memory",
    "Missing",
    "Receipt",
    "SheetReceipt",
    "Snapshot",
    "Store",
    "StoreError",
    "Upload",
    "open_state",
    "uploads_behind",
]
