"""The forecast page on small departments whose arithmetic can be followed, and on the invented company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from sales_metrics.demo.cast import TEAMS
from sales_metrics.model.panel import (
    Bars,
    Bullets,
    Calibration,
    Empty,
    Fan,
    Listing,
    Panel,
    Product,
    Trend,
    Verdict,
)
from sales_metrics.model.period import Period
from sales_metrics.model.text import Language
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.context import Context
from sales_metrics.reports.forecast import forecast
from sales_metrics.reports.forecast_formula import product
from sales_metrics.reports.forecast_open import chances_by
from sales_metrics.reports.forecast_past import Tried, losses
from sales_metrics.reports.forecast_published import Published, record, written
from sales_metrics.reports.forecast_series import series_panel
from sales_metrics.reports.outlook import Levers, outlook

from .conftest import context_of

WEEKDAYS = pd.bdate_range("2026-01-12", "2026-09-30")


def department(per_day: int = 2, every: int = 10, worth: float = 50_000.0, people: int = 1) -> Context:
    """Return managers who have `per_day` meetings on every weekday, of which every tenth is won ten days later."""
    contacts: list[tuple[object, ...]] = []
    deals: list[tuple[object, ...]] = []
    for person in range(people):
        number = 0
        for on in WEEKDAYS:
            for hour in range(per_day):
                number += 1
                client = f"Client {person}-{number}"
                contacts.append((client, f"Manager {person}", on + pd.Timedelta(hours=9 + hour), "meeting"))
                if number % every == 0 and on + pd.Timedelta(days=10) <= WEEKDAYS[-1]:
                    end = on + pd.Timedelta(days=10)
                    deals.append((client, client, f"Manager {person}", "won", worth, on, end))
    return context_of(
        {
            "contacts": pd.DataFrame(contacts, columns=["client", "manager", "held_at", "kind"]),
            "deals": pd.DataFrame(
                deals, columns=["deal_id", "client", "manager", "outcome", "amount", "created_on", "closed_on"]
            ),
        }
    )


def panel_of(panels: tuple[Panel, ...], key: str) -> Panel:
    return next(panel for panel in panels if panel.key == key)


def test_the_articles_example_is_half_of_what_it_says() -> None:
    assert product(1, 2, 22, 0.1, 50_000) == pytest.approx(220_000)
    assert product(1, 4, 22, 0.1, 50_000) == pytest.approx(440_000), "which would take twice the meetings"
    for days, money in ((18, 180_000), (19, 190_000), (20, 200_000), (21, 210_000), (23, 230_000)):
        assert product(1, 2, days, 0.1, 50_000) == pytest.approx(money)


def test_the_formula_takes_its_factors_from_the_records() -> None:
    context = replace(department(), choices={"forecast_period": "next_month"})
    panel = panel_of(forecast(context), "forecast.formula")
    assert isinstance(panel.picture, Product)
    values = [factor.value_text for factor in panel.picture.factors]
    # These managers work on Russian holidays as well; October 2026 has 22 working days.
    assert values[0] == "1"
    assert values[1] in ("2.0", "2.1")
    assert values[2] == "22"
    assert values[3] in ("9.9%", "10.0%", "10.1%")
    assert values[4] == "50.0k"
    assert "220,000" in panel.advice[0]
    assert "440,000" in panel.advice[0]


def test_a_factor_that_is_set_is_shown_as_set_beside_the_record() -> None:
    chosen = {"formula_meetings": "2", "formula_days": "22", "formula_share": "10", "formula_amount": "50000"}
    panel = panel_of(forecast(replace(department(), choices=chosen)), "forecast.formula")
    assert isinstance(panel.picture, Product)
    assert panel.picture.value_text == "220k"
    assert all("set by you; on record" in factor.note for factor in panel.picture.factors[1:])


def test_the_middle_of_the_forecast_is_the_formula() -> None:
    context = department(per_day=4, every=4, worth=1000.0, people=3)
    october = Period(date(2026, 10, 1), date(2026, 10, 31))
    found = outlook(context, october)
    assert found is not None
    total = np.sum(list(found.draws(date(2026, 10, 31), Levers(), seed=1).values()), axis=0)
    # 22 working days of 12 meetings, a quarter of which is won ten days later: as many come in as go on waiting.
    assert np.median(total) == pytest.approx(22 * 12 / 4 * 1000, rel=0.1)
    more = np.sum(list(found.draws(date(2026, 10, 31), Levers(meetings=1.5), seed=1).values()), axis=0)
    assert np.median(more) > 1.2 * np.median(total)
    dearer = np.sum(list(found.draws(date(2026, 10, 31), Levers(contract=2.0), seed=1).values()), axis=0)
    assert dearer.mean() == pytest.approx(2 * total.mean())


def test_a_meeting_waits_as_long_as_contracts_take() -> None:
    found = outlook(department(), Period(date(2026, 10, 1), date(2026, 10, 31)))
    assert found is not None
    assert found.arrived(9) == 0
    assert found.arrived(10) == 1
    assert found.prior.weight == 0, "one manager is no team"


def test_nothing_that_came_later_is_known_on_an_earlier_day() -> None:
    context = department()
    eve = date(2026, 6, 30)
    found = outlook(replace(context, today=eve), Period(date(2026, 7, 1), date(2026, 7, 31)))
    assert found is not None
    (record,) = found.records
    held = pd.bdate_range("2026-01-12", "2026-06-30")
    assert record.meetings == 2 * len(held)
    # Of the meetings of the last ten days none has come to its contract by then.
    ripe = 2 * len(held[held <= pd.Timestamp("2026-06-20")]) // 10
    assert record.won == ripe
    assert record.so_far == 0


def test_too_few_contracts_are_no_forecast() -> None:
    panels = forecast(department(every=200))
    fan = panel_of(panels, "forecast.fan")
    assert isinstance(fan.picture, Empty)
    assert fan.picture.why.startswith("Fewer than 5 contracts after meetings")


def test_a_filter_by_channel_has_no_working_days(of_demo: Callable[..., Context]) -> None:
    panels = forecast(of_demo(channel=("Referral",)))
    assert isinstance(panels[0].picture, Empty)
    assert "cannot be split by this filter" in panels[0].picture.why


def test_the_demo_page_is_honest_about_its_record(of_demo: Callable[..., Context]) -> None:
    panels = forecast(of_demo())
    past = panel_of(panels, "forecast.past")
    assert isinstance(past.picture, Trend)
    held = sum(point.low <= point.value <= point.high for point in past.picture.points)  # type: ignore[operator]
    assert str(held) in past.title
    fan = panel_of(panels, "forecast.fan")
    assert isinstance(fan.picture, Fan)
    last = fan.picture.points[-1].spread
    assert last is not None
    ordered = [last.low95, last.low80, last.low50, last.middle, last.high50, last.high80, last.high95]
    assert ordered == sorted(ordered)
    assert "most likely" in fan.title


@pytest.mark.parametrize(("language", "january"), [("ru", "янв."), ("en", "Jan"), ("bg", "ян.")])
def test_a_coming_january_is_named_with_its_year(
    language: Language, january: str, of_demo: Callable[..., Context]
) -> None:
    series = series_panel(of_demo(language))
    assert isinstance(series.picture, Fan)
    found = {point.label for point in series.picture.points if point.landmark}
    assert found == {f"{january} 2026", f"{january} 2027"}
    assert series.picture.points[-1].label == f"{january} 2027"
    assert series.picture.points[-1].spread is not None


def test_a_few_months_are_no_series() -> None:
    panel = panel_of(forecast(department()), "forecast.series")
    assert isinstance(panel.picture, Empty | Fan)
    short = {"deal_id": ["1", "2"], "outcome": ["won", "won"], "amount": [1.0, 2.0]}
    short |= {"created_on": ["2026-01-01", "2026-02-01"], "closed_on": ["2026-01-05", "2026-02-05"]}
    panel = panel_of(forecast(context_of({"deals": pd.DataFrame(short)})), "forecast.series")
    assert isinstance(panel.picture, Empty)
    assert "a forecast by month needs 8" in panel.picture.why


def open_deals(waited: int, ended: int = 40) -> dict[str, pd.DataFrame]:
    """Return a record in which half of those at a stage are won after ten days, and two deals that stand there."""
    rows: list[tuple[object, ...]] = []
    log: list[tuple[object, ...]] = []
    for number in range(ended):
        on = pd.Timestamp("2026-03-02") + pd.Timedelta(days=number)
        won = number % 2 == 0
        rows.append(
            (
                f"{number}",
                "won" if won else "lost",
                "Won" if won else "Lost",
                100.0,
                None,
                on,
                on + pd.Timedelta(days=10),
            )
        )
        log.append((f"{number}", "Proposal", on))
    today = pd.Timestamp("2026-06-30")
    rows.append(("ended", "lost", "Lost", 1.0, None, today - pd.Timedelta(days=1), today))
    for number in range(2):
        on = today - pd.Timedelta(days=waited)
        rows.append((f"open {number}", "open", "Proposal", 1000.0, 0.8, on, pd.NaT))
        log.append((f"open {number}", "Proposal", on))
    columns = ["deal_id", "outcome", "stage", "amount", "probability", "created_on", "closed_on"]
    return {
        "deals": pd.DataFrame(rows, columns=columns),
        "stage_log": pd.DataFrame(log, columns=["deal_id", "stage", "entered_at"]),
    }


@pytest.mark.parametrize(("waited", "chance"), [(3, 0.5), (11, 0.0)])
def test_a_chance_goes_by_the_stage_and_the_days_a_deal_has_stood_there(waited: int, chance: float) -> None:
    found = chances_by(date(2026, 8, 31), context_of(open_deals(waited)))
    assert found is not None
    assert found.by_age == 0
    assert found.deals["chance"].tolist() == pytest.approx([chance, chance], abs=1e-9)
    assert found.deals["promised"].tolist() == [800, 800]


def test_with_too_few_ended_at_the_stage_the_age_decides() -> None:
    found = chances_by(date(2026, 8, 31), context_of(open_deals(3, ended=10)))
    assert found is not None
    assert found.by_age == 2


def test_typed_in_chances_are_held_against_what_came() -> None:
    panels = forecast(context_of(open_deals(3)))
    typed = panel_of(panels, "forecast.typed")
    assert typed.title == "At “Proposal” deals are entered as 80% and won in 50% of cases"
    assert isinstance(typed.picture, Calibration)
    (group,) = typed.picture.groups
    assert group.verdict is Verdict.WORSE
    assert (group.share.k, group.share.n) == (20, 40)
    bars = panel_of(panels, "forecast.open")
    assert "promise 1.6k" in bars.title or "promise 1,600" in bars.title
    assert isinstance(bars.picture, Bars)
    assert bars.picture.bars[-1].value == 2000


def test_open_deals_without_amounts_are_not_said_to_bring_nothing() -> None:
    tables, half = open_deals(3), open_deals(3)
    tables["deals"].loc[tables["deals"]["outcome"] == "open", "amount"] = None
    half["deals"].loc[half["deals"]["deal_id"] == "open 0", "amount"] = None
    without = open_deals(3)["deals"].drop(columns="amount")

    def shown(given: dict[str, pd.DataFrame]) -> Panel:
        context = replace(context_of(given), choices={"forecast_period": "next_quarter"})
        return panel_of(forecast(context), "forecast.open")

    for given in (tables, {**tables, "deals": without}):
        panel = shown(given)
        assert isinstance(panel.picture, Empty)
        said = "None of the open deals (2) has an amount: the column “Deals: Amount” is blank in them"
        assert panel.picture.why == said
    some = shown(half)
    assert isinstance(some.picture, Bars)
    assert some.title == "1 of 2 open deals have an amount; these may bring 0 to 1.0k by 30 Sep 2026"
    assert "1 of 2 open deals have no amount and count as nothing" in some.foot
    assert "no amount" not in shown(open_deals(3)).foot


def test_a_forecast_is_scored_with_its_edges_beside_last_month() -> None:
    """At 10, 50 and 90 % the first month loses .4, 0 and .2 and last month's 8 loses .2, 1 and 1.8; see below."""
    month = Period.month("2026-05")
    first = Tried(month, low=6, middle=10, high=12, came=10, contracts=1, before=8)
    assert losses((first,)) == pytest.approx((0.2, 1.0))
    # Above its upper edge: .9, 1.5 and .9 (of 9, 3 and 1 over); last month's 10 loses .3, 1.5 and 2.7.
    second = Tried(month, low=4, middle=10, high=12, came=13, contracts=1, before=10)
    assert losses((first, second)) == pytest.approx(((0.2 + 1.1) / 2, (1.0 + 1.5) / 2))
    assert all(np.isnan(losses(())))


def test_a_published_forecast_is_kept_and_judged_once_its_period_is_over(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    made = record(Period(date(2026, 10, 1), date(2026, 12, 31)), context)
    assert isinstance(made, Published)
    assert made.low < made.middle < made.high
    assert made.made_on == context.today
    earlier = written(made) | {
        "made_on": date(2026, 8, 31),
        "forecast_period": "2026-09-01..2026-09-30",
        "low": 1.0,
        "high": 2.0,
    }
    frames = {
        "forecasts": pd.DataFrame([written(made), earlier, {"made_on": "2026-01-01", "forecast_period": "soon"}])
    }
    deals = context.tables.fetch(context.tables["deals"])[["deal_id", "outcome", "amount", "closed_on"]]
    panel = panel_of(forecast(context_of(frames | {"deals": deals})), "forecast.published")
    assert panel.title == "0 of the 1 published forecasts whose period is over came true"
    assert isinstance(panel.picture, Listing)
    assert [row.cells[0] for row in panel.picture.rows] == ["running", "missed"]


def test_each_manager_has_a_forecast_and_a_chance_of_the_own_plan() -> None:
    plain = department(people=3)
    tables = {name: plain.tables.fetch(plain.tables[name]) for name in ("contacts", "deals")}
    tables = {name: frame[[c for c in frame if not str(c).startswith("_")]] for name, frame in tables.items()}
    people = [f"Manager {n}" for n in range(3)]
    plans = pd.DataFrame(
        {"manager": people, "period": "2026-10", "measure": "won amount", "value": [50_000, 260_000, 2e6]}
    )
    context = replace(context_of({**tables, "plans": plans}), choices={"forecast_period": "next_month"})
    panel = panel_of(forecast(context), "forecast.managers")
    assert isinstance(panel.picture, Bullets)
    assert [bullet.label for bullet in panel.picture.bullets] == people
    sure, open_, lost = panel.picture.bullets
    # A month brings about 220 000: fifty are sure, two million are out of reach.
    assert (sure.chance_text, lost.chance_text) == (">\u00a099%", "<\u00a01%")
    assert (sure.alarm, lost.alarm) == (False, True)
    assert open_.low is not None
    assert open_.high is not None
    assert open_.low < 220_000 < open_.high
    assert "1 of 3" in panel.title


def test_of_a_team_the_people_stand_without_a_plan(of_demo: Callable[..., Context]) -> None:
    panel = panel_of(forecast(of_demo(team=(TEAMS["north"].en,))), "forecast.managers")
    assert isinstance(panel.picture, Listing)
    assert 1 < len(panel.picture.rows) < 8
    assert panel.picture.rows[0].cells[0] in panel.title


def test_the_people_together_are_the_team(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    found = outlook(context, Period(date(2026, 10, 1), date(2026, 12, 31)))
    assert found is not None
    panel = panel_of(forecast(context), "forecast.managers")
    assert isinstance(panel.picture, Bullets)
    named = sum(record.so_far for record in found.records if record.name)
    assert sum(bullet.fact for bullet in panel.picture.bullets) == pytest.approx(named)
    for bullet in panel.picture.bullets:
        assert rows_behind(bullet.drill, context)["_total"].sum() == pytest.approx(bullet.fact)
