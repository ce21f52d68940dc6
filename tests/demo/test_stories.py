"""Each story of the demo company is there, by a number that a reader of the page would accept as proof."""

from __future__ import annotations

import pandas as pd
import pytest
from rapidfuzz import fuzz, process
from scipy.stats import binomtest
from statsmodels.stats.proportion import confint_proportions_2indep

from sales_metrics import demo

from . import evidence
from .evidence import BEST, BLANK, BUDGET, INTEREST, ODD, TABLES, TWINS, closed_deals, meetings


def difference(k: int, n: int, k_other: int, n_other: int, level: float = 0.95) -> tuple[float, float]:
    low, high = confint_proportions_2indep(k, n, k_other, n_other, method="newcomb", alpha=1 - level)
    return float(low), float(high)


def share_against_rest(flags: pd.Series, chosen: pd.Series, level: float = 0.95) -> tuple[float, float]:
    mine, rest = flags[chosen], flags[~chosen]
    return difference(int(mine.sum()), len(mine), int(rest.sum()), len(rest), level)


def test_win_rate_of_closed_deals_is_about_a_third() -> None:
    closed = closed_deals()
    assert 0.30 <= (closed["outcome"] == "won").mean() <= 0.35


def test_activity_converts_as_it_does_in_such_firms() -> None:
    contacts = TABLES["contacts"]
    held = contacts[contacts["held_at"].notna()]["kind"].value_counts()
    won = (TABLES["deals"]["outcome"] == "won").sum()
    assert 0.24 <= held["meeting"] / held["call"] <= 0.30
    assert 0.09 <= won / held["meeting"] <= 0.14


@pytest.mark.parametrize(
    ("manager", "reason"), [(BUDGET, "Budget exhausted"), (INTEREST, "No interest in the product")]
)
def test_two_managers_lose_for_reasons_of_their_own(manager: str, reason: str) -> None:
    lost = TABLES["deals"].query("outcome == 'lost' and lost_reason.notna()")
    low, _ = share_against_rest(lost["lost_reason"] == reason, lost["manager"] == manager, 0.999)
    top, second = lost.loc[lost["manager"] == manager, "lost_reason"].value_counts().iloc[:2]
    assert low > 0.10
    assert binomtest(int(top), int(top + second)).pvalue < 0.001


def test_one_manager_leaves_the_reason_blank() -> None:
    lost = TABLES["deals"].query("outcome == 'lost'")
    blank = lost["lost_reason"].isna().groupby(lost["manager"]).mean()
    assert blank[BLANK] > 0.35
    assert blank.drop(BLANK).max() < 0.12


def test_one_manager_wins_clearly_more() -> None:
    closed = closed_deals()
    won = closed["outcome"] == "won"
    assert share_against_rest(won, closed["manager"] == BEST, 0.999)[0] > 0.05
    assert won.groupby(closed["manager"]).mean().idxmax() == BEST


def test_two_managers_cannot_be_told_apart() -> None:
    closed = closed_deals()
    pair = closed[closed["manager"].isin(TWINS)]
    won, first = pair["outcome"] == "won", pair["manager"] == TWINS[0]
    low, high = share_against_rest(won, first)
    assert low < 0 < high
    inner = share_against_rest(won, first, 0.90)
    assert inner[0] < -0.03 or inner[1] > 0.03, "three points decide, and they are not excluded"


def test_one_key_client_is_a_third_of_the_revenue() -> None:
    orders, clients = TABLES["orders"], TABLES["clients"]
    year = orders[orders["ordered_on"] > "2025-11-20"]
    for rows in (orders, year):
        revenue = rows.groupby("client")["amount"].sum().sort_values(ascending=False)
        assert 0.30 < revenue.iloc[0] / revenue.sum() < 0.40
        assert revenue.iloc[1] / revenue.sum() < 0.08
        assert clients.set_index("client").loc[revenue.index[0], "size"] == "key"


def test_surveys_slide_under_nine_in_ten_and_miss_the_unhappy() -> None:
    orders = TABLES["orders"].query("status == 'completed' and not is_return")
    asked = orders["order_id"].isin(TABLES["surveys"]["order_id"])
    by_quarter = asked.groupby(orders["completed_on"].dt.to_period("Q")).mean()
    assert by_quarter.iloc[0] > 0.90
    assert by_quarter.loc["2026Q3"] < 0.90
    assert by_quarter.iloc[-1] < 0.80
    late = (orders["completed_on"] - orders["ordered_on"]).dt.days > 17
    assert share_against_rest(asked, late)[1] < -0.10
    size = TABLES["clients"].set_index("client")["size"].reindex(orders["client"]).to_numpy()
    assert share_against_rest(asked, pd.Series(size == "small", index=orders.index))[1] < -0.05
    assert TABLES["surveys"]["rating"].mean() > 4.2


def test_four_meetings_every_day_that_lead_nowhere() -> None:
    rows = meetings()
    since = rows[rows["held_at"] >= "2026-04-01"]
    a_day = since.groupby(["manager", since["held_at"].dt.date]).size().groupby("manager").agg(["mean", "var"])
    assert a_day.loc[ODD, "mean"] == 4
    assert a_day.loc[ODD, "var"] == 0
    assert a_day.drop(ODD)["var"].min() > 0.3
    step = since["next_step"].notna().groupby(since["manager"]).mean()
    assert step[ODD] < 0.05 < 0.6 < step.drop(ODD).min()
    yields = since["led_to_contract"].groupby(since["manager"]).mean()
    assert yields[ODD] < 0.05 < 0.08 < yields.drop(ODD).min()
    lag = (since["created_at"] - since["held_at"]).dt.days.groupby(since["manager"]).median()
    assert lag[ODD] >= 4
    assert lag.drop(ODD).max() == 0


def test_he_meets_clients_while_on_leave() -> None:
    rows = meetings()
    absences = TABLES["absences"]
    met = dict.fromkeys(rows["manager"].unique(), 0)
    for absence in absences.itertuples():
        during = rows["held_at"].dt.normalize().between(absence.from_on, absence.to_on)
        met[str(absence.manager)] += int((during & (rows["manager"] == absence.manager)).sum())
    assert met.pop(ODD) >= 20
    assert set(met.values()) == {0}


def test_his_notes_repeat_themselves() -> None:
    rows = meetings()
    since = rows[(rows["held_at"] >= "2026-04-01") & rows["note"].notna()]

    def alike(manager: str) -> float:
        notes = since.loc[since["manager"] == manager, "note"].iloc[:150].tolist()
        scores = process.cdist(notes, notes, scorer=fuzz.ratio)
        return float(((scores >= 90).sum(axis=1) > 1).mean())

    assert alike(ODD) == 1
    assert max(alike(manager) for manager in (BEST, BLANK, *TWINS)) < 0.3


def test_meetings_lead_to_proposals_less_often_in_the_last_quarter() -> None:
    log, deals = TABLES["stage_log"], TABLES["deals"].set_index("deal_id")
    met = log[log["stage"] == "Meeting"].set_index("deal_id")["entered_at"]
    offered = met.index.isin(log.loc[log["stage"] == "Proposal", "deal_id"])
    decided = offered | (deals.loc[met.index, "lost_stage"] == "Meeting").to_numpy()
    rows = pd.DataFrame({"met": met.to_numpy(), "offered": offered})[decided]
    last = rows["met"] >= "2026-08-21"
    before = rows["met"].between("2026-05-21", "2026-08-21")
    low, high = share_against_rest(rows["offered"][last | before], last[last | before])
    assert high < -0.05
    assert low > -0.35


def test_dearer_price_list_costs_deals() -> None:
    closed = closed_deals()
    half_years = closed[closed["closed_on"].between("2025-10-01", "2026-08-20")]
    assert share_against_rest(half_years["outcome"] == "won", half_years["closed_on"] >= "2026-04-01")[1] < 0
    log = TABLES["stage_log"]
    offered = log[log["stage"] == "Proposal"].set_index("deal_id")["entered_at"]
    further = pd.Series(offered.index.isin(log.loc[log["stage"] == "Negotiation", "deal_id"]), index=offered.index)
    decided = further | offered.index.isin(closed["deal_id"])
    assert share_against_rest(further[decided], offered[decided] >= "2026-03-02")[1] < -0.03


@pytest.mark.parametrize("warm", ["Referral", "Website inquiry", "Returning client"])
def test_referrals_and_inquiries_beat_cold_calls(warm: str) -> None:
    closed = closed_deals()
    pair = closed[closed["source"].isin([warm, "Cold call"])]
    assert share_against_rest(pair["outcome"] == "won", pair["source"] == warm, 0.999)[0] > 0.05


def test_first_training_worked() -> None:
    trained = TABLES["trainings"].query("topic == 'Negotiating after the first meeting'")["manager"].tolist()
    before = evidence.contracts_per_meeting("2025-05-05", "2025-11-12")
    after = evidence.contracts_per_meeting("2025-11-13", "2026-08-21")
    effect, p = evidence.difference_in_differences(after - before, trained)
    assert len(trained) == 3
    assert 0.05 < effect < 0.15
    assert p < 0.05


def test_second_training_is_regression_to_the_mean() -> None:
    sent = TABLES["trainings"].query("topic == 'Handling objections'")["manager"].tolist()
    usual = evidence.contracts_per_meeting("2025-05-05", "2026-04-01")
    bad = evidence.contracts_per_meeting("2026-04-01", "2026-06-01")
    after = evidence.contracts_per_meeting("2026-06-11", "2026-08-21")
    assert len(sent) == 2
    assert after[sent].mean() - bad[sent].mean() > 0.02, "before and after alone looks like an effect"
    assert usual[sent].mean() - bad[sent].mean() > 0.02
    assert abs(after[sent].mean() - usual[sent].mean()) < 0.02
    _, p = evidence.difference_in_differences(after - usual, sent)
    assert p > 0.10


def test_some_regular_clients_have_fallen_asleep() -> None:
    orders = TABLES["orders"].query("not is_return").drop_duplicates(["client", "ordered_on"])
    days = orders.sort_values("ordered_on").groupby("client")["ordered_on"]
    gaps, silent = (
        days.apply(lambda column: column.diff().dt.days.median()),
        pd.Timestamp("2026-11-20") - days.max(),
    )
    regular = days.size() >= 5
    asleep = regular & (silent.dt.days > 2.5 * gaps)
    assert 15 <= asleep.sum() <= 60
    assert 0.05 < asleep.sum() / regular.sum() < 0.35


def test_important_clients_have_been_left_alone() -> None:
    clients, contacts = TABLES["clients"], TABLES["contacts"]
    ours = clients[(clients["priority"] == "A") & clients["acquired_on"].notna()]["client"]
    last = contacts.groupby("client")["held_at"].max().reindex(ours)
    assert 5 <= ((pd.Timestamp("2026-11-20") - last).dt.days > 60).sum() <= 30


def test_dead_deals_stay_open() -> None:
    open_deals = TABLES["deals"].query("outcome == 'open'")
    age = (pd.Timestamp("2026-11-20") - open_deals["created_on"]).dt.days
    assert 100 <= len(open_deals) <= 220
    assert 10 <= (age > 200).sum() <= 50


def test_figures_told_of_the_deals_are_those_of_the_deals() -> None:
    told = " ".join((demo.__doc__ or "").split())
    closed, lost = closed_deals(), TABLES["deals"].query("outcome == 'lost'")
    stated = lost[lost["lost_reason"].notna()]
    for manager, reason in ((BUDGET, "Budget exhausted"), (INTEREST, "No interest in the product")):
        own = stated["manager"] == manager
        hits = stated["lost_reason"] == reason
        assert f"{(own & hits).sum()} of {own.sum()}" in told
        assert f"{(~own & hits).sum()} of {(~own).sum()}" in told
    for manager in (BEST, *TWINS):
        own = closed["manager"] == manager
        assert f"{(own & (closed['outcome'] == 'won')).sum()} of {own.sum()}" in told
    blank = lost.loc[lost["manager"] == BLANK, "lost_reason"].isna()
    assert f"{blank.sum()} of {len(blank)} refusals" in told
    assert f"{(closed['outcome'] == 'won').sum()} of {len(closed)}" in told
