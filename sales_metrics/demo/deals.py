"""Deals: each one walks through the stages until it is won, lost, parked, or the data end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from .cast import DORMANT, SELLERS, TELEMARKETERS
from .days import (
    LAST,
    PRICES_ROSE_ON,
    PROPOSALS_SLACKENED_ON,
    TRAINED_ON,
    WORKDAYS,
    Flags,
    Numbers,
    Reals,
    demand,
    generator,
    workday_number,
)
from .vocabulary import CHANNELS, COMPETITORS, PRODUCT_GROUPS, REASONS, STAGES

_PER_DAY: Final = 4.22
_CHANNEL_SHARES: Final = (0.40, 0.19, 0.12, 0.13, 0.10, 0.06)
_CHANNEL_LIFT: Final = (-0.36, 0.34, -0.1, 0.40, 0.95, -0.25)
"""What a channel adds to the log-odds of every step, in the order of the channels."""
_ONWARD: Final = (0.87, 0.8, 0.83, 0.83, 0.84, 0.95)
"""Chance of leaving each stage forwards, in a deal that nothing helps or hinders; the last one is the win."""
_WAIT: Final = (2.0, 5.0, 6.0, 9.0, 10.0, 5.0)
"""Median working days in each stage."""
_REASON_WEIGHTS: Final = (0.25, 0.17, 0.14, 0.13, 0.11, 0.09, 0.06, 0.05)
_SIZE_FACTOR: Final = {"key": 1.5, "large": 1.35, "medium": 1.0, "small": 0.62}
MEETING: Final = list(STAGES).index("meeting")
PROPOSAL: Final = list(STAGES).index("proposal")


@dataclass(frozen=True, slots=True)
class Walk:
    """Where each deal came: `entered` is (deals, stages) working-day numbers, -1 where it never was."""

    entered: Numbers
    reached: Numbers
    closed: Numbers
    won: Flags


def simulate_deals(clients: pd.DataFrame) -> tuple[pd.DataFrame, Walk]:
    """Return one row per deal with codes instead of words, ordered by creation, and the walk of each."""
    rng = generator(10)
    created = np.repeat(np.arange(LAST + 1), rng.poisson(_PER_DAY * demand(WORKDAYS[: LAST + 1])))
    count = len(created)
    manager = rng.permuted(np.arange(count) % len(SELLERS))
    channel = rng.choice(len(CHANNELS), count, p=_CHANNEL_SHARES)
    client = _client_of_each(rng, clients, manager, channel)
    walk = _walk(rng, created, manager, channel)
    size = clients["size"].map(_SIZE_FACTOR).to_numpy()[client]
    group = rng.integers(0, len(PRODUCT_GROUPS), count)
    amount = np.exp(rng.normal(8.55, 0.72, count)) * size
    outcome = np.where(walk.won, "won", np.where(walk.closed >= 0, "lost", "open"))
    outcome = _unfinished(rng, outcome, manager, walk)
    reason, rival = _refusals(rng, outcome, manager, walk)
    expected = created + 30 + rng.integers(-8, 26, count)
    expected = np.where(
        (outcome == "won") & (rng.random(count) < 0.6), walk.closed + rng.integers(-4, 4, count), expected
    )
    proposal = walk.entered[:, PROPOSAL]
    sent = np.where(proposal >= 0, np.minimum(proposal + rng.integers(0, 3, count), LAST), -1)
    confirmed = np.where((sent >= 0) & (rng.random(count) < np.where(manager == DORMANT, 0.5, 0.86)), sent, -1)
    confirmed = np.where(confirmed >= 0, confirmed + rng.choice(6, count, p=(0.35, 0.4, 0.1, 0.06, 0.05, 0.04)), -1)
    deals = pd.DataFrame(
        {
            "number": np.arange(count),
            "client": client,
            "manager": manager,
            "channel": np.asarray(list(CHANNELS))[channel],
            "group": group,
            "amount": amount.round(-1),
            "created": created,
            "outcome": outcome,
            "reached": walk.reached,
            "closed": np.where(np.isin(outcome, ["won", "lost"]), walk.closed, -1),
            "expected": np.maximum(expected, created + 3),
            "reason": reason,
            "rival": rival,
            "sent": sent,
            "confirmed": np.where(confirmed <= LAST, confirmed, -1),
            "valid": rng.random(count) < 0.9,
            "custom": rng.random(count) < 0.045,
            "telemarketer": np.where(
                (channel == 0) & (rng.random(count) < 0.55), rng.integers(0, len(TELEMARKETERS), count), -1
            ),
            "minute": rng.integers(0, 540, count),
        }
    )
    deals["qualified"] = _qualified(rng, deals)
    return deals, walk


def _client_of_each(rng: np.random.Generator, clients: pd.DataFrame, manager: Numbers, channel: Numbers) -> Numbers:
    client = np.zeros(len(manager), dtype=np.int64)
    buyer = clients["buyer"].to_numpy()
    for seller in range(len(SELLERS)):
        own = clients["manager"].to_numpy() == seller
        mine = np.flatnonzero(manager == seller)
        known = (channel[mine] == 3) | (rng.random(len(mine)) < 0.25)
        client[mine[known]] = rng.choice(np.flatnonzero(own & buyer), int(known.sum()))
        client[mine[~known]] = rng.choice(np.flatnonzero(own & ~buyer), int((~known).sum()))
    return client


def _walk(rng: np.random.Generator, created: Numbers, manager: Numbers, channel: Numbers) -> Walk:
    count, stages = len(created), len(_ONWARD)
    skill = np.array([seller.skill for seller in SELLERS])[manager] + np.asarray(_CHANNEL_LIFT)[channel]
    after = np.array([seller.after for seller in SELLERS])[manager]
    entered = np.full((count, stages), -1)
    entered[:, 0] = created
    reached = np.zeros(count, dtype=np.int64)
    closed = np.full(count, -1)
    won = np.zeros(count, dtype=np.bool_)
    walking = np.ones(count, dtype=np.bool_)
    trained = np.zeros(count, dtype=np.bool_)
    for stage in range(stages):
        day = entered[:, stage]
        odds = np.log(_ONWARD[stage] / (1 - _ONWARD[stage])) + skill
        if stage == MEETING:
            trained = day >= workday_number(TRAINED_ON)
            odds = odds - 1.15 * (day >= workday_number(PROPOSALS_SLACKENED_ON))
        if stage == PROPOSAL:
            odds = odds - 1.3 * (day >= workday_number(PRICES_ROSE_ON))
        odds = odds + after * trained
        onward = rng.random(count) < 1 / (1 + np.exp(-odds))
        leaves = day + 1 + np.floor(_WAIT[stage] * rng.lognormal(0, 0.7, count)).astype(np.int64)
        moves = walking & (leaves <= LAST)
        closed = np.where(moves & ~onward, leaves, closed)
        walking = moves & onward
        if stage + 1 < stages:
            entered[walking, stage + 1] = leaves[walking]
            reached[walking] = stage + 1
        else:
            won, closed = walking, np.where(walking, leaves, closed)
    return Walk(entered, reached, closed, won)


def _unfinished(rng: np.random.Generator, outcome: np.ndarray, manager: Numbers, walk: Walk) -> np.ndarray:
    # A dormant deal is lost in truth and still open in the books.
    dormant = np.array([seller.dormant for seller in SELLERS])[manager]
    draw = rng.random(len(outcome))
    lost = (outcome == "lost") & (walk.reached >= 1)
    outcome = np.where(lost & (draw > 0.975), "parked", outcome)
    return np.where(lost & (walk.closed < LAST - 60) & (draw < dormant), "open", outcome)


def _refusals(
    rng: np.random.Generator, outcome: np.ndarray, manager: Numbers, walk: Walk
) -> tuple[np.ndarray, np.ndarray]:
    codes = np.asarray(list(REASONS))
    habits = np.array([[seller.reasons.get(code, 1.0) for code in REASONS] for seller in SELLERS])
    weights: Reals = np.asarray(_REASON_WEIGHTS) * habits[manager]
    weights[:, 0] *= np.where(walk.closed >= workday_number(PRICES_ROSE_ON), 1.35, 1.0)
    weights /= weights.sum(axis=1, keepdims=True)
    picked = (weights.cumsum(axis=1) < rng.random(len(outcome))[:, None]).sum(axis=1)
    blank = rng.random(len(outcome)) < np.array([seller.blank for seller in SELLERS])[manager]
    reason = np.where((outcome == "lost") & ~blank, codes[np.minimum(picked, len(codes) - 1)], "")
    named = rng.random(len(outcome)) < np.where(reason == "rival", 0.85, np.where(reason == "price", 0.3, 0.0))
    rivals = np.asarray(list(COMPETITORS))[rng.choice(len(COMPETITORS), len(outcome), p=(0.4, 0.28, 0.2, 0.12))]
    return reason, np.where(named, rivals, "")


def _qualified(rng: np.random.Generator, deals: pd.DataFrame) -> np.ndarray:
    early = (deals["outcome"] == "lost") & (deals["reached"] <= 1)
    unknown = deals["reached"] == 0
    draw = rng.random(len(deals))
    return np.where(early & (draw < 0.45), "not_ours", np.where(unknown | (draw < 0.04), "unknown", "ours"))


def stage_log(deals: pd.DataFrame, walk: Walk) -> pd.DataFrame:
    """Return one row per entry of a deal into a stage, with the working day and the minute of it."""
    rng = generator(11)
    deal, stage = np.nonzero(walk.entered >= 0)
    skipped = (
        (stage == 1) & deals["channel"].isin(["referral", "repeat"]).to_numpy()[deal] & (walk.reached[deal] > 1)
    )
    keep = ~(skipped & (rng.random(len(deal)) < 0.2))
    minute = np.where(stage == 0, deals["minute"].to_numpy()[deal], rng.integers(0, 540, len(deal)))
    log = pd.DataFrame({"deal": deal, "stage": stage, "day": walk.entered[deal, stage], "minute": minute})
    kept: pd.DataFrame = log.loc[keep].reset_index(drop=True)
    return kept
