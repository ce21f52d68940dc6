"""What a table and a column declare about themselves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..text import Text


def words(text: str) -> tuple[str, ...]:
    """Return the comma-separated words or phrases of `text`."""
    return tuple(word.strip() for word in text.split(","))


class Kind(Enum):
    """What the cells of a column are; decides how they are read, stored and written."""

    ID = "id"
    """An identifier, always text: 19 digits and leading zeros survive."""
    TAX_ID = "tax_id"
    NAME = "name"
    """The name of a client, a manager, a product: text that other tables refer to."""
    LABEL = "label"
    """A word out of a short list that each company has for itself: segment, stage, channel."""
    CHOICE = "choice"
    """One of the codes that the product itself distinguishes; `Column.choices` says which words mean which."""
    TEXT = "text"
    MONEY = "money"
    CURRENCY = "currency"
    NUMBER = "number"
    SHARE = "share"
    """Stored as 0..1; "90 %" and "90" in a column of percents are 0.9."""
    DAY = "day"
    MOMENT = "moment"
    """A date with a time of day, local and without a zone."""
    YES_NO = "yes_no"
    SCORE = "score"
    """A whole number between `Column.low` and `Column.high`."""


class Owner(Enum):
    """Whose a row is, which decides who may see it."""

    MANAGER = "manager"
    """The manager named in the row."""
    CLIENT = "client"
    """Whoever the client belongs to."""
    DEAL = "deal"
    """Whoever the deal belongs to."""
    ORDER = "order"
    """Whoever the order belongs to."""
    SHARED = "shared"
    """Everybody's: dictionaries and calendars that name no client."""
    DIRECTOR = "director"
    """The director's alone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A code that the product distinguishes, its title, and the words by which files mean it."""

    code: str
    title: Text
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: how it is called, by which other headings files mean it, and what its cells are.

    `synonyms` are headings in any of the three languages, lower case, without punctuation. `needed` marks a
    column without which the table says little: a file without it is taken all the same and the page says so.
    """

    key: str
    kind: Kind
    title: Text
    synonyms: tuple[str, ...] = ()
    needed: bool = False
    choices: tuple[Choice, ...] = ()
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: what a row is, its columns, and what tells its rows apart.

    `keys` are alternatives in order of preference; the first whose columns a file has identifies its rows.
    Where no id is among them, two rows may share a key (two calls to
    one client in one minute): the intake then adds a running number. `owner` says whose a row is.
    """

    key: str
    title: Text
    row: Text
    columns: tuple[Column, ...]
    keys: tuple[tuple[str, ...], ...]
    owner: Owner
    synonyms: tuple[str, ...] = ()

    def column(self, key: str) -> Column:
        """Return one column; raises `KeyError` for an unknown key."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(f"{self.key}.{key}")

    @property
    def column_keys(self) -> tuple[str, ...]:
        """The keys of all columns, in their order."""
        return tuple(column.key for column in self.columns)
