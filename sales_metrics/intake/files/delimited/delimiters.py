"""What separates the fields of a text file: the sign by which its lines fall into equally many of them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import pairwise

from ..refusal import RefusedError
from .record import Layout, Record

CANDIDATES = (";", "\t", "|", ",")
_RARE = ("^", "~", "\u00a6")
_LONG = (", ", "; ", "||", "::", "\t\t", ";;", " | ", " ; ")
NONE = "\x1f"
"""A sign that no text has, for a file of one column."""
_DECIMALS = re.compile(r"\d,\d")
_NUMBER = re.compile(r"-?\d[\d \u00a0\u202f]*$")
_CENTS = re.compile(r"\d{1,2}$")
_SAMPLE_LINES = 300
_LAST_RESORT = 0.4
_BAD = 0.6
_EVEN = 0.9


def layout_of(sample: str, announced: str = "") -> Layout:
    """Return how the lines of a sample are divided; `announced` is what a "sep=" line said.

    Raises `RefusedError` for a comma that both divides the fields and stands in the amounts.
    """
    if announced:
        return _escaped(sample, Layout(announced, _usual_width(_rows(sample, announced))[0]))
    quotes = ('"', "'") if _single_quotes(sample) else ('"',)
    rare = tuple(each for each in _RARE if sample.count(each) > sample.count("\n") > 0)
    rated = [(_rating(sample, each, quote), each, quote) for quote in quotes for each in CANDIDATES + rare]
    best, delimiter, quote = max(rated, key=lambda rate: rate[0])
    if best < _BAD and _spaced(sample):
        delimiter, quote, best = " ", '"', 1.0
    if best <= 0:
        return Layout(NONE, 1)
    rows = _rows(sample, delimiter, quote)
    if delimiter == ",":
        _refuse_split_amounts(rows)
    return _escaped(sample, _lengthened(sample, Layout(delimiter, _usual_width(rows)[0], quote)))


def _single_quotes(sample: str) -> bool:
    """Return whether fields stand between apostrophes: as many open one as close one, and most lines have some."""
    opened = len(re.findall(r"(?:^|[;,\t|])'(?=[^\n]*'(?:[;,\t|\r]|$))", sample, re.MULTILINE))
    doubled = len(re.findall(r'(?:^|[;,\t|])"', sample, re.MULTILINE))
    return opened > max(2 * doubled, sample.count("\n") // 2, 1)


def _spaced(sample: str) -> bool:
    """Return whether blanks divide the lines: only where fields with blanks in them stand in quotes."""
    if not re.search(r'^[^ \n"]+ .*"|" "', sample, re.MULTILINE):
        return False
    rows = _rows(sample, " ")
    width, even = _usual_width(rows)
    return width > 2 and even >= _EVEN and len(rows[0]) == width


def _lengthened(sample: str, layout: Layout) -> Layout:
    """Return the layout with a delimiter of two signs, where the one that was found always has company."""
    lines = [line for line in sample.splitlines()[:_SAMPLE_LINES] if layout.delimiter in line]
    for longer in _LONG:
        if layout.delimiter not in longer or not lines or sum(longer in line for line in lines) < len(lines):
            continue
        made = Layout(longer, 1, layout.quote)
        rows = [_fields(line, made) for line in lines]
        width, even = _usual_width(rows)
        bare = any(
            layout.delimiter in field
            for line, row in zip(lines, rows, strict=True)
            if layout.quote not in line
            for field in row
        )
        if width > 1 and even >= _EVEN and not bare:
            return Layout(longer, width, layout.quote)
    return layout


def _escaped(sample: str, layout: Layout) -> Layout:
    """Return the layout with the backslash that stands before quotes inside fields, if one does."""
    if "\\" + layout.quote not in sample:
        return layout
    lines = [line for line in sample.splitlines()[: 4 * _SAMPLE_LINES] if layout.quote in line]
    escaped = Layout(layout.delimiter, layout.width, layout.quote, "\\")
    plain, other = (sum(len(_fields(line, each)) == layout.width for line in lines) for each in (layout, escaped))
    doubled = re.search(rf"[^\s{re.escape(layout.delimiter)}{layout.quote}]{layout.quote * 2}", sample)
    return escaped if other > plain or (other == plain and not doubled) else layout


def _fields(line: str, layout: Layout) -> list[str]:
    record = Record(line, layout)
    record.complete()
    return record.fields


def _usual_width(rows: list[list[str]]) -> tuple[int, float]:
    """Return the width that most rows have, the greater one of two equally usual, and the share that has it."""
    if not rows:
        return 1, 0.0
    widths = Counter(map(len, rows))
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]))
    return width, times / len(rows)


def _rows(sample: str, delimiter: str, quote: str = '"') -> list[list[str]]:
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", sample)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(lines, delimiter=delimiter, quotechar=quote):
            if any(field.strip() for field in row):
                rows.append(row)
            if len(rows) >= _SAMPLE_LINES:
                break
    except csv.Error:
        pass
    return rows


def _rating(sample: str, delimiter: str, quote: str = '"') -> float:
    """Return how well a sign divides the sample: the share of even lines, and a little for each field.

    A comma between digits is more often a decimal comma than a delimiter and counts for little.
    """
    rows = _rows(sample, delimiter, quote)
    width, even = _usual_width(rows)
    if width < 2:
        # A title and a note above a short table can outnumber its lines.
        wide = [row for row in rows if len(row) > 1]
        width, even = _usual_width(wide)
        even *= len(wide) / len(rows) if rows else 0
        if width < 2:
            return 0.0
    fields: float = width
    if delimiter == ",":
        fields = 1 + (width - 1) * (1 - _decimal_share(sample, rows, width)) - _LAST_RESORT
    return even * (1 + min(fields, 30) / 10) if fields > 1 else 0.0


def _decimal_share(sample: str, rows: list[list[str]], width: int) -> float:
    """Return which share of the commas stand between digits; 0 when the headings are divided by commas too."""
    headings = rows[0]
    if len(headings) == width and not any(heading.startswith(" ") for heading in headings):
        return 0.0
    commas = sample.count(",")
    return min(1.0, len(_DECIMALS.findall(sample)) / commas) if commas else 0.0


def _refuse_split_amounts(rows: list[list[str]]) -> None:
    """Refuse a file in which "1,5" has fallen into two fields: nobody can tell which fields belong together."""
    heading = next((row for row in rows if sum(bool(field.strip()) for field in row) > 1), None)
    if heading is None:
        return
    below = rows[rows.index(heading) + 1 :]
    split = [row for row in below if len(row) > len(heading) and _has_split_amount(row)]
    if below and len(split) * 2 > len(below):
        row = split[0]
        at = next(at for at in range(len(row) - 1) if _NUMBER.match(row[at]) and _CENTS.match(row[at + 1]))
        raise RefusedError("decimal_comma", found=f"{row[at]},{row[at + 1]}")


def _has_split_amount(row: list[str]) -> bool:
    return any(_NUMBER.match(left) and _CENTS.match(right) for left, right in pairwise(row))
