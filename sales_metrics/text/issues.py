"""What an issue says to the person who uploaded the file, in their language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

from ..model.issue import Issue, Severity
from ..model.text import Language, Text
from . import wording_cells, wording_files
from .numbers import number

WORDING: Final[Mapping[str, Text]] = {**wording_files.WORDING, **wording_cells.WORDING}
"""The sentence for every code that intake can give; {placeholders} are fields of an issue."""

_UNKNOWN: Final = {
    Severity.REFUSED: Text(
        ru="Файл не принят ({problem}).",
        en="The file was not accepted ({problem}).",
        bg="Файлът не е приет ({problem}).",
    ),
    Severity.REJECTED: Text(
        ru="Строка не принята ({problem}): «{found}».",
        en="The row was not accepted ({problem}): “{found}”.",
        bg="Редът не е приет ({problem}): „{found}“.",
    ),
    Severity.NOTE: Text(
        ru="Обратите внимание ({problem}): «{found}».",
        en="Please check ({problem}): “{found}”.",
        bg="Обърнете внимание ({problem}): „{found}“.",
    ),
}
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_PLAIN_SHEET: Final = re.compile(r"[^\W\d][\w.]*")


def message(issue: Issue, lang: Language) -> str:
    """Return the sentence for an issue, with what was found put in as it stands.

    A code that has no wording gets a general sentence that names the code, so that nothing goes unsaid. `count`
    is written with its grouping; a placeholder that no issue has stays visible.
    """
    template = WORDING.get(issue.problem) or _UNKNOWN[issue.severity]
    values = {
        **asdict(issue),
        "count": number(issue.count, lang),
        "limit": wording_cells.limit_text(issue.limit, lang),
        # A text file has no sheets: its only one goes by the name of the file.
        "sheet": issue.sheet or issue.file,
    }
    # Not str.format: what stood in the cell may itself hold braces, and a wrong placeholder must not raise.
    return _PLACEHOLDER.sub(lambda hit: str(values.get(hit[1], hit[0])), template.in_(lang))


def address(issue: Issue) -> str:
    """Return where the issue is, as a spreadsheet writes it: "Sheet1!C14", "'My sheet'!C14".

    Only the cell where the file has no sheets, only the sheet where the issue is about a whole sheet, and an
    empty string where it is about the file.
    """
    if not issue.sheet:
        return issue.cell
    plain = _PLAIN_SHEET.fullmatch(issue.sheet) is not None
    sheet = issue.sheet if plain or not issue.cell else "'" + issue.sheet.replace("'", "''") + "'"
    return f"{sheet}!{issue.cell}" if issue.cell else sheet
