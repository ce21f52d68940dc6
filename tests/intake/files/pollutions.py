"""A clean table and the ways in which CSV files are polluted, each beside what ought to be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

Rows = list[list[str]]
HEAD = ["id", "when", "amount", "article", "remark", "link", "last"]


def clean() -> Rows:
    """Return headings and forty rows with quotes, delimiters and apostrophes in their texts."""
    rows = [
        [
            f"MG-{8700 + at}",
            f"{1 + at % 28:02d}/03/2026",
            f"${at * 7 % 90}.{at % 10}5",
            f"Men's boots, {at % 12}\" tall" if at % 3 == 0 else f"Trail shoe {at}",
            f"Rugged enough for work, yet light; it doesn't weigh {at} pounds" if at % 2 else "none",
            f"https://www.example.com/p/{at}",
            "",
        ]
        for at in range(40)
    ]
    return [list(HEAD), *rows]


def written(rows: Rows, *, delimiter: str = ",", quote: str = '"', end: str = "\n", escape: str = "") -> str:
    """Return rows as text, quoted where needed, as a careful program writes them."""
    lines = []
    for row in rows:
        cells = []
        for cell in row:
            if delimiter[0] in cell or quote in cell or "\n" in cell:
                cell = quote + cell.replace(quote, (escape or quote) + quote) + quote
            cells.append(cell)
        lines.append(delimiter.join(cells))
    return end.join(lines) + end


def all_quoted(rows: Rows) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue()


def _line(at: int, change: Callable[[str], str]) -> str:
    lines = written(clean()).split("\n")
    lines[at] = change(lines[at])
    return "\n".join(lines)


def extra_quote(row: int, column: int) -> tuple[bytes, Rows]:
    """One field has a quote too many before it, inside its own quotes if it has any."""
    rows = clean()
    lines = written(rows).split("\n")
    text = written([rows[row]]).rstrip("\n")
    fields = [written([[cell]]).rstrip("\n") for cell in rows[row]]
    assert ",".join(fields) == text
    fields[column] = '"' + fields[column] if not fields[column].startswith('"') else '""' + fields[column][1:]
    lines[row] = ",".join(fields)
    rows[row][column] = '"' + rows[row][column]
    return "\n".join(lines).encode(), rows


def other_row(row: int, delimiter: str) -> tuple[bytes, Rows]:
    lines = written(clean()).split("\n")
    lines[row] = written([clean()[row]], delimiter=delimiter).rstrip("\n")
    return "\n".join(lines).encode(), clean()


def short(row: int) -> tuple[bytes, Rows]:
    rows = clean()
    rows[row] = rows[row][:4]
    return written(rows).encode(), [*rows[:row], [*rows[row], "", "", ""], *rows[row + 1 :]]


def long(row: int) -> tuple[bytes, Rows]:
    rows = clean()
    rows[row] = [*rows[row], "one", "two"]
    return written(rows).encode(), rows


def multi_line(rows: Rows) -> Rows:
    rows[5][4] = "first line\nsecond, line"
    return rows


def with_text(change: Callable[[Rows], str], encoding: str = "utf-8") -> tuple[bytes, Rows]:
    return change(clean()).encode(encoding), clean()


def _wrapped(text: str) -> str:
    return "".join('"' + line.replace('"', '""') + '"\n' for line in text.splitlines())


def twelve_others() -> str:
    return written([["team", "plan"], *([f"team {at}", str(at * 100)] for at in range(8))])


POLLUTIONS: dict[str, tuple[bytes, Rows]] = {
    "nothing": with_text(written),
    "everything quoted": with_text(all_quoted),
    "semicolons": with_text(lambda rows: written(rows, delimiter=";")),
    "tabs": with_text(lambda rows: written(rows, delimiter="\t")),
    "pipes": with_text(lambda rows: written(rows, delimiter="|")),
    "a comma and a blank": with_text(lambda rows: written(rows, delimiter=", ")),
    "two tabs": with_text(lambda rows: written(rows, delimiter="\t\t")),
    "blanks": with_text(lambda rows: written(rows, delimiter=" ")),
    "apostrophes for quotes": with_text(lambda rows: written(rows, quote="'")),
    "backslashes for doubled quotes": with_text(lambda rows: written(rows, escape="\\")),
    "zero bytes for doubled quotes": with_text(lambda rows: written(rows, escape="\0")),
    "line feeds": with_text(lambda rows: written(rows, end="\n")),
    "carriage returns": with_text(lambda rows: written(rows, end="\r")),
    "both": with_text(lambda rows: written(rows, end="\r\n")),
    "UTF-16": with_text(written, "utf-16"),
    "a byte order mark": with_text(written, "utf-8-sig"),
    "Latin letters of one byte": (written([[*HEAD[:6], "größe"], *clean()[1:]]).encode("cp1252"),
                                  [[*HEAD[:6], "größe"], *clean()[1:]]),
    "no last line end": with_text(lambda rows: written(rows).rstrip("\n")),
    "two last line ends": with_text(lambda rows: written(rows) + "\n"),
    "empty lines": with_text(lambda rows: written(rows).replace("\nMG-8710", "\n\n\nMG-8710")),
    "a title above": with_text(lambda rows: "Sales report\nas of today\n\n" + written(rows)),
    "a title with delimiters": with_text(lambda rows: "Sales report,,,,,,\n,,,,,,\n" + written(rows)),
    "a footnote": with_text(lambda rows: written(rows) + "Footnote: all sums in dollars\n"),
    "a footnote with delimiters": with_text(lambda rows: written(rows) + ",,,,,,\nFootnote,,,,,,\n"),
    "every line in quotes": with_text(lambda rows: _wrapped(written(rows))),
    "no headings": (written(clean()[1:]).encode(), clean()[1:]),
    "headings alone": (written([HEAD]).encode(), [HEAD]),
    "one row of data": (written(clean()[:2]).encode(), clean()[:2]),
    "one column": (written([row[:1] for row in clean()]).encode(), [row[:1] for row in clean()]),
    "a field of two lines": (written(multi_line(clean())).encode(), multi_line(clean())),
    "a second table": with_text(lambda rows: written(rows) + "\n" + twelve_others()),
    "a second table above": with_text(lambda rows: twelve_others() + "\n" + written(rows)),
    "a row with other delimiters": other_row(7, ";"),
    "headings with other delimiters": other_row(0, ";"),
    "a last row with other delimiters": other_row(40, ";"),
    "a short row": short(9),
    "a long row": long(9),
    "a short first row": short(1),
    "a zero byte": (written(clean()).replace("Trail shoe 4", "Tra\0il shoe 4").encode(), clean()),
    **{
        f"a quote too many in {row}, {column}": extra_quote(row, column)
        for row in (0, 1, 3, 40)
        for column in range(7)
    },
}  # fmt: skip
"""What is wrong with a file -> (its bytes, the rows that ought to be read from it)."""
