"""The process that parses: what kills it, what it may use, and that one bad file costs the others nothing."""

from __future__ import annotations

import queue
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from sales_metrics.intake.files import reading
from sales_metrics.intake.files.limits import Limits
from sales_metrics.intake.take import take

from .hostile import ONE_CELL, parts, write

UNIX = pytest.mark.skipif(sys.platform != "linux", reason="the limits are kept by Linux")


def plain(path: Path, rows: int = 3) -> Path:
    path.write_text("a;b\n" + "1;2\n" * (rows - 1), encoding="utf-8")
    return path


def greedy(path: Path) -> Path:
    """A workbook of a few kilobytes whose two cells span a rectangle of fifty million."""
    return write(path, parts(f'{ONE_CELL}<row r="999999"><c r="AX999999"><v>1</v></c></row>'))


@UNIX
def test_a_file_that_kills_the_process_takes_no_other_along(tmp_path: Path) -> None:
    files = [
        plain(tmp_path / "1.csv"),
        greedy(tmp_path / "2.xlsx"),
        plain(tmp_path / "3.csv"),
        plain(tmp_path / "4.csv"),
    ]
    books = reading.read_many([(path, path.name) for path in files], limits=Limits(memory=1 << 30))
    assert [book.refused for book in books] == [False, True, False, False]
    assert [issue.problem for issue in books[1].issues] == ["too_much_memory"]
    assert books[1].issues[0].limit == "1024"
    assert [book.file for book in books] == ["1.csv", "2.xlsx", "3.csv", "4.csv"]


@UNIX
def test_memory_is_bound(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("клиент;сумма\n" + 'ООО "Р";1\n' * 150_000, encoding="utf-8")
    book = reading.read(path, limits=Limits(memory=300 << 20))
    assert [issue.problem for issue in book.issues] == ["too_much_memory"]
    assert not reading.read(path).refused


def test_time_is_bound(tmp_path: Path) -> None:
    """Quotes that keep almost closing make the careful reading slow; a second is not enough for a file of these."""
    path = tmp_path / "a.csv"
    path.write_text("a;b\n" + 'x"y;' * 30 + "\n" + ('"a"b";' * 40 + "\n") * 120_000, encoding="utf-8")
    started = time.perf_counter()
    book = reading.read(path, limits=Limits(seconds=1))
    assert time.perf_counter() - started < 8
    assert [(issue.problem, issue.limit) for issue in book.issues] == [("too_slow", "1")]


def test_several_files_share_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []

    class Counted(subprocess.Popen[bytes]):
        def __init__(self, arguments: list[str], **options: Any) -> None:
            started.append(arguments)
            super().__init__(arguments, **options)

    monkeypatch.setattr(subprocess, "Popen", Counted)
    books = reading.read_many([(plain(tmp_path / f"{at}.csv", at + 2), str(at)) for at in range(5)])
    assert [book.sheets[0].cells.num_rows for book in books] == [2, 3, 4, 5, 6]
    assert len(started) == 1


def test_the_process_gets_no_secrets_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("OIDC_CLIENT_SECRET", "x")
    monkeypatch.setattr("tempfile.tempdir", None)
    assert "OIDC_CLIENT_SECRET" not in reading._environment()
    path = plain(tmp_path / "a.csv")
    reading.read(path)
    assert list(tmp_path.iterdir()) == [path]


def test_name_digest_and_size_are_those_of_the_upload(tmp_path: Path) -> None:
    path = tmp_path / "0001.bin"
    path.write_bytes(b"a;b\n1;2\n")
    book = reading.read(path, name="Сделки.csv")
    assert (book.file, book.size) == ("Сделки.csv", 8)
    assert book.sha256 == "403bea5152c251c5bc7ef420d824d191605723f99392e83a0549ad58c6d46291"


def test_nothing_is_read_when_nothing_is_given() -> None:
    assert reading.read_many([]) == []


def test_limits_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALES_METRICS_LIMIT_ROWS", "2")
    book = reading.read(plain(tmp_path / "a.csv"))
    assert [(issue.problem, issue.limit) for issue in book.issues] == [("too_many_rows", "2")]


def test_progress_is_told_from_the_start_and_only_rises(tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(book)) as made:
        sheet = made.add_worksheet()
        for row in range(20_000):
            sheet.write_row(row, 0, [f"Клиент {row}", row, row * 1.5])
    told: list[tuple[str, float]] = []
    take(book, progress=lambda what, share: told.append((what, share)))
    reading_shares = [share for what, share in told if what == "reading"]
    assert told[0] == ("reading", 0.0)
    assert told[-1] == ("typing", 1.0)
    assert reading_shares == sorted(reading_shares)
    assert reading_shares[-1] == 1.0
    assert any(0 < share < 1 for share in reading_shares)


def test_a_process_that_only_tells_its_progress_is_still_stopped(tmp_path: Path) -> None:
    lines: queue.Queue[bytes | None] = queue.Queue()
    for at in range(50):
        lines.put(f"~{at / 100}\n".encode())
    shares: list[float] = []
    with pytest.raises(queue.Empty):
        reading._next(lines, Limits(seconds=1), shares.append)
    assert shares[49] == 0.49
