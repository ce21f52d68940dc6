"""How long reading a file takes beside pandas: `python -m benchmarks.reading [--rows 1048575] [--csv 1000000]`.

`--rows N` writes N rows of 10 columns as a CRM exports them, by default as many as a sheet holds under its
heading, as xlsx and as csv, reads both with pandas and with `reading.read` in the same run, and checks that
nothing was lost; told is also when progress was first shown, and the longest silence. `--csv N` writes N rows as
a Russian Excel saves them (cp1251, semicolons, decimal commas, dd.mm.yyyy) and compares `take`, which reads,
types, checks and gives every row its key, with `pandas.read_csv` told all types, which only reads. Processor time
of child processes counts; the peak of memory is that of the reading process.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import xlsxwriter

from sales_metrics.intake.files import reading
from sales_metrics.intake.files.sheet import Workbook
from sales_metrics.intake.take import Taken, take

HEADINGS = (
    "ID", "Название сделки", "Компания", "ИНН", "Ответственный", "Стадия", "Сумма", "Дата создания",
    "Дата закрытия", "Комментарий",
)  # fmt: skip
MANAGERS = ("Иванов Пётр", "Смирнова Анна", "Ковалёв Олег", "Димитрова Мария", "Соколов Иван")
STAGES = ("Новая", "Квалификация", "Предложение", "Переговоры", "Успешно реализовано", "Закрыто и не реализовано")
START = datetime(2024, 1, 1)
AIM = 0.12
WHOLE_SHEET = 1_048_575


def deal(row: int) -> list[object]:
    """Return the values of one deal, fixed by its number."""
    opened = START + timedelta(days=row % 700)
    return [
        100_000 + row,
        f"Поставка оборудования № {row}",
        f"ООО «Ромашка {row % 20_000}»",
        f"{7_700_000_000 + row % 20_000:010d}",
        MANAGERS[row % len(MANAGERS)],
        STAGES[row % len(STAGES)],
        round((row * 7919 % 10_000_000) / 100, 2),
        opened,
        None if row % 3 == 0 else opened + timedelta(days=row % 60, hours=9, minutes=row % 60),
        "" if row % 4 else f"Перезвонить в четверг, вопрос {row % 5_000}",
    ]


def expected(value: object) -> str | None:
    """Return how a value must stand in the sheet that was read."""
    if value in (None, ""):
        return None
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat()
    return str(value).removesuffix(".0") if isinstance(value, float) else str(value)


def write(path: Path, rows: int) -> None:
    """Write the workbook with shared strings, row by row."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Сделки")
        day, moment = (book.add_format({"num_format": form}) for form in ("dd.mm.yyyy", "dd.mm.yyyy hh:mm"))
        sheet.write_row(0, 0, HEADINGS)
        for row in range(rows):
            for column, value in enumerate(deal(row)):
                if isinstance(value, str):
                    if value:
                        sheet.write_string(row + 1, column, value)
                elif isinstance(value, datetime):
                    sheet.write_datetime(row + 1, column, value, day if column == 7 else moment)
                elif value is not None:
                    sheet.write_number(row + 1, column, value)


def cost(work: Callable[[], object]) -> tuple[object, float, float]:
    """Return what `work` gives, its processor time with that of its children, and its wall time, in seconds."""

    def used() -> float:
        own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime

    cpu, wall = used(), time.perf_counter()
    result = work()
    return result, used() - cpu, time.perf_counter() - wall


class ReadingProcess:
    """Watches the process that parses, while it runs: `peak` is the most memory that it has held, in MiB.

    Asked of Linux by the process's own number: what `getrusage` tells of children begins with the memory of the
    parent that they were forked from, here one that has just written a million rows.
    """

    def __init__(self) -> None:
        self.peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> ReadingProcess:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.1):
            for children in Path("/proc/self/task").glob("*/children"):
                for number in children.read_text().split():
                    self._look(Path("/proc") / number)

    def _look(self, process: Path) -> None:
        with contextlib.suppress(OSError, ValueError):
            if b"sales_metrics.intake.files.child" in (process / "cmdline").read_bytes():
                _, _, said = (process / "status").read_text().partition("VmHWM:")
                self.peak = max(self.peak, int(said.split()[0]) // 1024)


def write_csv(path: Path, rows: int) -> None:
    """Write the same deals as a Russian Excel saves them: cp1251, semicolons, decimal commas."""
    with path.open("w", encoding="cp1251", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(HEADINGS)
        for row in range(rows):
            out.writerow([_typed(value) for value in deal(row)])


def _typed(value: object) -> str:
    if isinstance(value, datetime):
        return value.strftime("%d.%m.%Y" if value.time() == datetime.min.time() else "%d.%m.%Y %H:%M")
    return str(value).replace(".", ",") if isinstance(value, float) else str(value or "")


def by_pandas(path: Path, call: str) -> None:
    """Read the file with pandas in a fresh process, as a script would."""
    code = f"import sys, pandas; pandas.{call.format('sys.argv[1]')}"
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, stdout=subprocess.DEVNULL)


LEADS = (
    "ID", "Компания", "Ответственный", "Стадия", "Сумма", "Дата создания", "Дата закрытия", "Канал", "Комментарий",
    "Количество",
)  # fmt: skip
TOLD = (
    "read_csv({}, sep=';', encoding='cp1251', decimal=',', engine='c', dtype={{'ID': 'int64', 'Компания': 'str', "
    "'Ответственный': 'str', 'Стадия': 'str', 'Сумма': 'float64', 'Канал': 'str', 'Комментарий': 'str', "
    "'Количество': 'int64'}}, parse_dates=['Дата создания', 'Дата закрытия'], date_format='%d.%m.%Y')"
)
CHANNELS = ("Сайт", "Звонок", "Партнёр", "Выставка")


def write_leads(path: Path, rows: int) -> None:
    """Write rows whose every type pandas can be told."""
    with path.open("w", encoding="cp1251", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(LEADS)
        for row in range(rows):
            number, _, company, _, manager, stage, amount, opened, _, note = deal(row)
            closed = START + timedelta(days=row % 700 + row % 60)
            plain = str(company).replace("«", "").replace("»", "")
            days = [_typed(opened), _typed(closed)]
            out.writerow([number, plain, manager, stage, _typed(amount), *days, CHANNELS[row % 4], note, row % 17])


def compare_taking(rows: int) -> bool:
    """Print what it costs to take a large CSV, beside pandas; return whether every row was taken."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "leads.csv"
        write_leads(path, rows)
        print(f"\n{path.name}, {rows} rows x {len(LEADS)} columns, {path.stat().st_size / 1e6:.1f} MB")
        with ReadingProcess() as process:
            taken, cpu, wall = cost(lambda: take(path))
        assert isinstance(taken, Taken)
        print(f"take CPU {cpu:7.2f} s  wall {wall:7.2f} s  reading process {process.peak} MiB at most")
        bare = cost(partial(by_pandas_nothing, path))[1]
        _, pandas_cpu, pandas_wall = cost(partial(by_pandas, path, TOLD))
        print(f"pandas.read_csv, told everything: CPU {pandas_cpu - bare:7.2f} s besides {bare:.2f} s of import")
        print(f"ours / theirs: CPU {cpu / (pandas_cpu - bare):.3f}, with the import {cpu / pandas_cpu:.3f}")
        print(f"wall {wall / pandas_wall:.3f}")
        return bool(taken.sheets[0].rows.num_rows == rows)


def by_pandas_nothing(path: Path) -> None:
    """Start Python and import pandas, which is no part of reading."""
    subprocess.run([sys.executable, "-c", "import pandas"], check=True, stdout=subprocess.DEVNULL)


def compare(path: Path, calls: tuple[str, ...]) -> Workbook:
    """Print what reading the file costs us, and beside each call of pandas; return what we read."""
    print(f"\n{path.name}, {path.stat().st_size / 1e6:.1f} MB")
    told = [time.perf_counter()]
    with ReadingProcess() as process:
        book, cpu, wall = cost(lambda: reading.read(path, progress=lambda *_: told.append(time.perf_counter())))
    assert isinstance(book, Workbook)
    print(f"reading.read{'':49} CPU {cpu:7.2f} s  wall {wall:7.2f} s")
    print(f"{'':61} reading process {process.peak} MiB at most")
    silences = [later - earlier for earlier, later in pairwise(told)]
    print(f"{'':61} progress after {silences[0]:.2f} s, never silent for more than {max(silences):.2f} s")
    for call in calls:
        _, pandas_cpu, pandas_wall = cost(partial(by_pandas, path, call))
        print(f"pandas.{call.format('path'):54} CPU {pandas_cpu:7.2f} s  wall {pandas_wall:7.2f} s")
        print(f"{'ours / theirs':>61} CPU {cpu / pandas_cpu:9.3f}  wall {wall / pandas_wall:9.3f}")
    return book


def main() -> None:
    """Print the times and their ratios; exit with 1 when a cell of the workbook differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, help="rows of the workbook; without --csv a whole sheet")
    parser.add_argument("--csv", type=int, help="rows of the large CSV")
    given = parser.parse_args()
    whole = compare_taking(given.csv) if given.csv else True
    rows = given.rows or (0 if given.csv else WHOLE_SHEET)
    if not rows:
        sys.exit(0 if whole else 1)
    print(f"{rows} rows x {len(HEADINGS)} columns; the aim for xlsx is {AIM} of the CPU")
    with tempfile.TemporaryDirectory() as folder:
        xlsx, text = Path(folder) / "deals.xlsx", Path(folder) / "deals.csv"
        write(xlsx, rows)
        write_csv(text, rows)
        book = compare(xlsx, ("read_excel({}, engine='openpyxl')",))
        whole &= nothing_lost(book, rows)
        options = "sep=';', encoding='cp1251'"
        lines = compare(text, (f"read_csv({{}}, {options})", f"read_csv({{}}, {options}, dtype=str)"))
        whole &= lines.sheets[0].cells.num_rows == rows + 1
    sys.exit(0 if whole else 1)


def nothing_lost(book: Workbook, rows: int) -> bool:
    """Compare counts, and every cell of each 97th row, with what was written."""
    cells = book.sheets[0].cells
    sample = range(0, rows, 97)
    read = cells.take([row + 1 for row in sample]).to_pylist()
    wrong = sum(
        list(line.values()) != [expected(value) for value in deal(row)]
        for row, line in zip(sample, read, strict=True)
    )
    filled = sum(len(column) - column.null_count for column in cells.columns)
    written = len(HEADINGS) + sum(expected(value) is not None for row in range(rows) for value in deal(row))
    print(f"rows {cells.num_rows - 1} of {rows}; cells {filled} of {written}")
    print(f"{len(sample)} rows compared cell by cell, {wrong} differ")
    return (cells.num_rows, filled, wrong) == (rows + 1, written, 0)


if __name__ == "__main__":
    main()
