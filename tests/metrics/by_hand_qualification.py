"""Clients and deals held against the portrait of the ideal client, worked out a second time row by row."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from .by_hand_meetings import day_of, last_day

Frames = Mapping[str, pd.DataFrame]
Parts = tuple[float, ...] | dict[str | None, tuple[float, ...]]
Row = dict[str, Any]


def portrait_verdict(frames: Frames) -> Parts:
    bought, open_money = _bought(frames), _open_money(frames)
    found: dict[str | None, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    verdicts = _verdicts(frames)
    for client, verdict in verdicts.items():
        found[verdict][0] += 1
        found[verdict][1] += bought.get(client, 0.0)
        found[verdict][2] += open_money.get(client, 0.0)
    return {verdict: (k, len(verdicts), *money) for verdict, (k, *money) in found.items()}


def portrait_known(frames: Frames) -> Parts:
    found: dict[str | None, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for feature in _portrait(frames):
        for answers in _answers(frames).values():
            answer = _answer(answers, feature)
            found[feature["feature"]][0] += answer is not None
            found[feature["feature"]][1] += 1
            found[feature["feature"]][2] += answer is True
    return {feature: tuple(parts) for feature, parts in found.items()}


def open_deals_fit(frames: Frames) -> Parts:
    return _shares(
        (verdict, float(deal["amount"] or 0)) for deal, verdict in _deals(frames) if deal["outcome"] == "open"
    )


def won_by_verdict(frames: Frames) -> Parts:
    found: dict[str | None, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for deal, verdict in _deals(frames):
        if deal["outcome"] in ("won", "lost"):
            found[verdict][0] += deal["outcome"] == "won"
            found[verdict][1] += 1
    return {verdict: tuple(parts) for verdict, parts in found.items()}


def mark_against_portrait(frames: Frames) -> Parts:
    told = []
    for deal, verdict in _deals(frames):
        if deal["qualified"] not in ("ours", "not_ours"):
            continue
        standing = "agree"
        if verdict == "unknown":
            standing = "undecided"
        elif verdict != deal["qualified"]:
            standing = "spent" if deal["qualified"] == "ours" else "turned_away"
        told.append((standing, float(deal["amount"] or 0)))
    return _shares(told)


def best_clients(frames: Frames) -> Parts:
    bought = {client: money for client, money in _bought(frames).items() if money > 0}
    ordered = sorted(bought, key=lambda client: (-bought[client], client))
    best = ordered[: math.ceil(len(ordered) * 0.2 - 1e-9)]
    listed = [client for client in ordered if client in _answers(frames)]
    return sum(client in best for client in listed), len(listed), sum(bought[client] for client in listed)


def _shares(told: Any) -> Parts:
    found: dict[str | None, list[float]] = defaultdict(list)
    for name, amount in told:
        found[name].append(amount)
    n = sum(map(len, found.values()))
    return {name: (len(amounts), n, sum(amounts)) for name, amounts in found.items()}


def _deals(frames: Frames) -> list[tuple[Row, str]]:
    if not _portrait(frames):
        return []
    verdicts = _verdicts(frames)
    return [(deal, verdicts.get(deal["client"], "unknown")) for deal in _rows(frames, "deals")]


def _verdicts(frames: Frames) -> dict[str, str]:
    portrait, found = _portrait(frames), {}
    rules = {row["rule"]: float(row["setting"]) for row in _rows(frames, "rules")}
    enough = rules.get("ours_from_share", 0.6)
    for client, answers in _answers(frames).items():
        if not portrait:
            continue
        marks = [_answer(answers, one) for one in portrait if one["role"] != "exclusion"]
        exclusions = [_answer(answers, one) for one in portrait if one["role"] == "exclusion"]
        low = sum(mark is True for mark in marks) / len(marks) if marks else 1.0
        high = sum(mark is not False for mark in marks) / len(marks) if marks else 1.0
        if True in exclusions or high < enough - 1e-9:
            found[client] = "not_ours"
        elif None in exclusions or low < enough - 1e-9:
            found[client] = "unknown"
        else:
            found[client] = "ours"
    return found


def _portrait(frames: Frames) -> list[Row]:
    """Return the features that can be used: of words those that list some, of money those with a bound."""
    rows = [row for row in _rows(frames, "client_portrait") if row["looks_at"] is not None]
    return [
        row
        for row in rows
        if (row["at_least"] is not None or row["at_most"] is not None) == (row["looks_at"] == "potential_year")
        and (row["looks_at"] == "potential_year" or row["values"] is not None)
    ]


def _answer(answers: Row, feature: Row) -> bool | None:
    """Return whether a client has a feature, `None` where its column is blank."""
    said = answers.get(feature["looks_at"])
    if said is None:
        return None
    if feature["looks_at"] == "potential_year":
        low = -math.inf if feature["at_least"] is None else float(feature["at_least"])
        high = math.inf if feature["at_most"] is None else float(feature["at_most"])
        return low <= float(said) <= high
    wanted = [part.strip().lower() for part in feature["values"].split(";")]
    return said in wanted or (feature["looks_at"] == "region" and said.split("/")[0].strip() in wanted)


def _answers(frames: Frames) -> dict[str, Row]:
    """Return what is known of each client; of several rows the last in the alphabet, or the most, counts."""
    columns = ("segment", "size", "region", "is_federal", "potential_year")
    found: dict[str, Row] = {}
    for row in _rows(frames, "clients"):
        if row["client"] is None:
            continue
        known = found.setdefault(row["client"], {})
        for column in columns:
            said = row[column]
            if said is None:
                continue
            if column == "potential_year":
                said = float(said)
            elif column == "is_federal":
                said = "yes" if str(said).lower() == "true" else "no"
            else:
                said = said.strip().lower()
            known[column] = max(known.get(column, said), said)
    return found


def _bought(frames: Frames) -> dict[str, float]:
    """Return the revenue of each client in the last twelve months, returns taken off."""
    end = last_day(frames)
    found: dict[str, float] = defaultdict(float)
    for row in _rows(frames, "orders"):
        if end is None or row["client"] is None or row["ordered_on"] is None or row["status"] == "cancelled":
            continue
        if end - pd.DateOffset(years=1) < day_of(row["ordered_on"]) <= end:
            amount = float(row["amount"] or 0)
            found[row["client"]] += -abs(amount) if str(row["is_return"]).lower() == "true" else amount
    return found


def _open_money(frames: Frames) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for deal in _rows(frames, "deals"):
        if deal["outcome"] == "open" and deal["client"] is not None:
            found[deal["client"]] += float(deal["amount"] or 0)
    return found


def _rows(frames: Frames, table: str) -> list[Row]:
    found: list[Row] = []
    for record in frames.get(table, pd.DataFrame()).to_dict("records"):
        known = {str(name): None if pd.isna(value) else value for name, value in record.items()}
        found.append(defaultdict(lambda: None, known))
    return found


BY_HAND: Mapping[str, Callable[[Frames], Parts]] = {
    one.__name__: one
    for one in (
        portrait_verdict,
        portrait_known,
        open_deals_fit,
        won_by_verdict,
        mark_against_portrait,
        best_clients,
    )
}
