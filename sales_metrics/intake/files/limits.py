"""How big a file may be before it is refused, each bound with its own environment override."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields

PREFIX = "SALES_METRICS_LIMIT_"

_MIB = 1 << 20


class WrongLimitError(ValueError):
    """A setting in the environment that is no limit: `name` is the variable, `given` what stands in it."""

    def __init__(self, name: str, given: str) -> None:
        super().__init__(f"{name} must be a whole number above 0, not {given!r}")
        self.name = name
        self.given = given


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one file and on the process that parses it.

    `rows` and `columns` are counted by address (a value in row 900 needs 900 rows), per sheet. `memory` is
    the address space of the parsing process in bytes, `seconds` its time by the wall clock and by the
    processor. The rest bound what a compressed workbook may grow to: `entries` files inside it, `part` bytes
    in one of them, `unpacked` bytes in all that are read, and `ratio` times the packed size for any part
    over 20 MiB. `cells` bounds one sheet, empty cells inside its rectangle included. `line` is the longest line of
    a text file in characters.
    """

    bytes: int = 200 * _MIB
    rows: int = 1_048_576
    columns: int = 500
    cells: int = 60_000_000
    sheets: int = 200
    seconds: int = 120
    memory: int = 4096 * _MIB
    entries: int = 2_000
    part: int = 1024 * _MIB
    unpacked: int = 1536 * _MIB
    ratio: int = 150
    line: int = 4 * _MIB

    def __post_init__(self) -> None:
        for each in fields(self):
            if getattr(self, each.name) < 1:
                raise ValueError(f"the limit {each.name} is below 1")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Limits:
        """Return the default bounds with those replaced that `SALES_METRICS_LIMIT_<NAME>` gives as a whole number.

        Raises `WrongLimitError` when one of them is not a whole number above 0.
        """
        given: dict[str, int] = {}
        for each in fields(cls):
            text = environment.get(PREFIX + each.name.upper())
            if text is None:
                continue
            if not (text.isascii() and text.isdecimal() and int(text)):
                raise WrongLimitError(PREFIX + each.name.upper(), text)
            given[each.name] = int(text)
        return cls(**given)
