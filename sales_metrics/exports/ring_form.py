"""The form of a ring-round: whom to call and about what, with the answers to choose from and the words to use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from ..model.tables import TABLES
from ..model.text import LANGUAGES, Language
from ..text import ring_round as words
from ..text.numbers import number
from .templates import template_workbook

TABLE: Final = TABLES["ring_checks"]


def ring_form(
    rows: pd.DataFrame, language: Language, *, sample_id: str, frame_hash: str, seeds: Mapping[str, Sequence[int]]
) -> bytes:
    """Return the workbook of a draw: a line per call, a sheet with the questions, and how the draw came about.

    `rows` has the columns of `ring_checks` that are known before the call; the days of the calls and the answers
    are filled in by hand, and the file is uploaded as it is. The questions stand in all three languages, since the
    client may speak another than the caller's page.
    """
    titles = {choice.code: choice.title.in_(language) for choice in TABLE.column("part").choices}
    filled = []
    for record in rows.to_dict("records"):
        known = {str(name): value for name, value in record.items() if not pd.isna(value)}
        known["part"] = titles[str(record["part"])]
        known["held_at"] = pd.Timestamp(record["held_at"]).to_pydatetime()
        filled.append(known)
    questions = [
        line for one in LANGUAGES for line in (one.upper(), *(ask.in_(one) for ask in words.QUESTIONS), "")
    ]
    about = [
        words.SAMPLE_LINE.in_(language).format(sample=sample_id),
        words.HASH_LINE.in_(language).format(hash=frame_hash),
        *(
            words.SEED_LINE.in_(language).format(manager=manager, seed=", ".join(map(str, seed)))
            for manager, seed in seeds.items()
        ),
        words.ORDER_LINE.in_(language).format(calls=number(int((rows["part"] == "sample").sum()), language)),
    ]
    beside = {words.QUESTIONS_SHEET.in_(language): questions, words.DRAW_SHEET.in_(language): about}
    return template_workbook(TABLE, language, filled, beside)
