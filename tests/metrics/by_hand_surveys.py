"""The numbers of surveys and recommendations a second time, row by row, from their definitions in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from .by_hand_rows import Frames, Parts, Row, day, rows

LATE_AFTER, RETURN_WITHIN, LOW = 14, 30, 3


def sold(frames: Frames) -> Iterator[Row]:
    kept = (row for row in rows(frames, "orders") if row["status"] != "cancelled")
    return (row for row in kept if str(row["is_return"]).lower() != "true")


def completed(frames: Frames) -> list[tuple[Row, date | None]]:
    done = [row for row in sold(frames) if row["completed_on"] or row["status"] == "completed"]
    days = [row["completed_on"] or row["ordered_on"] for row in done]
    return [(row, day(at) if at else None) for row, at in zip(done, days, strict=True)]


def surveys_of(frames: Frames, order: Row) -> list[Row]:
    return [row for row in rows(frames, "surveys") if row["order_id"] and row["order_id"] == order["order_id"]]


def answer(frames: Frames, order: Row, column: str) -> float | None:
    told = [float(row[column]) for row in surveys_of(frames, order) if row[column] is not None]
    return min(told) if told else None


def ratings(frames: Frames) -> list[float]:
    found = (answer(frames, order, "rating") for order, _ in completed(frames))
    return [rating for rating in found if rating is not None]


def satisfied(frames: Frames) -> Parts:
    done, rated = completed(frames), ratings(frames)
    asked = sum(bool(surveys_of(frames, order)) for order, _ in done)
    return sum(rating >= 4 for rating in rated), len(rated), asked, len(done)


def survey_rating(frames: Frames) -> Parts:
    rated = ratings(frames)
    return sum(rated), len(rated), sum(rating**2 for rating in rated)


def net_promoter_score(frames: Frames) -> Parts:
    found = [answer(frames, order, "recommend") for order, _ in completed(frames)]
    net = [1 if likely >= 9 else -1 if likely <= 6 else 0 for likely in found if likely is not None]
    return sum(net), len(net), sum(one**2 for one in net)


def signs(frames: Frames) -> Iterator[tuple[str, Row]]:
    done = completed(frames)
    back = [row for row in rows(frames, "orders") if str(row["is_return"]).lower() == "true"]
    for order, at in done:
        if order["completed_on"] and order["ordered_on"]:
            took = (day(order["completed_on"]) - day(order["ordered_on"])).days
            yield "late" if took > LATE_AFTER else "in_time", order
        if not order["client"] or not at:
            continue
        came = [day(row["ordered_on"]) for row in back if row["client"] == order["client"] and row["ordered_on"]]
        soon = any(0 <= (one - at).days <= RETURN_WITHIN for one in came)
        yield "returned" if soon else "not_returned", order
        earlier = []
        for other, done_at in done:
            on = [day(row["surveyed_on"]) for row in surveys_of(frames, other) if row["surveyed_on"]]
            score = answer(frames, other, "rating")
            if other["client"] == order["client"] and done_at and on and score is not None and max(on) < at:
                earlier.append((max(on), -score))
        if earlier:
            yield "low_before" if -max(earlier)[1] <= LOW else "good_before", order


def coverage_by_sign(frames: Frames) -> Parts:
    found: dict[str | None, list[bool]] = {}
    for sign, order in signs(frames):
        found.setdefault(sign, []).append(bool(surveys_of(frames, order)))
    return {sign: (sum(asked), len(asked)) for sign, asked in found.items()}


def open_answers(frames: Frames) -> Parts:
    told = {
        question: sum(row[question] is not None for row in rows(frames, "surveys"))
        for question in ("liked", "disliked", "improve")
    }
    return {question: (count, count) for question, count in told.items() if count}


def origin(frames: Frames, deal: Row) -> str:
    said = str(deal["source"] or "").casefold()
    if re.search("referr|recommend|рекоменд|препоръ", said):
        return "recommended"
    if re.search("return|repeat|повтор", said):
        return "returning"
    if deal["source"] is not None:
        return "other"
    client, began = deal["client"], deal["created_on"]
    if any(row["client"] == client and client and _before(row["ordered_on"], began) for row in sold(frames)):
        return "returning"
    referred = {row["client"] for row in rows(frames, "clients") if row["referred_by"] is not None} - {None}
    named = [row["surveyed_on"] for row in rows(frames, "surveys") if client and row["referred"] == client]
    told = any(on and began and day(on) <= day(began) for on in named)
    return "recommended" if client in referred or told else "other"


def _before(one: object, other: object) -> bool:
    return bool(one and other) and day(one) < day(other)


def warm_deals(frames: Frames) -> Parts:
    found: dict[str | None, list[bool]] = {}
    for deal in rows(frames, "deals"):
        if deal["outcome"] in ("won", "lost"):
            found.setdefault(origin(frames, deal), []).append(deal["outcome"] == "won")
    return {name: (sum(won), len(won)) for name, won in found.items()}


SURVEYS: Mapping[str, Callable[[Frames], Any]] = {
    one.__name__: one
    for one in (satisfied, survey_rating, net_promoter_score, coverage_by_sign, open_answers, warm_deals)
}
