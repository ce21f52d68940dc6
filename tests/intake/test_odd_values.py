"""Cells that other programs lose, change or choke on, from the bytes of a file to the rows."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from sales_metrics.exports.xlsx import rows_workbook
from sales_metrics.intake.take import Taken, take_workbook
from sales_metrics.matching import name_of
from sales_metrics.text.issues import message

from .files.reading_checks import here
from .hostile_cells import GOOD, HEAD, deal


def taken(folder: Path, text: str) -> Taken:
    path = folder / "a.csv"
    path.write_text(text, encoding="utf-8")
    return take_workbook(here(path))


def column(result: Taken, name: str) -> list[object]:
    (sheet,) = result.sheets
    values: list[object] = sheet.rows[name].to_pylist()
    return values


def test_marks_for_nothing_are_blank_sums(tmp_path: Path) -> None:
    rows = [deal(id=str(103 + at), amount=mark) for at, mark in enumerate(("—", "-", "н/д", "   ", ""))]
    result = taken(tmp_path, HEAD + GOOD + "".join(rows))
    assert column(result, "amount")[2:] == [None] * 5
    assert result.sheets[0].rejected == 0


def test_the_last_moment_of_a_day_stays_in_it(tmp_path: Path) -> None:
    result = taken(tmp_path, HEAD + GOOD + deal(created="16.03.2026 23:59:59.9999"))
    assert str(column(result, "created_on")[2]) == "2026-03-16"
    result = taken(tmp_path, HEAD + GOOD + deal(created="23:59"))
    (issue,) = result.sheets[0].issues
    assert (issue.problem, issue.cell) == ("bad_date", "F4")


def test_kopecks_add_up_to_the_kopeck(tmp_path: Path) -> None:
    amounts = [Decimal(at * 7919 % 10_000_019) / 100 for at in range(100_000)]
    lines = [deal(id=str(at), amount=f"{amount:.2f}".replace(".", ",")) for at, amount in enumerate(amounts)]
    read = column(taken(tmp_path, HEAD + "".join(lines)), "amount")
    assert round(sum(map(float, read)), 2) == float(sum(amounts))  # type: ignore[arg-type]
    assert column(taken(tmp_path, HEAD + GOOD + deal(amount="1000000000000000,25")), "amount")[2] == 1e15 + 0.25


def test_a_tax_id_that_lost_its_zero_is_told(tmp_path: Path) -> None:
    head = "Клиент;ИНН;Телефон;Город\n"
    rows = [
        "ООО Луч;7707083893;+7 495 111-22-33;Москва\n",
        "ООО Вектор;500100732;+7 495 111-22-34;Москва\n",
        "ООО Заря;7736050003;+7 495 111-22-35;Пермь\n",
    ]
    result = taken(tmp_path, head + "".join(rows))
    (issue,) = [issue for issue in result.sheets[0].issues if issue.problem == "tax_id_invalid"]
    assert issue.cell == "B3"
    assert len(message(issue, "en")) > 30
    assert result.sheets[0].rows.num_rows == 3


@pytest.mark.parametrize(
    "written",
    [
        unicodedata.normalize("NFD", "ООО Йод"),
        "ООО\u200b Йод",
        "\u202eООО Йод",
        "ООО Йод ",
        "OOO Йод",
    ],
)
def test_letters_that_nobody_sees_make_no_other_client(tmp_path: Path, written: str) -> None:
    result = taken(tmp_path, HEAD + GOOD + deal(client=written))
    (_, _, client) = column(result, "client")
    assert name_of(str(client)).core == name_of("ООО Йод").core != name_of("ООО Лёд").core


@pytest.mark.parametrize("client", ["я" * 32_768, "я" * 500_000, "За\x01р\x0bя\ufffe", "Заря_x000D_", 'Заря\t"Ж"'])
def test_a_monstrous_cell_is_taken_and_can_go_out_again(tmp_path: Path, client: str) -> None:
    result = taken(tmp_path, HEAD + GOOD + deal(client=client))
    assert result.sheets[0].rows.num_rows == 3
    shown = str(column(result, "client")[2])
    assert len(shown) > 3
    assert rows_workbook(pd.DataFrame({"Клиент": [shown]}), "x")[:2] == b"PK"


def test_negative_quantities_are_returns_and_said_to_be(tmp_path: Path) -> None:
    result = taken(tmp_path, "Номер заказа;Клиент;Товар;Количество;Цена\n1;Луч;Насос;2;5\n2;Заря;Насос;-3;5\n")
    assert [(issue.problem, issue.cell) for issue in result.sheets[0].issues] == [("returns", "D3")]


def test_a_script_in_a_page_is_no_text_of_a_cell(tmp_path: Path) -> None:
    page = (
        "<table><tr><td>Номер сделки</td><td>Клиент</td><td>Сумма</td></tr>"
        "<tr><td>1</td><td>Луч<script>alert(1)</script><img src=x onerror=alert(1)></td><td>5</td></tr></table>"
    )
    path = tmp_path / "a.xls"
    path.write_text(f"<html>{page}</html>", encoding="utf-8")
    assert here(path).sheets[0].cells.to_pylist()[1] == {"A": "1", "B": "Луч", "C": "5"}
