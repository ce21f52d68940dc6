"""A list of clients alone: a file is there, though nothing in it has a date, and every page goes by what it has."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sales_metrics.intake.take import take
from sales_metrics.store import Store
from sales_metrics.text import interface as words
from sales_metrics.ui.shell import PAGES

ROOT = Path(__file__).resolve().parents[2]
APP = str(ROOT / "sales_metrics" / "ui" / "main.py")
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pages")]

CLIENTS = """Client,Segment,Industry,City,Manager
Alfa,Retail,Food,Sofia,Ann
Beta,Retail,Steel,Varna,Bob
Gama,Industry,Food,Sofia,Ann
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SALES_METRICS_DATA", str(tmp_path))
    path = tmp_path / "clients.csv"
    path.write_text(CLIENTS, encoding="utf-8")
    Store(tmp_path / "company").add(take(path, name="clients.csv"), who="", at=datetime.now(UTC))
    return tmp_path


def test_every_page_opens_on_a_list_of_clients_alone(data: Path) -> None:
    app = AppTest.from_file(APP, default_timeout=120)
    app.query_params["lang"] = "en"
    app.run()
    for page in PAGES:
        if page != "overview":
            app.switch_page(f"../../pages/{page}.py").run()
        assert not app.exception, page
        assert not app.error, page
        assert app.title[0].value == PAGES[page][0].in_("en")
        assert words.NOTHING_YET.in_("en") not in [heading.value for heading in app.subheader], page
        labels = [box.label for box in app.sidebar.multiselect]
        if page not in ("upload", "dictionaries", "clients", "glossary"):
            assert labels == ["Manager", "Segment"], page
            assert words.PERIOD.in_("en") not in [box.label for box in app.sidebar.selectbox]
