"""What is due for clients and when, at the edges of months, weeks and holidays; and the file for a calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from icalendar import Calendar

from sales_metrics.commands.client_calendar import written
from sales_metrics.engine import Tables
from sales_metrics.engine.tables import Workdays
from sales_metrics.metrics.client_calendar import duties_behind
from sales_metrics.metrics.filters import Filters
from sales_metrics.model.panel import Empty, Listing, Panel, Verdict
from sales_metrics.reports.attention_waiting import LISTED
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.client_calendar import Due, client_calendar, due_panel, entries
from sales_metrics.reports.context import Context
from sales_metrics.reports.my_clients import ring_panel
from sales_metrics.reports.plans import board_panel

from .conftest import context_of


def due_of(country: str = "RU", **tables: list[dict[str, Any]]) -> pd.DataFrame:
    """Return the open duties of small tables, with the day of the data in the deal or contact that is given."""
    frames = {name: pd.DataFrame(rows) for name, rows in tables.items()}
    return duties_behind(Tables.of_frames(frames, workdays=Workdays(country)), Filters())


def offer(sent: str, **more: object) -> dict[str, Any]:
    return {"deal_id": "1", "client": "Alfa", "outcome": "open", "created_on": sent, "offer_sent_on": sent, **more}


def happened(on: str) -> dict[str, Any]:
    return {"deal_id": "9", "client": "Omega", "outcome": "lost", "created_on": on}


@pytest.mark.parametrize(
    ("country", "sent", "due"),
    [
        ("RU", "2025-04-30", "2025-05-05"),
        ("RU", "2025-05-08", "2025-05-12"),
        ("BG", "2025-04-17", "2025-04-22"),
        ("RU", "2025-03-07", "2025-03-10"),
        ("BG", "2024-12-31", "2025-01-02"),
    ],
)
def test_an_offer_is_confirmed_within_one_working_day_of_the_country(country: str, sent: str, due: str) -> None:
    found = due_of(country, deals=[offer(sent)])
    assert [str(day.date()) for day in found["due_on"]] == [due]


@pytest.mark.parametrize(
    ("until", "duties"), [("2025-04-30", ["2 confirm", "3 expiry"]), ("2025-04-29", ["3 expiry"])]
)
def test_an_offer_that_has_expired_is_renewed_and_no_longer_confirmed(until: str, duties: list[str]) -> None:
    sent = offer("2025-04-01", offer_valid_until=until)
    assert sorted(due_of(deals=[sent, happened("2025-04-30")])["duty"]) == duties


def test_an_expiring_offer_is_announced_three_working_days_before() -> None:
    found = due_of(
        "BG", deals=[offer("2025-04-01", offer_confirmed_on="2025-04-02", offer_valid_until="2025-04-23")]
    )
    # The 22nd, then over Easter the 17th and the 16th.
    assert [str(day.date()) for day in found["from_on"]] == ["2025-04-16"]


@pytest.mark.parametrize(
    ("tender", "start"), [("2026-11-30", "2026-02-28"), ("2028-11-30", "2028-02-29"), ("2026-12-31", "2026-03-31")]
)
def test_a_tender_is_prepared_nine_months_ahead_whatever_the_month_ends_on(tender: str, start: str) -> None:
    found = due_of(
        deals=[happened("2026-01-15") | {"outcome": "lost"}],
        tenders=[{"tender_id": "1", "client": "Alfa", "tender_on": tender}],
    )
    assert [str(day.date()) for day in found["due_on"]] == [start]
    assert (found["due_on"] - found["from_on"]).dt.days.tolist() == [15]


def test_a_tender_that_a_deal_names_or_that_is_over_is_not_due() -> None:
    tenders = [
        {"tender_id": n, "client": "Alfa", "tender_on": on} for n, on in enumerate(["2026-11-30", "2026-01-14"])
    ]
    running = happened("2026-01-15") | {"client": "Alfa", "tender_on": "2026-11-30"}
    assert due_of(deals=[running], tenders=tenders).empty
    assert len(due_of(deals=[happened("2026-01-15")], tenders=tenders)) == 1


@pytest.mark.parametrize(
    ("signed", "due"), [("2025-05-31", "2025-08-31"), ("2025-11-30", "2026-02-28"), ("2025-01-15", "2025-04-15")]
)
def test_a_client_is_handed_over_three_months_after_the_first_contract(signed: str, due: str) -> None:
    won = {"deal_id": "1", "client": "Alfa", "outcome": "won", "created_on": signed, "closed_on": signed}
    found = due_of(deals=[won])
    assert found["duty"].tolist() == ["4 handover"]
    assert str(found["due_on"][0].date()) == due
    served = [{"client": "Alfa", "service_manager": "Orlov"}]
    assert due_of(deals=[won], clients=served).empty
    assert due_of(deals=[won | {"handed_over_on": due}]).empty


@pytest.mark.parametrize(
    ("born", "today", "due"),
    [
        ("1980-06-01", "2026-06-01", "2026-06-01"),
        ("1980-06-01", "2026-06-02", "2027-06-01"),
        ("1980-02-29", "2026-02-01", "2026-02-28"),
        ("1980-02-29", "2028-02-01", "2028-02-29"),
    ],
)
def test_a_birthday_comes_round(born: str, today: str, due: str) -> None:
    found = due_of(deals=[happened(today)], clients=[{"client": "Alfa", "birthday": born}])
    assert [str(day.date()) for day in found["due_on"]] == [due]


@pytest.mark.parametrize(
    ("rating", "today", "letters"), [(5, "2026-03-15", 1), (5, "2026-03-16", 0), (4, "2026-03-02", 0)]
)
def test_a_letter_is_asked_for_while_a_good_rating_is_fresh(rating: int, today: str, letters: int) -> None:
    orders = [{"order_id": "1", "client": "Alfa", "completed_on": "2026-02-20", "ordered_on": "2026-02-01"}]
    surveys = [{"order_id": "1", "rating": rating, "surveyed_on": "2026-03-01"}]
    found = due_of(deals=[happened(today)], orders=orders, surveys=surveys)
    assert len(found) == letters


def test_every_line_opens_into_its_rows(of_demo: Callable[..., Context]) -> None:
    context = of_demo(manager=("Andrew Foster",))
    for choices in ({}, {"calendar.kind": "3 expiry", "calendar.ahead": "90"}, {"calendar.ahead": "0"}):
        panel = due_panel(replace(context, choices=choices))
        assert isinstance(panel.picture, Listing)
        for row in panel.picture.rows[::9]:
            rows = rows_behind(row.drill, context)
            assert len(rows) >= 1
            assert set(rows["client"]) == {row.cells[2]}
        late = [row.verdict is Verdict.WORSE for row in panel.picture.rows]
        assert late == sorted(late, reverse=True)


def test_the_page_says_what_it_needs_and_what_the_data_cannot_tell() -> None:
    context = context_of({"clients": pd.DataFrame({"client": ["Alfa"]})})
    for panel in (*client_calendar(context), ring_panel(context), board_panel(context)):
        assert isinstance(panel.picture, Empty)
        assert panel.picture.why.startswith("Needs the columns")
    some = context_of({"deals": pd.DataFrame([offer("2026-03-02")])})
    assert "birthdays" in due_panel(some).foot
    assert "offers to confirm" not in due_panel(some).foot


def test_the_calendar_holds_what_the_list_shows_and_any_program_reads_it(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    due = entries(context)
    content = written(due, "en", context.today)
    read = Calendar.from_ical(content)
    events = list(read.walk("VEVENT"))
    assert len(events) == len(due) > 150
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert all(event.decoded("dtstart") >= context.today for event in events)
    assert content == written(entries(context), "en", context.today)
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_the_calendar_leaves_nothing_out_however_long_it_is() -> None:
    clients = pd.DataFrame({"client": [f"Client {n}" for n in range(LISTED + 10)], "birthday": "1980-04-02"})
    context = context_of({"clients": clients, "deals": pd.DataFrame([happened("2026-03-31")])})
    assert len(entries(context)) == LISTED + 10


def test_a_name_with_signs_of_its_own_survives_the_calendar() -> None:
    name = "Ой, «Рога; копыта»\\ " + "и очень длинное имя " * 5
    one = Due("1", date(2026, 3, 2), "позвонить", name, "Иванова", "BEGIN:VEVENT\nпервая строка")
    read = Calendar.from_ical(written([one], "ru", date(2026, 3, 1)))
    (event,) = read.walk("VEVENT")
    assert str(event["SUMMARY"]) == f"{name}: позвонить"
    assert str(event["DESCRIPTION"]) == "BEGIN:VEVENT\nпервая строка\nИванова"


def test_who_to_ring_is_who_was_promised_something_first(of_demo: Callable[..., Context]) -> None:
    context = replace(of_demo(), choices={"my_clients.manager": "Olivia Marsh"})
    panel = ring_panel(context)
    rows = listed(panel)
    assert rows
    urgency = [int(row[-1]) for row in rows]
    assert urgency == sorted(urgency, reverse=True)
    everybody = listed(ring_panel(of_demo()))
    assert {row[0] for row in rows} == {row[0] for row in everybody if row[-2] == "Olivia Marsh"}
    assert all(row[1] for row in rows)


def test_one_client_has_one_line_with_all_its_reasons() -> None:
    deal = offer("2026-03-02", manager="Ivanova", amount=500.0)
    contact = {
        "client": "Alfa",
        "manager": "Ivanova",
        "held_at": "2026-01-10",
        "kind": "call",
        "next_on": "2026-01-20",
    }
    action = {"client": "Alfa", "action": "meet the chief", "owner": "Ivanova", "due_on": "2026-03-01"}
    context = context_of(
        {
            "deals": pd.DataFrame([deal, happened("2026-03-31")]),
            "contacts": pd.DataFrame([contact]),
            "clients": pd.DataFrame([{"client": "Alfa", "manager": "Ivanova", "priority": "A"}]),
            "development_actions": pd.DataFrame([action]),
        }
    )
    (row,) = listed(ring_panel(context))
    assert row[0] == "Alfa"
    for reason in (
        "promised by 20 Jan 2026",
        "confirm the offer",
        "priority A, no contact for 80 days",
        "meet the chief",
    ):
        assert reason in row[1]
    assert row[-1] == str(5 + 5 + 4 + 2)


def test_who_sleeps_and_whom_nobody_asked_is_rung_too_and_under_which_number() -> None:
    on = pd.date_range("2025-10-01", periods=6, freq="10D").strftime("%Y-%m-%d")
    orders = pd.DataFrame({"order_id": list("123456"), "client": "Alfa", "ordered_on": on, "completed_on": on})
    fresh = {"order_id": "7", "client": "Beta", "ordered_on": "2026-03-20", "completed_on": "2026-03-25"}
    clients = [{"client": "Alfa", "phone": "12", "contact_person": "Orlova", "email": "a@b"}, {"client": "Beta"}]
    tables = {
        "orders": pd.concat([orders, pd.DataFrame([fresh])]).assign(amount=10.0),
        "surveys": pd.DataFrame([{"order_id": "1", "rating": 4}]),
        "clients": pd.DataFrame(clients),
        "contacts": pd.DataFrame(
            [{"client": name, "held_at": "2026-03-31", "kind": "call"} for name in ("Alfa", "Beta")]
        ),
    }
    alfa, beta = listed(ring_panel(context_of(tables)))
    assert alfa[:3] == ("Alfa", "no order for 131 days, the usual gap is 10", "Orlova, 12")
    assert beta[:3] == ("Beta", "survey after completion: 1 order", "")
    assert (alfa[-1], beta[-1]) == ("3", "1")


def test_a_firm_without_contacts_rings_those_who_sleep_and_sees_their_orders() -> None:
    on = pd.date_range("2025-10-01", periods=6, freq="10D").strftime("%Y-%m-%d")
    slept = pd.DataFrame({"client": "Alfa", "manager": "Ivanova", "ordered_on": on, "amount": 10.0})
    last = pd.DataFrame([{"client": "Beta", "manager": "Petrov", "ordered_on": "2026-03-31", "amount": 10.0}])
    context = context_of({"orders": pd.concat([slept, last])})
    panel = ring_panel(context)
    assert [row[:3] for row in listed(panel)] == [("Alfa", "no order for 131 days, the usual gap is 10", "")]
    assert isinstance(panel.picture, Listing)
    assert len(rows_behind(panel.picture.rows[0].drill, context)) == 6
    assert not listed(ring_panel(replace(context, choices={"my_clients.manager": "Petrov"})))


def test_a_postponed_action_without_a_reason_says_so() -> None:
    actions = [
        {"client": "Alfa", "action": "meet", "owner": "Ivanova", "due_on": "2026-03-01", "status": "postponed"},
        {"client": "Beta", "action": "call", "owner": "Petrov", "due_on": "2026-03-01", "participants": "chief"},
    ]
    tables = {"development_actions": pd.DataFrame(actions), "deals": pd.DataFrame([happened("2026-03-31")])}
    first, second = listed(board_panel(context_of(tables)))
    assert first[4:] == ("overdue", "not stated: with what means")
    assert second[4:] == ("postponed", "no reason given")


def listed(panel: Panel) -> list[tuple[str, ...]]:
    return [row.cells for row in panel.picture.rows] if isinstance(panel.picture, Listing) else []
