"""The files come out the same every time, are those in the repository, and look as their firm would write them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from runpy import run_module
from zipfile import ZipFile

import openpyxl
import pytest

from sales_metrics.demo import frames, write
from sales_metrics.demo.writing import write_layout

pytestmark = pytest.mark.slow

COMMITTED = Path(__file__).resolve().parents[2] / "sample_data"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample_data")
    write(folder)
    return folder


def cells(path: Path) -> list[list[object]]:
    """Return the cells of the first sheet of a workbook."""
    with closing(openpyxl.load_workbook(path, read_only=True)) as book:
        return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def content(path: Path) -> dict[str, bytes]:
    """Return what is in a file; a workbook is unpacked, for builds of zlib pack differently."""
    if path.suffix != ".xlsx":
        return {"": path.read_bytes()}
    with ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_repository_holds_what_the_generator_writes(written: Path) -> None:
    fresh = {path.relative_to(written): path for path in written.rglob("*") if path.is_file()}
    kept = {path.relative_to(COMMITTED) for path in COMMITTED.rglob("*") if path.is_file()}
    assert kept == set(fresh)
    assert [name for name, path in fresh.items() if content(path) != content(COMMITTED / name)] == []


def test_second_run_is_identical_byte_for_byte(written: Path, tmp_path: Path) -> None:
    for path in write_layout(tmp_path / "en", "en"):
        assert path.read_bytes() == (written / "en" / path.name).read_bytes(), path.name


def test_files_are_small_enough_for_a_repository(written: Path) -> None:
    assert sum(path.stat().st_size for path in written.rglob("*") if path.is_file()) < 9_000_000


def test_names_survive_any_archive_tool(written: Path) -> None:
    assert all(path.name.isascii() for path in written.rglob("*"))


def test_orders_look_like_1c(written: Path) -> None:
    rows = cells(written / "ru" / "orders.xlsx")
    orders = frames("ru")["orders"]
    assert rows[0][0] == "Продажи по заказам покупателей"
    assert rows[5][0] == "Номер документа"
    assert rows[-1][0] == "Итого"
    assert rows[-1][rows[5].index("Сумма без НДС, руб.")] == pytest.approx(orders["amount"].sum())
    assert len(rows) == 6 + len(orders) + 1


def test_diary_is_cp1251_with_semicolons(written: Path) -> None:
    lines = (written / "ru" / "contacts.csv").read_bytes().decode("cp1251").split("\n")
    assert lines[0].startswith("Дата и время;Тип контакта;")
    assert lines[1].startswith("05.05.2025 09:")
    assert len(lines) == len(frames("ru")["contacts"]) + 2


def test_bulgarian_lines_have_decimal_commas(written: Path) -> None:
    raw = (written / "bg" / "order_lines.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    price = raw.decode("utf-8-sig").split("\n")[1].split(";")[6]
    assert float(price.replace(",", ".")) == frames("bg")["order_lines"]["price"].iloc[0]


def test_surveys_are_dated_month_first_and_tell_so(written: Path) -> None:
    lines = (written / "en" / "surveys.csv").read_text(encoding="utf-8").split("\n")[1:-1]
    days = [line.split(",")[2].split("/") for line in lines]
    assert max(int(day[0]) for day in days) == 12
    assert max(int(day[1]) for day in days) > 12


def test_leading_zeros_survive_as_text(written: Path) -> None:
    heading, *rows = cells(written / "ru" / "clients.xlsx")
    place = heading.index("ИНН")
    assert [row[place] for row in rows] == frames("ru")["clients"]["tax_id"].tolist()


@pytest.mark.parametrize(("words", "code"), [(["--help"], 0), (["--folder"], 2), (["one", "two"], 2)])
def test_what_is_no_folder_is_not_written_to(
    words: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["demo", *words])
    with pytest.raises(SystemExit) as ended:
        run_module("sales_metrics.demo", run_name="__main__")
    assert ended.value.code == code
    assert not list(tmp_path.iterdir())
