"""What every report is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from math import isnan
from types import MappingProxyType
from typing import Any, Concatenate, ParamSpec, TypeVar

from ..engine import Tables
from ..metrics.filters import Filters
from ..metrics.listing import currency_of, data_day, rules_of
from ..model.panel import Align, Amount, Day, ListColumn, Pick
from ..model.text import Language, Text
from ..text.dates import day, period_text

P = ParamSpec("P")
R = TypeVar("R")

BY_CREATION = Text(ru="по дате создания", en="by creation date", bg="по дата на създаване")
BY_CLOSING = Text(ru="по дате закрытия", en="by closing date", bg="по дата на приключване")
BY_HOLDING = Text(ru="по дате проведения", en="by the day they were held", bg="по дата на провеждане")
BY_COMPLETION = Text(ru="по дате выполнения", en="by completion date", bg="по дата на изпълнение")
UNDATED = Text(ru="Дат в данных нет.", en="The data hold no dates.", bg="В данните няма дати.")
DATA_AS_OF = Text(ru="Данные на {day}", en="Data as of {day}", bg="Данни към {day}")


@dataclass(frozen=True, slots=True)
class Context:
    """Tables that the viewer may see, filters, language, and the day that counts as today.

    That is the last day on which something happened, and the day of the last upload where no table holds a date.
    """

    tables: Tables
    filters: Filters
    language: Language
    today: date
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the reader has set on panels, as the address carries it: keys of choices and their codes."""

    def rule(self, key: str) -> float:
        """Return what holds in this company for a rule. Raises `KeyError` for one that is not declared."""
        return rules_of(self.tables)[key]

    def pick(self, key: str, label: str, options: tuple[tuple[str, str], ...], default: str) -> Pick:
        """Return one of several options, the one that was set if it is among them."""
        chosen = self.choices.get(key, default)
        return Pick(key, label, options, chosen if chosen in dict(options) else default)

    def day_of(self, key: str, label: str, default: date, first: date, last: date) -> Day:
        """Return the day that was set, kept between the first and the last."""
        try:
            chosen = date.fromisoformat(self.choices.get(key, ""))
        except ValueError:
            chosen = default
        return Day(key, label, min(max(chosen, first), last), first, last)

    def amount(
        self, key: str, label: str, default: float, *, low: float, high: float, step: float, slider: bool = False
    ) -> Amount:
        """Return the number that was set, kept between its bounds."""
        try:
            chosen = float(self.choices.get(key, default))
        except ValueError:
            chosen = float(default)
        # "nan" is a number to Python, and passes every comparison with a bound.
        chosen = default if isnan(chosen) else chosen
        return Amount(key, label, min(max(chosen, low), high), float(low), float(high), float(step), slider)

    def columns(
        self, heads: Sequence[Text], *, right: Collection[int] = (), wide: int | None = None
    ) -> tuple[ListColumn, ...]:
        """Return the columns of a list under their heads: the places in `right` hold figures, `wide` texts."""
        return tuple(
            ListColumn(self.say(head), Align.RIGHT if at in right else Align.LEFT, wide=at == wide)
            for at, head in enumerate(heads)
        )

    @property
    def currency(self) -> str:
        """The reporting currency as an ISO code; empty when the data names none."""
        return currency_of(self.tables)

    @property
    def digest(self) -> str:
        """A short code of everything the panels depend on but the language."""
        return digest_of(self.tables, self.filters, self.choices)

    @property
    def period(self) -> str:
        """The period of the filters in words."""
        return period_text(self.filters.period, self.language)

    @property
    def as_of(self) -> str:
        """The sentence that says when the data ends, with its full stop."""
        if data_day(self.tables) is None:
            return self.say(UNDATED)
        # A Bulgarian date ends in a full stop of its own.
        return DATA_AS_OF.in_(self.language).format(day=day(self.today, self.language)).rstrip(".") + "."

    def say(self, text: Text, **parts: str) -> str:
        """Return a phrase in the reader's language with its places filled."""
        phrase = text.in_(self.language)
        # A Bulgarian date ends in a full stop, which the end of a sentence does not double.
        return phrase.format(**parts).replace("..", ".") if parts else phrase


class _Asked:
    """A context told apart by data, viewer, narrowing and day: not by language, period or what was set."""

    def __init__(self, context: Context) -> None:
        self.context = context
        where = tuple(sorted((name, tuple(map(repr, values))) for name, values in context.filters.where.items()))
        self._name = (context.tables.version, context.tables.scope, where, context.today)

    def __hash__(self) -> int:
        return hash(self._name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._name == other._name


def remembered(found: Callable[Concatenate[Context, P], R]) -> Callable[Concatenate[Context, P], R]:
    """Keep the answers of a costly question that language, period of the filters and choices do not alter.

    Moving a slider then asks again only what depends on it. Everything else that the answer depends on must be an
    argument.
    """
    kept: Any = lru_cache(maxsize=64)(lambda asked, *args, **named: found(asked.context, *args, **named))

    def answer(context: Context, /, *args: P.args, **named: P.kwargs) -> R:
        answered: R = kept(_Asked(context), *args, **named)
        return answered

    answer.__doc__, answer.__name__ = found.__doc__, found.__name__
    return answer


def digest_of(tables: Tables, filters: Filters, choices: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a short code of the data, the viewer's scope, the filters and choices: the key of whatever is kept."""
    where = sorted((name, [repr(value) for value in values]) for name, values in filters.where.items())
    parts = repr((tables.version, tables.scope, filters.period, where, sorted(choices.items())))
    return hashlib.sha256(parts.encode()).hexdigest()[:20]
