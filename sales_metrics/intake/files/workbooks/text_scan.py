"""Whether the texts of a workbook hold any that look like a date cell or a boolean.

The reader underneath gives date cells and booleans as text, so that a cell with the *text* "true" comes out
like the boolean. One look at the texts says whether there is anything to tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

_OVERLAP = 64
_DATE = r">\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?<"
_BOOLEANS = (b">true<", b">false<")


@dataclass(slots=True)
class TextScan:
    """What has been seen so far; `feed` takes the blocks of one part in order."""

    dates: bool = False
    booleans: bool = False
    _tail: bytes = b""

    def feed(self, block: bytes) -> None:
        """Look through one more block."""
        piece = self._tail + block
        if not self.booleans:
            self.booleans = any(word in piece for word in _BOOLEANS)
        if not self.dates:
            self.dates = _looks_like_date(piece)
        self._tail = piece[-_OVERLAP:]


def _looks_like_date(piece: bytes) -> bool:
    # RE2 goes through a block several times faster than `re`, which has no literal to jump to here.
    found: bool = pc.match_substring_regex(pa.array([piece], pa.large_binary()), _DATE)[0].as_py()
    return found
