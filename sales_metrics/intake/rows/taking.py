"""One sheet: from text cells to typed rows, each row accounted for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import polars as pl
import pyarrow as pa

from ...model.issue import Issue, Severity
from ...model.tables import TABLES, Table
from ..files.sheet import Sheet
from ..layout.groups.continued import continued
from ..layout.groups.unfold import unfolded
from ..layout.groups.written import Unfolded
from ..layout.mapping import Known, Mapped, map_sheet, signature
from ..layout.row_kinds import fill_merged, sort_rows
from ..layout.widen import Long, widened
from ..recognition.pairs import beside
from ..types import ARROW_TYPES, KEY, ROW, Hints, TakenSheet
from .accepting import accept
from .derive import orders
from .hints import told_by
from .settling import settle


def empty_rows() -> pa.Table:
    """Return a table without rows and with nothing but `_key` and `_row`."""
    return pa.table({KEY: pa.array([], pa.string()), ROW: pa.array([], pa.int32())})


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sheet with its columns assigned and its rows sorted, before anything is typed.

    `numbers` are the sheet rows behind its rows, `told` is what its cells say of dates and numbers, `long`
    is there where months stood across. Without a table only `sheet`, `cells` and `mapped` count.
    """

    sheet: Sheet
    cells: pl.DataFrame
    mapped: Mapped
    data: pl.DataFrame = field(default_factory=pl.DataFrame)
    reasons: pl.Series = field(default_factory=lambda: pl.Series([], dtype=pl.String))
    numbers: pl.Series = field(default_factory=lambda: pl.Series([], dtype=pl.Int32))
    filled: int = 0
    told: Hints = field(default_factory=Hints)
    long: Long | None = None


def prepare(sheet: Sheet, cells: pl.DataFrame, file: str, known: Known) -> Prepared:
    """Recognise one sheet and tell its data from titles, totals and the like; `cells` are its trimmed cells."""
    stem = file.rpartition(".")[0] or file
    names = tuple(dict.fromkeys((sheet.name, stem)))
    long = None if sheet.faults else widened(fill_merged(cells, sheet, 1)[0], sheet.first_row, names)
    if long:
        flat = replace(sheet, merged=())
        mapped = map_sheet(flat, long.cells, names, known)
        if mapped.table is not None and mapped.header is not None and mapped.header.end == 1:
            return _sorted(flat, long.cells, mapped, long.numbers, long=long)
    mapped = map_sheet(sheet, cells, names, known)
    told = _under_groups(sheet, cells, mapped, names, known)
    if told:
        return told
    if mapped.header is not None:
        whole, going_on = continued(cells, mapped.header)
        again = map_sheet(sheet, whole, names, known) if going_on else mapped
        if going_on and again.table is not None:
            cells, mapped = whole, again
    if mapped.table is None or mapped.header is None:
        return Prepared(sheet, cells, mapped)
    cells, filled = fill_merged(cells, sheet, mapped.header.end)
    numbers = pl.int_range(sheet.first_row, sheet.first_row + cells.height, dtype=pl.Int32, eager=True)
    return _sorted(sheet, cells, mapped, numbers, filled)


def _under_groups(
    sheet: Sheet, cells: pl.DataFrame, mapped: Mapped, names: tuple[str, ...], known: Known
) -> Prepared | None:
    """Return a report of groups as a plain table, if that tells more than the sheet as it stands.

    Groups that hold the sums of their rows are never taken for data beside them.
    """
    if mapped.header is None or mapped.remembered is not None:
        return None
    plain = len({**mapped.derived, **mapped.letters}) if mapped.table is not None else 0
    best: tuple[int, int, Mapped, Unfolded] | None = None
    flat = replace(sheet, merged=())
    for each in unfolded(sheet, cells, mapped.header):
        again = map_sheet(flat, each.long.cells, names, known)
        if again.header is None or again.header.at != mapped.header.at or not _tells(again, each):
            continue
        used = {**again.derived, **again.letters}
        # A column that the groups have filled was there before, and said nothing of the rows below them.
        told = len(used) + len(each.added & set(cells.columns) & set(used.values()))
        if (told > plain or each.proven) and (best is None or (each.rank, told) > best[:2]):
            best = (each.rank, told, again, each)
    if best is None:
        return None
    _, _, again, each = best
    return _sorted(flat, each.long.cells, again, each.long.numbers, long=each.long)


def _tells(mapped: Mapped, report: Unfolded) -> bool:
    """Tell whether groups say something of a table; not when an id of theirs would stand for several rows."""
    used = {**mapped.derived, **mapped.letters}
    if mapped.table is None or mapped.header is None:
        return False
    if report.rank and not report.added & set(used.values()):
        return False
    ids = [used[key[0]] for key in mapped.table.keys if len(key) == 1 and key[0] in used]
    if mapped.table.key == "order_lines" or not ids or ids[0] not in report.added:
        return True
    values = report.long.cells[ids[0]][mapped.header.end :].drop_nulls()
    return values.n_unique() >= 0.9 * len(values)


def _sorted(
    sheet: Sheet, cells: pl.DataFrame, mapped: Mapped, numbers: pl.Series, filled: int = 0, long: Long | None = None
) -> Prepared:
    assert mapped.table is not None  # noqa: S101
    assert mapped.header is not None  # noqa: S101
    reasons = sort_rows(cells, mapped.header, mapped.table, mapped.letters)
    is_data = reasons.is_null()
    data = cells.filter(is_data).with_columns(numbers.filter(is_data).alias(ROW))
    told = told_by(data, mapped, typed=sheet.source == "text")
    return Prepared(sheet, cells, mapped, data, reasons, numbers, filled, told, long)


def finish(prepared: Prepared, file: str, others: Hints) -> TakenSheet:
    """Type and check a prepared sheet; `others` is what the other sheets and files say of dates and numbers."""
    sheet, cells, mapped, reasons = prepared.sheet, prepared.cells, prepared.mapped, prepared.reasons
    if mapped.table is None or mapped.header is None:
        return _not_taken(sheet, file, cells, mapped)
    every = mapped.letters | {f"orders.{name}": letter for name, letter in mapped.derived.items()}
    manner, data, questions = settle(prepared, others)
    accepted = accept(sheet, file, data, mapped, manner)
    derived: dict[str, pa.Table] = {}
    if mapped.derived and accepted.heads is not None:
        derived["orders"] = to_arrow(orders(accepted.rows, accepted.heads), TABLES["orders"])
    issues = [*_sheet_notes(sheet, file, mapped, prepared.filled), *accepted.issues]
    if prepared.long:
        problem = "months_across" if prepared.long.months else "groups_unfolded"
        count = prepared.long.months or prepared.long.left["group"]
        issues.insert(0, Issue(problem, Severity.NOTE, file=file, sheet=sheet.name, count=count))
    # The heading names the columns: it is shown as such, and is not a row to account for.
    ignored = _counts(reasons)
    heading = ignored.pop("header", 0)
    left = prepared.long.left if prepared.long else {}
    for reason, count in left.items():
        ignored[reason] = ignored.get(reason, 0) + count
    used = set(every.values())
    return TakenSheet(
        sheet=sheet.name,
        table=mapped.table.key,
        rows=to_arrow(accepted.rows, mapped.table),
        confidence=mapped.confidence,
        header_row=int(prepared.numbers[mapped.header.end - 1]),
        columns={name: mapped.headings[letter] for name, letter in mapped.letters.items()},
        letters=dict(mapped.letters),
        evidence=mapped.evidence | dict.fromkeys(accepted.added, ("derived",)),
        unused={letter: text for letter, text in mapped.headings.items() if text and letter not in used},
        derived=derived,
        derived_letters={"orders": dict(mapped.derived)} if derived else {},
        derived_columns={"orders": {ours: mapped.headings[at] for ours, at in mapped.derived.items()}}
        if derived
        else {},
        read=cells.height - heading + sum(left.values()),
        rejected=accepted.rejected,
        ignored=ignored,
        issues=tuple(issues),
        questions=(*mapped.questions, *questions),
        signature=signature(mapped.header),
        told=prepared.told,
        dialect=mapped.dialect.key if mapped.dialect else "",
    )


def _not_taken(sheet: Sheet, file: str, cells: pl.DataFrame, mapped: Mapped) -> TakenSheet:
    if mapped.header is None or mapped.header.end >= cells.height:
        blank = not cells.width or cells.select(pl.all_horizontal(pl.all().is_null().all())).item()
        problem = "sheet_empty" if blank else "sheet_not_recognised"
    else:
        problem = "sheet_left_out" if mapped.remembered else "sheet_not_recognised"
    if problem == "sheet_not_recognised" and mapped.lacks:
        problem = "sheet_lacks_key"
    limit = mapped.lacks if problem == "sheet_lacks_key" else mapped.nearest
    issue = Issue(problem, Severity.NOTE, file=file, sheet=sheet.name, count=cells.height, limit=limit)
    ignored = {"not_recognised": cells.height} if cells.height else {}
    if problem == "sheet_empty":
        ignored = {"blank": cells.height} if cells.height else {}
    return TakenSheet(
        sheet=sheet.name,
        table=None,
        rows=empty_rows(),
        header_row=sheet.first_row + mapped.header.end - 1 if mapped.header else 0,
        unused={letter: text for letter, text in mapped.headings.items() if text},
        read=cells.height,
        ignored=ignored,
        issues=(issue,),
        signature=signature(mapped.header) if mapped.header else "",
    )


def _counts(reasons: pl.Series) -> dict[str, int]:
    counted = reasons.drop_nulls().value_counts(sort=True).rows()
    return {str(reason): int(count) for reason, count in counted}


def _sheet_notes(sheet: Sheet, file: str, mapped: Mapped, filled: int) -> list[Issue]:
    assert mapped.table is not None  # noqa: S101
    notes: list[Issue] = []

    def note(problem: str, **more: object) -> None:
        notes.append(Issue(problem, Severity.NOTE, file=file, sheet=sheet.name, **more))  # type: ignore[arg-type]

    for column in mapped.table.columns:
        stands_in = column.key == "client" and "client_id" in mapped.letters
        if column.needed and column.key not in mapped.letters and not stands_in:
            note("column_missing", limit=f"{mapped.table.key}.{column.key}")
    for letter, column_key in mapped.doubles().items():
        used = mapped.letters[column_key]
        note("heading_twice", cell=letter, column=mapped.headings[letter], limit=used)
    for problem, used, left_out in beside(mapped.letters, mapped.headings):
        note(problem, cell=used, column=mapped.headings[used], found=mapped.headings[left_out])
    if filled:
        note("merged_filled", count=filled)
    if sheet.hidden_rows:
        note("rows_hidden", count=sheet.hidden_rows)
    return notes


def to_arrow(rows: pl.DataFrame, table: Table) -> pa.Table:
    """Return typed rows as Arrow: our columns in their order, then `_key` and `_row`."""
    names = [name for name in table.column_keys if name in rows.columns]
    arrays = [rows[name].to_arrow().cast(ARROW_TYPES[table.column(name).kind]) for name in names]
    arrays += [rows[KEY].to_arrow().cast(pa.string()), rows[ROW].to_arrow().cast(pa.int32())]
    return pa.table(arrays, names=[*names, KEY, ROW])
