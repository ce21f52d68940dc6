"""Where the history behind a panel comes from: a file, or uploads that differ, which are then named."""

from __future__ import annotations

from typing import Final

from ..engine import history_of
from ..model.text import Text
from .context import Context

_MOST_NAMED: Final = 6

FROM_FILES: Final = Text(ru="История из файлов.", en="The history comes from files.", bg="Историята е от файлове.")
INFERRED: Final = Text(
    ru="История выведена из разницы между загрузками {uploads}: день перемены – день загрузки.",
    en="The history is inferred from what uploads {uploads} differ in: a change is dated by its upload.",
    bg="Историята е изведена от разликата между качвания {uploads}: денят на промяната е денят на качването.",
)
BOTH: Final = Text(
    ru="История из файлов, а чего в них нет, выведено из разницы между загрузками {uploads}.",
    en="The history comes from files; what they lack is inferred from what uploads {uploads} differ in.",
    bg="Историята е от файлове; каквото липсва, е изведено от разликата между качвания {uploads}.",
)


def history_said(table: str, context: Context) -> str:
    """Return the sentence that says where the rows of a table come from; empty when there are none."""
    history = history_of(context.tables, table)
    if not history.inferred:
        return context.say(FROM_FILES) if history.stated else ""
    numbers = [str(upload) for upload in history.uploads]
    if len(numbers) > _MOST_NAMED:
        numbers = [*numbers[:2], "…", *numbers[-2:]]
    return context.say(BOTH if history.stated else INFERRED, uploads=", ".join(numbers))
