"""`check --json` and the upload page give one account of every file: rows, reasons, and what they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from streamlit.testing.v1 import AppTest

from sales_metrics.commands.account import COUNTS
from sales_metrics.commands.parser import run
from sales_metrics.store import Store

DEALS = (
    "Номер сделки;Клиент;Ответственный;Этап сделки;Сумма, руб.;Дата создания\n"
    "1;ООО «Луч»;Петров;Переговоры;10;02.03.2026\n"
    "2;Вектор;Иванова;Переговоры;двадцать;31.02.2026\n"
    "3;Заря;Иванова;Переговоры;30;04.03.2026\n"
    "3;Заря;Иванова;Договор;30;04.03.2026\n"
    ";;;Итого;70;\n"
)
OPEN = "Deal ID,Company,Owner,Stage,Created on\nA1,Acme,Ann Lee,New,3/4/2026\nA2,Globex,Ann Lee,New,5/6/2026\n"
ORDERS = (
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
    "536365,85123A,Lantern,6,2026-03-01 08:26,2.55,17850,France\n"
    "536365,71053,Candle,6,2026-03-01 08:26,3.39,17850,France\n"
    "536366,22633,Mug,-2,2026-03-02 08:28,1.85,13047,Italy\n"
)
PAGE = (
    "<html><table><tr><th>Клиент</th><th>ИНН</th><th>Город</th><th>Телефон</th></tr>"
    "<tr><td>ООО «Мост»</td><td>7707083893</td><td>Тверь</td><td>+7 495 111-22-33</td></tr></table></html>"
)


def book(path: Path) -> bytes:
    with xlsxwriter.Workbook(str(path)) as made:
        deals = made.add_worksheet("Сделки")
        deals.write(0, 0, "Отчёт по сделкам")
        for at, line in enumerate(DEALS.splitlines(), start=2):
            deals.write_row(at, 0, [cell.replace("1;", "101;") for cell in line.split(";")])
        notes = made.add_worksheet("Заметки")
        notes.write_column(0, 0, ["позвонить", "отправить письмо"])
        made.add_worksheet("Пусто")
        hidden = made.add_worksheet("Скрыт")
        hidden.write(0, 0, "x")
        hidden.hide()
    return path.read_bytes()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("made")
    return {
        "deals.csv": DEALS.encode("cp1251"),
        "week.xlsx": book(folder / "week.xlsx"),
        "orders.csv": ORDERS.encode(),
        "clients.xls": PAGE.encode(),
        "open.csv": OPEN.encode(),
        "photo.xlsx": b"\x89PNG\r\n\x1a\n" + bytes(64),
        "copy of deals.csv": DEALS.encode("cp1251"),
    }


def page(folder: str, sources: dict[str, str]) -> None:
    from pathlib import Path

    import streamlit as st

    from sales_metrics.access import Role, Viewer
    from sales_metrics.store import Store
    from sales_metrics.ui.dropped import import_together, told
    from sales_metrics.ui.session import Session
    from sales_metrics.ui.upload import show_told

    nothing: Any = None
    store = Store(Path(folder))
    session = Session("ru", Viewer(Role.DIRECTOR, frozenset()), store, store, nothing, demo=False, empty=False)
    if "told" not in st.session_state:
        import_together(session, [(name, Path(path).read_bytes()) for name, path in sources.items()])
    for place, file in enumerate(told()):
        show_told(session, place, file)


def dropped(store: Path, sources: dict[str, Path]) -> AppTest:
    given = {"folder": str(store), "sources": {name: str(path) for name, path in sources.items()}}
    app = AppTest.from_function(page, kwargs=given, default_timeout=120).run()
    assert not app.exception
    return app


def checked(store: Path, paths: list[Path], capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    run(["check", *map(str, paths), "--store", str(store), "--json", "--language", "ru"])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["files"]
    return found


@pytest.mark.parametrize("again", [False, True])
def test_the_page_and_the_command_give_one_account(
    tmp_path: Path, files: dict[str, bytes], again: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = {name: tmp_path / name for name in files}
    for name, path in sources.items():
        path.write_bytes(files[name])
    if again:
        # With last week in the store there is something to differ from.
        first = tmp_path / "last week.csv"
        first.write_text(DEALS.replace("Переговоры", "Договор").replace("двадцать", "20"), encoding="utf-8")
        assert run(["import", str(first), "--store", str(tmp_path / "store")]) == 1
        capsys.readouterr()
    for name, path in sources.items():
        if again and name not in ("deals.csv", "week.xlsx"):
            continue
        said = checked(tmp_path / "store", [path], capsys)
        app = dropped(tmp_path / "store", {name: path})
        shown = json.loads(json.dumps(app.session_state["told"], default=str))
        assert [file["file"] for file in said] == [file["file"] for file in shown] == [name]
        for here, there in zip(said, shown, strict=True):
            assert here["sheets"] == there["sheets"]
            assert here["issues"] == there["issues"]
            assert (here["waits"], here["already"]) == (there["waits"], there["already"])
            for sheet in here["sheets"]:
                rows = sheet["rows"]
                assert rows["read"] == sum(rows[count] for count in COUNTS if count != "read")
                assert rows["ignored"] == sum(sheet["ignored"].values())
        # And what is drawn is that account, number by number.
        drawn = "\n".join(element.value for element in app.markdown)
        for sheet in shown[0]["sheets"]:
            if sheet["table"] and sheet["rows"]["read"]:
                assert f"Прочитано **{sheet['rows']['read']}**" in drawn
                assert all(f"**{count}** " in drawn for count in sheet["rows"].values() if count)


def test_the_files_are_no_easy_ones(
    tmp_path: Path, files: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each count but "changed across uploads" is there to differ in, and a file of every fate."""
    paths = []
    for name, content in files.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(content)
    said = checked(tmp_path / "store", paths, capsys)
    sheets = [sheet for file in said for sheet in file["sheets"]]
    assert {count for count in COUNTS if any(sheet["rows"][count] for sheet in sheets)} >= {
        "read", "new", "changed", "rejected", "ignored",
    }  # fmt: skip
    assert [file["file"] for file in said if file["waits"]] == ["open.csv"]
    assert [file["file"] for file in said if not file["sheets"]] == ["photo.xlsx"]
    assert any(sheet["derived"] for sheet in sheets)
    assert {sheet["table"] for sheet in sheets} >= {"deals", "order_lines", "clients", None}
    assert not (tmp_path / "store").exists()
    assert Store(tmp_path / "other").uploads() == []


def test_a_wrong_setting_is_a_sentence_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def upload_page(folder: str) -> None:
        from pathlib import Path

        from sales_metrics.access import Role, Viewer
        from sales_metrics.store import Store
        from sales_metrics.ui.session import Session
        from sales_metrics.ui.upload import drop_files

        nothing: Any = None
        store = Store(Path(folder))
        drop_files(
            Session("en", Viewer(Role.DIRECTOR, frozenset()), store, store, nothing, demo=False, empty=False)
        )

    app = AppTest.from_function(upload_page, kwargs={"folder": str(tmp_path)}, default_timeout=60).run()
    assert not app.error
    monkeypatch.setenv("SALES_METRICS_LIMIT_ROWS", "many")
    app.run()
    assert not app.exception
    (error,) = app.error
    assert "LIMIT" in error.value
    assert "“many”" in error.value
