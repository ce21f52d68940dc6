"""Who waits: the list, its order, what was promised, and what the page says of the demo company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from sales_metrics.metrics import METRICS
from sales_metrics.model.panel import Bars, Empty, Forest, Listing
from sales_metrics.model.period import Period
from sales_metrics.reports.attention import attention
from sales_metrics.reports.attention_open import engaged_panel, promises_panel
from sales_metrics.reports.attention_waiting import priorities_panel, waiting_panel
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.context import Context

from .conftest import context_of

CLIENTS = pd.DataFrame(
    {
        "client": ["Alfa", "Beta", "Gamma", "Never", "Foreign"],
        "manager": ["Ann", "Ann", "Bob", "Bob", "Bob"],
        "priority": ["A", "B", None, "A", "C"],
        "is_ours": [None, "yes", None, None, "no"],
    }
)
CONTACTS = pd.DataFrame(
    {
        "client": ["Alfa", "Beta", "Gamma", "Gamma", "Last"],
        "manager": ["Ann", "Ann", "Bob", "Bob", "Bob"],
        "held_at": ["2026-03-01 10:00", "2026-02-01 10:00", "2026-01-01 10:00", None, "2026-03-31 10:00"],
        "planned_at": [None, None, None, "2026-04-02 10:00", None],
        "kind": ["call", "meeting", "e-mail", "meeting", "call"],
        "next_step": ["send the offer", None, None, None, None],
        "next_on": ["2026-03-10", None, None, None, "2026-04-09"],
    }
)


def cells(panel: object) -> list[tuple[str, ...]]:
    picture = getattr(panel, "picture", None)
    assert isinstance(picture, Listing)
    return [row.cells for row in picture.rows]


def test_those_wait_first_who_wait_longest_against_their_norm() -> None:
    panel = waiting_panel(context_of({"clients": CLIENTS, "contacts": CONTACTS}))
    assert cells(panel) == [
        ("Alfa", "A", "Ann", "1 Mar 2026", "30", "×2.1", "send the offer – by 10 Mar 2026"),
        ("Beta", "B", "Ann", "1 Feb 2026", "58", "×1.9", "no next step"),
        ("Gamma", "", "Bob", "1 Jan 2026", "89", "×1.5", "planned for 2 Apr 2026"),
        ("Never", "A", "Bob", "never", "", "", "no next step"),
    ]
    assert panel.title == "4 clients waiting longer than the norm, the longest 89 days"
    assert "A 14 days, B 30 days, C and no priority 60 days" in panel.foot


def test_a_company_sets_its_own_norm() -> None:
    rules = pd.DataFrame({"rule": ["attention_days_a", "attention_days_c"], "setting": [40.0, 100.0]})
    panel = waiting_panel(context_of({"clients": CLIENTS, "contacts": CONTACTS, "rules": rules}))
    assert [row[0] for row in cells(panel)] == ["Beta", "Never"]
    assert "A 40 days, B 30 days, C and no priority 100 days" in panel.foot


def test_the_period_of_the_filters_does_not_hide_who_waits() -> None:
    context = context_of({"clients": CLIENTS, "contacts": CONTACTS}, period=Period.month("2026-03"))
    assert len(cells(waiting_panel(context))) == 4
    assert (
        waiting_panel(context).picture == waiting_panel(replace(context, filters=type(context.filters)())).picture
    )


def test_a_client_opens_into_all_contacts_with_it() -> None:
    context = context_of({"clients": CLIENTS, "contacts": CONTACTS}, period=Period.month("2026-03"))
    picture = waiting_panel(context).picture
    assert isinstance(picture, Listing)
    assert rows_behind(picture.rows[2].drill, context)["client"].tolist() == ["Gamma"]


def test_a_promise_is_overdue_once_its_day_has_passed() -> None:
    panel = promises_panel(context_of({"clients": CLIENTS, "contacts": CONTACTS}))
    assert cells(panel) == [("Alfa", "A", "Ann", "1 Mar 2026", "21", "send the offer – by 10 Mar 2026")]
    assert panel.title == "Promises to clients overdue: 1 of 2 = 50%, the oldest by 21 days"


def test_without_promised_days_the_page_names_the_column() -> None:
    context = context_of({"contacts": CONTACTS.drop(columns=["next_on", "next_step"])})
    found = {panel.key: panel.picture for panel in attention(context)}
    assert isinstance(found["attention.promises"], Empty)
    assert "Next step on" in found["attention.promises"].why
    assert isinstance(found["attention.engaged"], Empty)
    assert "Deals" in found["attention.engaged"].why
    assert isinstance(found["attention.waiting"], Listing)


def test_a_name_from_a_file_is_nothing_but_text() -> None:
    hostile = CONTACTS.assign(client=["=1+1", "<b>x</b>", "**bold**", "**bold**", "[a](http://b)"])
    rules = pd.DataFrame({"rule": ["attention_days_c"], "setting": [1.0]})
    names = {row[0] for row in cells(waiting_panel(context_of({"contacts": hostile, "rules": rules})))}
    assert names == {"=1+1", "<b>x</b>", "**bold**"}


def test_the_demo_company_has_left_ten_important_clients_alone(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    panel = waiting_panel(context)
    assert panel.title == "10 clients of priority A have heard nothing for over 60 days"
    assert [row[1] for row in cells(panel)[:10]] == ["A"] * 10
    bars = priorities_panel(context).picture
    assert isinstance(bars, Bars)
    assert len(cells(panel)) == sum(bar.value for bar in bars.bars)


def test_clients_in_the_list_are_those_past_the_norm(of_demo: Callable[..., Context]) -> None:
    context = of_demo(manager=("Sarah Bell",))
    measured = METRICS["attention_in_norm"].measure(context.tables, filters=context.filters).iloc[0]
    assert len(cells(waiting_panel(context))) == measured["n"] - measured["k"]
    engaged = METRICS["engaged_not_converted"].measure(context.tables, filters=context.filters).iloc[0]
    assert len(cells(engaged_panel(context))) == engaged["k"]


@pytest.mark.parametrize("key", ["attention.managers", "attention.next_step"])
def test_alike_managers_are_not_told_apart_on_the_demo(key: str, of_demo: Callable[..., Context]) -> None:
    panel = next(panel for panel in attention(of_demo()) if panel.key == key)
    assert isinstance(panel.picture, Forest)
    assert len(panel.picture.dots) == 9
