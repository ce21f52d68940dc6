"""One value of a workbook cell as the text that stands for it in `Sheet.cells`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta


def number_text(value: float) -> str:
    """Return a number as the shortest decimal text with at most nine decimals: "45", "4500.5", never an exponent.

    Nine decimals drop the noise of binary fractions (0.1 + 0.2 is "0.3") and are what the quick reader gives.
    Infinities and NaN come back as Python writes them.
    """
    if isinstance(value, int):
        return str(value)
    text = f"{value:.9f}"
    return text.rstrip("0").removesuffix(".") if "." in text else text


def cell_text(value: object) -> str | None:
    """Return the text of a cell as openpyxl gives its value; `None` for an empty cell."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, timedelta):
        seconds = int(value.total_seconds())
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
