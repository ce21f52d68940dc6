"""The buttons beside the faults: what they say and what they give."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from sales_metrics.commands.account import described
from sales_metrics.commands.mending import rejects, take_again
from sales_metrics.model.tables import TABLES
from sales_metrics.store import Store
from sales_metrics.ui.faults import kept_rejects

DEALS = """Номер сделки;Клиент;Менеджер;Этап сделки;Сумма, руб.;Дата создания
1;Луч;Петров;Переговоры;10;02.03.2026
2;Вектор;Петров;Переговоры;20;31.02.2026
3;Заря;Петров;Переговоры;30;31.02.2026
4;Мир;Петров;Переговоры;40;04.03.2026
5;Свет;Петров;Переговоры;50;05.03.2026
"""
BUTTONS = """
from pathlib import Path
from types import SimpleNamespace
import streamlit as st
from sales_metrics.store import Store
from sales_metrics.ui.faults import mending_button, mending_state
from sales_metrics.ui.templates import template_picker
session = SimpleNamespace(language={language!r}, store=Store(Path({folder!r})))
told = dict(file="deals.csv", upload=1, already=None, sheets=[dict(rows=dict(rejected=2))])
mending_button(told, session)
for upload in session.store.uploads():
    mending_state(upload, session)
template_picker(session.language)
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store")
    (tmp_path / "deals.csv").write_text(DEALS, encoding="utf-8")
    add(store, tmp_path / "deals.csv")
    return store


def add(store: Store, path: Path) -> None:
    store.add(take_again(store, path, name=path.name), who="", at=datetime.now(UTC), raw=path)


def shown(store: Store) -> AppTest:
    app = AppTest.from_string(BUTTONS.format(language="ru", folder=str(store.folder)), default_timeout=60).run()
    assert not app.exception
    return app


def test_the_rows_to_mend_are_offered_until_they_are_mended(store: Store, tmp_path: Path) -> None:
    app = shown(store)
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == ["Скачать строки для исправления (2)"] * 2 + ["Скачать шаблон"]
    assert "Исправлено 0 из 2, осталось 2" in [caption.value for caption in app.caption]

    book = openpyxl.load_workbook(io.BytesIO(rejects(store, 1, "ru").content))
    for row in (2, 3):
        book.active.cell(row, 6).value = date(2026, 2, 28)
    book.save(tmp_path / "mended.xlsx")
    add(store, tmp_path / "mended.xlsx")
    app = shown(store)
    assert "Все отклонённые строки исправлены: 2" in [caption.value for caption in app.caption]
    assert len(app.get("download_button")) == 2


def test_every_table_has_its_template(store: Store) -> None:
    app = shown(store)
    assert len(app.selectbox[0].options) == len(TABLES)
    app.selectbox[0].select("surveys").run()
    assert not app.exception


def test_what_is_in_no_upload_keeps_its_workbook(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text(DEALS.replace("Луч", "Мост"), encoding="utf-8")
    taken = take_again(store, path, name="other.csv")
    told = kept_rejects(store, described(taken, store.preview(taken), "en"), path, "en")
    assert told["rejects"].rows == 2
    stored = described(taken, store.add(taken, who="", at=datetime.now(UTC), raw=path), "en")
    assert "rejects" not in kept_rejects(store, stored, path, "en")
