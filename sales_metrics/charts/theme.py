"""Colours and sizes of the charts, read once from `tokens.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

from ..model.panel import Verdict

ThemeName = Literal["light", "dark"]
Width = Literal["laptop", "phone", "slide"]

FONT: Final = "Source Sans, sans-serif"
"""The family that Streamlit ships; its digits are of equal width."""
CLEAR: Final = "rgba(0,0,0,0)"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as "#RRGGBB" on one ground; `mark` is the default of everything that carries data."""

    ground: str
    line: str
    text: str
    muted: str
    mark: str
    mark_light: str
    accent: str
    alarm: str
    alarm_text: str
    good: str
    ink_on_dark_fill: str
    ink_on_light_fill: str
    band50: str
    band80: str
    band95: str
    sequential: tuple[str, ...]

    def ink_on(self, fill: str) -> str:
        """Return whichever of the two inks reads better on `fill` ("#RRGGBB"), by WCAG contrast."""
        return max(self.ink_on_dark_fill, self.ink_on_light_fill, key=lambda ink: contrast(ink, fill))

    def shade(self, share: float, most: float) -> str:
        """Return the fill of a heat-map cell: `share` on the sequential scale that runs from 0 to `most`.

        The scale has steps: between two of them there are blues on which neither ink can be read. Shares
        outside the scale take its ends.
        """
        place = min(max(share / most, 0.0), 1.0) * (len(self.sequential) - 1)
        return self.sequential[int(place + 0.5)]

    def scale(self) -> list[tuple[float, str]]:
        """Return the steps of `shade` as Plotly takes a colour scale: both ends of every step, from 0 to 1."""
        last = len(self.sequential) - 1
        return [
            (min(max((at + side) / last, 0.0), 1.0), colour)
            for at, colour in enumerate(self.sequential)
            for side in (-0.5, 0.5)
        ]

    def verdict(self, verdict: Verdict) -> str:
        """Return the colour of a mark: proven differences have one, everything else is `mark`."""
        return self._judged(self.alarm).get(verdict, self.mark)

    def verdict_text(self, verdict: Verdict) -> str:
        """Return the colour of the words of a verdict, which needs a higher contrast than a mark."""
        return self._judged(self.alarm_text).get(verdict, self.muted)

    def _judged(self, alarm: str) -> dict[Verdict, str]:
        # More and less are proven as well, but neither is good or bad.
        neutral = dict.fromkeys((Verdict.MORE, Verdict.LESS), self.text)
        return {Verdict.BETTER: self.good, Verdict.WORSE: alarm, **neutral}


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes and pitches in px for one width of screen; `stroke` multiplies every line width."""

    narrowest: float
    narrowest_overview: float
    label: float
    strong: float
    axis: float
    foot: float
    row: float
    stroke: float
    names: float
    names_most: float
    stage: float
    stage_many: float
    line_height: float
    line_height_overview: float
    ticks: int


@dataclass(frozen=True, slots=True)
class Strokes:
    """Line widths and marker sizes in px, before `Sizes.stroke`."""

    series: float
    plan: float
    plan_dash: str
    unfinished_dash: str
    interval: float
    interval_proven: float
    tick: float
    dot: float
    dot_series: float
    hollow_edge: float
    frame_proven: float
    frame_edge: float


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours ("#RRGGBB") from 1 to 21, by WCAG 2.2, success criterion 1.4.3."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def theme_of(name: ThemeName) -> Theme:
    """Return the colours of the light or the dark theme."""
    raw: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in _tokens()[name].items()
    }
    return Theme(**raw)


@cache
def sizes_of(width: Width) -> Sizes:
    """Return the sizes for one width of screen."""
    return Sizes(**_tokens()[width])


@cache
def strokes() -> Strokes:
    """Return the line widths and marker sizes."""
    return Strokes(**_tokens()["stroke"])


def colour_names() -> tuple[str, ...]:
    """Return the names of the single colours of a theme, in the order of its fields."""
    return tuple(field.name for field in fields(Theme) if field.name != "sequential")


@cache
def _tokens() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("tokens.toml").read_text(encoding="utf-8"))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    shares = (channel / 255 for channel in _channels(colour))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
