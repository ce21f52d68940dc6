"""What a page says when its columns are not there: which are needed, and what would be seen."""

from __future__ import annotations

from typing import Final

from ..metrics.declaration import Metric
from ..metrics.dimensions import sources
from ..model.panel import Empty, Panel
from ..model.tables import TABLES
from ..model.text import Text
from .context import Context

NEEDS: Final = Text(
    ru="Нужны столбцы: {columns}", en="Needs the columns: {columns}", bg="Нужни са колоните: {columns}"
)
UPLOAD: Final = Text(ru="Загрузить файл с ними", en="Upload a file that has them", bg="Качете файл, в който ги има")
NO_CASES: Final = Text(
    ru="За выбранный период и фильтры нет ни одного случая",
    en="No case falls into the chosen period and filters",
    bg="Няма нито един случай за избрания период и филтри",
)
WIDEN: Final = Text(
    ru="Расширьте период или снимите фильтр слева",
    en="Widen the period or clear a filter on the left",
    bg="Разширете периода или махнете филтър отляво",
)


def missing_panel(key: str, title: str, metric: Metric, would_show: Text, context: Context) -> Panel | None:
    """Return the panel that stands where `metric` would be, or `None` when all its columns are there."""
    missing = metric.missing(context.tables)
    if not missing:
        return None
    columns = ", ".join(column_title(table, column, context) for table, column in missing)
    picture = Empty(context.say(NEEDS, columns=columns), context.say(would_show), context.say(UPLOAD))
    return Panel(key, title, "", picture)


def undivided_panel(
    key: str, title: str, metric: Metric, dimension: str, would_show: Text, context: Context
) -> Panel | None:
    """Return the panel that says that no file tells the channel (or another dimension), or `None` if one does."""
    if dimension in metric.breakdowns_in(context.tables):
        return None
    table, column = sources(dimension, metric.counted)[0]
    why = context.say(NEEDS, columns=column_title(table, column, context))
    return Panel(key, title, "", Empty(why, context.say(would_show), context.say(UPLOAD)))


def column_title(table: str, column: str, context: Context) -> str:
    """Return how a column is named where it is asked for: "Deals: Channel"."""
    declared = TABLES[table]
    return f"{declared.title.in_(context.language)}: {declared.column(column).title.in_(context.language)}"


def nothing_panel(key: str, title: str, context: Context) -> Panel:
    """Return the panel of a metric that has no case under the filters."""
    return Panel(key, title, "", Empty(context.say(NO_CASES), context.say(WIDEN)))
