"""What is to be said of rows that hold: of a portrait, what cannot be used or answers to no client."""

from __future__ import annotations

from collections.abc import Sequence

from ..engine import Tables
from ..intake.edited import Row
from ..model.portrait import features_of
from ..model.text import Language
from ..text.portrait import problem_sentence, unseen_sentence
from .declaration import Dictionary


def remarks(tables: Tables, dictionary: Dictionary, rows: Sequence[Row], language: Language) -> list[str]:
    """Return sentences on rows that a file may have brought although a hand may not, or that nothing answers to."""
    if dictionary.key != "client_portrait":
        return []
    features = features_of(rows)
    found = [said for one in features if (said := problem_sentence(one, language)) is not None]
    unseen = tables.unseen(features) if "client" in tables.present("clients") else {}
    return [*found, *(unseen_sentence(name, values, language) for name, values in unseen.items())]
