"""What every report is made of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from ..engine import Tables
from ..metrics.filters import Filters
from ..metrics.listing import currency_of
from ..model.text import Language, Text
from ..text.dates import day, period_text

BY_CREATION = Text(ru="по дате создания", en="by creation date", bg="по дата на създаване")
BY_CLOSING = Text(ru="по дате закрытия", en="by closing date", bg="по дата на приключване")
BY_COMPLETION = Text(ru="по дате выполнения", en="by completion date", bg="по дата на изпълнение")
DATA_AS_OF = Text(ru="Данные на {day}", en="Data as of {day}", bg="Данни към {day}")


@dataclass(frozen=True, slots=True)
class Context:
    """Tables that the viewer may see, filters, language, and the day on which the data ends."""

    tables: Tables
    filters: Filters
    language: Language
    today: date

    @property
    def currency(self) -> str:
        """The reporting currency as an ISO code; empty when the data names none."""
        return currency_of(self.tables)

    @property
    def digest(self) -> str:
        """A short code of everything the panels depend on but the language."""
        return digest_of(self.tables, self.filters)

    @property
    def period(self) -> str:
        """The period of the filters in words."""
        return period_text(self.filters.period, self.language)

    @property
    def as_of(self) -> str:
        """The sentence that says when the data ends, with its full stop."""
        # A Bulgarian date ends in a full stop of its own.
        return DATA_AS_OF.in_(self.language).format(day=day(self.today, self.language)).rstrip(".") + "."

    def say(self, text: Text, **parts: str) -> str:
        """Return a phrase in the reader's language with its places filled."""
        phrase = text.in_(self.language)
        # A Bulgarian date ends in a full stop, which the end of a sentence does not double.
        return phrase.format(**parts).replace("..", ".") if parts else phrase


def digest_of(tables: Tables, filters: Filters) -> str:
    """Return a short code of the data, the viewer's scope and the filters: the key under which results are kept."""
    where = sorted((name, [repr(value) for value in values]) for name, values in filters.where.items())
    parts = repr((tables.version, tables.scope, filters.period, where))
    return hashlib.sha256(parts.encode()).hexdigest()[:20]
