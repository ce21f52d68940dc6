"""The diary of contacts: calls, meetings, e-mails and greetings, and when each was entered."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from .cast import ODD, SELLERS
from .days import LAST, MEETING_BONUS_ON, WORKDAYS, Flags, Numbers, demand, generator, workday_number
from .deals import MEETING, PROPOSAL, Walk

MEETINGS_A_DAY: Final = 4
_SLOTS: Final = (30, 105, 180, 270, 345, 420, 480)
"""Minutes after nine at which meetings may begin, far enough apart for one to follow another."""
_NEGLECTED: Final = 14
_NEGLECTED_SINCE: Final = 70
"""Working days before the end since when the neglected clients have heard nothing."""
_APPETITE: Final = {"A": 3.0, "B": 1.6, "C": 0.8}


def simulate_contacts(clients: pd.DataFrame, deals: pd.DataFrame, walk: Walk, absent: Flags) -> pd.DataFrame:
    """Return one row per contact, planned ones of the coming week included, ordered by time.

    `day` and `entered` are working-day numbers, `minute` counts from nine o'clock; `held` is false where the
    contact was planned and has not taken place.
    """
    rng = generator(30)
    rows = _about_deals(rng, deals, walk)
    rows = rows[~absent[rows["manager"], rows["day"]]]
    rows = rows[~((rows["manager"] == ODD) & (rows["kind"] == "meeting") & (rows["day"] >= _bonus()))]
    rows = pd.concat([rows, _fill(rng, clients, rows, absent), _greetings(rng, clients, absent)], ignore_index=True)
    rows = pd.concat([rows, _coming_week(rng, clients)], ignore_index=True)
    rows = rows.sort_values(["day", "manager", "kind", "deal", "client"], ignore_index=True)
    rows = _times(rng, rows)
    rows = _outcomes(rng, rows, deals)
    return rows.sort_values(["day", "minute", "manager"], ignore_index=True)


def _bonus() -> int:
    return workday_number(MEETING_BONUS_ON)


def _about_deals(rng: np.random.Generator, deals: pd.DataFrame, walk: Walk) -> pd.DataFrame:
    parts = []
    for kind, stage, share in (
        ("call", 0, 1.0),
        ("call", 1, 0.8),
        ("meeting", MEETING, 1.0),
        ("meeting", MEETING + 2, 0.55),
        ("call", PROPOSAL, 0.5),
        ("e-mail", PROPOSAL, 0.75),
    ):
        there = np.flatnonzero((walk.entered[:, stage] >= 0) & (rng.random(len(deals)) < share))
        parts.append(
            pd.DataFrame(
                {
                    "manager": deals["manager"].to_numpy()[there],
                    "day": walk.entered[there, stage],
                    "kind": kind,
                    "client": deals["client"].to_numpy()[there],
                    "deal": there,
                    "inbound": (stage == 0) & deals["channel"].isin(["inbound", "repeat"]).to_numpy()[there],
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def _fill(rng: np.random.Generator, clients: pd.DataFrame, rows: pd.DataFrame, absent: Flags) -> pd.DataFrame:
    pace = demand(WORKDAYS[: LAST + 1])
    pace = 0.45 + 0.55 * pace / pace.mean()
    appetite = clients["priority"].map(_APPETITE).to_numpy() * np.where(clients["buyer"], 1.5, 1.0)
    forgotten = _forgotten(rng, clients)
    parts = []
    for kind in ("call", "meeting"):
        have = np.zeros(absent.shape, dtype=np.int64)
        known = rows[rows["kind"] == kind]
        np.add.at(have, (known["manager"].to_numpy(), known["day"].to_numpy()), 1)
        for seller, person in enumerate(SELLERS):
            mean = person.calls if kind == "call" else person.meetings
            wanted = rng.poisson(mean * pace)
            missing = np.where(absent[seller, : LAST + 1], 0, np.maximum(wanted - have[seller, : LAST + 1], 0))
            if kind == "meeting" and seller == ODD:
                missing[_bonus() :] = MEETINGS_A_DAY
            if kind == "meeting":
                missing = np.minimum(missing, len(_SLOTS) - np.minimum(have[seller, : LAST + 1], len(_SLOTS)))
            days = np.repeat(np.arange(LAST + 1), missing)
            own = np.flatnonzero(clients["manager"] == seller)
            late = days >= LAST - _NEGLECTED_SINCE
            chosen = rng.choice(own, len(days), p=appetite[own] / appetite[own].sum())
            kept = own[~np.isin(own, forgotten)]
            again = rng.choice(kept, len(days), p=appetite[kept] / appetite[kept].sum())
            parts.append(
                pd.DataFrame(
                    {
                        "manager": seller,
                        "day": days,
                        "kind": kind,
                        "client": np.where(late, again, chosen),
                        "deal": -1,
                        "inbound": (kind == "call") & (rng.random(len(days)) < 0.08),
                    }
                )
            )
    return pd.concat(parts, ignore_index=True)


def _forgotten(rng: np.random.Generator, clients: pd.DataFrame) -> Numbers:
    important = np.flatnonzero((clients["priority"] == "A") & clients["buyer"] & (clients["number"] > 0))
    return np.sort(rng.permutation(important)[:_NEGLECTED])


def _greetings(rng: np.random.Generator, clients: pd.DataFrame, absent: Flags) -> pd.DataFrame:
    parts = []
    ours = np.flatnonzero(clients["buyer"] & (clients["priority"] != "C"))
    for day in ("2025-12-24", "2026-12-24", "2026-03-05", "2025-08-08", "2026-08-07"):
        number = int(np.searchsorted(WORKDAYS, np.datetime64(day)))
        if number > LAST:
            continue
        chosen = ours[rng.random(len(ours)) < 0.7]
        when = number + rng.integers(0, 3, len(chosen))
        frame = pd.DataFrame(
            {
                "manager": clients["manager"].to_numpy()[chosen],
                "day": when,
                "kind": "greeting",
                "client": chosen,
                "deal": -1,
                "inbound": False,
            }
        )
        parts.append(frame[~absent[frame["manager"], frame["day"]]])
    return pd.concat(parts, ignore_index=True)


def _coming_week(rng: np.random.Generator, clients: pd.DataFrame) -> pd.DataFrame:
    chosen = np.sort(rng.permutation(np.flatnonzero(clients["priority"] != "C"))[:46])
    return pd.DataFrame(
        {
            "manager": clients["manager"].to_numpy()[chosen],
            "day": LAST + 1 + rng.integers(0, 5, len(chosen)),
            "kind": "meeting",
            "client": chosen,
            "deal": -1,
            "inbound": False,
        }
    )


def _times(rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    meeting = (rows["kind"] == "meeting").to_numpy()
    turn = rows.groupby(["manager", "day", "kind"]).cumcount().to_numpy()
    shift = (rows["day"].to_numpy() * 3 + rows["manager"].to_numpy() * 5) % len(_SLOTS)
    odd = (rows["manager"] == ODD).to_numpy() & (rows["day"] >= _bonus()).to_numpy() & meeting
    slot = np.asarray(_SLOTS)[np.where(odd, turn * 2 % len(_SLOTS), (turn * 2 + shift) % len(_SLOTS))]
    rows["minute"] = np.where(meeting, slot, rng.integers(5, 535, len(rows)))
    typical = np.maximum(1, rng.lognormal(1.4, 0.7, len(rows)).round())
    length = np.where(meeting, rng.choice([30, 40, 45, 60, 75], len(rows)), typical)
    rows["minutes"] = np.where(odd, 60, length)
    lag = rng.choice(4, len(rows), p=(0.72, 0.2, 0.05, 0.03))
    # Twice a month everything is entered at one sitting.
    sitting = rows["day"].to_numpy() // 10 * 10 + 9
    rows["entered"] = np.where(odd, sitting, rows["day"] + lag)
    rows["entered_minute"] = np.where(
        odd,
        500 + turn + rows["day"].to_numpy() % 10 * 4,
        np.where(lag == 0, 545, 20) + rng.integers(0, 50, len(rows)),
    )
    rows["odd"] = odd
    return rows


def _outcomes(rng: np.random.Generator, rows: pd.DataFrame, deals: pd.DataFrame) -> pd.DataFrame:
    count = len(rows)
    meeting, call = (rows["kind"] == "meeting").to_numpy(), (rows["kind"] == "call").to_numpy()
    calls = rng.choice(
        ["agreed", "refused", "postponed", "needs_clarification", "no_answer"], count, p=CALL_RESULTS
    )
    talks = rng.choice(["agreed", "refused", "postponed", "needs_clarification"], count, p=(0.46, 0.17, 0.05, 0.32))
    result = np.where(call, calls, np.where(meeting, talks, ""))
    deal = rows["deal"].to_numpy()
    moved_on = (deals["reached"].to_numpy()[deal] > MEETING) & (deal >= 0)
    result = np.where(meeting & moved_on, "agreed", result)
    result = np.where((deal >= 0) & call & (result != "agreed"), "needs_clarification", result)
    result = np.where(rows["odd"], "needs_clarification", result)
    reasons = rng.choice(["price", "budget", "interest", "later", "rival", ""], count, p=REFUSAL_SHARES)
    rows["result"] = result
    rows["reason"] = np.where(result == "refused", reasons, "")
    rows["held"] = (rows["day"] <= LAST) & ~((result == "postponed") & meeting)
    rows.loc[rows["day"] > LAST, "result"] = ""
    rows.loc[rows["day"] > LAST, "reason"] = ""
    rows["planned"] = meeting | (call & (rng.random(count) < 0.15))
    rows["place"] = np.where(meeting, rng.choice(["client", "office", "online"], count, p=(0.62, 0.15, 0.23)), "")
    steps = meeting & rows["held"] & (rng.random(count) < np.where(rows["odd"], 0.02, 0.8))
    steps |= call & (result == "agreed") & (rng.random(count) < 0.35)
    rows["step"] = np.where(steps, rng.integers(0, 8, count), -1)
    rows["step_on"] = np.where(steps, rows["day"] + rng.integers(2, 14, count), -1)
    noted = (meeting & rows["held"] & (rng.random(count) < 0.7)) | (call & (rng.random(count) < 0.03)) | rows["odd"]
    rows["note"] = np.where(noted, rng.integers(0, 14, count), -1)
    rows["detail"] = rng.integers(0, 14, count)
    rows["article"] = rng.integers(0, 48, count)
    rows["figure"] = rng.integers(2, 90, count)
    ahead = rows["day"].to_numpy() > LAST
    early = np.where(ahead, LAST - rng.integers(0, 6, count), rows["entered"])
    rows["entered"] = np.minimum(early, LAST)
    return rows


CALL_RESULTS: Final = (0.27, 0.21, 0.1, 0.19, 0.23)
REFUSAL_SHARES: Final = (0.24, 0.18, 0.2, 0.18, 0.12, 0.08)
