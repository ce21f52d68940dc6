"""How wide the columns of a listing are, and how many lines its rows take, so that texts can be read whole.

The table of the browser breaks words by itself where a row is tall enough, and cuts them where it is not; how tall
is to be said beforehand, so it is worked out from the widths of letters.
"""

from __future__ import annotations

from math import ceil
from typing import Final

from ..charts.measure import text_width
from ..model.panel import Align, Listing

LAPTOP: Final = 890
PHONE: Final = 290
"""What the window leaves for the columns beside the box to tick, in px; on a phone for the first two of them."""
LINES: Final = {LAPTOP: ((3, 2), (3, 3), (4, 3)), PHONE: ((3, 2), (3, 3), (4, 3), (5, 4), (6, 4), (8, 4))}
"""How many lines a text and how many a name may take, the best first. The browser breaks nothing in two-line rows;
beyond the last a list is none any more, and what is left is read by moving the table."""
CUT: Final = 0.1
"""So few rows may lose the end of a text before all rows are made taller for it."""
_TYPE: Final = 14
_PADDING: Final = 20
_FULL: Final = 0.88
"""How full a line gets on average before the next word breaks it."""


def fitted(picture: Listing, rows: list[tuple[str, ...]], *, phone: bool = False) -> tuple[list[int | None], int]:
    """Return the width in px of every column, `None` where its content decides, and the number of lines of a row.

    Numbers stand on one line, other columns may break. What room is left goes to the columns for texts (`wide`).
    """
    room = PHONE if phone else LAPTOP
    columns = picture.columns
    texts = [[column.title, *(cells[at] for cells in rows)] for at, column in enumerate(columns)]
    whole = [max(text_width(text, _TYPE) for text in some) + _PADDING for some in texts]
    if sum(whole) <= room:
        return [None] * len(whole), 1
    if not phone and (at_most := _one_line(picture, rows, whole)):
        return [at_most if column.wide else ceil(width) for column, width in zip(columns, whole, strict=True)], 1
    # A head is never broken, the texts under it are broken between words.
    words = [
        max(text_width(some[0], _TYPE), *(text_width(word, _TYPE) for text in some for word in text.split(" ")))
        + _PADDING
        for some in texts
    ]
    seen = _first_two(picture) if phone else range(len(whole))
    for of_text, of_name in LINES[room]:
        most = [1 if one.align is Align.RIGHT else of_text if one.wide else of_name for one in columns]
        widths = [_broken(*one) for one in zip(whole, words, most, strict=True)]
        if sum(widths[at] for at in seen) <= room:
            break
    else:
        if not any(column.wide for column in columns):
            # Broken names would make rows tall and still not bring all numbers into sight.
            return [None] * len(whole), 1
    spare = max(room - sum(widths[at] for at in seen), 0)
    wide = [at for at in seen if columns[at].wide]
    for at in wide:
        widths[at] = min(widths[at] + spare / len(wide), whole[at])
    return [ceil(width) for width in widths], of_text


def _one_line(picture: Listing, rows: list[tuple[str, ...]], whole: list[float]) -> int | None:
    """Return the width that is left for the one column for texts if hardly a row needs more, else `None`."""
    wide = [at for at, column in enumerate(picture.columns) if column.wide]
    if len(wide) != 1 or not rows:
        return None
    (at,) = wide
    left = LAPTOP - sum(whole) + whole[at]
    cut = sum(text_width(cells[at], _TYPE) + _PADDING > left for cells in rows)
    return int(left) if cut <= CUT * len(rows) else None


def _broken(whole: float, word: float, lines: int) -> float:
    """Return the width in which a column takes so many lines at most; no word is broken."""
    return whole if lines == 1 else min(max((whole - _PADDING) / (lines * _FULL) + _PADDING, word), whole)


def _first_two(picture: Listing) -> list[int]:
    """Return the columns that a phone shows at once: the first, and the first for texts or else the second."""
    wide = (at for at, column in enumerate(picture.columns) if column.wide and at)
    return sorted({0, next(wide, min(1, len(picture.columns) - 1))})
