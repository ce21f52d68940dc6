"""What the commands print: JSON for programs, aligned text for people."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any


class StoppedError(Exception):
    """A command cannot go on; `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def document(content: Mapping[str, Any]) -> None:
    """Print one JSON document."""
    sys.stdout.write(json.dumps(plain(content), ensure_ascii=False, indent=2) + "\n")


def line(text: str = "") -> None:
    """Print one line."""
    sys.stdout.write(text + "\n")


def failure(sentence: str, *, as_json: bool) -> None:
    """Say on the error stream, or as JSON, why a command stopped."""
    if as_json:
        document({"error": sentence})
    else:
        sys.stderr.write(sentence + "\n")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their heads, each column as wide as its widest cell."""
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    for row in (heads, *rows):
        line("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def plain(value: Any) -> Any:
    """Return a value that JSON can hold: whole floats as integers, undefined ones as null, days as ISO text."""
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    if isinstance(value, datetime) and not _midnight(value):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()[:10]
    if hasattr(value, "item") and not isinstance(value, str):
        value = value.item()
    if isinstance(value, float):
        if math.isnan(value) or math.isinf(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    return None if value is None or value != value else value  # NaT is not equal to itself


def _midnight(value: datetime) -> bool:
    return (value.hour, value.minute, value.second) == (0, 0, 0)
