"""Ready sets of stages, and which of a company's own stages stand for which step of a set.

The sets are data in `stage_sets.toml`. A company's stages keep their own order: how far a deal has got is told by
them alone, and a step of a set counts as reached with the first of them that means it or a later one. A step that
no stage means is not on record; a stage that means no step is named to the reader.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from .stages import CREATED, Outcome, Phrase, StageAt, best_phrase, phrases_of, station_rank
from .text import LANGUAGES, Text


@dataclass(frozen=True, slots=True)
class SetStep:
    """One step: its code ("full.09"), its place from 1, its name, and whether a deal there is won."""

    code: str
    place: int
    name: Text
    won: bool
    stations: tuple[float, ...]
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class StageSet:
    """A ready set of stages, first to last."""

    key: str
    name: Text
    steps: tuple[SetStep, ...]


class StepAt(NamedTuple):
    """A step on record: a row of the table `stage_sets`. `position` is that of the company's first stage for it."""

    set_step: str
    place: int
    position: int
    next_position: int | None


@cache
def stage_sets() -> dict[str, StageSet]:
    """Return the ready sets by their keys, the short one first."""
    text = resources.files(__package__).joinpath("stage_sets.toml").read_text(encoding="utf-8")
    found = {}
    for one in tomllib.loads(text)["set"]:
        steps = tuple(_step(one["key"], place, step) for place, step in enumerate(one["step"], start=1))
        found[one["key"]] = StageSet(one["key"], _text(one), steps)
    return found


@cache
def set_steps() -> dict[str, SetStep]:
    """Return every step of every set by its code."""
    return {step.code: step for one in stage_sets().values() for step in one.steps}


def step_of(stage: str, outcome: Outcome, one: StageSet) -> SetStep | None:
    """Return the step of a set that one stage of a company means, or `None`.

    Lost and parked stages are no steps. A won stage that says nothing more is the step at which a deal is won.
    """
    if outcome in ("lost", "parked"):
        return None
    if stage == CREATED:
        return one.steps[0]
    phrase = best_phrase(stage, tuple(phrase for step in one.steps for phrase in step.phrases))
    if phrase is not None:
        return next(step for step in one.steps if phrase in step.phrases)
    if outcome == "won":
        return next(step for step in one.steps if step.won)
    rank = station_rank(stage)
    return next((step for step in one.steps if rank in step.stations), None)


def mapped(stages: Sequence[StageAt], one: StageSet) -> dict[str, SetStep | None]:
    """Return for each open or won stage of a company, in its order, the step that it means."""
    return {
        place.stage: step_of(place.stage, place.outcome, one)
        for place in sorted(stages, key=lambda place: place.position)
        if place.outcome in ("open", "won")
    }


def steps_on_record(stages: Sequence[StageAt]) -> list[StepAt]:
    """Return the steps of all sets that these stages tell of, set by set in the order of the steps."""
    found: list[StepAt] = []
    for one in stage_sets().values():
        meant = mapped(stages, one)
        places = [(place.position, step) for place in stages if (step := meant.get(place.stage)) is not None]
        known = sorted({step.place: step for _, step in places}.items())
        first = [min(position for position, other in places if other.place >= place) for place, _ in known]
        for at, (place, step) in enumerate(known):
            following = first[at + 1] if at + 1 < len(known) else None
            found.append(StepAt(step.code, place, first[at], following))
    return found


def _step(key: str, place: int, step: Mapping[str, Any]) -> SetStep:
    words = step.get("words", {})
    written = [phrase for language in LANGUAGES for phrase in words.get(language, ())]
    name = _text(step)
    return SetStep(
        code=f"{key}.{place:02}",
        place=place,
        name=name,
        won=step.get("outcome") == "won",
        stations=tuple(float(rank) for rank in step.get("stations", ())),
        phrases=phrases_of([*written, *name.all()], float(step["rank"]), step.get("outcome", "open")),
    )


def _text(entry: Mapping[str, Any]) -> Text:
    return Text(ru=entry["ru"], en=entry["en"], bg=entry["bg"])
