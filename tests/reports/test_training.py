"""What the training page says, on the invented company whose truth is known and on small departments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from sales_metrics.model.panel import Empty, Slopes, Verdict
from sales_metrics.reports.context import Context
from sales_metrics.reports.training import training

from .conftest import context_of


def department(changes: dict[str, tuple[int, int]], trained: tuple[str, ...], meetings: int = 40) -> Context:
    """Return a department in which each manager wins so many of 40 meetings before and after 2 March 2026."""
    contacts: list[tuple[object, ...]] = []
    deals: list[tuple[object, ...]] = []
    for who, sides in changes.items():
        for start, won in zip((pd.Timestamp("2025-11-03"), pd.Timestamp("2026-03-03")), sides, strict=True):
            for number in range(meetings):
                on = start + pd.Timedelta(days=number % 60)
                client = f"{who} {start:%m} {number}"
                contacts.append((client, who, on + pd.Timedelta(hours=10), "meeting"))
                if number < won:
                    deals.append((client, client, who, "won", on, on + pd.Timedelta(days=5)))
    deals.append(("late", "Late client", "Nobody", "open", pd.Timestamp("2026-09-01"), pd.NaT))
    return context_of(
        {
            "contacts": pd.DataFrame(contacts, columns=["client", "manager", "held_at", "kind"]),
            "deals": pd.DataFrame(
                deals, columns=["deal_id", "client", "manager", "outcome", "created_on", "closed_on"]
            ),
            "trainings": pd.DataFrame(
                {"manager": trained, "held_on": [date(2026, 3, 2)] * len(trained), "topic": "Objections"}
            ),
        }
    )


OTHERS = {f"Other {number}": (8, 8) for number in range(7)}


def test_a_large_gain_of_three_is_called_an_effect() -> None:
    gained = {f"Trained {number}": (8, 24) for number in range(3)}
    (panel,) = training(department(gained | OTHERS, tuple(gained)))
    assert panel.title == "The training helped: meeting effectiveness +40 pp beyond what the others had"
    assert isinstance(panel.picture, Slopes)
    assert panel.picture.verdict is Verdict.BETTER
    assert panel.picture.expected == pytest.approx(0.2)
    assert panel.advice[0].startswith("Trained: 20% → 60%; the others: 20% → 20%.")
    assert "0.8% of cases" in panel.advice[0], "one choice of three out of the 120"


def test_everybody_gains_alike_and_the_training_gets_no_credit() -> None:
    gained = {f"Trained {number}": (8, 16) for number in range(3)}
    others = dict.fromkeys(OTHERS, (8, 16))
    (panel,) = training(department(gained | others, tuple(gained), meetings=40))
    assert isinstance(panel.picture, Slopes)
    assert panel.picture.verdict is not Verdict.BETTER
    assert "helped" not in panel.title.split(":")[0] or "Too early" in panel.title


def test_one_trained_person_proves_nothing_whatever_the_result() -> None:
    (panel,) = training(department({"Trained": (4, 38)} | OTHERS, ("Trained",)))
    assert panel.title == "1 of 8 were trained: so few people can prove nothing, whatever they achieve"
    assert any("comes by chance in 13% of cases" in said for said in panel.advice)


def test_who_was_sent_for_a_bad_spell_comes_back_by_itself() -> None:
    spread = {f"Other {number}": (8 + number, 8 + number) for number in range(7)}
    (panel,) = training(department({"A": (2, 8), "B": (2, 8), "C": (3, 8)} | spread, ("A", "B", "C")))
    assert any("partly bad luck" in said for said in panel.advice)


def test_without_anybody_untrained_there_is_no_comparison() -> None:
    (panel,) = training(department({"A": (8, 9), "B": (8, 9)}, ("A", "B")))
    assert panel.title.startswith("Nobody to compare with")
    assert panel.advice == ()


def test_a_young_training_is_not_judged() -> None:
    context = department({"A": (8, 9)} | OTHERS, ("A",))
    tables = {name: context.tables.fetch(context.tables[name]) for name in ("contacts", "deals")}
    tables["trainings"] = pd.DataFrame({"manager": ["A"], "held_on": [date(2026, 8, 31)]})
    tables = {name: frame.drop(columns="_key", errors="ignore") for name, frame in tables.items()}
    (panel,) = training(context_of({name: frame.dropna(axis=1, how="all") for name, frame in tables.items()}))
    assert isinstance(panel.picture, Empty)
    assert panel.title == "Too little time has passed since the training to judge it"


def test_without_trainings_the_page_says_what_it_needs() -> None:
    context = department({"A": (8, 9)} | OTHERS, ())
    (panel,) = training(context)
    assert isinstance(panel.picture, Empty)
    assert "Trainings" in panel.picture.why


def test_the_demo_tells_its_two_trainings_apart(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    worked = replace(context, choices={"training": "2025-11-12"})
    (panel,) = training(worked)
    assert panel.title.startswith("The training helped"), "three who attended rose most of all 56 choices"
    (panel,) = training(replace(context, choices={"training": "2026-06-10"}))
    assert not panel.title.startswith("The training helped"), "those two only came back from a bad spring"
