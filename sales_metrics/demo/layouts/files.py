"""What a layout says about a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a workbook.

    `headings` maps our columns to theirs, in their order. `above` are the title lines over the heading,
    `total` the first word and the summed columns of the line under the data. `day` and `moment` are strftime
    formats of dates kept as text; without them a cell holds a real date, shown by `shown`.
    """

    table: str
    name: str
    headings: Mapping[str, str]
    above: tuple[str, ...] = ()
    total: tuple[str, tuple[str, ...]] | None = None
    day: str = ""
    moment: str = ""
    shown: str = "dd.mm.yyyy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """One xlsx file."""

    file: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One delimited text file."""

    file: str
    table: str
    headings: Mapping[str, str]
    delimiter: str = ","
    encoding: str = "utf-8"
    day: str = "%Y-%m-%d"
    moment: str = "%Y-%m-%d %H:%M"
    decimal: str = "."


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All files of one language.

    `yes_no` are the two words for a flag. `choices` replaces the product's own words for a code by those that
    the firm's system uses: table, column, code, word.
    """

    files: tuple[Workbook | Listing, ...]
    yes_no: tuple[str, str]
    choices: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
