"""How many columns of an export are mapped rightly, wrongly, asked about, or missed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sales_metrics.intake.take import TakenSheet, take_workbook

from .known_exports import Export

_SORTS: Final = {
    "deal_id": "id",
    "order_id": "id",
    "client_id": "id",
    "contact_id": "id",
    "tender_id": "id",
    "product_id": "id",
    "name": "title",
    "subject": "title",
    "tele_marketer": "manager",
    "client_manager": "manager",
    "owner": "manager",
    "surveyor": "manager",
    "head": "manager",
    "contact_person": "person",
    "probability": "share",
    "value": "money",
    "amount": "money",
    "price": "money",
    "list_price": "money",
    "quantity": "number",
    "minutes": "number",
    "rating": "rating",
    "recommend": "number",
    "held_at": "moment",
    "created_at": "moment",
    "tax_id": "tax_id",
    "lost_reason": "reason",
    "outcome": "status_en",
    "product_group": "product",
    "city": "region",
    "industry": "industry",
    "pipeline": "word",
    "channel": "source",
    "result": "said",
    "next_step": "text",
    "period": "month",
    "month": "month_day",
    "measure": "measure",
    "status": "order_status",
    "role": "role",
    "team": "team",
    "reason": "absence",
    "stage": "stage",
    "kind": "kind",
    "qualified": "yes_no",
    "note": "text",
    "liked": "text",
    "disliked": "text",
    "improve": "text",
}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of columns. `right` and `missed` are of those demanded, `wrong` and `asked` of all."""

    right: int = 0
    wrong: int = 0
    asked: int = 0
    missed: int = 0
    faults: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.wrong + other.wrong,
            self.asked + other.asked,
            self.missed + other.missed,
            self.faults + other.faults,
        )


def score(export: Export) -> Score:
    """Take an export and compare with what its columns mean; in a wrong table every column is wrong."""
    (sheet,) = take_workbook(export.workbook(), dialects=()).sheets
    mapped = _mapped(sheet)
    if sheet.table and sheet.table != export.table and not any(q.key == "table" for q in sheet.questions):
        return Score(wrong=len(mapped), faults=(f"{export.name}: taken for {sheet.table}",))
    mapped = mapped if sheet.table == export.table else {}
    meant = export.meant
    asked = {letter for q in sheet.questions for letter in (q.key.removeprefix("column:"), *q.choices)}
    right = [at for at, ours in meant.items() if not ours.endswith("?") and mapped.get(at) == ours]
    wrong = [at for at, ours in mapped.items() if meant.get(at, "").rstrip("?") != ours]
    had = {ours for at, ours in mapped.items() if meant.get(at, "").rstrip("?") == ours}
    lost = [at for at, ours in meant.items() if not ours.endswith("?") and at not in mapped and ours not in had]
    asked_about = [at for at in lost if at in asked]
    heads = dict(sheet.unused) | {at: export.columns[place][0] for place, at in enumerate(_letters(export))}
    faults = [f"{export.name}: {heads[at]!r} taken for {mapped[at]}" for at in wrong]
    faults += [f"{export.name}: {heads[at]!r} missed ({meant[at]})" for at in lost if at not in asked]
    return Score(len(right), len(wrong), len(asked_about), len(lost) - len(asked_about), tuple(faults))


def _mapped(sheet: TakenSheet) -> dict[str, str]:
    own = {letter: ours for ours, letter in sheet.letters.items()}
    return own | {
        letter: f"{table}.{ours}"
        for table, letters in sheet.derived_letters.items()
        for ours, letter in letters.items()
        if letter not in own
    }


def _letters(export: Export) -> list[str]:
    from sales_metrics.intake.files.sheet import letter

    return [letter(at) for at in range(1, len(export.columns) + 1)]


def unseen(name: str = "unseen_headings.txt") -> tuple[Export, ...]:
    """Return the exports of a file of headings that the recogniser was not made for."""
    found = []
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("["):
            continue
        title, _, columns = line[1:].partition("] ")
        export, table = title.split()
        found.append(Export(export, table, tuple(_column(part) for part in columns.split(" · "))))
    return tuple(found)


def _column(text: str) -> tuple[str, str, str]:
    words = text.replace("@", " @").split()
    sort = next((word[1:] for word in words if word.startswith("@")), "")
    ours = words[words.index(">") + 1] if ">" in words else ""
    end = min([words.index(word) for word in words if word.startswith("@") or word == ">"], default=len(words))
    key = ours.rstrip("?").removeprefix("orders.")
    if not sort:
        sort = _SORTS.get(key, "date" if key.endswith(("_on", "_until")) else key)
    return " ".join(words[:end]), sort, ours
