"""The facts about a sheet that its values do not tell: extent, hidden rows, merged ranges, empty formulas.

Works on the raw XML in blocks and looks closer only where a marker occurs, since most sheets have none.
"""

from __future__ import annotations

import re

from ..limits import Limits
from ..refusal import RefusedError
from ..sheet import CellFault, column_number, letter
from .text_scan import TextScan

_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
_HIDDEN = re.compile(rb'<(?:\w+:)?row\b[^>]*?\bhidden="(?:1|true)"')
_LEVEL = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*?\br="(\d+)")[^>]*?\boutlineLevel="([1-7])"')
_CELL_ROW = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="[A-Z]+(\d+)"')
_WIDE = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{2,})\d+"(?:[^>]*[^/>])?>')
_MERGED = re.compile(rb'mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_FORMULA_ENDS_CELL = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"')
_LONG_NUMBER = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"(?: s="\d+")?(?: t="n")?>'
    rb"<(?:\w+:)?v>(?:\d{16,}|\d\.\d{14,}[eE]\+?(?:1[5-9]|2\d))</"
)
_FILLED = re.compile(rb'<(?:\w+:)?c r="([A-Z]+\d+)"[^>/]*>')
# With every digit made a 0, a number that is long enough to look at is a plain text to search for.
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_LONG = (b"<v>" + b"0" * 16, b"<v>0." + b"0" * 14)
_FROM_A = re.compile(rb'<c r="A\d+"[^>/]*><(?:v|is)>')
_TWO_LETTERS = re.compile(rb' r="[A-Z][A-Z]')
_HEAD = 4096
_CARRY = 8 << 20
_LEVELLED = 100_000
"""A report with more grouped rows than that is read without its levels."""
# Cells of one address come from programs that write small files; in big ones the search would cost too much.
_SEARCHED = 1 << 20


class SheetScan:
    """Takes the XML of one sheet in blocks; the findings are complete after `finish`.

    `rows` and `columns` are the highest addresses met, 0 where cells carry none. `long_numbers` counts numeric
    cells of more than 15 digits, of which the spreadsheet itself has kept only 15; `first_long` is the first.
    `twice` counts cells whose address stood before in the first MiB, `first_twice` is the first of them.
    """

    def __init__(self, limits: Limits) -> None:
        self.rows = 0
        self.columns = 0
        self.hidden_rows = 0
        self.levels: list[tuple[int, int]] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.uncached: list[CellFault] = []
        self.long_numbers = 0
        self.first_long = ""
        self.twice = 0
        self.first_twice = ""
        self.texts = TextScan()
        self._errors = False
        self._from_a = False
        self._limits = limits
        self._carry = b""
        self._prefixed = False
        self._letters: set[bytes] = set()
        self._met: set[bytes] = set()
        self._looked = 0

    @property
    def plain(self) -> bool:
        """Whether no cell holds an error and column A has a value."""
        return self._from_a and not self._errors

    def feed(self, block: bytes) -> None:
        """Look through one more block. Raises `RefusedError` for an address outside the limits."""
        piece = self._carry + block
        cut = piece.rfind(b"</row>") + 6
        if cut < 6:
            cut = piece.rfind(b"</") if len(piece) < _CARRY else len(piece)
        self._carry = piece[cut:]
        self._look(piece[:cut])

    def finish(self) -> None:
        """Look through what the last block left."""
        self._look(self._carry)
        self._carry = b""

    def _look(self, piece: bytes) -> None:
        self._prefixed = self._prefixed or b":worksheet" in piece[:_HEAD]
        self._extent(piece)
        self._from_a = self._from_a or (self._looked == 0 and _FROM_A.search(piece) is not None)
        # Attributes in single quotes are read the careful way; to look for one letter first is quickest.
        self._errors = self._errors or b't="e"' in piece or b"'" in piece
        if b"h" in piece and b"hidden=" in piece:
            self.hidden_rows += len(_HIDDEN.findall(piece))
        if b'outlineLevel="' in piece and len(self.levels) < _LEVELLED:
            self.levels += [(int(row), int(level)) for row, level in _LEVEL.findall(piece)]
        # The list of merged ranges follows the rows, so it is never in a piece with rows.
        if b"</row>" not in piece[-_HEAD:] and b"mergeCell " in piece:
            for left, top, right, bottom in _MERGED.findall(piece):
                self.merged.append(
                    (int(top), column_number(left.decode()), int(bottom), column_number(right.decode()))
                )
        if b"f" in piece and (b"<f" in piece or (self._prefixed and b":f" in piece)):
            self._formulas(piece)
        if (b"l" in piece and b'"inlineStr"' in piece) or b't="str"' in piece:
            self.texts.feed(piece)
        self._numbers(piece)
        if self._looked < _SEARCHED:
            self._looked += len(piece)
            self._repeats(piece)

    def _extent(self, piece: bytes) -> None:
        """Take in the last value of the piece and the widest one; cells that hold only a format do not count."""
        last = max(piece.rfind(b"</v>"), 0)
        last = max(last, piece.rfind(b":v>", last) if self._prefixed else -1, piece.rfind(b"</is>", last))
        if last <= 0:
            return
        marks = ((b"<row ", _ROW), (b"<c ", _CELL_ROW), *(((b":c ", _CELL_ROW),) if self._prefixed else ()))
        for mark, row in marks:
            found = row.search(piece, max(piece.rfind(mark, 0, last) - 8, 0), last)
            self.rows = max(self.rows, int(found[1]) if found else 0)
        if self.rows > self._limits.rows:
            raise RefusedError("too_many_rows", found=str(self.rows), limit=self._limits.rows)
        wide = _WIDE.findall(piece) if _TWO_LETTERS.search(piece) else ()
        for letters in set(wide) - self._letters:
            self._letters.add(letters)
            self.columns = max(self.columns, column_number(letters.decode()))
        if self.columns > self._limits.columns:
            widest = letter(self.columns)
            cell = re.search(widest.encode() + rb"\d+", piece)
            raise RefusedError(
                "too_many_columns",
                cell=cell[0].decode() if cell else widest,
                found=str(self.columns),
                limit=self._limits.columns,
            )
        # Columns A to Z are not looked for one by one: most sheets have no others.
        if self.rows * max(self.columns, 26) > max(self._limits.cells, self._limits.rows * 26):
            raise RefusedError("too_many_cells", found=str(self.rows * self.columns), limit=self._limits.cells)

    def _formulas(self, piece: bytes) -> None:
        for end in _FORMULA_ENDS_CELL.finditer(piece):
            start = max(piece.rfind(b"<c ", 0, end.start()), piece.rfind(b":c ", 0, end.start()) - 8)
            cell = _CELL.search(piece, max(start, 0), end.start() + 1)
            # A text result with nothing in it was calculated: =IF(A1>0,"x","") is one.
            if cell and b't="str"' not in piece[cell.start() : piece.find(b">", cell.end())]:
                self.uncached.append(CellFault(int(cell[2]), cell[1].decode(), "uncached"))

    def _repeats(self, piece: bytes) -> None:
        """Count the filled cells whose address was met before; only the last of such is read."""
        for address in _FILLED.findall(piece):
            if address in self._met:
                self.twice += 1
                self.first_twice = self.first_twice or address.decode()
            self._met.add(address)

    def _numbers(self, piece: bytes) -> None:
        zeros = piece.translate(_ZEROS)
        if not any(long in zeros for long in _LONG):
            return
        for cell in _LONG_NUMBER.finditer(piece):
            self.long_numbers += 1
            self.first_long = self.first_long or (cell[1] + cell[2]).decode()
