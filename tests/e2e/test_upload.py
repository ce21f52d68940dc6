"""The main job in a browser: a Russian workbook goes in, the funnel changes, rows open, the upload is undone."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from .conftest import App

pytestmark = [pytest.mark.browser, pytest.mark.slow]
HEAD = ["№ сделки", "Клиент", "Ответственный", "Этап сделки", "Сумма, руб.", "Дата создания", "Дата закрытия"]
STAGES = ["Обращение", "Встреча", "Предложение", "Успешно реализовано", "Закрыто и не реализовано"]


def workbook(path: Path, first: int, count: int) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Сделки"
    sheet.append(["Отчёт по сделкам за неделю"])
    sheet.append([])
    sheet.append(HEAD)
    for number in range(first, first + count):
        stage = STAGES[number % len(STAGES)]
        started = date(2026, 3, 2) + timedelta(days=number % 20)
        closed = started + timedelta(days=10) if number % len(STAGES) > 2 else None
        manager = ("Иванова Анна", "Петров Пётр")[number % 2]
        sheet.append([f"{number:05}", f"ООО «Клиент {number}»", manager, stage, 1000 * number, started, closed])
    book.save(path)
    return path


def upload(page: Page, app: App, path: Path) -> None:
    page.goto(f"{app.url}/upload?lang=ru")
    page.locator("input[type=file]").set_input_files(path)
    expect(page.get_by_text(path.name).first).to_be_visible()
    expect(page.get_by_text("Прочитано").first).to_be_visible()


def first_bar(page: Page, app: App) -> str:
    page.goto(f"{app.url}/funnel?lang=ru")
    card = page.locator(".st-key-card_funnel_steps")
    expect(card.locator(".js-plotly-plot")).to_be_visible()
    expect(card.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    page.wait_for_function("() => document.querySelectorAll('.st-key-card_funnel_steps .bars .point').length > 3")
    return card.inner_text()


def test_a_workbook_goes_in_and_comes_out_again(page: Page, app: App, tmp_path: Path) -> None:
    upload(page, app, workbook(tmp_path / "неделя 1.xlsx", first=1, count=60))
    before = first_bar(page, app)
    assert "60" in before

    upload(page, app, workbook(tmp_path / "неделя 2.xlsx", first=61, count=25))
    assert "25" in page.locator("[class*='st-key-told_']").first.inner_text()
    after = first_bar(page, app)
    assert "85" in after
    assert after != before

    # The count stands at the right end inside its bar: a little to the left of it is the bar itself.
    label = page.locator(".st-key-card_funnel_steps .annotation-text").get_by_text("85", exact=True).first
    place = label.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] - 40, place["y"] + place["height"] / 2)
    rows = page.locator(".st-key-rows_funnel_steps")
    expect(rows).to_be_visible()
    expect(rows.get_by_text(re.compile(r"^85\s+строк"))).to_be_visible()
    expect(rows.get_by_test_id("stDataFrame")).to_be_visible()

    page.goto(f"{app.url}/upload?lang=ru")
    page.locator(".st-key-upload_2 button").click()
    expect(page.locator(".st-key-upload_2").get_by_text("Вернуть")).to_be_visible()
    assert first_bar(page, app) == before
