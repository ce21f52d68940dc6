"""Deals whose outcome and closing day the file says only indirectly."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from ..model.stages import meaning
from .derived import Fetch, stages_in


def completed_deals(
    relations: Mapping[str, ir.Table],
    present: Mapping[str, frozenset[str]],
    fetch: Fetch,
) -> tuple[ir.Table, frozenset[str]]:
    """Return the deals with `closed_on` and `outcome` filled in, and the columns that became available by it.

    The closing day is taken from `won_on` or `lost_on` where the file has these instead. The outcome, where
    no file states it, follows from those days, and otherwise from the meaning of the stage's name. Where the
    company's own table of stages means another thing by a stage than its name says, deals that are what the name
    says become what the table says: a file that knows better, by a day or by a word, keeps its say.
    """
    deals = relations["deals"]
    has = present.get("deals", frozenset())
    added: set[str] = set()
    ended = [day for day in ("won_on", "lost_on") if day in has]
    if ended:
        added.add("closed_on")
        deals = deals.mutate(closed_on=ibis.coalesce(deals.closed_on, *(deals[day] for day in ended)))
    if "outcome" not in has and (ended or "stage" in has):
        added.add("outcome")
        cases = [(deals[day].notnull(), day.removesuffix("_on")) for day in ended]
        if "stage" in has:
            cases += [
                (deals.stage.isin(names), how) for how, names in _by_outcome(relations, present, fetch).items()
            ]
        deals = deals.mutate(outcome=ibis.cases(*cases, else_="open"))
    elif {"outcome", "stage"} <= has and present.get("stages"):
        corrected = [
            ((deals.stage == stage) & (deals.outcome == said), meant)
            for stage, said, meant in _corrected(relations, present, fetch)
        ]
        if corrected:
            deals = deals.mutate(outcome=ibis.cases(*corrected, else_=deals.outcome))
    return deals, frozenset(added)


def _corrected(
    relations: Mapping[str, ir.Table], present: Mapping[str, frozenset[str]], fetch: Fetch
) -> list[tuple[str, str, str]]:
    """Return stage, what its name says and what the company means, where these differ."""
    return [
        (place.stage, said, place.outcome)
        for place in stages_in(relations, present, fetch)
        if (said := meaning(place.stage).outcome) != place.outcome
    ]


def _by_outcome(
    relations: Mapping[str, ir.Table], present: Mapping[str, frozenset[str]], fetch: Fetch
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place in stages_in(relations, present, fetch):
        if place.outcome != "open":
            found.setdefault(place.outcome, []).append(place.stage)
    return found
