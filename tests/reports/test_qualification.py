"""Client fit: small firms worked out by hand, a page without a portrait, and the law of learning."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sales_metrics import demo
from sales_metrics.engine import Tables
from sales_metrics.metrics import METRICS
from sales_metrics.metrics.portrait import FIVE_CLIENTS
from sales_metrics.model.panel import Bars, Empty, Forest, Listing, Panel, Verdict
from sales_metrics.model.portrait import feature_of
from sales_metrics.model.tables import TABLES
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.context import Context
from sales_metrics.reports.qualification import qualification
from sales_metrics.reports.qualification_check import measured

from .conftest import context_of

SMALL: dict[str, pd.DataFrame] = METRICS["portrait_verdict"].example.frames()


def panels(context: Context) -> dict[str, Panel]:
    return {panel.key.removeprefix("qualification."): panel for panel in qualification(context)}


def verdicts(frames: dict[str, pd.DataFrame]) -> dict[str, tuple[str, float, float]]:
    tables = Tables.of_frames(frames)
    METRICS["portrait_verdict"].measure(tables)
    rows = tables.fetch(tables["client_fit"])
    ends = zip(rows["verdict"], rows["low"], rows["high"], strict=True)
    return dict(zip(rows["client"], ends, strict=True))


def with_rule(frames: dict[str, pd.DataFrame], rule: str, setting: float) -> dict[str, pd.DataFrame]:
    return frames | {"rules": pd.DataFrame({"rule": [rule], "setting": [setting]})}


def test_five_clients_by_hand() -> None:
    third = pytest.approx(1 / 3)
    assert verdicts(SMALL) == {
        "Alfa": ("ours", pytest.approx(2 / 3), 1.0),
        "Beta": ("unknown", third, 1.0),
        "Gamma": ("not_ours", third, third),
        "Delta": ("not_ours", 1.0, 1.0),
        "Omega": ("unknown", 1.0, 1.0),
    }
    assert verdicts(with_rule(SMALL, "ours_from_share", 0.3))["Gamma"][0] == "ours"
    assert verdicts(with_rule(SMALL, "ours_from_share", 1.0))["Alfa"][0] == "unknown"


def test_exclusions_alone_make_everybody_else_ours() -> None:
    only = SMALL["client_portrait"].query("role == 'exclusion'")
    found = {client: verdict for client, (verdict, *_) in verdicts(SMALL | {"client_portrait": only}).items()}
    assert found == {"Alfa": "ours", "Beta": "ours", "Gamma": "ours", "Delta": "not_ours", "Omega": "unknown"}


ANSWERS = st.fixed_dictionaries(
    {
        "segment": st.sampled_from(["industry", "retail", None]),
        "size": st.sampled_from(["key", "small", None]),
        "potential_year": st.sampled_from([50.0, 100.0, None]),
        "is_federal": st.sampled_from(["true", "false", None]),
    }
)
LEARNT = {"segment": "industry retail", "size": "key small", "potential_year": "50 100", "is_federal": "true false"}


@settings(max_examples=12, deadline=None)
@given(ANSWERS, st.sampled_from([0.3, 0.5, 0.6, 1.0]))
def test_learning_an_answer_never_moves_a_decided_verdict(known: dict[str, Any], share: float) -> None:
    blank = [name for name, value in known.items() if value is None]
    ways = [dict(zip(blank, way, strict=True)) for way in product(*(LEARNT[name].split() for name in blank))]
    clients = [{"client": str(at), **known, **way} for at, way in enumerate([{}, *ways])]
    frames = SMALL | {"clients": pd.DataFrame(clients, dtype=object)}
    found = verdicts(with_rule(frames, "ours_from_share", share))
    verdict, low, high = found.pop("0")
    assert low <= high
    for learnt, one, other in found.values():
        assert learnt != "unknown"
        assert low - 1e-9 <= one == other <= high + 1e-9
        assert verdict in ("unknown", learnt)
    if verdict == "unknown":
        assert {learnt for learnt, _, _ in found.values()} == {"ours", "not_ours"}


def test_the_page_of_five_clients() -> None:
    found = panels(context_of(SMALL))
    clients = found["clients"]
    assert clients.title == "By the portrait 1 of 5 clients are ours, 2 are not, 2 are to be found out"
    assert isinstance(clients.picture, Bars)
    assert [(bar.label, bar.value) for bar in clients.picture.bars] == [
        ("Ours", 1),
        ("To be found out", 2),
        ("Not ours", 2),
    ]
    assert clients.picture.bars[1].aside == "200 · 30"
    asked = found["ask"].picture
    assert isinstance(asked, Listing)
    # Beta may buy a lot and be large: one of the two is enough. Of Omega only the exclusion is left to ask.
    assert [row.cells[:6] for row in asked.rows] == [
        ("Beta", "Client size, Yearly potential: 1 of 2 must fit", "", "1–3 of 3", "30", "200"),
        ("Omega", "National account", "", "3 of 3", "", ""),
    ]
    assert found["marks"].title == "Mark and portrait disagree: 2 of 5; 1 of ours turned away"
    assert found["check"].title.startswith(
        "Too early to check the portrait: 1 client with a win, 2 clients with a loss"
    )
    assert any("100 closed deals" in sentence for sentence in found["check"].advice)
    assert isinstance(found["best"].picture, Empty)


def test_a_fresh_purchase_from_a_competitor_is_marked() -> None:
    deals = SMALL["deals"].assign(lost_reason=None)
    lost = {
        "deal_id": "9",
        "client": "Beta",
        "outcome": "lost",
        "created_on": "2026-02-01",
        "closed_on": "2026-03-06",
    }
    deals = pd.concat([deals, pd.DataFrame([lost | {"lost_reason": "Chose a competitor"}])], ignore_index=True)
    asked = panels(context_of(SMALL | {"deals": deals}))["ask"].picture
    assert isinstance(asked, Listing)
    assert [(row.cells[0], row.cells[6], row.verdict) for row in asked.rows] == [
        ("Beta", "chose a competitor on 6 Mar 2026", Verdict.WORSE),
        ("Omega", "", Verdict.NONE),
    ]
    stale = panels(context_of(with_rule(SMALL | {"deals": deals}, "competitor_days", 3)))["ask"].picture
    assert isinstance(stale, Listing)
    assert {row.verdict for row in stale.rows} == {Verdict.NONE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_portrait_the_page_says_where_to_write_one(
    language: Language, of_demo: Callable[..., Context]
) -> None:
    tables = of_demo(language).tables
    frames = {name: tables.fetch(tables.stored(name)) for name in ("clients", "deals", "orders")}
    shown = panels(context_of({name: frame.drop(columns="_key") for name, frame in frames.items()}, language))
    assert list(shown) == ["portrait", "best"]
    empty = shown["portrait"].picture
    assert isinstance(empty, Empty)
    assert {"ru": "Портрет клиента", "en": "Client portrait", "bg": "Портрет на клиента"}[
        language
    ] in empty.would_show
    assert isinstance(shown["best"].picture, Forest)
    # What sets the best apart is offered with its column and words, ready to be written down.
    size = TABLES["clients"].column("size").title.in_(language)
    assert any(size in sentence for sentence in shown["best"].advice)


def test_what_the_best_fifth_share_is_proven_and_offered() -> None:
    # Sixty buyers, twelve of them the best: eleven of these are makers, and so are eight of the other 48.
    clients = [
        {"client": f"c{at:02}", "segment": "maker" if at < 11 or 20 <= at < 28 else "shop"} for at in range(60)
    ]
    orders = [
        {"order_id": str(at), "client": f"c{at:02}", "ordered_on": "2026-03-01", "amount": 900.0 - at}
        for at in range(60)
    ]
    frames = {"clients": pd.DataFrame(clients), "orders": pd.DataFrame(orders)}
    context = context_of(frames)
    best = panels(context)["best"]
    assert best.title == "More often among the best clients: “Segment: maker”, 92% against 17% of the others"
    assert isinstance(best.picture, Forest)
    found = [(dot.label, dot.share.k, dot.share.n, dot.verdict) for dot in best.picture.dots]
    assert found == [("Segment: maker", 11, 12, Verdict.MORE), ("Segment: shop", 1, 12, Verdict.LESS)]
    assert [len(rows_behind(dot.drill, context)) for dot in best.picture.dots] == [11, 1]
    assert best.advice[0] == "Worth putting into the portrait: column “Segment”, values: maker."
    portrait = pd.DataFrame([{"feature": "Maker", "looks_at": "segment", "values": "Maker"}])
    inside = panels(context_of(frames | {"client_portrait": portrait}))["best"]
    assert isinstance(inside.picture, Forest)
    assert inside.picture.dots[0].aside == "others 17%, in the portrait already"
    assert inside.advice == ()


def test_rows_that_cannot_be_used_are_named_and_count_for_nothing() -> None:
    wrong: list[dict[str, str | None]] = [
        {"feature": "Huge", "looks_at": "size", "values": "huge"},
        {"feature": "Rich", "looks_at": "potential_year", "values": "much"},
        {"feature": "Blank", "looks_at": "segment", "values": None},
    ]
    assert [feature_of(row).problem for row in wrong] == ["unknown_word", "values_for_number", "no_values"]
    portrait = pd.concat([SMALL["client_portrait"], pd.DataFrame(wrong)], ignore_index=True)
    portrait.loc[0, "values"] = "Industry; Indsutry"
    assert verdicts(SMALL | {"client_portrait": portrait}) == verdicts(SMALL)
    shown = panels(context_of(SMALL | {"client_portrait": portrait}))["portrait"]
    assert "Huge: “Client size” never holds “huge”. It can hold: key, large, medium, small." in shown.advice
    assert any("no client has the value Indsutry" in sentence for sentence in shown.advice)
    alone = panels(context_of(SMALL | {"client_portrait": pd.DataFrame(wrong)}))["portrait"].picture
    assert isinstance(alone, Empty)
    assert "Huge" in alone.would_show


def test_the_demo_portrait_tells_nothing_of_who_buys(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    told, winners, losers = measured(context)
    assert told.answer == "same"
    assert (winners, losers) > (100, 100)
    deals = METRICS["won_by_verdict"].rows(context.tables)
    assert winners == deals.loc[deals["_k"] == 1, "client"].nunique()
    shown = panels(context)["check"]
    assert "tells practically nothing" in shown.title
    assert any("circular" in sentence for sentence in shown.advice)


def test_figures_told_of_the_invented_company_are_its_own(of_demo: Callable[..., Context]) -> None:
    told, tables = " ".join((demo.__doc__ or "").split()), of_demo().tables
    found = {
        key: METRICS[key].measure(tables).set_index(along)
        for key, along in (
            ("portrait_verdict", "verdict"),
            ("won_by_verdict", "verdict"),
            ("mark_against_portrait", "standing"),
        )
    }
    clients, won = found["portrait_verdict"], found["won_by_verdict"]
    assert (
        f"{clients['k']['ours']} of {clients['n']['ours']} clients are ours and {clients['k']['not_ours']}" in told
    )
    assert f"of {clients['k']['unknown']} one answer is missing" in told
    assert f"{found['mark_against_portrait']['k']['spent']} deals marked as ours" in told
    assert all(f"{won['k'][verdict]} of {won['n'][verdict]}" in told for verdict in ("ours", "not_ours"))


def test_a_portrait_of_what_was_won_tells_won_from_lost_and_the_marks_open() -> None:
    clients = [{"client": f"c{at}", "segment": "maker" if at < 40 else "shop"} for at in range(80)]
    deals = [
        {"deal_id": str(at), "client": f"c{at}", "closed_on": "2026-03-01", "created_on": "2026-02-01",
         "outcome": "won" if (at < 40) == (at % 8 != 0) else "lost"}
        for at in range(80)
    ]  # fmt: skip
    frames = {
        "clients": pd.DataFrame(clients),
        "deals": pd.DataFrame(deals),
        "client_portrait": pd.DataFrame([{"feature": "Maker", "looks_at": "segment", "values": "Maker"}]),
    }
    context = context_of(frames)
    # 35 of 40 makers and 5 of 40 shops are won: of 1600 pairs 35 * 35 are right and 2 * 35 * 5 are ties.
    told, _, _ = measured(context)
    assert told.value == pytest.approx((35 * 35 + 350 / 2) / 1600)
    check = panels(context)["check"]
    assert check.title.startswith("The portrait tells won deals from lost ones: AUC 0.88")
    assert isinstance(check.picture, Forest)
    assert [(dot.label, dot.share.k, dot.share.n) for dot in check.picture.dots] == [
        ("Ours", 35, 40),
        ("Not ours", 5, 40),
    ]
    assert [len(rows_behind(dot.drill, context)) for dot in check.picture.dots] == [40, 40]


def test_the_example_is_the_one_that_is_told() -> None:
    assert set(SMALL) == set(FIVE_CLIENTS)
