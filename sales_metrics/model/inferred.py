"""How a row that no file states says where it comes from: by its key, which names the two uploads that differ."""

from __future__ import annotations

from typing import Final

MARK: Final = "inferred:"
"""Begins the `_key` of every inferred row; behind it stand the earlier and the later upload."""


def uploads_behind(key: str) -> tuple[int, int] | None:
    """Return which two uploads an inferred row comes from, by its `_key`; `None` for a row that a file brought.

    The earlier upload is the last before the change that spoke of the deal or client, the later brought the
    change. For the stage in which a deal was before its first change both are the earlier one.
    """
    if not key.startswith(MARK):
        return None
    _, earlier, later, _ = key.split(":", 3)
    return int(earlier), int(later)
