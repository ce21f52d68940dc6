"""Which part of an xlsx archive holds which sheet."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from ..refusal import RefusedError


@dataclass(frozen=True, slots=True)
class Part:
    """Where a sheet is kept, in lower case with forward slashes, and whether it is hidden in either way."""

    path: str = ""
    hidden: bool = False


def parts_of(data: bytes) -> dict[str, Part]:
    """Return the part of each sheet by the sheet's name. Raises `RefusedError` when the list cannot be read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
        book = next((name for name in names if name.endswith("workbook.xml")), "")
        folder, file = posixpath.split(book)
        relations = names.get(posixpath.join(folder, "_rels", file + ".rels"))
        try:
            sheets = fromstring(archive.read(names[book]))
            targets = _targets(fromstring(archive.read(relations))) if relations else {}
        except (KeyError, ParseError, ValueError) as fault:
            raise RefusedError("damaged") from fault
    return {
        sheet.get("name", ""): Part(
            _full(folder, targets.get(_relation(sheet), "")), sheet.get("state", "visible") != "visible"
        )
        for sheet in sheets.iter()
        if _local(sheet) == "sheet"
    }


def _targets(relations: Element) -> dict[str, str]:
    return {each.get("Id", ""): each.get("Target", "") for each in relations}


def _relation(sheet: Element) -> str:
    return next((value for key, value in sheet.items() if key.endswith("}id")), "")


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _full(folder: str, target: str) -> str:
    target = target.replace("\\", "/").lower()
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
