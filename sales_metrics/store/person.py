"""A contact person as files write the name, the phone and the e-mail, and where these stand in rows and bytes."""

from __future__ import annotations

import html
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from ..intake.files.reading import read
from ..model.tables import TABLES

ABOUT: Final = {"clients": ("birthday", "hobby")}
"""What else is said of the person in a row that names one."""
NAMED_IN: Final = frozenset({"contact_person", "phone", "email"})

_ENCODINGS: Final = ("utf-8", "cp1251", "utf-16-le", "utf-16-be", "koi8-r", "cp866")
_BLANKS: Final = r"[\s\u00a0\u202f]+"
_BETWEEN_DIGITS: Final = r"[\s\u00a0\u202f().\-]*"
_TAG: Final = re.compile(r"<[^>]*>")
_OLE: Final = b"\xd0\xcf\x11\xe0"
_RUN: Final = re.compile(
    r"</?(?:\w+:)?(?:r|t|rPr|b|i|u|sz|color|rFont|family|charset|scheme|span|font|em|strong)\b[^>]*>"
)
_PHONE: Final = re.compile(r"[+\d\s\u00a0().\-]+")
_DIGITS_AT_LEAST: Final = 6


@dataclass(frozen=True, slots=True)
class Erased:
    """The rows of one part after erasure, how many rows were touched, and how many cells of each column."""

    rows: pa.Table
    touched: int
    cells: Counter[str]


@dataclass(frozen=True, slots=True)
class Person:
    """Exact names, phones and e-mail addresses of one person.

    Case, "ё", the width of blanks, how letters are composed, and the way in which a phone is punctuated do not
    matter; parts of words do.
    A cell that says only the value is blanked; in the middle of a text, and where a row is told apart by the
    cell, a random word takes its place, the same wherever the value stands.
    """

    values: tuple[str, ...]
    patterns: tuple[tuple[re.Pattern[str], str], ...] = field(init=False)

    def __post_init__(self) -> None:
        token = f"erased-{token_hex(4)}"
        numbered = [
            (re.compile(text, re.IGNORECASE), f"{token}-{n}")
            for n, value in enumerate(self.values, start=1)
            # A key holds names with "ß" and "ς" spelt out.
            for text in dict.fromkeys(_pattern(each) for each in (_composed(value), _spelt_out(value)))
        ]
        object.__setattr__(self, "patterns", tuple(numbered))

    def stands_in(self, text: str) -> bool:
        """Whether any of the values stands in a text."""
        composed = _composed(text)
        return any(pattern.search(text) or pattern.search(composed) for pattern, _ in self.patterns)

    def without(self, text: str) -> str:
        """Return a text with a random word in place of every value."""
        if not any(pattern.search(text) for pattern, _ in self.patterns):
            text = _composed(text)
        for pattern, token in self.patterns:
            text = pattern.sub(token, text)
        return text

    def without_in(self, record: Any) -> Any:
        """Return what JSON holds with a random word in place of every value; numbers are no phones here."""
        if isinstance(record, str):
            return self.without(record) if self.stands_in(record) else record
        if isinstance(record, list):
            return [self.without_in(each) for each in record]
        if isinstance(record, dict):
            return {self.without_in(name): self.without_in(each) for name, each in record.items()}
        return record

    def named_and_others(self, rows: pa.Table) -> tuple[set[str], set[str]]:
        """Return the keys of the rows that name the person as theirs, and of those that name somebody else."""
        if "contact_person" not in rows.column_names:
            columns = [name for name in ("phone", "email") if name in rows.column_names]
        else:
            columns = [name for name in rows.column_names if name in NAMED_IN]
        named, others = set(), set()
        keys = rows.column("_key").to_pylist()
        for name in columns:
            said = {text: self.stands_in(text) for text in pc.unique(rows.column(name)).to_pylist() if text}
            for key, text in zip(keys, rows.column(name).to_pylist(), strict=True):
                if text and said[text]:
                    named.add(key)
                elif text and name == "contact_person":
                    others.add(key)
        return named, others

    def stands_in_bytes(self, data: bytes) -> bool:
        """Whether any of the values stands in a file: text in any usual encoding, or a workbook."""
        return any(self.stands_in(text) for text in _texts(data))

    def stands_in_file(self, path: Path) -> bool:
        """Whether any of the values stands in a kept file, in its bytes or in the cells that are read of it."""
        data = path.read_bytes()
        if self.stands_in_bytes(data):
            return True
        # Old and binary workbooks keep numbers, and with them phones, in a form that only their reader knows.
        if data[:4] != _OLE and (data[:2] != b"PK" or b".bin" not in data):
            return False
        return any(
            self.stands_in(text)
            for sheet in read(path).sheets
            for column in sheet.cells.columns
            for text in pc.unique(column).to_pylist()
            if text is not None
        )

    def erased_from(self, table: str, rows: pa.Table, own: Set[str] = frozenset()) -> Erased | None:
        """Return the rows of a part without the person, or `None` when they do not speak of the person.

        `own` are the keys of rows that other parts name the person in, and nobody else: what a file says there of
        a birthday is of the person, even if the file does not name anybody.
        """
        identifying = {column for key in TABLES[table].keys for column in key} | {"_key", "client", "referred_by"}
        touched = pa.array([False] * rows.num_rows)
        named = pa.array([key in own for key in rows.column("_key").to_pylist()] if own else touched)
        cells: Counter[str] = Counter()
        for place, name in enumerate(rows.column_names):
            if not pa.types.is_string(rows.schema.field(place).type):
                continue
            said = {text: self._instead(text, name in identifying) for text in self._found(rows.column(place))}
            if not said:
                continue
            column, hit = _replaced(rows.column(place), said)
            rows = rows.set_column(place, name, column)
            cells[name] += pc.sum(hit).as_py()
            touched = pc.or_(touched, hit)
            named = pc.or_(named, hit) if name in NAMED_IN else named
        for name in ABOUT.get(table, ()):
            if name in rows.column_names:
                place = rows.column_names.index(name)
                touched = pc.or_(touched, pc.and_(named, pc.is_valid(rows.column(place)).combine_chunks()))
                kept = pc.if_else(named, pa.scalar(None, rows.schema.field(place).type), rows.column(place))
                rows = rows.set_column(place, name, kept)
        del cells["_key"]
        return Erased(rows, pc.sum(touched).as_py(), cells) if pc.any(touched).as_py() else None

    def _found(self, column: pa.ChunkedArray) -> list[str]:
        return [text for text in pc.unique(column).to_pylist() if text is not None and self.stands_in(text)]

    def _instead(self, text: str, identifying: bool) -> str | None:
        forms = {text.strip(), _composed(text).strip()}
        alone = any(pattern.fullmatch(form) for pattern, _ in self.patterns for form in forms)
        return None if alone and not identifying else self.without(text)


def _composed(text: str) -> str:
    """Return a text in the form in which keys are compared, if it is not in it already."""
    return (
        text if text.isascii() or unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)
    )


def _spelt_out(text: str) -> str:
    return _composed(text).replace("ß", "ss").replace("ς", "σ")


def _replaced(column: pa.ChunkedArray, said: dict[str, str | None]) -> tuple[pa.ChunkedArray, pa.Array]:
    old = pa.array(list(said), pa.string())
    new = pa.array(list(said.values()), pa.string())
    places = pc.index_in(column, value_set=old).combine_chunks()
    hit = pc.is_valid(places)
    return pa.chunked_array([pc.if_else(hit, new.take(places), column.combine_chunks())]), hit


def _pattern(value: str) -> str:
    """Return how a value is written. Raises `ValueError` for one that is too short to be somebody's."""
    value = value.strip()
    digits = re.sub(r"\D", "", value)
    if "@" in value:
        return rf"(?<![\w.+-]){re.escape(value)}(?![\w-])"
    if _PHONE.fullmatch(value):
        if len(digits) < _DIGITS_AT_LEAST:
            raise ValueError("a phone has at least six digits")
        # In Russia and its neighbours +7 and 8 begin the same number.
        national = len(digits) == 11 and digits[0] in "78"
        start = rf"(?:\+?[78]{_BETWEEN_DIGITS})?" if national else r"\+?"
        return rf"(?<!\d){start}{_BETWEEN_DIGITS.join(digits[1:] if national else digits)}(?!\d)"
    words = value.split()
    if sum(len(word) for word in words) < 3:
        raise ValueError("a name has at least three letters")
    either = [re.sub("[её]", "[её]", re.escape(word), flags=re.IGNORECASE) for word in words]
    return rf"(?<!\w){_BLANKS.join(either)}(?!\w)"


def _texts(data: bytes) -> Iterator[str]:
    if data[:2] == b"PK":
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield from _decoded(archive.read(name))
            return
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError):
            pass  # It was read once by another reader: look at the bytes as they stand.
    yield from _decoded(data)


def _decoded(data: bytes) -> Iterator[str]:
    for encoding in _ENCODINGS:
        for start in (0, 1) if encoding.startswith("utf-16") else (0,):
            text = data[start:].decode(encoding, "replace")
            yield text
            if encoding == "utf-8":
                yield _composed(text)
            if "<" in text and encoding == "utf-8":
                # A name may be written in several runs; and cells that stand side by side are no one word.
                yield html.unescape(_TAG.sub("", text))
                yield html.unescape(_RUN.sub("", text))
