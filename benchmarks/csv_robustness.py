"""How well polluted CSV files are read: `python -m benchmarks.csv_robustness FOLDER [--typed] [--json]`.

The folder holds polluted files and their clean twins, in one of these layouts:

- `X.csv` beside `X.clean.csv` (or `X_clean.csv`);
- two subfolders with equal file names: the polluted ones in `polluted/`, `dirty/`, `csv/` or `input/`, the clean
  ones in `clean/`, `ground_truth/`, `expected/` or `truth/`, as in Pollock's `polluted_files/csv` and `/clean`.

A clean twin is a CSV as RFC 4180 has it: UTF-8, commas, double quotes, its first row the headings. The polluted
file is read as `python -m sales_metrics read FILE --raw` prints it. Printed for each file, all from 0 to 1:

- `cells`: the share of the twin's cells that stand equal in the same row and column;
- `header`: F1 of the headings as a bag, after Vitagliano et al., "Pollock: A Data Loading Benchmark", VLDB 2023;
- `record` and `cell`: precision, recall and F1 of the data rows and data cells as bags, from the same paper.

`--typed` compares the typed table of the file with the typed table of its twin instead. `--raw` is the default and
accepted for clarity. The last line is the mean over all files.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import fmean

from sales_metrics.intake.files.reading import read_many
from sales_metrics.intake.files.sheet import Workbook
from sales_metrics.intake.layout.region import raw_rows, region_of
from sales_metrics.intake.take import take_workbook
from sales_metrics.intake.types import KEY, ROW

POLLUTED = ("polluted", "dirty", "csv", "input")
CLEAN = ("clean", "ground_truth", "expected", "truth")
MARKS = (".clean", "_clean")
MEASURES = (
    "cells", "header", "record_precision", "record_recall", "record_f1", "cell_precision", "cell_recall", "cell_f1",
)  # fmt: skip

Rows = list[list[str]]


def twins(folder: Path) -> list[tuple[Path, Path]]:
    """Return (polluted, clean) for every file of the folder that has a twin."""
    pairs = []
    for dirty in POLLUTED:
        for clean in CLEAN:
            if (folder / dirty).is_dir() and (folder / clean).is_dir():
                pairs += [
                    (path, folder / clean / path.name)
                    for path in sorted((folder / dirty).iterdir())
                    if (folder / clean / path.name).is_file()
                ]
    if pairs:
        return pairs
    for path in sorted(folder.rglob("*")):
        for mark in MARKS:
            twin = path.with_name(f"{path.stem}{mark}{path.suffix}")
            if path.is_file() and not path.stem.endswith(MARKS) and twin.is_file():
                pairs.append((path, twin))
    return pairs


def clean_rows(path: Path) -> Rows:
    """Return the rows of a clean twin."""
    csv.field_size_limit(1 << 30)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file) if row]


def read_rows(book: Workbook, *, typed: bool = False) -> Rows:
    """Return the rows that reading a file gives, headings first; none for a file that is refused."""
    if book.refused or not book.sheets:
        return []
    sheet = book.sheets[0]
    if not typed:
        return raw_rows(sheet, region_of(sheet, book.file))
    rows = take_workbook(book).sheets[0].rows
    names = [name for name in rows.column_names if name not in (KEY, ROW)]
    return [names, *([str(cell) for cell in row] for row in zip(*(rows[name].to_pylist() for name in names)))]  # noqa: B905


def score(found: Rows, clean: Rows) -> dict[str, float]:
    """Return the measures of what was read beside the twin, each from 0 to 1."""
    (head, *data), (their_head, *their_data) = (found or [[]]), (clean or [[]])
    header = _bags(head, their_head)[2]
    record = _bags(map(_record, data), map(_record, their_data))
    cell = _bags((each for row in data for each in row), (each for row in their_data for each in row))
    return dict(zip(MEASURES, (_equal(found, clean), header, *record, *cell), strict=True))


def _equal(found: Rows, clean: Rows) -> float:
    cells = [(row, at, text) for row, cells in enumerate(clean) for at, text in enumerate(cells)]
    same = sum(row < len(found) and at < len(found[row]) and found[row][at] == text for row, at, text in cells)
    return same / len(cells) if cells else float(not found)


def _record(row: Sequence[str]) -> str:
    return "\x1f".join(row)


def _bags(found: Iterable[str], clean: Iterable[str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of one bag beside another; all 1 when there is nothing to find."""
    ours, theirs = Counter(found), Counter(clean)
    both = (ours & theirs).total()
    if not theirs:
        return (1.0, 1.0, 1.0) if not ours else (0.0, 1.0, 0.0)
    if not both:
        return 0.0, 0.0, 0.0
    precision, recall = both / ours.total(), both / theirs.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


def scores(folder: Path, *, typed: bool = False) -> dict[str, dict[str, float]]:
    """Return the measures of every polluted file of a folder by its name."""
    pairs = twins(folder)
    books = read_many([(path, path.name) for path, _ in pairs])
    if not typed:
        return {
            path.name: score(read_rows(book), clean_rows(clean))
            for (path, clean), book in zip(pairs, books, strict=True)
        }
    others = read_many([(clean, path.name) for path, clean in pairs])
    return {
        path.name: score(read_rows(book, typed=True), read_rows(other, typed=True))
        for (path, _), book, other in zip(pairs, books, others, strict=True)
    }


def main() -> None:
    """Print a line for each file and the means; exit with 2 when no file has a twin."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--raw", action="store_true", help="compare the cells as they stand; the default")
    kind.add_argument("--typed", action="store_true", help="compare typed tables of both")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = scores(given.folder, typed=given.typed)
    if not found:
        sys.stderr.write(f"No file in {given.folder} has a clean twin.\n")
        sys.exit(2)
    overall = {measure: fmean(each[measure] for each in found.values()) for measure in MEASURES}
    if given.json:
        sys.stdout.write(json.dumps({"files": found, "overall": overall}, ensure_ascii=False, indent=1) + "\n")
        return
    width = max(map(len, found))
    print(f"{'file':{width}} " + " ".join(f"{measure:>16}" for measure in MEASURES))
    for name, each in [*found.items(), (f"{len(found)} files", overall)]:
        print(f"{name:{width}} " + " ".join(f"{each[measure]:16.4f}" for measure in MEASURES))


if __name__ == "__main__":
    main()
