"""The numbers of client development a second time, row by row, from their definitions in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

import pandas as pd

from .by_hand_meetings import day_of, last_day
from .by_hand_rows import Frames, Parts, Row, rows


def revenue_compared(frames: Frames) -> Parts:
    now = before = 0.0
    orders = bought = 0
    for order in rows(frames, "orders"):
        if order["status"] == "cancelled" or not order["client"] or not order["ordered_on"]:
            continue
        back = str(order["is_return"]).lower() == "true"
        amount = float(order["amount"] or 0)
        now += -abs(amount) if back else amount
        before += -abs(amount) if back else amount
        orders += 1
        bought += not back
    return now - before, 2 * orders, now, before, bought, bought


def halves_compared(frames: Frames) -> Parts:
    dated = [day_of(order["ordered_on"]) for order in rows(frames, "orders") if order["ordered_on"]]
    last = last_day(frames)
    if last is None or not dated:
        return 0.0, 0, 0.0, 0.0, 0, 0
    span = pd.Timedelta(days=((last - min(dated)).days + 1) // 14 * 7)
    money, orders, bought = [0.0, 0.0], 0, [0, 0]
    for order in rows(frames, "orders"):
        if order["status"] == "cancelled" or not order["client"] or not order["ordered_on"]:
            continue
        day = day_of(order["ordered_on"])
        for half, (after, until) in enumerate([(last - span, last), (last - 2 * span, last - span)]):
            if after < day <= until:
                back = str(order["is_return"]).lower() == "true"
                amount = float(order["amount"] or 0)
                money[half] += -abs(amount) if back else amount
                orders += 1
                bought[half] += not back
    return money[0] - money[1], orders, *money, *bought


def order_value_by_group(frames: Frames) -> Parts:
    lines: dict[object, list[Row]] = defaultdict(list)
    for line in rows(frames, "order_lines"):
        if line["order_id"]:
            lines[line["order_id"]].append(line)
    values: dict[str | None, list[float]] = defaultdict(list)
    for order in rows(frames, "orders"):
        if order["status"] == "cancelled" or str(order["is_return"]).lower() == "true":
            continue
        sums: dict[str | None, float] = defaultdict(float)
        for line in lines[order["order_id"]]:
            stated = line["amount"]
            worth = float(line["quantity"] or 0) * float(line["price"] or 0) if stated is None else float(stated)
            sums[line["product_group"] or order["product_group"]] += worth
        if not lines[order["order_id"]]:
            sums[order["product_group"]] += float(order["amount"] or 0)
        for group, worth in sums.items():
            if group:
                values[group].append(worth)
    return {group: (sum(many), len(many), sum(one**2 for one in many)) for group, many in values.items()}


def priority_raised(frames: Frames) -> Parts:
    known = [(row["old"], row["new"]) for row in rows(frames, "priority_changes") if row["old"] and row["new"]]
    raised, lowered = sum(new < old for old, new in known), sum(new > old for old, new in known)
    return raised - lowered, raised + lowered, raised, lowered


BY_HAND: Mapping[str, Callable[[Frames], Parts]] = {
    one.__name__: one for one in (revenue_compared, halves_compared, order_value_by_group, priority_raised)
}
