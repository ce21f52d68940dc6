"""What a compressed workbook is really made of, found out before any parser sees it.

The parsers underneath trust the sizes, the names and the addresses in a file; here each part that they would
read is unpacked once, in blocks, with its check sum, and looked through on the way.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from ..container import zip_kind
from ..limits import Limits
from ..progress import PARSING
from ..refusal import RefusedError, megabytes
from .sheet_scan import SheetScan
from .text_scan import TextScan

_BLOCK = 1 << 20
# The rest of the time goes into parsing proper.
_OF_READING = 0.4
_RATIO_FROM = 20 << 20
_SKIPPED = re.compile(
    r"^(xl/(media|pivotcache|drawings|charts|chartsheets|embeddings|externallinks|printersettings|ctrlprops|"
    r"activex|customproperty|model|queries)/|docprops/|customxml/|pictures/|thumbnails/|object )|vbaproject",
)
_SHEET = re.compile(r"(^|/)worksheets/[^/]+\.xml$")
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(slots=True)
class Findings:
    """What was found in an archive: its kind, what each sheet part holds, and what its texts look like.

    `sheets` is keyed by the lower-case name of the part with forward slashes.
    """

    kind: str
    sheets: dict[str, SheetScan] = field(default_factory=dict)
    texts: TextScan = field(default_factory=TextScan)


def inspect(file: BinaryIO, limits: Limits) -> Findings:
    """Return what the archive in `file` holds, having unpacked every part that a parser will read.

    Raises `RefusedError` for an archive that is damaged, locked, hostile or larger than `limits` when unpacked.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            return _inspect(archive, limits)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        IndexError,
    ) as fault:
        raise RefusedError("damaged") from fault


def _inspect(archive: zipfile.ZipFile, limits: Limits) -> Findings:
    parts = archive.infolist()
    if len(parts) > limits.entries:
        raise RefusedError("too_many_parts", found=str(len(parts)), limit=limits.entries)
    names = _names(parts)
    findings = Findings(zip_kind(set(names)))
    budget = limits.unpacked
    whole = sum(part.compress_size for part in parts) or 1
    for name, part in zip(names, parts, strict=True):
        if _SKIPPED.search(name) or not name.endswith((".xml", ".rels", ".bin")):
            continue
        if part.flag_bits & 1:
            raise RefusedError("password")
        bound = min(limits.part, budget)
        if part.file_size > bound:
            raise RefusedError("unpacked_too_big", found=megabytes(part.file_size), limit=megabytes(bound))
        if part.file_size > max(_RATIO_FROM, limits.ratio * part.compress_size):
            raise RefusedError("packed_too_tightly", limit=limits.ratio)
        _look_through(findings, name, _blocks(archive, part, whole), limits)
        budget -= part.file_size
    return findings


def _names(parts: list[zipfile.ZipInfo]) -> list[str]:
    """Return the names in lower case with forward slashes, or refuse those that no honest program writes."""
    names = [part.filename.replace("\\", "/").lower() for part in parts]
    for name in names:
        if name.startswith("/") or ".." in name.split("/") or re.match(r"[a-z]:", name):
            raise RefusedError("dangerous_archive", found=name)
    if len(set(names)) != len(names):
        raise RefusedError("dangerous_archive", found=next(name for name in names if names.count(name) > 1))
    return names


def _blocks(archive: zipfile.ZipFile, part: zipfile.ZipInfo, whole: int) -> Iterator[bytes]:
    """Yield the part in blocks; `whole` is the packed size of all parts, for the progress."""
    share = part.compress_size / whole
    with archive.open(part) as stream:
        while block := stream.read(_BLOCK):
            yield block
            PARSING.advance(_OF_READING * share * len(block) / max(part.file_size, 1))


def _look_through(findings: Findings, name: str, blocks: Iterator[bytes], limits: Limits) -> None:
    if name.endswith(".bin"):
        for _ in blocks:
            pass
        return
    sheet = SheetScan(limits) if findings.kind == "xlsx" and _SHEET.search(name) else None
    if sheet is not None:
        findings.sheets[name] = sheet
    shared = name.endswith("sharedstrings.xml")
    tail = b""
    for block in blocks:
        if b"\0" in block:
            raise RefusedError("damaged")
        if _DTD.search(tail + block[:16]) or (b"!" in block and b"<!" in block and _DTD.search(block)):
            raise RefusedError("xml_entities")
        tail = block[-16:]
        if shared:
            findings.texts.feed(block)
        if sheet is not None:
            sheet.feed(block)
    if sheet is not None:
        sheet.finish()
        findings.texts.dates |= sheet.texts.dates
        findings.texts.booleans |= sheet.texts.booleans
