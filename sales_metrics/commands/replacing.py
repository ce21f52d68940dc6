"""Rows that earlier exports had and a file has not: asked about before it goes in, and what the answers come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from ..intake.take import Taken
from ..model.text import Language
from ..store import Missing, Receipt, Store
from ..store.missing import ADDS, MODES, ROWS_MISSING
from ..text.wording_questions import UNCLEAR_KEY, UNKNOWN_CHOICE
from .mending import MENDED
from .output import StoppedError
from .questions import is_short_for, labels, parted

NOBODY_ASKED: Final[Mapping[str, str]] = {}


@dataclass(slots=True)
class Weighed:
    """A file as it stands before the store: `taken` with the questions that are still open about missing rows.

    `missing` is what its sheets lack of what is stored, `modes` how they are to be taken, by `Missing.mode_key`.
    """

    taken: Taken
    missing: tuple[Missing, ...] = ()
    modes: dict[str, str] = field(default_factory=dict)

    @property
    def ready(self) -> bool:
        """Whether it can go in: a table was recognised, and nothing is left to ask."""
        return not self.taken.waits and any(sheet.table for sheet in self.taken.sheets)

    def preview(self, store: Store) -> Receipt:
        """Return what an import would do."""
        return store.preview(self.taken, modes=self.modes)

    def stored(self, store: Store, *, who: str, at: datetime, raw: Path) -> Receipt:
        """Store the file if it is ready, and return what became of it, or would once it is."""
        if not self.ready:
            return self.preview(store)
        return store.add(self.taken, who=who, at=at, raw=raw, modes=self.modes)


def weighed(store: Store, taken: Taken, chosen: Mapping[str, str] = NOBODY_ASKED) -> Weighed:
    """Compare a file with what is stored; `chosen` are the answers given for this very file, by `Missing.mode_key`.

    As long as something else about the file is open, its rows are not certain and nothing is asked of them. Rows
    that come back mended are a part of their file and take nothing away, whatever is remembered of the headings.
    """
    if any(issue.problem == MENDED for issue in taken.issues):
        return Weighed(taken, modes={sheet.table: ADDS for sheet in taken.sheets if sheet.table})
    if taken.waits:
        return Weighed(taken)
    missing = store.missing(taken)
    sheets = list(taken.sheets)
    for one in missing:
        if one.question is None or one.mode_key in chosen:
            continue
        at = next(
            place
            for place, sheet in enumerate(sheets)
            if (sheet.sheet, sheet.table, sheet.signature) == (one.sheet, one.table, one.signature)
        )
        sheets[at] = replace(sheets[at], questions=(*sheets[at].questions, one.question))
    modes = {one.mode_key: chosen[one.mode_key] for one in missing if one.mode_key in chosen}
    return Weighed(replace(taken, sheets=tuple(sheets)), missing, modes)


class Answers:
    """The answers of one call about missing rows, and the files to which they may apply.

    An answer counts wherever its key fits one file's headings alone, also where they would not have been asked
    about. Raises `StoppedError` for an answer that is none of the choices.
    """

    def __init__(self, answers: Sequence[str], taken: Sequence[Taken], language: Language) -> None:
        given = [parted(answer, language) for answer in answers]
        self._given = [(key, choice) for key, choice in given if is_short_for(ROWS_MISSING, key)]
        self._language = language
        self._labels = labels(taken)
        self._met: dict[str, Missing] = {}
        for key, choice in self._given:
            if choice not in MODES:
                raise StoppedError(_said(UNKNOWN_CHOICE.in_(language), key=key, choice=choice, choices=MODES))

    def look_over(self, store: Store, taken: Sequence[Taken]) -> None:
        """Take note of what all files of the call lack as things stand.

        Raises `StoppedError` for an answer that fits several of them.
        """
        for at, each in enumerate(taken):
            self._note(at, weighed(store, each).missing)
        for short, _ in self._given:
            keys = self._fitting(short)
            if len({self._met[key].mode_key for key in keys}) > 1:
                raise StoppedError(_said(UNCLEAR_KEY.in_(self._language), key=short, keys=keys))

    def weighed(self, store: Store, at: int, taken: Taken) -> Weighed:
        """Weigh the file number `at` of the call, with the answers that apply to it."""
        found = weighed(store, taken)
        if not found.missing or not self._given:
            return found
        self._note(at, found.missing)
        chosen = {}
        for short, choice in self._given:
            keys = self._fitting(short)
            fitting = {self._met[key].mode_key: self._met[key] for key in keys}
            # A file that an earlier one of the call has made lack rows may fit a short key as well: it is asked.
            own = [one for one in found.missing if one.mode_key in fitting]
            if len(fitting) == 1 and own:
                chosen[own[0].mode_key] = choice
        return weighed(store, taken, chosen) if chosen else found

    def _note(self, at: int, missing: Sequence[Missing]) -> None:
        self._met |= {f"{self._labels[at]}:{one.key}": one for one in missing if one.missing}

    def _fitting(self, short: str) -> list[str]:
        exact = [key for key, one in self._met.items() if short in (key, _by_file(key, one))]
        return exact or [key for key in self._met if is_short_for(short, key)]


def _by_file(key: str, one: Missing) -> str:
    """Return the key with the file in place of the sheet, for one without sheets: "rows_missing:deals.csv"."""
    return key if one.sheet else f"{ROWS_MISSING}:{key.removesuffix(':' + one.key)}"


def _said(sentence: str, **values: str | Sequence[str]) -> str:
    for name, value in values.items():
        sentence = sentence.replace("{" + name + "}", value if isinstance(value, str) else ", ".join(value))
    return sentence


def remember(store: Store, found: Weighed, *, who: str, at: datetime) -> None:
    """Remember the answers that were given about the missing rows of a file for all files with its headings."""
    known = store.modes()
    for one in found.missing:
        mode = found.modes.get(one.mode_key)
        if mode is not None and known.get(one.mode_key) != mode:
            store.remember_mode(one.table, one.signature, mode, who=who, at=at)
