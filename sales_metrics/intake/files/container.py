"""What a file is, told by its bytes; names and extensions lie too often to be asked."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from .encoding import UTF16_MARKS, is_utf16, utf_16
from .refusal import RefusedError

HEAD = 64 << 10

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"MOXCEL", "MXL"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "EXE"),
    (b"MIME-Version:", "MHTML"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x08\x10\x00",
)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|table|style)\b", re.IGNORECASE)
_XML_2003 = "urn:schemas-microsoft-com:office:spreadsheet"


def kind_of(path: Path) -> str:
    """Return "zip", "ole", "html", "xml2003" or "csv" by the content of the file at `path`.

    Raises `RefusedError` for an empty file and for content that is known to be something else.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise RefusedError("empty_file")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(_OLE):
        return "ole"
    if head.startswith(_BARE_BIFF):
        raise RefusedError("ancient_workbook")
    for magic, name in _FOREIGN:
        if head.startswith(magic):
            raise RefusedError("foreign_file", found=name)
    if zipfile.is_zipfile(path):
        return "zip"
    return _markup(head)


def _markup(head: bytes) -> str:
    text = _skimmed(head).lstrip("\ufeff \t\r\n")
    if not text.startswith("<"):
        if not is_utf16(head):
            _refuse_binary(head)
        return "csv"
    if _XML_2003 in text:
        return "xml2003"
    if _HTML.search(text):
        return "html"
    if text.startswith("<?xml"):
        raise RefusedError("foreign_file", found="XML")
    return "csv"


def _skimmed(head: bytes) -> str:
    """Return the ASCII of the head, which is all that markup is told by; UTF-16 is read as such."""
    if is_utf16(head):
        return head.decode("utf-16" if head[:2] in UTF16_MARKS else utf_16(head), "ignore")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _refuse_binary(head: bytes) -> None:
    """Refuse bytes that no encoding of text would hold, by the control characters among them."""
    controls = sum(head.count(bytes([code])) for code in (*range(1, 9), *range(14, 32)) if code not in (4, 30, 31))
    if controls > 4 and controls * 50 > len(head):
        raise RefusedError("unknown_content")


def zip_kind(names: set[str]) -> str:
    """Return "xlsx", "xlsb" or "ods" by the lower-case names inside an archive.

    Raises `RefusedError` when they are those of another kind of document, or of none.
    """
    if any(name.endswith("workbook.bin") for name in names):
        return "xlsb"
    if "content.xml" in names and "mimetype" in names and not any("word" in name for name in names):
        return "ods"
    if "[content_types].xml" in names or "_rels/.rels" in names:
        for folder, name in (("word/", "Word"), ("ppt/", "PowerPoint"), ("visio/", "Visio")):
            if any(each.startswith(folder) for each in names):
                raise RefusedError("foreign_file", found=name)
        if any("workbook" in name and name.endswith(".xml") for name in names):
            return "xlsx"
        raise RefusedError("damaged")
    if any(name.endswith(".iwa") or name == "index.zip" for name in names):
        raise RefusedError("foreign_file", found="Apple Numbers")
    raise RefusedError("archive_not_workbook", found=min(names, default=""))


def ole_kind(data: bytes) -> str:
    """Return "xls" for an old Excel workbook by the names of the streams in it.

    Raises `RefusedError` for one that is locked by a password and for other documents of the same container.
    """

    def holds(stream: str) -> bool:
        return (stream + "\0").encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise RefusedError("password")
    if holds("Workbook") or holds("Book"):
        return "xls"
    for stream, name in (
        ("WordDocument", "Word"),
        ("PowerPoint Document", "PowerPoint"),
        ("__properties_version1.0", "Outlook"),
    ):
        if holds(stream):
            raise RefusedError("foreign_file", found=name)
    raise RefusedError("damaged")
