"""The numbers of the pipeline a second time, row by row, from their definitions in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from .by_hand_rows import Frames, Parts, Row, day, last_day, rows


def limit(days: list[int], share: float) -> int:
    """Return the fewest days within which the share of the cases had come."""
    return next(one for one in sorted(days) if sum(other <= one for other in days) >= share * len(days) - 1e-9)


def wins_needed(frames: Frames) -> float:
    return next((float(row["setting"]) for row in rows(frames, "rules") if row["rule"] == "wins_for_a_limit"), 10)


def winning(frames: Frames) -> list[int]:
    return [days for _, ending, days in watched(frames) if ending == "won"]


def watched(frames: Frames) -> Iterator[tuple[Row, str, int]]:
    """Yield each deal, how it ended, and for how many days it has been watched."""
    for deal in rows(frames, "deals"):
        ending = deal["outcome"] if deal["outcome"] in ("won", "lost") else "open"
        until = deal["closed_on"] if ending != "open" or deal["outcome"] == "parked" else None
        if ending != "open" and until is None:
            continue
        end = day(until) if until else last_day(frames)
        if deal["created_on"] and end and end >= day(deal["created_on"]):
            yield deal, ending, (end - day(deal["created_on"])).days


def window_conversion(frames: Frames) -> Parts:
    wins = winning(frames)
    window = max(limit(wins, 0.9) if wins else 0, 30)
    had = [
        (ending, days)
        for deal, ending, days in watched(frames)
        if (last_day(frames) or date.min).toordinal() - day(deal["created_on"]).toordinal() >= window
    ]
    return sum(ending == "won" and days <= window for ending, days in had), len(had)


def followed_deals(frames: Frames) -> Parts:
    ends = Counter(ending for _, ending, _ in watched(frames))
    return ends["won"], ends.total(), ends["lost"], ends["open"]


def won_by_age(frames: Frames) -> Parts:
    every = [(ending, days) for _, ending, days in watched(frames)]
    return {
        str(age): (
            sum(ending == "won" and days <= age for ending, days in every),
            len(every),
            sum(ending == "lost" and days <= age for ending, days in every),
            sum(days >= age for _, days in every),
        )
        for age in (7, 14, 30, 60, 90, 120, 180, 270, 365, 540, 730, 1095)
        if every
    }


def stays(frames: Frames) -> Iterator[tuple[Row, str, bool, int]]:
    """Yield the deal, the stage, whether the stay is over, and its days."""
    known = ["Contact", "Контакт", "Proposal", "КП отправлено", "Договор", "Неведомый"]
    for deal in rows(frames, "deals"):
        entries = [
            (str(entry["entered_at"]), known.index(entry["stage"]), entry["stage"])
            for entry in rows(frames, "stage_log")
            if entry["deal_id"] == deal["deal_id"] and entry["stage"] and entry["entered_at"]
        ]
        steps: list[tuple[str, int, str]] = []
        for one in sorted(entries):
            if not steps or steps[-1][2] != one[2]:
                steps.append(one)
        for place, one in enumerate(steps, start=1):
            following = steps[place] if place < len(steps) else None
            closed = deal["outcome"] in ("won", "lost")
            if following:
                end = day(following[0])
            elif closed or (deal["outcome"] == "parked" and deal["closed_on"]):
                if deal["closed_on"] is None:
                    continue
                end = day(deal["closed_on"])
            else:
                end = last_day(frames) or date.min
            days = (end - day(one[0])).days
            if days >= 0:
                yield deal, one[2], following is not None or closed, days


def stage_stays(frames: Frames) -> Parts:
    found: dict[str | None, list[bool]] = defaultdict(list)
    for _, stage, over, _ in stays(frames):
        found[stage].append(over)
    return {stage: (sum(over), len(over)) for stage, over in found.items()}


def stuck_deals(frames: Frames) -> Parts:
    passed: dict[str, list[int]] = defaultdict(list)
    for deal, stage, over, days in stays(frames):
        if deal["outcome"] == "won" and over:
            passed[stage].append(days)
    limits = {stage: limit(days, 0.9) for stage, days in passed.items() if len(days) >= wins_needed(frames)}
    wins = winning(frames)
    current = {deal["deal_id"]: (stage, days) for deal, stage, over, days in stays(frames) if not over}
    n, stuck = 0, []
    for deal, _, age in watched(frames):
        if deal["outcome"] not in (None, "open"):
            continue
        stage, stood = current.get(deal["deal_id"], ("", 0))
        by_stage = stage in limits and deal["stage"] in (None, stage)
        if not by_stage:
            if len(wins) < wins_needed(frames):
                continue
            stood = age
        most = limits[stage] if by_stage else limit(wins, 0.9)
        n += 1
        if stood > most:
            stuck.append((float(deal["amount"] or 0), stood, most, by_stage))
    sums = tuple(sum(float(one[place]) for one in stuck) for place in range(4))
    return len(stuck), n, *sums


def stale_deals(frames: Frames) -> Parts:
    wins = winning(frames)
    if len(wins) < wins_needed(frames):
        return 0, 0
    ages = [days for deal, _, days in watched(frames) if deal["outcome"] in (None, "open")]
    return sum(days > limit(wins, 0.95) for days in ages), len(ages)


def movements(frames: Frames) -> Iterator[tuple[Row, str, float, int, float]]:
    """Yield the deal, the movement, what it adds, how many deals it adds, and what is at stake."""
    for deal in rows(frames, "deals"):
        gone = deal["outcome"] in ("won", "lost", "parked")
        if not deal["created_on"] or (gone and not deal["closed_on"]):
            continue
        its = [row for row in rows(frames, "amount_changes") if row["deal_id"] == deal["deal_id"]]
        its = [row for row in its if None not in (row["changed_on"], row["old_amount"], row["new_amount"])]
        steps = [float(row["new_amount"]) - float(row["old_amount"]) for row in its]
        latest = max(its, key=lambda row: str(row["changed_on"]))["new_amount"] if its else 0.0
        worth = float(latest if deal["amount"] is None else deal["amount"])
        yield deal, "new", worth - sum(steps), 1, 0
        for step in steps:
            if step:
                yield deal, "grown" if step > 0 else "shrunk", step, 0, 0
        if gone:
            yield deal, deal["outcome"], -worth, -1, 0
        yield from _without_sum(frames, deal, worth, gone=gone)


def _without_sum(
    frames: Frames, deal: Row, worth: float, *, gone: bool
) -> Iterator[tuple[Row, str, float, int, float]]:
    slips = [row for row in rows(frames, "slips") if row["deal_id"] == deal["deal_id"] and row["changed_on"]]
    later = [row for row in slips if str(row["new_expected_on"] or "") > str(row["old_expected_on"] or "9")]
    if later and not gone:
        yield deal, "slipped", 0, 0, worth
    order = ["Contact", "Контакт", "Proposal", "КП отправлено", "Договор", "Неведомый"]
    entries = [row for row in rows(frames, "stage_log") if row["deal_id"] == deal["deal_id"]]
    places = sorted((str(row["entered_at"]), order.index(row["stage"])) for row in entries if _known(row))
    for number, (_, place) in enumerate(places):
        before = [earlier for _, earlier in places[:number]]
        if before and place > max(before):
            yield deal, "advanced", 0, 0, worth


def _known(row: Row) -> bool:
    return bool(row["stage"] and row["entered_at"])


def open_pipeline(frames: Frames) -> Parts:
    moved = list(movements(frames))
    fitting = sum(opened for deal, _, _, opened, _ in moved if deal["qualified"] != "not_ours")
    bare = sum(opened for deal, _, _, opened, _ in moved if deal["amount"] is None)
    return sum(by for _, _, by, _, _ in moved), sum(opened for _, _, _, opened, _ in moved), fitting, bare


def pipeline_moves(frames: Frames) -> Parts:
    found: dict[str | None, list[tuple[float, float]]] = defaultdict(list)
    for _, move, by, _, stake in movements(frames):
        found[move].append((by, stake))
    return {
        move: (sum(by for by, _ in its), len(its), sum(stake for _, stake in its)) for move, its in found.items()
    }


PIPELINE: Mapping[str, Callable[[Frames], Any]] = {
    one.__name__: one
    for one in (
        window_conversion,
        followed_deals,
        won_by_age,
        stage_stays,
        stuck_deals,
        stale_deals,
        open_pipeline,
        pipeline_moves,
    )
}
